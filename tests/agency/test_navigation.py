"""The links in header and footer: in order, to live pages only, for one query."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from agency.models import HomePage, NavigationLink, Place, PlainPage
from agency.models.navigation import navigation
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def linked(home: HomePage) -> list[PlainPage]:
    """Three pages, linked from header and footer."""
    pages = [factories.PlainPageFactory(parent=home, slug=f"page-{number}") for number in range(3)]
    factories.navigation(*pages)
    return pages


def shown(place: str) -> list[tuple[str, str]]:
    """Words and address of each link to a page that a visitor sees; the way to the search always stands after them."""
    soup = BeautifulSoup(Client().get("/").content, "html.parser")
    part = soup.find("nav", {"aria-label": {"header": "Main", "footer": "Footer"}[place]})
    links = [(link.get_text(), link["href"]) for link in part.find_all("a")] if part else []
    assert place == Place.FOOTER or links.pop() == ("Search", "/search/")
    return links


@pytest.mark.parametrize("place", Place.values)
def test_links_come_in_their_order_with_the_pages_titles(linked: list[PlainPage], place: str) -> None:
    assert shown(place) == [(page.title, page.url) for page in linked]


@pytest.mark.database
def test_order_is_the_editors(linked: list[PlainPage]) -> None:
    NavigationLink.objects.filter(page=linked[2], place=Place.HEADER).update(sort_order=-1)
    assert [link.page.pk for link in navigation()["header"]] == [linked[2].pk, linked[0].pk, linked[1].pk]
    assert [link.page.pk for link in navigation()["footer"]] == [page.pk for page in linked]


@pytest.mark.parametrize("place", Place.values)
def test_drafts_are_left_out_until_they_are_published(linked: list[PlainPage], place: str) -> None:
    linked[1].unpublish()
    assert [words for words, _href in shown(place)] == [linked[0].title, linked[2].title]
    linked[1].save_revision().publish()
    assert len(shown(place)) == 3


def test_deleted_page_takes_its_links_along(linked: list[PlainPage]) -> None:
    PlainPage.objects.get(pk=linked[0].pk).delete()
    assert len(shown("header")) == len(shown("footer")) == 2


def test_label_stands_in_for_the_title(linked: list[PlainPage]) -> None:
    NavigationLink.objects.filter(page=linked[0], place=Place.FOOTER).update(label="Short")
    assert shown("footer")[0] == ("Short", linked[0].url)
    assert shown("header")[0] == (linked[0].title, linked[0].url)


def test_header_marks_the_page_one_is_on(linked: list[PlainPage]) -> None:
    soup = BeautifulSoup(Client().get(linked[1].url).content, "html.parser")
    marked = soup.find("nav", {"aria-label": "Main"}).find_all(attrs={"aria-current": "page"})
    assert [link["href"] for link in marked] == [linked[1].url]


def test_site_without_links_has_no_empty_lists(home: HomePage) -> None:
    soup = BeautifulSoup(Client().get("/").content, "html.parser")
    assert shown("header") == []
    assert soup.find("nav", {"aria-label": "Footer"}) is None
    assert soup.find("a", string="Discuss a mandate")["href"].startswith("/mandate/")


def test_navigation_costs_one_query(linked: list[PlainPage], django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert [str(link) for link in navigation()["header"]] == [page.title for page in linked]
