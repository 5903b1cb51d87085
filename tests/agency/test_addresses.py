"""Old addresses lead to where readers find a page now, from the moment it changes, without chains or circles."""

import datetime
from unittest import mock

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from agency import addresses
from agency.leaving import Leaving
from agency.maintenance import publish_scheduled
from agency.models import HomePage, PlainPage
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db


def fresh(page: Page) -> Page:
    """The page as it is stored now."""
    return type(page).objects.get(pk=page.pk)


def renamed(page: Page, slug: str) -> Page:
    """The page under another slug."""
    page = fresh(page)
    page.slug = slug
    page.save()
    return fresh(page)


def follow(url: str) -> list[tuple[str, int]]:
    """Where a reader is sent from an address, step by step; the last answer must be a page."""
    response = Client().get(url, follow=True)
    assert response.status_code == 200
    return response.redirect_chain


@pytest.fixture
def other(specialism: SpecialismPage) -> SpecialismPage:
    """A second specialism."""
    return factories.SpecialismPageFactory(parent=fresh(specialism.get_parent().specific), slug="data", title="Data")


def test_changed_slug_leads_on_in_the_same_transaction(specialism: SpecialismPage, guide: SupportPage) -> None:
    """What Wagtail does once the change is committed comes too late for whoever reads in between."""
    before = guide.url
    with transaction.atomic():
        after = renamed(specialism, "ml")
        assert Redirect.objects.get(redirect_page=after, old_path="/specialisms/machine-learning").is_permanent
        assert follow(before) == [(fresh(guide).url, 301)]
    assert Redirect.objects.count() == 2


def test_slug_that_changes_on_schedule_leads_on(guide: SupportPage) -> None:
    """The worker publishes it: nobody confirms anything then."""
    before = guide.url
    draft = fresh(guide)
    draft.slug = "later"
    revision = draft.save_revision(approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1))
    assert revision.approved_go_live_at
    publish_scheduled()
    assert fresh(guide).slug == "later"
    assert follow(before) == [(fresh(guide).url, 301)]


def test_moved_page_leads_on(guide: SupportPage, other: SpecialismPage) -> None:
    before = guide.url
    fresh(guide).move(other, pos="last-child")
    assert fresh(guide).url.startswith("/specialisms/data/")
    assert follow(before) == [(fresh(guide).url, 301)]


def test_every_older_address_leads_straight_there(guide: SupportPage) -> None:
    first = guide.url
    second = renamed(guide, "second").url
    third = renamed(guide, "third").url
    assert follow(first) == follow(second) == [(third, 301)]


def test_going_back_leaves_no_redirect_at_the_address(guide: SupportPage) -> None:
    """One that led from there to the page itself would send readers in a circle once it is unpublished."""
    first, slug = guide.url, guide.slug
    second = renamed(guide, "second").url
    assert renamed(guide, slug).url == first
    assert follow(first) == []
    assert follow(second) == [(first, 301)]
    fresh(guide).unpublish()
    assert Client().get(first).status_code == 404


def test_redirect_by_hand_stays(guide: SupportPage, other: SpecialismPage) -> None:
    before = guide.url
    Redirect.add_redirect(before, redirect_to=other)
    renamed(guide, "second")
    assert follow(before) == [(other.url, 301)]


def test_redirect_by_hand_for_every_site_stays(guide: SupportPage, other: SpecialismPage) -> None:
    before = guide.url
    by_hand = Redirect.add_redirect(before, redirect_to=other, site=None)
    renamed(guide, "second")
    assert list(Redirect.objects.all()) == [by_hand]
    assert addresses.by_hand(addresses.addresses_of([(guide.pk, guide.url_path, True)])) == [by_hand]


def test_new_page_takes_an_address_back_from_a_redirect(guide: SupportPage, specialism: SpecialismPage) -> None:
    slug, before = guide.slug, guide.url
    renamed(guide, "second")
    new = factories.SupportPageFactory(parent=fresh(specialism), slug=slug)
    new.save_revision().publish()
    assert follow(before) == []
    assert not Redirect.objects.exists()


def test_page_nobody_has_seen_keeps_no_address(guide: SupportPage) -> None:
    Page.objects.filter(pk=guide.pk).update(live=False, first_published_at=None)
    renamed(guide, "second")
    assert not Redirect.objects.exists()


def test_front_page_may_be_renamed(home: HomePage, guide: SupportPage) -> None:
    renamed(home, "front")
    assert not Redirect.objects.exists()
    assert follow(fresh(guide).url) == []


def test_address_too_long_to_redirect_from_does_not_stop_a_change(home: HomePage) -> None:
    slugs = ["a" * 200, "b" * 200]
    page = factories.PlainPageFactory(parent=home, slug=slugs[0])
    with mock.patch.object(addresses, "LONGEST", 100):
        assert renamed(page, slugs[1]).slug == slugs[1]
    assert not Redirect.objects.exists()


def test_signs_in_an_address(home: HomePage) -> None:
    """Slugs may hold letters that addresses encode."""
    page = factories.PlainPageFactory(parent=home, slug="überblick")
    before = page.url
    assert follow(before) == []
    after = renamed(page, "übersicht").url
    assert follow(before) == [(after, 301)]


def test_deleted_pages_lead_elsewhere_for_good(guide: SupportPage, specialism: SpecialismPage) -> None:
    first = guide.url
    second = renamed(guide, "second").url
    leaving = Leaving.of([(guide.pk, fresh(guide).url_path)])
    fresh(guide).delete()
    assert leaving.send_on_for_good(specialism) == 2
    assert follow(first) == follow(second) == [(specialism.url, 301)]


def test_unpublished_page_leads_elsewhere_until_it_is_back(guide: SupportPage, specialism: SpecialismPage) -> None:
    first = guide.url
    second = renamed(guide, "second").url
    page = fresh(guide)
    page.save_revision()
    leaving = Leaving.of([(page.pk, page.url_path)])
    page.unpublish()
    assert leaving.send_on_for_now(specialism, None, {page.pk}) == 2
    assert follow(first) == follow(second) == [(specialism.url, 302)]
    fresh(guide).get_latest_revision().publish()
    assert follow(first) == [(second, 301)]
    assert follow(second) == []
    fresh(guide).get_latest_revision().publish()
    assert follow(first) == [(second, 301)]


def test_page_that_moves_while_it_is_away_is_found_by_both_addresses_afterwards(
    guide: SupportPage, other: SpecialismPage, specialism: SpecialismPage
) -> None:
    before = guide.url
    page = fresh(guide)
    page.save_revision()
    leaving = Leaving.of([(page.pk, page.url_path)])
    page.unpublish()
    leaving.send_on_for_now(specialism, None, {page.pk})
    fresh(guide).move(other, pos="last-child")
    assert follow(before) == [(specialism.url, 302)]
    fresh(guide).get_latest_revision().publish()
    assert follow(before) == [(fresh(guide).url, 301)]


@pytest.mark.database
def test_queries_do_not_grow_with_the_pages_below(specialism: SpecialismPage, other: SpecialismPage) -> None:
    counts = []
    for slug, more in (("one", 3), ("two", 30)):
        for _number in range(more):
            factories.SupportPageFactory(parent=fresh(specialism), body=[])
        with CaptureQueriesContext(connection) as asked:
            renamed(specialism, slug)
        counts.append(len(asked))
    assert counts[1] <= counts[0]
    assert Redirect.objects.count() == 2 * 1 + 3 * 2 + 30


def test_wagtail_makes_none_of_its_own(guide: SupportPage, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        renamed(guide, "second")
    assert Redirect.objects.count() == 1


def test_page_type_of_the_kernel_keeps_its_address_too(home: HomePage) -> None:
    page = factories.PlainPageFactory(parent=home, slug="imprint")
    before = page.url
    renamed(page, "legal")
    assert follow(before) == [(PlainPage.objects.get().url, 301)]
