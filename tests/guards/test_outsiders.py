"""Whatever a consultant sends, nothing changes outside of the specialisms they lead; inside, everything works."""

from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from agency.models import User
from support_pages.admin.publication import Publication
from support_pages.models import SupportPage
from tests import factories
from tests.guards import attacks
from tests.guards.attacks import Attack, filled, form_of
from tests.guards.estate import Estate
from tests.guards.fingerprint import Fingerprint, difference, fingerprint
from tests.guards.test_permissions import ROUTES, undrawn

pytestmark = pytest.mark.django_db

GROUPS: dict[str, Callable[[Estate, Client], Iterator[Attack]]] = {
    "edits": attacks.edits,
    "additions": attacks.additions,
    "departures": lambda grounds, _root: attacks.departures(grounds),
    "workflows": lambda grounds, _root: attacks.workflows(grounds),
    "evidence": attacks.evidence,
    "accounts": lambda grounds, _root: attacks.accounts(grounds),
    "everywhere": lambda grounds, _root: attacks.everywhere(grounds, ROUTES),
}


def browser(user: User) -> Client:
    """A browser in which somebody is logged in."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


@pytest.fixture
def root(grounds: Estate) -> Client:
    """The browser of a superuser."""
    return browser(factories.user("root", is_superuser=True))


@pytest.fixture
def ines(grounds: Estate) -> Client:
    """The consultant's."""
    return browser(grounds.ines)


def answer(client: Client, attack: Attack, method: str = "post") -> int:
    """Send it, and say what came back; who is logged in stays so."""
    cookies = client.cookies.output(header="", sep=";")
    with undrawn():
        status = getattr(client, method)(attack.address, attack.data).status_code
    client.cookies = SimpleCookie(cookies)
    return status


class Writes:
    """Notes whether anything is written to the database; if not, nothing can have changed."""

    def __init__(self) -> None:
        self.seen = False

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        """Wraps one query."""
        self.seen |= sql.lstrip()[:6].upper() in {"INSERT", "UPDATE", "DELETE"}
        return execute(sql, params, many, context)


def changes(grounds: Estate, before: Fingerprint, client: Client, attack: Attack, method: str = "post") -> dict:
    """What an attack changes outside; it is undone."""
    with transaction.atomic():
        writes = Writes()
        with connection.execute_wrapper(writes):
            answer(client, attack, method)
        found = difference(before, look(grounds)) if writes.seen else {}
        transaction.set_rollback(True)
    return found


def look(grounds: Estate) -> Fingerprint:
    """Everything outside of what Ines leads."""
    return fingerprint(grounds.inside.paths, grounds.outside.mandate)


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_changes_outside(grounds: Estate, root: Client, ines: Client, group: str) -> None:
    before = look(grounds)
    for attack in GROUPS[group](grounds, root):
        for method in ("post", "get") if group == "everywhere" else ("post",):
            assert not changes(grounds, before, ines, attack, method), f"{method} {attack.name}"


@pytest.mark.parametrize("group", ["edits", "additions", "departures", "workflows", "evidence"])
def test_the_same_forms_do_something_in_other_hands(grounds: Estate, root: Client, group: str) -> None:
    """Every kind of attack is one that works: for a superuser, on some page or other."""
    before, works = look(grounds), {}
    for attack in GROUPS[group](grounds, root):
        kind = attack.name.partition(" ")[0]
        if not works.get(kind):
            works[kind] = bool(changes(grounds, before, root, attack))
    assert {kind for kind, worked in works.items() if not worked} <= ASKS_FIRST


ASKS_FIRST = {"publish", "approve", "list", "convert_alias"}
"""Only whoever has seen what is wrong publishes or approves, and no alias becomes a page of its own in readers' sight: other
tests do it."""


def sent(client: Client, address: str, data: Any = None) -> None:
    """Send a form that has to be taken."""
    response = client.post(address, data or {})
    assert response.status_code == 302, response.content.decode()[:500]
    assert response.url != reverse("wagtailadmin_home")


def test_inside_a_consultant_writes_publishes_and_moves(grounds: Estate, ines: Client) -> None:
    half = grounds.inside
    edit = reverse("wagtailadmin_pages:edit", args=[half.guide.pk])
    form = form_of(ines, edit, half.guide)
    with transaction.atomic():
        sent(ines, edit, filled(form, title="Better", **{"action-publish": "1"}))
        go_through(ines, half.guide)
        assert SupportPage.objects.get(pk=half.guide.pk).title == "Better"
        sent(ines, reverse("wagtailadmin_pages:lock", args=[half.guide.pk]))
        assert Page.objects.get(pk=half.guide.pk).locked
        sent(ines, reverse("wagtailadmin_pages:unlock", args=[half.guide.pk]))
        sent(ines, reverse("wagtailadmin_pages:move_confirm", args=[half.guide.pk, half.second.pk]), {"go": "on"})
        assert Page.objects.get(pk=half.guide.pk).path.startswith(half.second.path)
        sent(ines, reverse("wagtailadmin_pages:unpublish", args=[half.guide.pk]))
        assert not Page.objects.get(pk=half.guide.pk).live
        transaction.set_rollback(True)


def go_through(client: Client, page: Page) -> None:
    """Publish on the screen that says what is wrong with it."""
    gate = reverse("thread:publish", args=[page.pk])
    shown = Publication(Page.objects.get(pk=page.pk).specific, User.objects.get(username="ines")).shown
    client.post(gate, {"shown": shown})
