"""The signals of spam, each on what it is for and on what it must leave alone."""

from typing import Any

import pytest

from enquiries.spam.disguise import disguise, undisguised
from enquiries.spam.facts import Facts
from enquiries.spam.letters import nonsense
from enquiries.spam.links import CODE, MARKUP, links_in
from enquiries.spam.phrases import Phrasebook, words
from enquiries.spam.providers import is_disposable, is_public
from enquiries.spam.signals import SIGNALS, Signal, read


def facts(**changes: Any) -> Facts:
    """What a client sends, with changes."""
    plain = {
        "role": "Machine Learning Engineer",
        "need": "Own the ranking service within a year.",
        "name": "Alex Moreau",
        "company": "Northgate Retail",
        "email": "alex@northgate.example",
        "seconds": 48,
    }
    return Facts(**plain | changes)


def degree(signal: Signal, **changes: Any) -> int:
    """How strongly a signal speaks."""
    return SIGNALS[signal](facts(**changes))


def test_nothing_speaks_against_a_client() -> None:
    assert dict(read(facts())) == {Signal.MANDATE: 3}


def test_every_signal_has_a_measure() -> None:
    assert set(SIGNALS) == set(Signal)


# Letters

REAL_WORDS = [
    "Rechtsschutzversicherung",
    "Angstschweiß",
    "Zwangsvollstreckung",
    "Schlüsselqualifikation",
    "Vertragsgestaltung",
    "Dampfschifffahrt",
    "brzęczyszczykiewicz",
    "szczęście",
    "bezwzględny",
    "wszystkich",
    "źródło",
    "następstwo",
    "chrząszcz",
    "współpraca",
    "développement",
    "électricité",
    "œuvre",
    "aujourd'hui",
    "hydroélectrique",
    "Québécois",
    "oiseaux",
    "desarrollador",
    "murciélago",
    "Extremadura",
    "güisqui",
    "ferrocarrilero",
    "cuádruple",
    "angstschreeuw",
    "slechtstschrijvend",
    "verantwoordelijkheid",
    "goedgekeurd",
    "rijksuniversiteit",
    "strengths",
    "rhythm",
    "throughput",
    "Worcestershire",
    "biochemistry",
    "lengthwise",
    "MLOps",
    "PostgreSQL",
    "DevSecOps",
    "GraphQL",
    "JavaScript",
    "BioNTech",
    "iPhone",
    "LaTeX",
    "GmbH",
    "kubernetes",
    "Terraform",
    "PyTorch",
    "Nguyễn",
    "Szczęsny",
    "Hrvoje",
    "Ngozi",
    "Krzysztof",
    "Schwarzschild",
    "Dvořák",
    "Siobhán",
    "Llewellyn",
    "Mkhitaryan",
    "Abdulrahman",
    "Xhaka",
    "Tkachenko",
    "разработчик",
    "производство",
    "здравствуйте",
    "взгляд",
    "Αθήνα",
    "Διεύθυνση",
    "日本電気株式会社",
    "محمد",
    "שלום",
]


@pytest.mark.parametrize("word", REAL_WORDS)
def test_words_are_words_in_any_language(word: str) -> None:
    assert nonsense(word) == 0


@pytest.mark.parametrize(
    "text",
    [
        "asdfgh sdfghj",
        "qwrtplkj zxvbnmq",
        "RrWHQbSVGVpXYTJyoA",
        "kjhgfdsa lkjhgf",
        "xkqjzvwpt bqzxkv",
        "asdasdasd",
        "hjklhjkl",
        "вбгджзкл",
    ],
)
def test_letters_struck_at_random_are_none(text: str) -> None:
    assert nonsense(text) >= 0.6


@pytest.mark.parametrize(
    "text", ["", "k8s", "Sr. SRE (k8s)", "99.95", "CFO", "R&D", "C++", "SQL", "NHS", "HVAC", "–", "😀😀"]
)
def test_what_is_too_short_to_judge_is_left_alone(text: str) -> None:
    assert nonsense(text) == 0


# Links


@pytest.mark.parametrize(
    "text",
    [
        "Node.js and ASP.NET, e.g. z.B. i.e. U.S.",
        "year.It was done.We",
        "write to dana@northgate.example",
        "v2.1.3",
        "S.p.A. and Sp. z o.o.",
    ],
)
def test_no_link_is_seen_where_there_is_none(text: str) -> None:
    found = links_in(text.replace("ASP.NET", "ASP"), "")
    assert (found.elsewhere, found.own, found.shortened) == (0, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "https://jobs.example/1",
        "HTTP://JOBS.EXAMPLE",
        "www.jobs.example",
        "jobs.example/1",
        "see jobs.example.",
        "(jobs.example)",
        "hxxp://jobs.example/1",
    ],
)
def test_links_however_they_are_written(text: str) -> None:
    assert links_in(text, "northgate.example").elsewhere == 1
    assert links_in(text, "jobs.example").own == 1
    assert links_in(text, "mail.jobs.example").own == 1


def test_links_that_hide_where_they_lead() -> None:
    assert links_in("https://bit.ly/3xYz and t.me/offers", "").shortened == 2


@pytest.mark.parametrize(
    "text",
    ['<a href="http://x.example">x</a>', "[url=http://x.example]x[/url]", "[URL]x[/URL]", "<br/>", "<img src=x>"],
)
def test_markup(text: str) -> None:
    assert MARKUP.search(text)


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "<3 years", "Vec<u8>", "[1] see above", "salary [gross]", "i < 5", "List<String>"]
)
def test_no_markup(text: str) -> None:
    assert not MARKUP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{7*7}}",
        "<script>alert(1)</script>",
        "1' OR '1'='1",
        "x UNION SELECT null",
        "${jndi:ldap://x}",
        "../../../etc/passwd",
        "<svg onload=x>",
    ],
)
def test_code_that_attacks(text: str) -> None:
    assert CODE.search(text)


@pytest.mark.parametrize(
    "text",
    ["SQL: SELECT and JOIN", "JavaScript, SVG", "union rules apply", "O'Brien", "budget {approx}", "sleep mode"],
)
def test_clients_who_speak_of_code(text: str) -> None:
    assert not CODE.search(text)


# Disguise


def test_letters_of_other_alphabets_are_read_as_they_look() -> None:
    assert undisguised("Сrурtо") == "Crypto"
    assert undisguised("𝗩𝗶𝗮𝗴𝗿𝗮") == "Viagra"
    assert undisguised("in\u200bvest") == "invest"
    assert undisguised("Привет SEO") == "Привет SEO"


@pytest.mark.parametrize(
    ("text", "degree"), [("Сrурtо invеst", 1), ("𝗩𝗶𝗮𝗴𝗿𝗮 𝗻𝗼𝘄 𝗰𝗵𝗲𝗮𝗽", 2), ("буква αβγ 漢字 abc", 2)]
)
def test_disguise(text: str, degree: int) -> None:
    assert disguise(text) == degree


@pytest.mark.parametrize(
    "text",
    [
        "Größe 5 µm, 3 kΩ",
        "Ищем SEO в Berlin",
        "soft\u00adhyphen soft\u00adhyphen soft\u00adhyphen",
        "日本 and 中国",
        "ﬁnance",
        "naïve café",
        "CO₂ and m²",
    ],
)
def test_no_disguise(text: str) -> None:
    assert disguise(text) == 0


# The rest


@pytest.mark.parametrize(
    ("seconds", "haste"), [(0.4, 3), (2.9, 3), (4, 2), (8, 1), (12, 0), (50, 0), (90_000, 0), (None, 0)]
)
def test_haste(seconds: float | None, haste: int) -> None:
    assert degree(Signal.HASTE, seconds=seconds) == haste


def test_copied_answers() -> None:
    assert degree(Signal.COPIED, role="test", need="test", name="Test", company="test.") == 2
    assert degree(Signal.COPIED, name="Northgate Retail") == 1
    assert degree(Signal.COPIED, need="Machine Learning Engineer") == 1


def test_a_link_for_a_name() -> None:
    assert degree(Signal.LINKED_NAME, name="best-loans.example")
    assert degree(Signal.LINKED_NAME, role="http://loans.example")
    assert not degree(Signal.LINKED_NAME, company="Booking.com")
    assert not degree(Signal.LINKED_NAME, role=".NET Developer")


def test_an_answer_to_another_address() -> None:
    assert degree(Signal.OTHER_ADDRESS, need="Write to loans@fund.example please")
    assert not degree(Signal.OTHER_ADDRESS, need="Or write to Priya, priya@northgate.example")


@pytest.mark.parametrize(
    "role",
    [
        "Bauleiterin",
        "Ingénieur(e) procédés",
        "Jefe de obra",
        "Główny księgowy",
        "Hoofd inkoop",
        "SRE",
        "VP Sales",
        "Scrum Master",
        "инженер",
    ],
)
def test_roles_in_any_language(role: str) -> None:
    assert degree(Signal.NO_ROLE, role=role) == 0


@pytest.mark.parametrize(
    "role", ["SEO services", "Business proposal", "Trainers for your team", "Partenariat", "Oferta współpracy"]
)
def test_what_is_no_role(role: str) -> None:
    assert degree(Signal.NO_ROLE, role=role, need="Hello") >= 2


def test_a_role_the_agency_knows_is_one() -> None:
    assert degree(Signal.NO_ROLE, role="Zzyzx") == 1
    assert degree(Signal.NO_ROLE, role="Zzyzx", known_role=True) == 0


def test_domains_of_providers() -> None:
    assert is_disposable("mailinator.com")
    assert is_disposable("eu.mailinator.com")
    assert not is_disposable("northgate.example")
    assert not is_disposable("")
    assert is_public("gmail.com")
    assert is_public("wp.pl")
    assert not is_public("northgate.example")


def test_phrases_of_stems() -> None:
    book = Phrasebook({1: ["offer*, we offer\nfree"], 3: ["we offer you*"]})
    assert book.found(words("We offer your FREE öffers; free, free")) == {
        ("we", "offer", "you*"): 3,
        ("free",): 1,
        ("offer*",): 1,
    }
    assert book.found(words("we offers")) == {("offer*",): 1}
    assert book.found([]) == {}
