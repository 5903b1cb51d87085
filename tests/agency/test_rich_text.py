"""Links between pages in texts: looked up together, and never leading to a page that is not there."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html

from agency.models import HomePage, PlainPage
from agency.rich_text import Resolution, linked_ids, pieces
from tests import factories

pytestmark = pytest.mark.django_db


def link(pk: object) -> str:
    """A link as the database keeps it."""
    return f'<a linktype="page" id="{pk}">there</a>'


@pytest.fixture
def targets(home: HomePage) -> list[PlainPage]:
    """Three plain pages to link to."""
    return [factories.PlainPageFactory(parent=home, slug=f"target-{number}") for number in range(3)]


def page_with(home: HomePage, *texts: str, **blocks: object) -> PlainPage:
    """A plain page whose body holds these texts."""
    home.refresh_from_db()
    raw = [{"type": "text", "value": text} for text in texts]
    raw += [{"type": kind, "value": value} for kind, value in blocks.items()]
    body = PlainPage._meta.get_field("body").stream_block.to_python(raw)
    return factories.PlainPageFactory(parent=home, slug="linking", body=body)


def hrefs(page: Page) -> list[str | None]:
    """Where the links called "there" lead; None for text without a link."""
    soup = BeautifulSoup(Client().get(page.url).content, "html.parser")
    return [anchor.get("href") for anchor in soup.main.find_all("a") if anchor.get_text() == "there"]


def test_links_lead_to_the_pages(home: HomePage, targets: list[PlainPage]) -> None:
    page = page_with(home, *(f"<p>{link(target.pk)}</p>" for target in targets))
    assert hrefs(page) == [target.url for target in targets]


def test_links_inside_nested_blocks_are_found(home: HomePage, targets: list[PlainPage]) -> None:
    page = page_with(
        home,
        callout={"title": "Note", "text": f"<p>{link(targets[0].pk)}</p>"},
        questions={"title": "Q", "items": [{"question": "Where?", "answer": f"<p>{link(targets[1].pk)}</p>"}]},
    )
    assert hrefs(page) == [targets[0].url, targets[1].url]


def test_all_links_of_a_body_cost_one_query(
    home: HomePage, targets: list[PlainPage], django_assert_num_queries
) -> None:
    page = page_with(home, *(f"<p>{link(target.pk)} and {link(target.pk)}</p>" for target in targets))
    body = PlainPage.objects.get(pk=page.pk).body
    targets[0].url  # noqa: B018 - reads the addresses of sites once
    with django_assert_num_queries(1), Resolution(body).in_use():
        assert body.render_as_block().count("href=") == 6


def test_body_without_links_costs_none(home: HomePage, django_assert_num_queries) -> None:
    body = page_with(home, "<p>Only words.</p>").body
    with django_assert_num_queries(0), Resolution(body).in_use():
        assert "Only words." in body.render_as_block()


def test_draft_target_leaves_the_words_without_a_link(home: HomePage, targets: list[PlainPage]) -> None:
    page = page_with(home, f"<p>{link(targets[0].pk)}</p>")
    targets[0].unpublish()
    assert hrefs(page) == [None]


def test_deleted_target_leaves_the_words_without_a_link(home: HomePage, targets: list[PlainPage]) -> None:
    page = page_with(home, f"<p>{link(targets[0].pk)}</p>")
    PlainPage.objects.get(pk=targets[0].pk).delete()
    assert hrefs(page) == [None]


def test_link_follows_its_target(home: HomePage, targets: list[PlainPage]) -> None:
    page = page_with(home, f"<p>{link(targets[0].pk)}</p>")
    targets[0].slug = "elsewhere"
    targets[0].save()
    assert hrefs(page) == ["/elsewhere/"]


def test_text_outside_a_body_looks_up_its_own_links(targets: list[PlainPage], django_assert_num_queries) -> None:
    targets[0].url  # noqa: B018 - reads the addresses of sites once
    with django_assert_num_queries(1):
        html = expand_db_html(f"<p>{link(targets[0].pk)} {link(targets[1].pk)}</p>")
    assert html == f'<p><a href="{targets[0].url}">there</a> <a href="{targets[1].url}">there</a></p>'


@pytest.mark.database
@pytest.mark.parametrize("odd", ["", "x", "-1", "0", "1.5", "99999999999999999999", "9" * 18, "²", "1 OR 1=1"])
def test_odd_ids_leave_the_words_without_a_link(home: HomePage, odd: str) -> None:
    assert expand_db_html(f"<p>{link(odd)}</p>") == "<p><a>there</a></p>"
    assert hrefs(page_with(home, f"<p>{link(odd)}</p>")) == [None]


def test_addresses_of_one_body_are_forgotten_after_it(targets: list[PlainPage], django_assert_num_queries) -> None:
    resolution = Resolution(f"<p>{link(targets[0].pk)}</p>")
    targets[0].url  # noqa: B018 - reads the addresses of sites once
    with resolution.in_use(), django_assert_num_queries(0):
        assert expand_db_html(link(targets[0].pk)) == f'<a href="{targets[0].url}">there</a>'
    with django_assert_num_queries(1):
        expand_db_html(link(targets[0].pk))


nested = st.recursive(
    st.none() | st.integers() | st.text(max_size=20) | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(nested, st.lists(st.integers(min_value=1, max_value=10**6), max_size=5))
def test_ids_are_found_in_any_nesting(value: object, ids: list[int]) -> None:
    raw = {"before": value, "items": [{"answer": RichText(link(pk)), "more": [link(pk)]} for pk in ids]}
    assert [pk for piece in pieces(raw) for pk in linked_ids(piece)] == [str(pk) for pk in ids for _twice in range(2)]
