"""The demo is built in an empty database and nowhere else."""

import io

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from agency.demo.build import NotEmptyError, build, is_demo, is_empty
from agency.models import HomePage, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def welcome(db) -> None:
    """The page that Wagtail's migrations leave."""
    Page.objects.get(depth=1).add_child(instance=Page(title="Welcome to your new Wagtail site!", slug="home"))


def refuse() -> None:
    """Try to build, and see that nothing happens."""
    people, pages = User.objects.count(), list(Page.objects.order_by("pk").values())
    with pytest.raises(CommandError, match="holds other"):
        call_command("seed_demo", stdout=io.StringIO())
    assert (User.objects.count(), list(Page.objects.order_by("pk").values())) == (people, pages)
    assert not is_demo()


def test_fresh_database_is_empty() -> None:
    assert is_empty()
    assert not is_demo()


def test_database_without_even_the_welcome_page_is_empty() -> None:
    Page.objects.filter(depth=2).delete()
    assert is_empty()


def test_site_with_a_front_page_of_its_own_is_refused(home: HomePage) -> None:
    assert not is_empty()
    refuse()


def test_site_with_a_page_under_the_welcome_page_is_refused() -> None:
    Page.objects.get(depth=2).add_child(instance=Page(title="Ours", slug="ours"))
    assert not is_empty()
    refuse()


def test_site_with_nothing_but_an_account_is_refused() -> None:
    """Somebody has begun here; the demo's accounts could meet theirs."""
    factories.user("admin", is_superuser=True)
    assert not is_empty()
    refuse()


def test_code_is_refused_like_the_command(home: HomePage) -> None:
    with pytest.raises(NotEmptyError):
        build(print)


def test_build_that_fails_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it or none of it: an interrupted first run can be started again."""
    before = list(Page.objects.order_by("pk").values())
    monkeypatch.setattr("agency.demo.build.Builder._brand", lambda _builder: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(lambda _step: None)
    assert list(Page.objects.order_by("pk").values()) == before
    assert is_empty()
