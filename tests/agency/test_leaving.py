"""A page that returns finds all its addresses again, whatever became of the page that stood in for it; no chains."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry

from agency.leaving import Leaving
from agency.models import HomePage, PlainPage
from tests import factories
from tests.agency.test_addresses import follow, fresh, renamed

pytestmark = pytest.mark.django_db

Making = Callable[[str], PlainPage]


@pytest.fixture
def page(home: HomePage) -> Making:
    """Makes a live page with a version, which has had another address before."""

    def make(name: str) -> PlainPage:
        made = factories.PlainPageFactory(parent=fresh(home), title=name, slug=f"{name}-before")
        page = renamed(made, name)
        page.save_revision()
        return fresh(page)

    return make


def send(page: Page, target: Page) -> None:
    """Unpublish a page and send its readers to another."""
    leaving = Leaving.of([(page.pk, page.url_path)])
    fresh(page).unpublish()
    leaving.send_on_for_now(target, None, {page.pk})


def delete(page: Page, target: Page | None = None) -> None:
    """Delete a page; its readers go to another, or nowhere."""
    leaving = Leaving.of([(page.pk, page.url_path)])
    fresh(page).delete()
    if target:
        leaving.send_on_for_good(target)


def publish(page: Page) -> None:
    """Have a page back."""
    fresh(page).get_latest_revision().publish()


def assert_is_back(page: Page) -> None:
    """Readers find a page at its address and by the one it had before."""
    assert follow(page.url) == []
    assert follow(f"{page.url.rstrip('/')}-before/") == [(page.url, 301)]


@pytest.mark.parametrize("then", ["deleted to another", "deleted to nowhere", "unpublished", "returned", "gone twice"])
def test_page_is_back_at_all_its_addresses_whatever_became_of_the_target(page: Making, then: str) -> None:
    away, target, third = page("away"), page("target"), page("third")
    send(away, target)
    assert follow(away.url) == follow("/away-before/") == [(target.url, 302)]
    if then == "deleted to another":
        delete(target, third)
    elif then == "deleted to nowhere":
        delete(target)
    else:
        send(target, third)
        if then == "returned":
            publish(target)
        elif then == "gone twice":
            delete(third)
    publish(away)
    assert_is_back(away)
    assert Redirect.objects.filter(redirect_page=away.pk).count() == 1


def test_nobody_is_sent_on_twice(page: Making) -> None:
    first, second, third = page("first"), page("second"), page("third")
    send(first, second)
    send(second, third)
    for url in (first.url, "/first-before/", second.url, "/second-before/"):
        assert follow(url) == [(third.url, 302)]


def test_page_that_stood_in_does_so_again_when_it_returns(page: Making) -> None:
    first, second, third = page("first"), page("second"), page("third")
    send(first, second)
    send(second, third)
    publish(second)
    assert_is_back(second)
    assert follow(first.url) == follow("/first-before/") == [(second.url, 302)]
    publish(first)
    assert_is_back(first)


def test_page_that_has_returned_keeps_what_is_its_own(page: Making) -> None:
    first, second, third = page("first"), page("second"), page("third")
    send(first, second)
    send(second, third)
    publish(first)
    publish(second)
    for one in (first, second, third):
        assert_is_back(one)


def test_pages_that_stand_in_for_each_other_in_turn_lead_in_no_circle(page: Making) -> None:
    first, second = page("first"), page("second")
    for _time in range(2):
        send(first, second)
        publish(first)
        send(second, first)
        assert follow(second.url) == follow("/second-before/") == [(first.url, 302)]
        publish(second)
    assert_is_back(first)
    assert_is_back(second)
    assert Redirect.objects.count() == 2


def test_redirect_by_hand_to_a_page_that_is_away_comes_back_as_it_was(page: Making) -> None:
    away, target = page("away"), page("target")
    for_now = Redirect.add_redirect("/fair", redirect_to=away, is_permanent=False)
    for_good = Redirect.add_redirect("/event", redirect_to=away)
    send(away, target)
    assert follow("/fair") == follow("/event") == [(target.url, 302)]
    publish(away)
    assert follow("/fair") == [(away.url, 302)]
    assert follow("/event") == [(away.url, 301)]
    for one in (for_now, for_good):
        assert not Redirect.objects.get(pk=one.pk).automatically_created


@pytest.mark.parametrize("done", ["edited", "deleted"])
def test_what_somebody_did_to_a_redirect_meanwhile_holds(page: Making, done: str) -> None:
    away, target, third = page("away"), page("target"), page("third")
    send(away, target)
    lent = Redirect.objects.get(old_path="/away-before")
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    if done == "edited":
        sent = {"old_path": lent.old_path, "site": lent.site_id, "redirect_page": third.pk}
        assert client.post(reverse("wagtailredirects:edit", args=[lent.pk]), sent).status_code == 302
    else:
        assert client.post(reverse("wagtailredirects:delete", args=[lent.pk])).status_code == 302
    publish(away)
    assert follow(away.url) == []
    if done == "edited":
        assert follow("/away-before/") == [(third.url, 302)]
    else:
        assert Client().get("/away-before/").status_code == 404


@pytest.mark.parametrize("by_hand", [False, True])
def test_address_that_is_taken_meanwhile_stays_with_who_took_it(page: Making, home: HomePage, by_hand: bool) -> None:
    away, target, third = page("away"), page("target"), page("third")
    send(away, target)
    delete(target)
    if by_hand:
        Redirect.add_redirect("/away-before", redirect_to=third)
        expected = [(third.url, 301)]
    else:
        factories.PlainPageFactory(parent=fresh(home), slug="away-before")
        expected = []
    publish(away)
    assert follow(away.url) == []
    assert follow("/away-before/") == expected
    assert not Redirect.objects.filter(redirect_page=away.pk).exists()


def test_publishing_again_gives_nothing_back_twice(page: Making) -> None:
    away, target = page("away"), page("target")
    send(away, target)
    publish(away)
    Redirect.objects.all().delete()
    publish(away)
    assert not Redirect.objects.exists()
    actions = PageLogEntry.objects.filter(page=away.pk, action__startswith="agency.").order_by("pk")
    assert [entry.message for entry in actions] == [
        "Readers are sent to “target” until the page is published again",
        "Readers find it at its own addresses again",
    ]
