"""What a page's texts hold, whether they are stored, in a version or still in the form; and whatever they hold."""

import datetime
from typing import Any

import pytest
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks import StreamValue

from specialisms.models import SpecialismPage
from support_pages.cluster import cluster_of, pinned_by
from support_pages.content import Content, Link, content_of, links_in
from support_pages.models import SupportPage
from tests import factories
from tests.agency.test_raw_content import JSON
from tests.support.editor import pairs
from tests.support_pages.bodies import BODY, Library, body, shown
from tests.support_pages.pdfs import inline
from tests.support_pages.thread.writing import at, fresh, to


def in_the_form(value: StreamValue) -> StreamValue:
    """The value as the form of a page makes it of what a browser sends."""
    data = QueryDict(mutable=True)
    for name, text in pairs(BODY, value, "body"):
        data[name] = text
    return BODY.value_from_datadict(data, MultiValueDict(), "body")


def expected(library: Library) -> Content:
    """What stands in one of every block as ``Library`` fills it in."""
    testimonial = shown("testimonial")
    return Content(
        links=[
            Link("chosen", page=library.guide.pk),
            Link("typed & pasted", address="/a/?b=1&c=2"),
            Link("the Act", address="https://law.example/act?a=1&b=2"),  # beside the fact
            Link("", document=library.document.pk),
            Link("", page=library.guide.pk),
        ],
        headings=[(2, shown("heading")["text"])],
        unnamed_pictures=0,
        testimonials=[(testimonial["who"], testimonial["ends_on"])],
        facts={library.fact.pk},
        pay_tables=[None],
    )


@pytest.mark.django_db
def test_every_block_stored_in_a_version_and_in_the_form(specialism: SpecialismPage, guide: SupportPage) -> None:
    library = Library(specialism)
    prose = to(library.guide, "<b>chosen</b>") + at("/a/?b=1&amp;c=2", "typed &amp; pasted")
    before = [("text", prose), ("text", inline(library.fact)["value"])]
    filled = [(child["type"], child["value"]) for child in library.every_block().raw_data]
    guide.body = body(*before, *filled)
    guide.save()
    revision = guide.save_revision()
    found = {
        "stored": content_of(fresh(guide)),
        "version": content_of(revision.as_object()),
        "form": content_of(SupportPage(title="New", body=in_the_form(guide.body))),
    }
    for name, content in found.items():
        assert content == expected(library), name


@pytest.mark.django_db
def test_texts_of_a_specialism(specialism: SpecialismPage) -> None:
    fact = factories.fact()
    specialism.remit = to(7, "there")
    specialism.key_figures = [("facts", [{"fact": fact, "label": "", "value": "", "note": ""}])]
    specialism.save()
    found = content_of(fresh(specialism))
    assert Link("there", page=7) in found.links
    assert found.facts == {fact.pk}


@pytest.mark.django_db
def test_pins_are_no_links_of_the_text_and_reading_asks_nothing(guide: SupportPage, django_assert_num_queries) -> None:
    guide.pinned = [("guide", factories.SupportPageFactory(parent=fresh(guide.canonical), body=[]))]
    guide.save()
    page = fresh(guide)
    with django_assert_num_queries(0):
        assert content_of(page).linked == set()
        assert len(pinned_by(page)) == 1


def test_links_as_texts_hold_them() -> None:
    text = (
        '<p><a linktype="page" id="5">one</a> <a id="6" linktype="page">two  <i>words</i></a> <a href="/x">three</a>'
        '<a linktype="document" id="7">file</a> <a href="mailto:a@b.example">mail</a> <a linktype="page">no id</a></p>'
    )
    links = [Link("one", 5), Link("two words", 6), Link("three", None, "/x")]
    links += [Link("file", document=7), Link("mail", None, "mailto:a@b.example")]
    assert list(links_in([text])) == links


def read(*blocks: tuple[str, Any]) -> Content:
    """What a page with these blocks holds."""
    return content_of(SupportPage(title="Any", body=body(*blocks)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", None),
        ("text", ["x"]),
        ("heading", {"text": 5, "level": "high"}),
        ("heading", {"text": None, "level": ["2"]}),
        ("image", {"image": {"image": "x", "alt_text": 5}}),
        ("testimonial", {"who": None, "ends_on": "2026-13-45"}),
        ("testimonial", {"who": {}, "ends_on": 7}),
        ("related_guides", {"guides": ["x", None, True, 10**40, -3, {"type": "item", "value": "y"}]}),
        ("related_guides", {"guides": 5}),
        ("facts", [{"fact": True}, {"fact": 10**40}, {"fact": "5"}, {"fact": -1}]),
        ("text", f'<embed embedtype="fact" id="{10**40}"/><a linktype="page" id="{10**40}">x</a>'),
        ("pay_table", {"specialism": "x"}),
        ("market_map", {"counts": {"columns": 5, "rows": [None]}}),
    ],
)
def test_data_of_the_wrong_type_holds_nothing(name: str, value: Any) -> None:
    found = read((name, value))
    assert (found.linked, found.facts) == (set(), set())
    assert all(isinstance(text, str) for _level, text in found.headings)
    assert all(day is None for _who, day in found.testimonials)
    assert found.pay_tables in ([], [None])


@given(st.lists(st.tuples(st.sampled_from(sorted(BODY.child_blocks)), JSON), max_size=6))
def test_no_data_whatever_stops_the_reading(blocks: list[tuple[str, Any]]) -> None:
    found = read(*blocks)
    assert all(0 < pk < 10**18 for pk in found.linked | found.facts)


@pytest.mark.database
@pytest.mark.django_db
def test_pins_of_any_size_and_type_ask_for_no_page(guide: SupportPage) -> None:
    raw = [{"type": "guide", "value": value} for value in (10**40, True, "x", None, guide.pk)]
    guide.pinned = SupportPage._meta.get_field("pinned").stream_block.to_python(raw)
    assert pinned_by(guide) == [guide.pk]
    assert cluster_of(guide.canonical, guide).pinned == (guide,)


def test_day_of_a_consent_as_text_and_as_a_day() -> None:
    day = datetime.date(2026, 9, 1)
    assert read(("testimonial", {"who": "A", "ends_on": "2026-09-01"})).testimonials == [("A", day)]
    assert read(("testimonial", {"who": "A", "ends_on": day})).testimonials == [("A", day)]
