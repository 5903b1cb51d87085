"""What crawlers read: robots.txt and the sitemap."""

import datetime
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from agency.models import HomePage
from specialisms.models import SpecialismPage
from support_pages import sitemap
from support_pages.models import PageChange, SupportPage
from tests import factories

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ADDRESS = "https://agency.example"


def listed(path: str = "/sitemap.xml") -> dict[str, str]:
    """The addresses in the sitemap with the day each page changed."""
    response = Client().get(path)
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


@override_settings(BASE_URL=ADDRESS)
def test_sitemap_says_of_a_guide_when_it_appeared_or_last_changed_for_readers(specialism: SpecialismPage) -> None:
    appeared = datetime.datetime(2026, 3, 1, 23, 30, tzinfo=datetime.UTC)
    parent = SpecialismPage.objects.get(pk=specialism.pk)
    guide = factories.SupportPageFactory(parent=parent, first_published_at=appeared, last_published_at=timezone.now())
    changed = factories.SupportPageFactory(parent=parent, first_published_at=appeared)
    PageChange.objects.create(page=changed, date=datetime.date(2026, 9, 1), note="New pay bands.")
    alias = changed.create_alias(update_slug="alias", parent=SpecialismPage.objects.get(pk=specialism.pk))
    undated = factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk))
    days = listed()
    assert [days[page.canonical_url] for page in (guide, changed, undated)] == ["2026-03-01", "2026-09-01", ""]
    assert alias.canonical_url == changed.canonical_url
    assert f"{ADDRESS}{alias.url}" not in days
    assert len(days) == 6, "front page, directory, specialism, three guides"


@override_settings(BASE_URL=ADDRESS)
def test_sitemap_says_of_a_specialism_when_its_text_or_its_list_of_guides_changed(specialism: SpecialismPage) -> None:
    def day(number: int) -> datetime.datetime:
        return datetime.datetime(2026, 3, number, 12, tzinfo=datetime.UTC)

    SpecialismPage.objects.filter(pk=specialism.pk).update(last_published_at=day(2))
    page = SpecialismPage.objects.get(pk=specialism.pk)
    guide = factories.SupportPageFactory(parent=page, first_published_at=day(1), last_published_at=day(9))
    PageChange.objects.create(
        page=guide, date=day(8).date(), note="It is in the guide, not on the page that lists it."
    )
    assert listed()[page.canonical_url] == "2026-03-02"
    SupportPage.objects.filter(pk=guide.pk).update(first_published_at=day(5))
    assert listed()[page.canonical_url] == "2026-03-05"


@override_settings(BASE_URL=ADDRESS)
def test_sitemap_lists_a_guest_once_and_no_private_specialism(
    directory: Page, specialism: SpecialismPage, guide: SupportPage
) -> None:
    host = factories.SpecialismPageFactory(parent=type(directory).objects.get(), title="Host")
    guide.also_supports.add(host)
    guide.save()
    assert Client().get("/sitemap.xml").content.decode().count(f"<loc>{guide.canonical_url}</loc>") == 1
    PageViewRestriction.objects.create(page=specialism, restriction_type="login")
    assert listed().keys() == {page.canonical_url for page in (HomePage.objects.get(), directory, host)}


@override_settings(BASE_URL=ADDRESS)
def test_guide_under_a_draft_has_its_address_all_the_same(specialism: SpecialismPage, guide: SupportPage) -> None:
    SpecialismPage.objects.get(pk=specialism.pk).unpublish()
    assert guide.canonical_url in listed()
    assert specialism.canonical_url not in listed()


@override_settings(BASE_URL=ADDRESS)
def test_sitemap_of_a_very_large_site_is_an_index_of_files(specialism: SpecialismPage, monkeypatch) -> None:
    for _page in range(3):
        factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk))
    whole = list(listed())
    monkeypatch.setattr(sitemap, "LONGEST", 4)
    index = ElementTree.fromstring(Client().get("/sitemap.xml").content)  # noqa: S314 - our own
    files = [place.text for place in index.findall("s:sitemap/s:loc", NAMES)]
    assert files == [f"{ADDRESS}/sitemap.xml?p=1", f"{ADDRESS}/sitemap.xml?p=2"]
    parts = [list(listed(file.removeprefix(ADDRESS))) for file in files]
    assert [len(part) for part in parts] == [4, 2]
    assert [*parts[0], *parts[1]] == whole
    for nothing in ("3", "0", "x"):
        assert Client().get("/sitemap.xml", {"p": nothing}).status_code == 404


def test_sitemap_is_sent_again_only_when_it_changed(specialism: SpecialismPage) -> None:
    first = Client().get("/sitemap.xml")
    assert first.headers["X-Robots-Tag"].startswith("noindex")
    again = {"if_none_match": first["ETag"]}
    assert Client().get("/sitemap.xml", headers=again).status_code == 304
    factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk))
    assert Client().get("/sitemap.xml", headers=again).status_code == 200


@pytest.mark.database
def test_sitemap_costs_the_same_for_many_pages(directory: Page) -> None:
    counts = []
    for number in (2, 20):
        for _page in range(number):
            directory.refresh_from_db()
            specialism = factories.SpecialismPageFactory(parent=directory)
            guide = factories.SupportPageFactory(parent=specialism)
            guide.also_supports.add(SpecialismPage.objects.first())
            guide.save()
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
    for private in ("/admin/", "/mandate/?ctx=abc", "/mandate/room/abc/", "/documents/1/x.pdf"):
        assert not rules.can_fetch("*", private)
    assert "Allow: /mandate/$\n" in response.content.decode()  # the bare form; Python's parser knows no dollar sign
    assert rules.site_maps() == [f"{ADDRESS}/sitemap.xml"]


def test_machine_addresses_set_no_cookie(home: HomePage) -> None:
    for path in ("/robots.txt", "/sitemap.xml", "/feed/"):
        assert not Client().get(path).cookies
