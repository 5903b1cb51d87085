"""Pay bands, consistent with what the guides say. Annual figures are written in thousands."""

from collections.abc import Iterator, Sequence

from agency.demo.vocabulary import Band, Ends

Range = tuple[float, float, float]


def yearly(
    specialism: str, role: str, currency: str, rows: Sequence[tuple[str, str, Range]], bonus: str = ""
) -> Iterator[Band]:
    """Annual base of a role: (level, place, quartiles in thousands)."""
    for level, place, quartiles in rows:
        p25, p50, p75 = (round(amount * 1000) for amount in quartiles)
        yield Band(specialism, role, level, place, currency, p25, p50, p75, bonus=bonus)


def daily(specialism: str, role: str, level: str, place: str, quartiles: tuple[int, int, int]) -> Band:
    """A day rate in pounds."""
    return Band(specialism, role, level, place, "GBP", *quartiles, basis="day_rate")


def by_level(place: str, mid: Range, senior: Range, staff: Range) -> list[tuple[str, str, Range]]:
    """The usual three levels in a place."""
    return [("mid", place, mid), ("senior", place, senior), ("staff", place, staff)]


MACHINE_LEARNING = [
    *yearly(
        "machine-learning",
        "Machine Learning Engineer",
        "GBP",
        [
            *by_level("London", (78, 88, 100), (100, 115, 132), (135, 155, 180)),
            *by_level("Manchester", (62, 70, 80), (79, 90, 103), (103, 118, 136)),
        ],
    ),
    *yearly(
        "machine-learning",
        "Machine Learning Engineer",
        "EUR",
        [
            *by_level("Dublin", (75, 85, 96), (95, 108, 123), (121, 138, 159)),
            *by_level("Amsterdam", (69, 78, 88), (86, 97, 111), (107, 122, 140)),
            *by_level("Berlin", (72, 80, 90), (88, 98, 112), (112, 126, 145)),
            *by_level("Munich", (75, 84, 95), (92, 103, 117), (117, 132, 151)),
            *by_level("Paris", (59, 66, 75), (74, 84, 96), (95, 108, 124)),
        ],
    ),
    *yearly(
        "machine-learning",
        "Machine Learning Engineer",
        "CHF",
        by_level("Zurich", (118, 130, 145), (142, 158, 178), (175, 195, 225)),
    ),
    *yearly(
        "machine-learning",
        "Machine Learning Engineer",
        "SEK",
        by_level("Stockholm", (650, 720, 800), (810, 900, 1000), (980, 1100, 1250)),
    ),
    *yearly("machine-learning", "Head of AI", "GBP", [("head", "London", (165, 195, 230))]),
    *yearly(
        "machine-learning",
        "Data Scientist",
        "GBP",
        [("mid", "London", (62, 70, 79)), ("senior", "London", (84, 95, 106)), ("staff", "London", (112, 126, 142))],
    ),
]

DATA = "data-platforms"
DATA_PLATFORMS = [
    *yearly(
        DATA,
        "Data Engineer",
        "GBP",
        [("mid", "London", (58, 65, 72)), ("mid", "Rest of UK", (50, 56, 63))],
        bonus="0–10%",
    ),
    *yearly(
        DATA,
        "Data Engineer",
        "GBP",
        [("senior", "London", (78, 87, 96)), ("senior", "Rest of UK", (68, 76, 84))],
        bonus="5–12%",
    ),
    *yearly(
        DATA,
        "Data Engineer",
        "GBP",
        [("staff", "London", (98, 109, 120)), ("staff", "Rest of UK", (86, 95, 105))],
        bonus="10–15%",
    ),
    *yearly(
        DATA,
        "Analytics Engineer",
        "GBP",
        [("senior", "London", (70, 78, 86)), ("senior", "Rest of UK", (62, 68, 75))],
        bonus="5–10%",
    ),
    *yearly(
        DATA,
        "Streaming Engineer",
        "GBP",
        [("senior", "London", (88, 98, 108)), ("senior", "Rest of UK", (78, 86, 95))],
        bonus="5–15%",
    ),
    *yearly(
        DATA,
        "Head of Data Platform",
        "GBP",
        [("head", "London", (125, 142, 160)), ("head", "Rest of UK", (110, 125, 140))],
        bonus="15–25%",
    ),
    *yearly(
        DATA,
        "Data Engineer",
        "EUR",
        [
            ("senior", "Amsterdam", (80, 89, 98)),
            ("senior", "Berlin", (78, 86, 95)),
            ("senior", "Munich", (84, 94, 104)),
            ("senior", "Dublin", (84, 93, 102)),
            ("senior", "Paris", (66, 74, 82)),
        ],
    ),
    Band(DATA, "Data Engineer", "senior", "Madrid", "EUR", 52_000, 60_000, 68_000, ends=Ends.OVER),
    daily(DATA, "Data Engineer", "senior", "London", (525, 600, 675)),
]

CLOUD_PLATFORMS = [
    *yearly(
        "cloud-platforms", "Platform Engineer", "GBP", by_level("London", (66, 74, 82), (88, 96, 104), (115, 127, 140))
    ),
    *yearly("cloud-platforms", "Site Reliability Engineer", "GBP", [("senior", "London", (88, 98, 110))]),
]

SECURITY = "security-engineering"
SECURITY_ENGINEERING = [
    *yearly(
        SECURITY, "Product Security Engineer", "GBP", by_level("London", (70, 78, 86), (92, 103, 114), (122, 135, 148))
    ),
    *yearly(
        SECURITY, "Cloud Security Engineer", "GBP", by_level("London", (70, 77, 85), (92, 103, 115), (120, 132, 145))
    ),
    *yearly(
        SECURITY,
        "Detection and Response Engineer",
        "GBP",
        by_level("London", (60, 68, 76), (82, 92, 102), (108, 119, 130)),
    ),
    *yearly(
        SECURITY, "Corporate Security Engineer", "GBP", by_level("London", (54, 61, 68), (72, 81, 90), (95, 105, 115))
    ),
    *yearly(
        SECURITY,
        "Governance and Assurance Specialist",
        "GBP",
        by_level("London", (52, 59, 66), (72, 81, 90), (92, 102, 112)),
    ),
    *yearly(SECURITY, "Head of Security", "GBP", [("head", "London", (130, 147, 165))]),
    *yearly(SECURITY, "Chief Information Security Officer", "GBP", [("executive", "London", (175, 205, 240))]),
    daily(SECURITY, "Penetration Tester", "senior", "London", (550, 620, 700)),
    daily(SECURITY, "Cloud Security Engineer", "senior", "London", (600, 680, 775)),
    daily(SECURITY, "Detection and Response Engineer", "staff", "London", (1100, 1300, 1600)),
    daily(SECURITY, "Governance and Assurance Specialist", "senior", "London", (500, 570, 650)),
    daily(SECURITY, "Head of Security", "head", "London", (900, 1050, 1200)),
]

WIND, UK = "offshore-wind", "United Kingdom"
OFFSHORE_WIND = [
    *yearly(WIND, "Package Engineer", "GBP", [("mid", UK, (52, 60, 70))], bonus="10–20%"),
    *yearly(WIND, "Consents Manager", "GBP", [("senior", UK, (58, 68, 80))], bonus="10–20%"),
    *yearly(WIND, "Contracts Manager", "GBP", [("senior", UK, (68, 80, 95))], bonus="10–20%"),
    *yearly(WIND, "Interface Manager", "GBP", [("senior", UK, (70, 80, 92))], bonus="10–20%"),
    *yearly(
        WIND, "Package Manager", "GBP", [("mid", UK, (78, 88, 100)), ("senior", UK, (98, 110, 125))], bonus="10–20%"
    ),
    *yearly(WIND, "Offshore Engineering Manager", "GBP", [("senior", UK, (95, 108, 122))], bonus="10–20%"),
    *yearly(WIND, "Offshore Wind Project Director", "GBP", [("director", UK, (150, 172, 205))]),
    daily(WIND, "Offshore Client Representative", "senior", UK, (520, 600, 680)),
    daily(WIND, "Marine Coordinator", "mid", UK, (380, 430, 480)),
    daily(WIND, "Offshore HSE Adviser", "mid", UK, (420, 470, 520)),
    daily(WIND, "Cable Burial Specialist", "senior", UK, (650, 725, 800)),
    daily(WIND, "Package Manager", "senior", UK, (650, 750, 850)),
    *yearly(
        WIND,
        "Package Manager",
        "EUR",
        [("mid", "Germany", (88, 100, 112)), ("mid", "Netherlands", (82, 94, 106)), ("mid", "France", (68, 79, 90))],
    ),
    *yearly(WIND, "Package Manager", "DKK", [("mid", "Denmark", (820, 920, 1020))]),
    *yearly(WIND, "Package Manager", "PLN", [("mid", "Poland", (280, 335, 390))]),
]

GRID_STORAGE = [
    *yearly("grid-storage", "Grid Connections Manager", "GBP", [("senior", UK, (72, 82, 92))]),
    *yearly(
        "grid-storage", "Power Systems Engineer", "GBP", [("mid", UK, (48, 55, 62)), ("senior", UK, (62, 70, 80))]
    ),
]

PROJECT_FINANCE = [
    *yearly("project-finance", "Renewables Investment Director", "GBP", [("director", "London", (135, 154, 175))]),
    *yearly("project-finance", "Financial Modeller", "GBP", [("senior", "London", (78, 88, 98))]),
]

CLINICAL_OPERATIONS = [
    *yearly("clinical-operations", "Clinical Operations Lead", "GBP", [("staff", UK, (88, 98, 108))]),
    *yearly("clinical-operations", "Clinical Project Manager", "GBP", [("senior", UK, (62, 70, 79))]),
]

REGULATORY = "regulatory-affairs"
MARKETS = (("GBP", UK), ("EUR", "Netherlands"), ("EUR", "Germany"), ("CHF", "Switzerland"))
GRADES: list[tuple[str, str, tuple[Range, Range, Range, Range]]] = [
    ("Regulatory Affairs Manager", "mid", ((62, 70, 78), (74, 83, 92), (80, 89, 98), (125, 137, 150))),
    ("Regulatory Affairs Manager", "senior", ((78, 86, 95), (90, 100, 110), (95, 106, 118), (145, 160, 175))),
    ("Regulatory Affairs Director", "staff", ((92, 103, 115), (106, 119, 132), (112, 125, 138), (165, 182, 200))),
    ("Regulatory Affairs Director", "director", ((118, 134, 150), (132, 148, 165), (140, 157, 175), (195, 217, 240))),
    (
        "Senior Director, Regulatory Affairs",
        "director",
        ((145, 162, 180), (160, 179, 198), (170, 190, 210), (230, 255, 280)),
    ),
    ("Head of Regulatory Affairs", "head", ((175, 205, 240), (192, 225, 260), (205, 240, 280), (270, 308, 350))),
]
BONUSES = {"mid": "10–12% target", "director": "20–25% target", "head": "30–35% target"}
REGULATORY_AFFAIRS = [
    *(
        band
        for role, level, ranges in GRADES
        for (currency, place), quartiles in zip(MARKETS, ranges, strict=True)
        for band in yearly(REGULATORY, role, currency, [(level, place, quartiles)], bonus=BONUSES.get(level, ""))
    ),
    *yearly(REGULATORY, "CMC Lead", "GBP", [("staff", UK, (98, 111, 125))]),
    daily(REGULATORY, "Regulatory Affairs Manager", "mid", UK, (450, 510, 575)),
    daily(REGULATORY, "Regulatory Affairs Director", "director", UK, (850, 975, 1100)),
    daily(REGULATORY, "CMC Lead", "staff", UK, (750, 850, 950)),
]

BIOPROCESS = [
    *yearly("bioprocess", "Bioprocess Engineer", "GBP", [("mid", UK, (46, 53, 60)), ("senior", UK, (60, 70, 80))]),
    *yearly("bioprocess", "Upstream Process Scientist", "GBP", [("mid", UK, (44, 50, 56))]),
]

BANDS: Sequence[Band] = [
    *MACHINE_LEARNING,
    *DATA_PLATFORMS,
    *CLOUD_PLATFORMS,
    *SECURITY_ENGINEERING,
    *OFFSHORE_WIND,
    *GRID_STORAGE,
    *PROJECT_FINANCE,
    *CLINICAL_OPERATIONS,
    *REGULATORY_AFFAIRS,
    *BIOPROCESS,
]
