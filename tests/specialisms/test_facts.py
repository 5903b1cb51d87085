"""Facts on pages: written once, current everywhere, honest about their age."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Site

from specialisms.blocks.facts import FactBlock
from specialisms.models import Fact, SpecialismPage
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db


def inline(fact: Fact) -> str:
    """A sentence with a fact in it."""
    return f'<p>It takes <embed embedtype="fact" id="{fact.pk}"/> from mandate to offer.</p>'


def using(*facts: Fact, times: int = 1) -> object:
    """A guide's body with each fact inside a text, a callout and an answer, and in a row."""
    raw: list[dict[str, object]] = []
    for fact in facts * times:
        raw += [
            {"type": "text", "value": inline(fact)},
            {"type": "callout", "value": {"title": "Note", "text": inline(fact)}},
            {
                "type": "questions",
                "value": {"title": "Asked", "items": [{"question": "How long?", "answer": inline(fact)}]},
            },
            {"type": "facts", "value": [{"fact": fact.pk, "label": "", "value": "", "note": ""}]},
        ]
    block = SupportPage._meta.get_field("body").stream_block
    return block.clean(block.to_python(raw))


def read(page: SupportPage | SpecialismPage) -> BeautifulSoup:
    """The page as a visitor gets it."""
    response = Client().get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_a_change_shows_on_the_next_request_wherever_the_fact_stands(guide: SupportPage) -> None:
    fact = factories.fact()
    guide.body = using(fact)
    guide.save_revision().publish()
    assert read(guide).find(class_="prose").get_text().count("47 days") == 4
    fact.low, fact.high = 40, 52
    fact.save()
    changed = read(guide).find(class_="prose").get_text()
    assert changed.count("40–52 days") == 4
    assert "47 days" not in changed


def test_a_fact_inside_a_sentence_brings_its_source_and_date(guide: SupportPage) -> None:
    fact = factories.fact(as_of="2026-09-30", source_url="https://example.com/survey", sample="41 searches")
    guide.body = using(fact)
    guide.save()
    soup = read(guide)
    sentence = soup.select_one(".prose > p:not(.guide-introduction)")
    assert sentence.get_text() == (
        "It takes 47 days (Median time to offer: Searches completed by the agency, UK, September 2026, 41 searches)"
        " from mandate to offer."
    )
    shown = sentence.find(class_="fact")
    assert shown.name == "span"
    assert shown["tabindex"] == "0"
    assert shown.find("a")["href"] == "https://example.com/survey"


def test_a_chosen_fact_in_a_row_shows_value_place_date_and_source(guide: SupportPage) -> None:
    fact = factories.fact(as_of="2026-09-30", illustrative=True)
    guide.body = using(fact)
    guide.save()
    row = read(guide).select_one(".prose .facts")
    assert row.dt.get_text() == "Median time to offer"
    assert row.dd.get_text() == "47 daysIllustrative, Searches completed by the agency, UK, September 2026"


def test_typed_figures_stay_as_they_were(guide: SupportPage) -> None:
    row = read(guide).select_one(".prose .facts")
    assert "47 days" in row.get_text()


def test_key_figures_take_facts_too(specialism: SpecialismPage) -> None:
    fact = factories.fact()
    block = SpecialismPage._meta.get_field("key_figures").stream_block
    specialism.key_figures = block.to_python([{"type": "facts", "value": [{"fact": fact.pk}]}])
    specialism.save_revision().publish()
    assert "47 days" in read(specialism).select_one(".key-figures").get_text()


def test_an_expired_fact_says_when_it_was_last_checked(guide: SupportPage) -> None:
    today = timezone.localdate()
    fact = factories.fact(valid_until=today, checked_on="2026-05-03")
    guide.body = using(fact)
    guide.save()
    assert "ast checked" not in read(guide).get_text()
    Fact.objects.update(valid_until=today - datetime.timedelta(days=1))
    text = read(guide).find(class_="prose").get_text()
    assert text.count("47 days (last checked 3 May 2026)") == 3
    assert text.count("Last checked 3 May 2026") == 1


def test_what_somebody_writes_into_a_fact_stays_text(guide: SupportPage) -> None:
    fact = factories.fact(says="<script>alert(1)</script>", source_name='"><img src=x onerror=alert(1)>')
    guide.body = using(fact)
    guide.save()
    soup = read(guide)
    assert not soup.select(".prose script, .prose img")
    assert "<script>alert(1)</script>: " in soup.get_text()


def test_a_missing_fact_leaves_the_page_standing(guide: SupportPage) -> None:
    guide.body = using(factories.fact())
    guide.save()
    super(Fact, Fact.objects.get()).delete()
    assert "from mandate to offer" in read(guide).get_text()


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, {"fact"}),
        ({"note": "UK"}, {"label", "value"}),
        ({"label": "Time"}, {"value"}),
        ({"value": "47 days"}, {"label"}),
        ({"fact": True, "label": "Time", "note": "UK"}, {"label", "note"}),
    ],
)
def test_a_figure_is_chosen_or_typed(given: dict[str, object], wrong: set[str]) -> None:
    block = FactBlock()
    raw = dict(given)
    if "fact" in raw:
        raw["fact"] = factories.fact().pk
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python(raw))
    assert set(refused.value.block_errors) == wrong


def queries(url: str) -> list[str]:
    """The queries of one request with nothing cached."""
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.parametrize("page_type", ["guide", "specialism"])
def test_all_facts_of_a_page_are_one_query(page_type: str, request: pytest.FixtureRequest, brand) -> None:
    page = request.getfixturevalue(page_type)
    plain = queries(page.url)
    page.body = using(factories.fact(), times=2)
    page.save()
    few = queries(page.url)
    facts = [factories.fact(says=f"Figure {number}") for number in range(20)]
    page.body = using(*facts, times=3)
    if page_type == "specialism":
        block = SpecialismPage._meta.get_field("key_figures").stream_block
        page.key_figures = block.to_python([{"type": "facts", "value": [{"fact": fact.pk} for fact in facts[:4]]}])
    page.save()
    many = queries(page.url)
    assert len([sql for sql in many if 'FROM "specialisms_fact"' in sql]) == 1, "\n".join(many)
    assert len(many) == len(few) <= len(plain) + 1, "\n".join(many)
