"""The feeds: what is new on the site and in each specialism, for programs that tell readers."""

import datetime
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from agency.models import ConsultantPage, HomePage
from specialisms.models import SpecialismPage
from support_pages.feeds import LENGTH, feed_path
from support_pages.models import PageChange, SupportPage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("brand")]

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ADDRESS = "https://agency.example"
HOSTILE = "<b>]]>&amp; \"quoted\" 'and' \x0b\x01\ufffe 𝕏 <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]> &y;"


def at(day: int) -> datetime.datetime:
    """Noon on a day of March."""
    return datetime.datetime(2026, 3, day, 12, tzinfo=datetime.UTC)


def appear(parent: Page, day: int, **fields: object) -> SupportPage:
    """A guide that appeared on a day of March."""
    parent = parent.specific_class.objects.get(pk=parent.pk)
    return factories.SupportPageFactory(parent=parent, first_published_at=at(day), last_published_at=at(day), **fields)


def change(guide: SupportPage, day: int, note: str = "New pay bands.") -> None:
    """A material change on a day of March."""
    PageChange.objects.create(page=guide, date=datetime.date(2026, 3, day), note=note)


def feed(of: SpecialismPage | None = None) -> ElementTree.Element:
    """A feed, parsed."""
    response = Client().get(feed_path(of))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own


def titles(of: SpecialismPage | None = None) -> list[str]:
    """The titles of a feed's entries, in order."""
    return [entry.findtext("a:title", "", ATOM) for entry in feed(of).findall("a:entry", ATOM)]


def link(element: ElementTree.Element, rel: str = "alternate") -> str:
    """Where an element's link of a kind leads."""
    return element.find(f"a:link[@rel='{rel}']", ATOM).attrib["href"]


def test_newest_come_first_by_what_changed_or_appeared(specialism: SpecialismPage) -> None:
    old = appear(specialism, 1, title="Old and changed")
    appear(specialism, 3, title="Third")
    appear(specialism, 2, title="Second")
    change(old, 2, "Nothing much.")
    change(old, 9)
    assert titles() == titles(specialism) == ["Old and changed", "Third", "Second"]


@override_settings(BASE_URL=ADDRESS)
def test_entry_says_what_it_is_who_wrote_it_and_when(specialism: SpecialismPage, consultant: ConsultantPage) -> None:
    specialism.listing_title = "ML"
    specialism.save()
    summary = "What it costs & takes."
    guide = appear(specialism, 1, title="Hiring", author=consultant, listing_summary=summary, kind="salary_guide")
    change(guide, 9, "Bands for <Berlin>.")
    root = feed()
    (entry,) = root.findall("a:entry", ATOM)
    assert link(entry) == guide.canonical_url
    assert entry.findtext("a:author/a:name", "", ATOM) == "Ines Okafor"
    assert entry.find("a:author/a:email", ATOM) is None
    assert entry.findtext("a:published", "", ATOM) == "2026-03-01T12:00:00+00:00"
    assert entry.findtext("a:updated", "", ATOM) == root.findtext("a:updated", "", ATOM) == "2026-03-09T00:00:00+00:00"
    assert [term.attrib["term"] for term in entry.findall("a:category", ATOM)] == ["Salary guide", "ML"]
    words = BeautifulSoup(entry.findtext("a:summary", "", ATOM), "html.parser").find_all("p")
    assert [line.get_text() for line in words] == [summary, "What changed: Bands for <Berlin>."]
    assert root.findtext("a:author/a:name", "", ATOM) == "Throughline"


@override_settings(BASE_URL=ADDRESS)
def test_feeds_say_whose_they_are(home: HomePage, specialism: SpecialismPage) -> None:
    SpecialismPage.objects.update(first_published_at=at(1))
    specialism = SpecialismPage.objects.get(pk=specialism.pk)
    of_site, of_specialism = feed(), feed(specialism)
    assert (link(of_site), link(of_site, "self")) == (f"{ADDRESS}/", f"{ADDRESS}/feed/")
    assert link(of_specialism) == specialism.canonical_url
    assert link(of_specialism, "self") == f"{ADDRESS}/feed{specialism.url}"
    assert of_site.findtext("a:title", "", ATOM) == "Throughline"
    assert of_specialism.findtext("a:title", "", ATOM) == "Machine Learning · Throughline"
    assert of_specialism.findtext("a:id", "", ATOM) == f"tag:agency.example,2026-03-01:/page/{specialism.pk}/"


def test_change_on_the_day_it_appeared_is_not_older_than_the_guide(specialism: SpecialismPage) -> None:
    guide = appear(specialism, 1)
    change(guide, 1)
    (entry,) = feed().findall("a:entry", ATOM)
    assert entry.findtext("a:updated", "", ATOM) == entry.findtext("a:published", "", ATOM)


def test_drafts_private_guides_aliases_and_strays_are_left_out(specialism: SpecialismPage, home: HomePage) -> None:
    guide = appear(specialism, 1, title="Seen")
    appear(specialism, 2, title="Draft", live=False)
    secret = appear(specialism, 3, title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    guide.create_alias(update_slug="alias", parent=SpecialismPage.objects.get(pk=specialism.pk))
    appear(home, 4, title="Stray")
    assert titles() == titles(specialism) == ["Seen"]
    PageViewRestriction.objects.create(page=specialism, restriction_type="login")
    assert titles() == []
    assert Client().get(feed_path(specialism)).status_code == 404


def test_feed_of_a_wider_specialism_holds_narrower_ones_and_guests_once(specialism: SpecialismPage, directory) -> None:
    narrower = factories.SpecialismPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk))
    elsewhere = factories.SpecialismPageFactory(parent=type(directory).objects.get(), title="Elsewhere")
    appear(narrower, 1, title="Deep")
    guest = appear(elsewhere, 2, title="Guest")
    guest.also_supports.set([narrower, specialism])
    guest.save()
    appear(elsewhere, 3, title="Not here")
    assert titles(SpecialismPage.objects.get(pk=specialism.pk)) == ["Guest", "Deep"]
    assert titles(narrower) == ["Guest", "Deep"]
    assert titles() == ["Not here", "Guest", "Deep"]
    narrower.unpublish()
    specialism.guests.clear()
    assert titles(SpecialismPage.objects.get(pk=specialism.pk)) == ["Deep"], "a draft lists nobody"


def test_ids_survive_moves_and_old_addresses_of_feeds_lead_on(specialism: SpecialismPage, directory) -> None:
    guide = appear(specialism, 1)
    before = feed().find("a:entry", ATOM)
    elsewhere = factories.SpecialismPageFactory(parent=type(directory).objects.get(), slug="elsewhere")
    SpecialismPage.objects.filter(pk=specialism.pk).update(first_published_at=at(1))
    page = SpecialismPage.objects.get(pk=specialism.pk)
    old, name = feed_path(page), feed(page).findtext("a:id", "", ATOM)
    page.move(elsewhere, pos="last-child")
    after = feed().find("a:entry", ATOM)
    assert link(after) != link(before)
    assert after.findtext("a:id", "", ATOM) == before.findtext("a:id", "", ATOM)
    assert str(guide.pk) in after.findtext("a:id", "", ATOM)
    page = SpecialismPage.objects.get(pk=specialism.pk)
    answer = Client().get(old)
    assert (answer.status_code, answer["Location"]) == (301, feed_path(page))
    assert feed(page).findtext("a:id", "", ATOM) == name


def test_there_is_no_feed_of_anything_else(guide: SupportPage, directory) -> None:
    for where in (guide.url, directory.url, "/no/such/page/", "/"):
        assert Client().get(f"/feed{where}x/").status_code == 404
    assert Client().get(f"/feed{guide.url}").status_code == 404
    assert Client().post("/feed/").status_code == 405


def test_hostile_texts_leave_a_valid_document(specialism: SpecialismPage, consultant: ConsultantPage) -> None:
    ConsultantPage.objects.update(title=HOSTILE)
    appear(specialism, 1, title=HOSTILE, author=consultant, listing_summary=HOSTILE)
    SpecialismPage.objects.filter(pk=specialism.pk).update(title=HOSTILE)
    root = feed(SpecialismPage.objects.get(pk=specialism.pk))
    clean = HOSTILE.replace("\x0b\x01\ufffe", "")
    entry = root.find("a:entry", ATOM)
    assert entry.findtext("a:title", "", ATOM) == entry.findtext("a:author/a:name", "", ATOM) == clean
    assert BeautifulSoup(entry.findtext("a:summary", "", ATOM), "html.parser").get_text() == clean
    assert entry.findall("a:category", ATOM)[1].attrib["term"] == clean


def get(**headers: str) -> HttpResponse:
    """The site's feed, asked for with conditions."""
    return Client().get("/feed/", headers=headers)


def test_caches_ask_and_get_nothing_if_nothing_changed(specialism: SpecialismPage) -> None:
    guide = appear(specialism, 1)
    first = get()
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert first.headers["Last-Modified"] == "Sun, 01 Mar 2026 12:00:00 GMT"
    assert not first.cookies
    for condition in ({"if_none_match": first["ETag"]}, {"if_modified_since": first["Last-Modified"]}):
        assert (get(**condition).status_code, get(**condition).content) == (304, b"")
    mended = datetime.datetime(2026, 3, 5, tzinfo=datetime.UTC)
    SupportPage.objects.filter(pk=guide.pk).update(title="Mended", last_published_at=mended)
    for condition in ({"if_none_match": first["ETag"]}, {"if_modified_since": first["Last-Modified"]}):
        assert get(**condition).status_code == 200
    assert "2026-03-05" not in get().content.decode(), "readers are told of material changes only"


def test_feed_without_entries_stays_the_same(specialism: SpecialismPage) -> None:
    first = Client().get(feed_path(specialism))
    assert b"<entry>" not in first.content
    again = Client().get(feed_path(specialism), headers={"if_none_match": first["ETag"]})
    assert again.status_code == 304


@pytest.mark.database
def test_feed_is_no_longer_and_costs_no_more_on_a_large_site(specialism: SpecialismPage) -> None:
    costs = []
    for number in (2, LENGTH + 10):
        for _page in range(number):
            appear(specialism, 1)
        for path in (feed_path(), feed_path(specialism)):
            cache.clear()
            Site.clear_site_root_paths_cache()
            with CaptureQueriesContext(connection) as captured:
                Client().get(path)
            costs.append(len(captured))
    assert costs[:2] == costs[2:]
    assert max(costs) <= 8
    assert len(titles()) == LENGTH


def test_pages_name_their_feeds(home: HomePage, guide: SupportPage, specialism: SpecialismPage) -> None:
    def feeds(page: Page) -> list[str]:
        html = BeautifulSoup(Client().get(page.url).content, "html.parser")
        found = html.head.find_all("link", rel="alternate", type="application/atom+xml")
        assert all(link["title"] for link in found)
        return [link["href"] for link in found]

    assert feeds(home) == ["/feed/"]
    assert feeds(specialism) == feeds(guide) == [feed_path(specialism), "/feed/"]
    for path in feeds(guide):
        assert Client().get(path).status_code == 200
    SpecialismPage.objects.get(pk=specialism.pk).unpublish()
    assert feeds(guide) == ["/feed/"], "no feed of a draft"
