"""Figures of the technology sector without machine learning."""

from functools import partial

from agency.demo.vocabulary import Ends, Fact

technology = partial(Fact, "technology")
ai_data = partial(Fact, "ai-data")
infrastructure = partial(Fact, "infrastructure-security")
data = partial(Fact, "data-platforms")
cloud = partial(Fact, "cloud-platforms")
security = partial(Fact, "security-engineering")

FACTS = [
    technology("tech-time", "Brief to accepted offer", 46, "days", geography="UK", method="Median of all four fields"),
    technology("tech-shortlist", "Shortlists of", 3, high=5, method="All four fields"),
    technology("tech-changed", "Briefs changed before search", 1, "in 3", method="Technology mandates of the year"),
    ai_data("ai-data-time", "Brief to accepted offer", 44, "days", geography="UK", method="Median of both fields"),
    ai_data("ai-data-both", "Clients with searches in both fields", 3, "in 10", method="Searches of the year"),
    ai_data("ai-data-first", "Data hire made first", 2, "in 3", sample="First teams since 2024"),
    infrastructure(
        "infra-time", "Brief to accepted offer", 49, "days", geography="UK", method="Median of both fields"
    ),
    infrastructure("infra-on-call", "Roles with on call", 3, "in 4", method="Engineering mandates of the year"),
    infrastructure("infra-retained", "Retained searches", 40, "%", method="Share of the year’s mandates"),
    data("data-time", "Brief to accepted offer", 41, "days", geography="UK", method="Median"),
    data("data-interviews", "First interviews per hire", 5, high=6, method="Senior data engineers"),
    data("data-stay", "Still in post at 18 months", 9, "in 10", sample="Placements made 2023–2024"),
    data("data-changed", "Mandates that change title", 1, "in 3", method="Before the search opens"),
    data("data-base", "Base salary", 87_000, "£", geography="London", method="Senior data engineer, median"),
    data("data-insurance", "Employer National Insurance", 12_300, "£", geography="UK", method="15% above £5,000"),
    data("data-pension", "Employer pension", 4_350, "£", geography="UK", method="At 5% of full base"),
    data("data-cost", "Yearly cost", 103_650, "£", geography="London", method="Before bonus, levy and equipment"),
    data("data-on-call", "Worth of a one-in-five rota with night pages, a year", 4, "£k", 7, geography="UK"),
    data("data-gap", "Senior data engineer above analytics engineer", 8, "£k", 10, geography="UK", method="Medians"),
    data("data-charges", "Employer’s social charges on gross pay", 40, "%", 45, geography="Paris"),
    cloud("cloud-time", "Brief to accepted offer", 47, "days", geography="UK", method="Median"),
    cloud("cloud-shortlist", "Candidates on a shortlist", 4, method="Platform and SRE searches"),
    cloud("cloud-accepted", "Offers accepted", 7, "in 8", method="Year to the end of September"),
    cloud("cloud-first", "Engineers before the first platform hire", 25, high=30, method="Product companies"),
    cloud("cloud-ratio", "Developers per platform hire", 12, high=18, method="Team in steady state"),
    cloud("cloud-on-call", "Allowance for a week on call", 250, "£", 600, geography="UK"),
    security(
        "security-time", "Brief to accepted offer", 52, "days", geography="UK", method="Median, engineering roles"
    ),
    security(
        "security-leader",
        "First security leader",
        14,
        "weeks",
        geography="UK",
        method="Median, brief to accepted offer",
    ),
    security(
        "security-changed",
        "Briefs that change discipline",
        1,
        "in 3",
        method="Before the search opens",
        ends=Ends.OVER,
    ),
    security("security-check", "Security Check, from sponsorship", 6, "weeks", 10, geography="UK"),
    security("security-regions", "Below London in Manchester, Leeds and Edinburgh", 10, "%", 14),
    security("security-on-call", "On-call week", 400, "£", geography="UK", method="Response rota"),
    security("security-call-out", "Call-out at night", 90, "£", geography="UK", method="Per incident over 30 minutes"),
    security("security-sc", "SC-cleared premium", 5, "%", 8, geography="UK", method="While the contract needs it"),
    security("security-dv", "DV-cleared premium", 12, "%", 18, geography="UK", method="While the contract needs it"),
]
