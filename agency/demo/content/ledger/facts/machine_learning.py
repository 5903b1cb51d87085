"""Figures of the Machine Learning cluster."""

from functools import partial

from agency.demo.vocabulary import Ends, Fact

fact = partial(Fact, "machine-learning")

FACTS = [
    fact("ml-time", "Mandate to signed offer", 47, "days", geography="UK", method="Median of senior seats"),
    fact("ml-met", "Candidates met per hire", 5, method="Retained searches"),
    fact("ml-stay", "Still in post at 18 months", 91, "%", sample="Hires made 2023–2024"),
    fact("ml-rescoped", "Briefs that change title", 1, "in 4", method="After our first meeting"),
    fact("ml-approached", "Approached", 140, geography="London", sample="one senior search"),
    fact(
        "ml-replied",
        "Replied",
        61,
        geography="London",
        sample="one senior search",
        method="The problem named in the first message",
    ),
    fact(
        "ml-interviewed",
        "Interviewed by us",
        19,
        geography="London",
        sample="one senior search",
        method="45 minutes each, written up",
    ),
    fact(
        "ml-met-once", "Met by the client", 5, geography="London", sample="one senior search", method="One was hired"
    ),
    fact(
        "ml-applications",
        "Applications to an open senior post in its first week",
        250,
        high=400,
        geography="London",
        ends=Ends.OVER,
    ),
    fact("ml-performance", "Premium for training and inference performance", 15, "%", 25),
    fact("ml-first-hire", "Premium for the first machine learning hire of a company", 8, "%", 12),
    fact("ml-regulated", "Premium for regulated models, with validation experience", 5, "%", 10),
    fact("ml-office", "Premium for four or five office days", 5, "%", 8),
    fact("ml-nights", "Premium for a rota with night calls", 0, "%", 3),
    fact("ml-remote", "Discount for remote work from a lower-cost city", 5, "%", 15),
    fact("ml-unvested", "Unvested at a listed firm", 84, "£k", geography="London", method="Senior, next 24 months"),
    fact(
        "ml-sign-on",
        "Usual sign-on",
        30,
        "£k",
        45,
        geography="London",
        method="In two parts, with clawback",
        ends=Ends.SOON,
    ),
    fact(
        "ml-forfeited",
        "Bonus forfeited in November",
        12,
        "£k",
        geography="London",
        method="Nil for those who start in April",
    ),
    fact("ml-range", "Width of a range that candidates believe, bottom to top", 20, "%", 25),
    fact("ml-labels-30", "Chargebacks known after 30 days", 46, "%", method="Share of those that ever arrive"),
    fact("ml-labels-90", "Chargebacks known after 90 days", 93, "%", method="Share of those that ever arrive"),
    fact("ml-relocate", "Would relocate", 1, "in 7", geography="nine cities", sample="senior engineers we approached"),
    fact(
        "ml-hybrid", "Would work hybrid where they live", 4, "in 7", geography="nine cities", sample="the same people"
    ),
    fact("ml-start", "Offer to first day", 3.4, "months", geography="nine cities", method="Median"),
    fact("ml-alone", "Stay of an engineer posted alone", 18, "months", method="Median, posts opened to save on pay"),
    fact(
        "ml-data-gap", "Senior ML engineer above senior data scientist", 20, "£k", geography="London", method="Medians"
    ),
    fact("head-ai-time", "Search to signature", 14, "weeks", geography="UK", method="Retained searches"),
    fact("head-ai-notice", "Notice", 3, "months", 6, geography="UK and Germany"),
    fact("head-ai-deputies", "Appointments that come with two open headcounts", 3, "in 5", geography="UK"),
]
