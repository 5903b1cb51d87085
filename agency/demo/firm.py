"""The demo agency itself: brand, office hours, navigation and front page. Illustrative throughout."""

import datetime

BRAND = {
    "name": "Throughline",
    "strapline": "Specialist search in technology, energy and life sciences",
    "email": "hello@throughline.example",
    "telephone": "+44 20 7946 0018",
    "address": "14 Marchmont Yard\nLondon WC1N 2AB",
    "mandate_email": "mandates@throughline.example",
    "closing_question": "Tell us about the seat you need to fill.",
    "closing_invitation": "Five answers, one minute. A consultant who works in that field replies within one working day.",
    "time_zone": "Europe/London",
    "reply_hours": 9,
    "reply_promise": "one working day",
    "telephone_country": "GB",
    "legal_lines": "Throughline Partners is an invented firm. No company is registered under this name for this site.",
    "is_demo": True,
}

OPENS, CLOSES = datetime.time(8, 30), datetime.time(17, 30)
WORKING_WEEKDAYS = range(5)

CLOSED_DAYS = [
    (datetime.date(2026, 12, 25), "Christmas Day"),
    (datetime.date(2026, 12, 28), "Boxing Day (substitute day)"),
    (datetime.date(2027, 1, 1), "New Year’s Day"),
    (datetime.date(2027, 3, 26), "Good Friday"),
    (datetime.date(2027, 3, 29), "Easter Monday"),
    (datetime.date(2027, 5, 3), "Early May bank holiday"),
    (datetime.date(2027, 5, 31), "Spring bank holiday"),
    (datetime.date(2027, 8, 30), "Summer bank holiday"),
    (datetime.date(2027, 12, 27), "Christmas Day (substitute day)"),
    (datetime.date(2027, 12, 28), "Boxing Day (substitute day)"),
]

HOME = {
    "title": "Throughline",
    "headline": "Searches run by people who know the seat.",
    "standfirst": (
        "We recruit engineers, operators and leaders in ten specialisms. Every guide here is written by the consultant "
        "who runs those searches."
    ),
    "search_description": (
        "Throughline recruits engineers, operators and leaders in technology, energy and life sciences. Read the hiring "
        "guides, then discuss your mandate."
    ),
}

STEPS = [
    ("Brief", "A minute to start. A frank first reading within one working day."),
    ("Evidence", "Pay, supply and time to hire, with sources and dates."),
    ("Shortlist", "Four to six people, met and assessed, in five weeks."),
    ("Close", "Offer, notice and the first ninety days."),
]

SPECIALISMS = {
    "slug": "specialisms",
    "title": "Specialisms",
    "standfirst": "Three sectors, ten specialisms. Each has one canonical page; the guides that support it are listed there.",
    "search_description": (
        "The fields Throughline recruits in: technology, energy transition and life sciences, each with its hiring, salary "
        "and interview guides."
    ),
}

CONSULTANTS = {
    "slug": "consultants",
    "title": "Consultants",
    "standfirst": "Eight people, each with a field. Whoever reads your mandate is whoever runs your search.",
    "search_description": "The consultants who run Throughline’s searches, the specialisms they lead and the languages they work in.",
}

HEADER = ["specialisms", "consultants", "how-a-search-works", "about"]
FOOTER = ["how-a-search-works", "fees", "privacy", "accessibility"]
