"""Figures of the energy transition sector."""

from functools import partial

from agency.demo.vocabulary import Ends, Fact

energy = partial(Fact, "energy-transition")
power = partial(Fact, "power-systems")
wind = partial(Fact, "offshore-wind")
grid = partial(Fact, "grid-storage")
finance = partial(Fact, "project-finance")

FACTS = [
    energy("energy-time", "Brief to accepted offer", 84, "days", method="Median of the whole sector"),
    energy("energy-countries", "Countries hired in", 9, method="Last twelve months"),
    energy("energy-repeat", "Repeat clients", 7, "in 10", method="Last twelve months"),
    power("power-time", "Brief to accepted offer", 76, "days", method="Median of both fields"),
    power("power-employer", "Employer-side roles", 9, "in 10", method="Share of searches"),
    power("power-shortlist", "Brief to shortlist", 27, "days", method="Median of both fields"),
    wind("wind-time", "Brief to accepted offer", 83, "days", method="Searches opened October to January"),
    wind("wind-time-may", "The same, opened in May", 121, "days", method="Searches opened in May"),
    wind("wind-country", "Candidates changing country", 1, "in 3", geography="UK and North Sea"),
    wind("wind-stay", "Still in post at takeover", 88, "%", method="Package managers"),
    wind("wind-location", "Offers lost to location", 1, "in 4", geography="North Sea"),
    wind("wind-conversations", "Conversations before a shortlist of four", 20, high=30),
    wind("wind-risk", "Premium before investment decision", 8, "%", geography="UK", method="Pays for the risk"),
    wind("wind-cable", "Premium for a high-voltage cable record", 12, "%", geography="UK and Germany"),
    wind("wind-port", "Premium for four days in a port town", 6, "%", method="Against a city office"),
    wind("wind-bonus", "Bonus up to manager", 10, "%", 20, geography="UK"),
    wind("wind-inside", "Day rates inside IR35 above those outside", 20, "%", 25, geography="UK"),
    wind("wind-nights", "Nights away a year", 70, high=90, geography="UK", method="Yard and port"),
    wind("wind-completion", "Completion bonus", 20, "%", geography="UK", method="At package takeover"),
    grid("grid-time", "Brief to accepted offer", 71, "days", method="Median, retained searches"),
    grid("grid-approached", "People approached per search", 86, method="Average"),
    grid("grid-shortlist", "Shortlist", 4, high=5, method="Retained searches"),
    grid("grid-notice", "Usual notice", 3, "months", geography="Great Britain", method="Network operators"),
    grid("grid-export", "Hire for compliance before first export", 12, "months", 18, geography="Great Britain"),
    finance("finance-time", "Brief to accepted offer", 104, "days", method="Director level"),
    finance("finance-limit", "Director searches at once", 4, method="Our own limit"),
    finance("finance-counter", "Counter-offers made", 1, "in 2", method="Accepted offers", ends=Ends.OVER),
    finance("finance-notice", "Notice or garden leave", 3, "months", 6, geography="UK"),
    finance("finance-approval", "References and approval for a certified role", 6, "weeks", geography="UK"),
    finance("finance-date", "Papers that take the grid date from the seller", 1, "in 2", method="Our reading"),
    finance("finance-contracted", "Cover ratio on contracted revenue", 1.2, "times"),
    finance("finance-merchant", "Cover ratio on merchant revenue", 1.8, "times"),
    finance("finance-found", "Faults found, median", 3.5, "of 6", sample="shortlisted candidates"),
    finance("finance-heavy", "Found a heavy fault", 1, "in 3", sample="shortlisted candidates"),
]
