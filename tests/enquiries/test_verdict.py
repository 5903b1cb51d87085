"""What the screening says of clients, of spam, and of anything at all."""

import sys
import time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from enquiries.models.mandate import Screening
from enquiries.spam.facts import Facts
from enquiries.spam.samples import FOLDER, samples_in, share
from enquiries.spam.signals import SIGNALS, Signal
from enquiries.spam.verdict import POINTS, PROOF_FROM, QUARANTINE_FROM, Assessment, assess
from tests.enquiries.clients import CLIENTS
from tests.enquiries.near_spam import NEAR_SPAM
from tests.enquiries.submission import EXAMPLES

SOFT = set(POINTS) - {
    *(Signal.HONEYPOT, Signal.MARKUP, Signal.CODE, Signal.GIBBERISH, Signal.GIBBERISH_NAMES, Signal.SOLICITATION),
    *(
        Signal.LINKED_NAME,
        Signal.DISGUISE,
        Signal.COPIED,
        Signal.REPEATED,
        Signal.UNLIKE_A_MANDATE,
        Signal.BLOCK,
        Signal.SENDER,
    ),
    *(Signal.HASTE, Signal.MACHINE),
}
"""Signals that clients may send as well."""
MOST_CALLS = 25_000
"""Calls of functions for a text of 4,000 characters."""


@pytest.mark.parametrize(("role", "need"), CLIENTS, ids=[role for role, _need in CLIENTS])
def test_nothing_of_how_clients_write_is_taken_for_spam(role: str, need: str) -> None:
    assessment = assess(Facts(role, need, "Dana Whitfield", "Northwind Ltd", "dana@northwind.example", 45))
    assert assessment.screening == Screening.CLEAR, assessment


@pytest.mark.parametrize(("role", "need"), CLIENTS[:28], ids=[role for role, _need in CLIENTS[:28]])
def test_nor_from_an_office_where_several_paste_theirs_within_the_hour(role: str, need: str) -> None:
    assessment = assess(Facts(role, need, "Dana", "Northwind", "dana@gmail.com", 9, from_block=6, from_domain=6))
    assert assessment.screening == Screening.CLEAR, assessment


@pytest.mark.parametrize(("role", "need"), NEAR_SPAM, ids=[role for role, _need in NEAR_SPAM])
@pytest.mark.parametrize("seconds", [5, 45])
def test_nor_what_those_write_who_trade_in_what_spam_offers(role: str, need: str, seconds: int) -> None:
    """In five seconds, as with a password manager that fills in everything, as well as typed."""
    assessment = assess(Facts(role, need, "Dana Whitfield", "Northwind", "dana@northwind.example", seconds))
    assert assessment.screening == Screening.CLEAR, assessment


@pytest.mark.parametrize(
    "came",
    [
        {"seconds": 2},
        {"honeypot": "x", "seconds": 5},
        {"repeats": 2},
        {"email": "d@mailinator.com", "seconds": 2},
        {"email": "d@mailinator.com", "honeypot": "x"},
        {"email": "d@mailinator.com", "seconds": 5, "need": "Own it within a year, see https://prize.example"},
    ],
    ids=str,
)
def test_a_program_goes_into_quarantine_whatever_it_says(came: dict[str, Any]) -> None:
    said = {"role": "Head of Data", "need": "We need somebody within a year.", "name": "Dana", "company": "Northwind"}
    assessment = assess(Facts(**{"email": "d@northwind.example", "seconds": 45} | said | came))
    assert assessment.screening == Screening.QUARANTINE, assessment


@pytest.mark.parametrize(
    "came", [{"seconds": 5}, {"repeats": 1}, {"email": "d@mailinator.com"}, {"from_block": 6}], ids=str
)
def test_one_sign_of_a_program_holds_no_mandate(came: dict[str, Any]) -> None:
    said = {"role": "Head of Data", "need": "We need somebody within a year.", "name": "Dana", "company": "Northwind"}
    assessment = assess(Facts(**{"email": "d@northwind.example", "seconds": 45} | said | came))
    assert assessment.screening == Screening.CLEAR, assessment


@pytest.mark.parametrize(
    ("role", "need"),
    [
        (
            "Machine Learning Engineer",
            "We have immediate joiners on our bench, your requirements please, reply with rates.",
        ),
        ("Senior developers available", "Hire our engineers, we offer best rates to agencies"),
    ],
)
def test_a_title_is_no_pass_for_somebody_who_sells(role: str, need: str) -> None:
    assessment = assess(Facts(role, need, "Sam", "Bench Ltd", "sam@bench.example", 90))
    assert assessment.screening == Screening.QUARANTINE, assessment


def test_no_soft_signal_holds_anybody_up_alone() -> None:
    assert set(POINTS) == set(Signal)
    assert {signal for signal in SOFT if max(POINTS[signal]) >= PROOF_FROM + 10} == set()


def test_the_thresholds() -> None:
    ends = [
        Assessment(score, ()).screening for score in (PROOF_FROM - 1, PROOF_FROM, QUARANTINE_FROM - 1, QUARANTINE_FROM)
    ]
    assert ends == [Screening.CLEAR, Screening.PROOF, Screening.PROOF, Screening.QUARANTINE]


def test_a_client_whose_browser_fills_in_the_hidden_field_is_asked_and_not_hidden() -> None:
    assessment = assess(
        Facts("Head of Data", "We need somebody within a year.", "Dana", "Northwind", "d@n.example", 45, "x")
    )
    assert assessment.screening == Screening.PROOF


@EXAMPLES
@given(st.text(max_size=300), st.text(max_size=4000), st.text(max_size=80), st.text(max_size=80), st.emails())
def test_anything_can_be_assessed(role: str, need: str, name: str, company: str, email: str) -> None:
    assessment = assess(Facts(role, need, name, company, email))
    assert 0 <= assessment.score < 2000
    assert all(isinstance(points, int) and name in SIGNALS for name, points in assessment.signals)


@pytest.mark.parametrize(
    "need",
    [
        "a" * 4000,
        "a." * 2000,
        "<" * 4000,
        "{{" * 2000,
        "www." * 1000,
        "-" * 4000,
        "a-" * 2000,
        "1' or " * 600,
        "\u0430a" * 2000,
        "Wir suchen Ihre Website und unsere besten Angebote, kostenlos. " * 62,
        "[url " * 800,
        "<a " * 1300,
        "x@" * 2000,
        "http://" + "a.b-" * 990,
        "00" * 2000,
        "\n" * 4000,
        "<a <b [url [" * 300,
        "m/w " * 1000,
        "zespol" + "a" * 3990,
        "we a " * 800,
    ],
    ids=lambda need: need[:6],
)
def test_no_text_takes_long(need: str) -> None:
    """Patterns that go back and forth would take seconds; the limit leaves room for a slow machine."""
    facts = Facts("Engineer", need, "Dana", "Northwind", "d@northwind.example", 45)
    begun = time.process_time()
    assess(facts)
    assert time.process_time() - begun < 0.15


def test_a_long_text_is_looked_at_a_bounded_number_of_times() -> None:
    """Calls of functions rather than time, so that the machine does not matter: some 10 ms of it for 4,000 characters."""
    need = " ".join(need for _role, need in NEAR_SPAM)[:4000]
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    facts = Facts("Engineer", need, "Dana", "Northwind", "d@northwind.example", 45)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        assess(facts)
    finally:
        sys.setprofile(before)
    assert 0 < calls < MOST_CALLS


def measured(*arguments: str) -> str:
    """What the command prints."""
    printed = StringIO()
    call_command("measure_spam", *arguments, stdout=printed)
    return printed.getvalue()


@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "third"], ids=["used for building", "not used"])
def test_the_figures(folder: Path) -> None:
    """No real one blocked or hidden, and at least 95 % of spam in quarantine."""
    samples = samples_in(folder)
    assert share(samples, real=True, screening=Screening.CLEAR) == 1
    assert share(samples, real=False, screening=Screening.QUARANTINE) >= 0.95


def test_the_command_prints_them() -> None:
    printed = measured("--why")
    assert "spam in quarantine: " in printed
    assert "real mandates neither held nor hidden: 100.0%" in printed


def test_the_command_says_when_there_are_no_samples(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no samples"):
        measured(str(tmp_path))
