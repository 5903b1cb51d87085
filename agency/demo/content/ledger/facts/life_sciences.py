"""Figures of the life sciences sector."""

from functools import partial

from agency.demo.vocabulary import Fact

life = partial(Fact, "life-sciences", geography="UK and EU")
development = partial(Fact, "clinical-development")
clinical = partial(Fact, "clinical-operations")
regulatory = partial(Fact, "regulatory-affairs")
bioprocess = partial(Fact, "bioprocess")

FACTS = [
    life("life-searches", "Searches completed a year", 46),
    life("life-time", "Brief to accepted offer", 59, "days"),
    life("life-return", "Clients who return", 68, "%", method="Within two years"),
    development("development-time", "Brief to accepted offer", 62, "days", geography="UK and EU"),
    development("development-biotech", "Biotech share of mandates", 70, "%", geography="UK and EU"),
    development("development-notice", "Notice to plan for", 3, "months", geography="UK and France"),
    clinical("clinical-time", "Brief to accepted offer", 61, "days", geography="UK and EU"),
    clinical("clinical-interviews", "First interviews per hire", 5, geography="UK and EU"),
    clinical("clinical-stay", "Still in post at 24 months", 87, "%", geography="UK and EU"),
    clinical(
        "clinical-time-uk", "Brief to accepted offer", 58, "days", geography="UK", method="Clinical operations leads"
    ),
    clinical("clinical-notice", "Notice to serve", 3, "months", geography="UK and France"),
    clinical(
        "clinical-leads", "Leads we would call, UK", 260, geography="UK", sample="sponsors, CROs and trial units"
    ),
    clinical("clinical-open", "Open to a call", 1, "in 4", geography="UK and EU"),
    clinical("clinical-relocate", "Would relocate", 1, "in 15", geography="UK and EU"),
    regulatory("regulatory-time", "Brief to accepted offer", 64, "days", geography="UK and EU"),
    regulatory("regulatory-assessed", "People we assess per hire", 38, method="Director searches"),
    regulatory("regulatory-accepted", "Offers accepted", 83, "%", geography="UK and EU"),
    regulatory(
        "regulatory-time-director", "Brief to accepted offer", 66, "days", geography="UK and EU", method="Directors"
    ),
    regulatory(
        "regulatory-rivals", "Candidates with rival offers", 2, "in 3", geography="UK and EU", method="Final stage"
    ),
    regulatory("regulatory-biologics", "Premium for CMC of biologics", 8, "%", 12),
    regulatory("regulatory-us", "Premium for having led a US meeting from Europe", 10, "%"),
    regulatory("regulatory-cell", "Premium for a cell or gene therapy filing", 10, "%", 15),
    regulatory("regulatory-publishing", "Discount for labelling or publishing only", 5, "%", 10),
    regulatory("regulatory-remote", "Discount for fully remote work", 0, "%", 5),
    regulatory("regulatory-bonus-manager", "Target bonus, manager", 10, "%", 12),
    regulatory("regulatory-bonus-director", "Target bonus, director", 20, "%", 25),
    regulatory("regulatory-bonus-head", "Target bonus, head", 30, "%", 35),
    regulatory("regulatory-equity", "Grant to a director after a second funding round", 0.15, "%", 0.3),
    regulatory("regulatory-car", "Car allowance", 6, "£k", 9, geography="UK", method="Large companies"),
    regulatory(
        "regulatory-refused", "Offers 10% below expectation that are refused", 4, "in 5", geography="UK and EU"
    ),
    bioprocess("bioprocess-time", "Brief to accepted offer", 53, "days", geography="UK and EU"),
    bioprocess("bioprocess-near", "Hires within 30 km", 58, "%", geography="UK and EU"),
    bioprocess("bioprocess-shortlist", "Shortlist length", 4, geography="UK and EU"),
    bioprocess("bioprocess-time-uk", "Brief to accepted offer", 49, "days", geography="UK", method="Engineers"),
    bioprocess("bioprocess-relocate", "Willing to relocate", 1, "in 5", geography="UK"),
    bioprocess("bioprocess-weekend", "Weekend payment", 180, "£", geography="UK", method="Per weekend"),
    bioprocess("bioprocess-rota", "Weekends on duty", 1, "in 5", geography="UK", sample="group of eight"),
    bioprocess("bioprocess-vectors", "Premium for viral vectors", 10, "%", geography="UK"),
    bioprocess("bioprocess-counted", "Between two ways to count “right first time”", 30, "points"),
]
