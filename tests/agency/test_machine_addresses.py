"""What crawlers read: robots.txt and the sitemap."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from agency.models import HomePage
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ADDRESS = "https://agency.example"


def listed() -> dict[str, str]:
    """The addresses in the sitemap with the day each page changed."""
    response = Client().get("/sitemap.xml")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    urls = ElementTree.fromstring(response.content).findall("s:url", NAMES)  # noqa: S314 - our own
    return {url.findtext("s:loc", "", NAMES): url.findtext("s:lastmod", "", NAMES) for url in urls}


@override_settings(BASE_URL=ADDRESS)
def test_sitemap_lists_every_live_public_page_by_its_canonical_address(
    directory: Page, specialism: SpecialismPage, guide: SupportPage
) -> None:
    specialism.refresh_from_db()
    factories.SupportPageFactory(parent=specialism, slug="draft", live=False)
    secret = factories.SupportPageFactory(parent=specialism, slug="secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="password", password="x")
    expected = [HomePage.objects.get(), directory, specialism, guide]
    assert list(listed()) == [page.canonical_url for page in expected]
    assert all(address.startswith(f"{ADDRESS}/") for address in listed())


def test_sitemap_says_when_a_page_changed(home: HomePage) -> None:
    home.save_revision().publish()
    home.refresh_from_db()
    assert list(listed().values()) == [home.last_published_at.date().isoformat()]


def test_sitemap_costs_the_same_for_many_pages(directory: Page) -> None:
    counts = []
    for number in (2, 20):
        for _page in range(number):
            directory.refresh_from_db()
            factories.SpecialismPageFactory(parent=directory)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            listed()
        counts.append(len(captured))
    assert counts[0] == counts[1]


@override_settings(BASE_URL=ADDRESS)
def test_robots_keep_out_of_what_is_private_and_find_the_sitemap(home: HomePage) -> None:
    response = Client().get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain"
    rules = RobotFileParser()
    rules.parse(response.content.decode().splitlines())
    assert rules.can_fetch("*", "/specialisms/machine-learning/")
    for private in ("/admin/", "/mandate/", "/mandate/?ctx=abc", "/documents/1/x.pdf"):
        assert not rules.can_fetch("*", private)
    assert rules.site_maps() == [f"{ADDRESS}/sitemap.xml"]


def test_machine_addresses_set_no_cookie(home: HomePage) -> None:
    for path in ("/robots.txt", "/sitemap.xml"):
        assert not Client().get(path).cookies
