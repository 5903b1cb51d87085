"""What the builder of the demo does with the words of its content: finds what they name, or says where it failed."""

import datetime
from typing import Any

import pytest

from agency.demo.compose import Composer, ContentError
from agency.demo.days import WRITTEN, Days
from agency.demo.ledger import Ledger, UnknownNameError
from agency.demo.vocabulary import (
    Block,
    Ends,
    callout,
    client_words,
    compared,
    download,
    fact_row,
    heading,
    pay_table,
    quote,
    related_guides,
    role_comparison,
    text,
)
from agency.models import HomePage, PlainPage
from specialisms.models import Fact, Role
from specialisms.models.evidence import DUE
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def composer(home: HomePage) -> Composer:
    """With one page, one fact and one role."""
    ledger = Ledger(Days(datetime.date(2020, 3, 10)))
    ledger.facts["time"] = factories.fact(says="Mandate to offer")
    ledger.roles["Engineer"] = Role.objects.create(name="Engineer")
    return Composer({"home": home}, ledger)


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        (text('<p><a href="page:gone">x</a></p>'), "no page “gone”"),
        (text("<p>{fact:gone}</p>"), "no fact “gone”"),
        (callout("Mind", "<p>{fact:gone}</p>"), "no fact “gone”"),
        (fact_row("time", "gone"), "no fact “gone”"),
        (quote("About {fact:time}", "Somebody"), "cannot stand here"),
        (pay_table("Pay", "Gone"), "no role “Gone”"),
        (role_comparison("Two", compared("Engineer"), compared("Gone")), "no role “Gone”"),
        (related_guides("Next", "gone"), "no page “gone”"),
        (download("gone.csv", "Gone", "Gone"), "no document “gone.csv”"),
        (("testament", {}), "no block “testament”"),
        (("callout", {"title": "Mind", "body": "x"}), "no field “body”"),
    ],
)
def test_what_nothing_is_called_is_refused_with_its_place(composer: Composer, block: Block, complaint: str) -> None:
    with pytest.raises(ContentError, match=complaint) as refused:
        composer.stream("our-guide", SupportPage, "body", [heading("First"), block])
    assert str(refused.value).startswith(f"our-guide, block 2 ({block[0]}): ")


def test_what_an_editor_could_not_save_is_refused(composer: Composer) -> None:
    with pytest.raises(ContentError, match=r"our-guide: .*120"):
        composer.stream("our-guide", SupportPage, "body", [heading("Long " * 30)])


def test_plain_pages_have_no_figures_of_the_ledger(composer: Composer) -> None:
    with pytest.raises(ContentError, match="cannot stand here"):
        composer.stream("about", PlainPage, "body", [text("<p>{fact:time}</p>")])


def test_names_become_references(composer: Composer) -> None:
    fact = Fact.objects.get()
    body: list[Any] = [text('<p>{fact:time}, <a href="page:home">home</a></p>'), fact_row("time")]
    raw = composer.stream("our-guide", SupportPage, "body", body).raw_data
    assert raw[0]["value"] == (
        f'<p><embed embedtype="fact" id="{fact.pk}"/>, <a linktype="page" id="{composer.pages["home"].pk}">home</a></p>'
    )
    assert raw[1]["value"][0]["value"]["fact"] == fact.pk


def test_consent_moves_along_with_the_day(composer: Composer) -> None:
    words = client_words(
        "Good.", "A client", consent_from="Them", consent_on=WRITTEN, ends_on=WRITTEN + datetime.timedelta(days=300)
    )
    value = composer.stream("our-guide", SupportPage, "body", [words])[0].value
    assert value["consent_on"] == datetime.date(2020, 3, 9)
    assert value["ends_on"] - value["consent_on"] == datetime.timedelta(days=300)


def test_role_that_no_page_holds_is_named(home: HomePage) -> None:
    with pytest.raises(UnknownNameError, match="no specialism “machine-learning”"):
        Ledger(Days(WRITTEN)).fill({"home": home}, [])


def test_dates_hold_whenever_the_demo_is_built() -> None:
    for number in range(2200):
        today = datetime.date(2025, 1, 1) + datetime.timedelta(days=number)
        days = Days(today)
        assert today - datetime.timedelta(days=7) < days.moved(WRITTEN) <= today
        assert days.moved(WRITTEN).weekday() == WRITTEN.weekday()
        for ends in Ends:
            dates = days.evidence(ends)
            assert dates["as_of"] <= dates["checked_on"] <= today, today
            assert dates["as_of"] <= dates["valid_until"], today
            assert dates["as_of"].month in (3, 6, 9, 12)
            assert (dates["as_of"] + datetime.timedelta(days=1)).day == 1
        assert days.evidence(Ends.OVER)["valid_until"] < today
        assert today < days.evidence(Ends.SOON)["valid_until"] < today + DUE
        assert days.evidence(Ends.LATER)["valid_until"] > today + 6 * DUE
