"""A page that expires by itself sends its readers where was chosen when its date was set."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from agency import expiry
from agency.leaving import Leaving
from agency.maintenance import publish_scheduled
from agency.models import HomePage, PlainPage, User
from tests import factories
from tests.agency.test_addresses import follow, fresh, renamed

pytestmark = pytest.mark.django_db


@pytest.fixture
def over(home: HomePage) -> PlainPage:
    """A page whose time has come, which has had another address before."""
    past = timezone.now() - datetime.timedelta(minutes=1)
    made = factories.PlainPageFactory(parent=home, title="Fair", slug="before", expire_at=past)
    return renamed(made, "fair")


@pytest.fixture
def target(over: PlainPage, home: HomePage) -> PlainPage:
    """A page that stays."""
    return factories.PlainPageFactory(parent=fresh(home), title="Fairs", slug="fairs")


@pytest.fixture
def user(home: HomePage) -> User:
    """Whoever set the date."""
    return factories.user("mo")


def test_readers_go_where_was_chosen_until_the_page_is_back(over: PlainPage, target: PlainPage, user: User) -> None:
    expiry.choose(over, over.expire_at, target, user)
    alias = fresh(over).create_alias(update_slug="fair-too")
    Page.objects.filter(pk=alias.pk).update(expire_at=over.expire_at - datetime.timedelta(minutes=1))  # seen first
    publish_scheduled()
    assert fresh(over).expired
    assert follow("/fair/") == follow("/before/") == follow(alias.url) == [("/fairs/", 302)]
    entry = PageLogEntry.objects.filter(page=over.pk, action="agency.addresses").get()
    assert (entry.user, entry.data["title"]) == (user, "Fairs")
    page = fresh(over)
    page.expire_at = None
    page.save_revision().publish()
    assert follow("/fair/") == []
    assert follow("/before/") == [("/fair/", 301)]


@pytest.mark.parametrize("choice", ["none", "nowhere", "another time"])
def test_without_a_choice_for_that_moment_nobody_is_sent_anywhere(
    over: PlainPage, target: PlainPage, user: User, choice: str
) -> None:
    if choice == "nowhere":
        expiry.choose(over, over.expire_at, target, user)
        expiry.choose(over, over.expire_at, None, user)
    elif choice == "another time":
        expiry.choose(over, over.expire_at - datetime.timedelta(days=1), target, user)
    publish_scheduled()
    assert not fresh(over).live
    assert Client().get("/fair/").status_code == 404


def test_target_that_is_deleted_by_then_is_replaced_by_the_page_above(
    over: PlainPage, target: PlainPage, user: User, home: HomePage
) -> None:
    expiry.choose(over, over.expire_at, target, user)
    fresh(target).delete()
    publish_scheduled()
    assert follow("/fair/") == [("/", 302)]


@pytest.mark.parametrize("instead", [False, True])
def test_target_that_is_unpublished_by_then_is_replaced_by_what_stands_in_for_it(
    over: PlainPage, target: PlainPage, user: User, home: HomePage, instead: bool
) -> None:
    expiry.choose(over, over.expire_at, target, user)
    other = factories.PlainPageFactory(parent=fresh(home), slug="other")
    leaving = Leaving.of([(target.pk, target.url_path)])
    fresh(target).unpublish()
    if instead:
        leaving.send_on_for_now(other, None, {target.pk})
    publish_scheduled()
    assert follow("/fair/") == [("/other/" if instead else "/", 302)]


def test_pages_that_stand_in_for_each_other_and_expire_together_lead_to_one_that_is_there(
    over: PlainPage, target: PlainPage, user: User, home: HomePage
) -> None:
    other = factories.PlainPageFactory(parent=fresh(home), slug="other")
    Page.objects.filter(pk=target.pk).update(expire_at=over.expire_at)
    expiry.choose(over, over.expire_at, target, user)
    expiry.choose(target, over.expire_at, other, user)
    publish_scheduled()
    assert follow("/fair/") == follow("/fairs/") == [("/other/", 302)]


def test_choice_holds_for_one_moment(over: PlainPage, target: PlainPage, user: User) -> None:
    moment, later = over.expire_at, over.expire_at + datetime.timedelta(days=1)
    assert expiry.unsettled({over.pk: moment}) == {over.pk}
    expiry.choose(over, moment, target, user)
    assert expiry.unsettled({over.pk: moment}) == set()
    assert expiry.unsettled({over.pk: moment.astimezone(datetime.timezone(datetime.timedelta(hours=5)))}) == set()
    assert expiry.unsettled({over.pk: later}) == {over.pk}
    expiry.choose(over, later, None, user)
    assert expiry.unsettled({over.pk: moment}) == {over.pk}
    assert expiry.unsettled({}) == set()


def test_history_says_what_was_chosen(over: PlainPage, target: PlainPage, user: User) -> None:
    moment = datetime.datetime(2026, 5, 3, 10, tzinfo=datetime.UTC)
    expiry.choose(over, moment, target, user)
    expiry.choose(over, moment, None, user)
    entries = PageLogEntry.objects.filter(page=over.pk, action=expiry.ACTION).order_by("pk")
    said = [entry.message for entry in entries]
    assert "2026" in said[0]
    assert said[0].endswith("its readers are sent to “Fairs”")
    assert said[1].endswith("its readers are told that there is no such page")
