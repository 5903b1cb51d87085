"""Who gets in where: every address of the admin, asked by everybody.

``permissions.txt`` says what is right, a line an address. A new address needs its line; run this test to be told which, and
read what it says before you copy it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from http.cookies import SimpleCookie
from pathlib import Path
from unittest import mock

import pytest
from django.contrib import auth
from django.contrib.auth.models import AnonymousUser, Permission
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.backends.django import Template
from django.test import Client
from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.admin.icons import get_icons
from wagtail.permissions import collection_permission_policy, page_permission_policy

from agency.models import ConsultantIndexPage, User
from tests import factories
from tests.guards import estate
from tests.guards.estate import LEFT_OUT, Estate
from tests.guards.subjects import Route, routes

TABLE = Path(__file__).with_name("permissions.txt")
VISITORS = (
    *("anonymous", "groupless", "bare", "onlooker", "idle", "named"),
    *("editor", "reviewer", "inside", "outside", "administrator"),
)
LOOKING = ("view_fact", "view_role", "view_payband", "view_mandate", "view_all_mandates")
"""What an onlooker may do."""
WITHIN = {"named", "inside"}
"""Who is asked about the half that Ines leads and Nora reviews; the others are asked about the other one."""
SAME = {"outside": "inside"}
"""Who is the same person as somebody before them: an address that is about neither half is asked once."""
ADMIN = (route for route in routes() if route.route.startswith("admin/") and route.route not in LEFT_OUT)
ROUTES = list({route.route: route for route in ADMIN}.values())

pytestmark = pytest.mark.django_db


def accounts(site: Estate) -> dict[str, User]:
    """Everybody's account; a consultant is there twice, for what they lead and for what they don't."""
    return {
        "groupless": factories.user("nobody"),
        "bare": holding("bare", "access_admin"),
        "onlooker": holding("onlooker", "access_admin", *LOOKING),
        "idle": estate.consultant(ConsultantIndexPage.objects.get(), "Ivo"),
        "named": site.nora,
        "editor": factories.user("edith", group="Editors"),
        "reviewer": factories.user("rhea", group="Reviewers"),
        "inside": site.ines,
        "outside": site.ines,
        "administrator": factories.user("sam", group="Site administrators"),
    }


def holding(name: str, *rights: str) -> User:
    """Somebody in no group with these rights."""
    account = factories.user(name)
    account.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return account


class Guard:
    """Says who is logged in: whoever the browser calls itself, as a new request would have them.

    What a request asks about somebody first is known already: their profile, their rights. It is a third of all queries.
    """

    def __init__(self, known: dict[str, User]) -> None:
        self.known = {who: User.objects.get(pk=account.pk) for who, account in known.items()}
        for account in self.known.values():
            account.get_all_permissions()
            hasattr(account, "wagtail_userprofile")
            for policy in (page_permission_policy, collection_permission_policy):
                len(policy.get_cached_permissions_for_user(account))

    def __call__(self, request: HttpRequest) -> User | AnonymousUser:
        who = request.META["visitor"]
        return copy(self.known[who]) if who in self.known else AnonymousUser()


@contextmanager
def undrawn() -> Iterator[None]:
    """All documents are empty: who gets in is decided before a page is drawn, and drawing takes nearly all the time."""
    get_icons()  # drawn once and kept, for the tests that come after as well
    with mock.patch.object(Template, "render", return_value=SafeString("")):
        yield


def send(browser: Client, method: str, address: str) -> HttpResponse:
    """The answer to a request with nothing in it; it leaves no trace."""
    browser.raise_request_exception = (
        method == "get"
    )  # many forms break if nothing at all is sent; that is past the gate
    with transaction.atomic():
        response = getattr(browser, method)(address)
        transaction.set_rollback(True)
    browser.cookies = SimpleCookie()
    return response


def lets_in(response: HttpResponse) -> bool:
    """Whether somebody may do it: neither sent to log in or back to the start, nor refused, nor told it is not there."""
    if response.status_code in {301, 302}:
        home, login = reverse("wagtailadmin_home"), reverse("wagtailadmin_login")
        return response.url != home and not response.url.startswith(login)
    return response.status_code not in {403, 404, 405}


@pytest.fixture(scope="module")
def found(grounds: Estate, django_db_blocker) -> dict[str, str]:
    """The line of each address, as it is."""
    browsers = {who: Client(visitor=who) for who in VISITORS}
    with (
        django_db_blocker.unblock(),
        undrawn(),
        mock.patch.object(auth, "get_user", Guard(accounts(grounds))),
    ):
        return {route.route: line(route.route, list(cells(grounds, browsers, route))) for route in ROUTES}


def cells(site: Estate, browsers: dict[str, Client], route: Route) -> Iterator[str]:
    """What each visitor may do at an address: read, send a form, both or neither."""
    within, without = (estate.address(site, half, route) for half in (site.inside, site.outside))
    found: dict[tuple[str, str], str] = {}
    for who, browser in browsers.items():
        asked = (SAME.get(who, who), within if who in WITHIN else without)
        if asked not in found:
            found[asked] = cell(browser, asked[1])
        yield found[asked]


def cell(browser: Client, address: str) -> str:
    """What somebody may do at an address."""
    letters = {"r": "get", "w": "post"}
    return "".join(letter for letter, method in letters.items() if lets_in(send(browser, method, address))) or "."


def line(route: str, cells: list[str]) -> str:
    """One line of the table."""
    return " ".join(
        [f"{route:<108}", *(f"{cell:<{len(who)}}" for who, cell in zip(VISITORS, cells, strict=True))]
    ).rstrip()


def expected() -> dict[str, str]:
    """The lines of the table, without its heading."""
    lines = [one for one in TABLE.read_text().splitlines() if one.startswith("admin/")]
    return {one.split()[0]: one for one in lines}


@pytest.mark.parametrize("route", [route.route for route in ROUTES])
def test_everybody_gets_in_where_the_table_says(found: dict[str, str], route: str) -> None:
    said = expected().get(route)
    assert said is not None, f"permissions.txt has no line for this address. It is now:\n{found[route]}"
    assert found[route].split() == said.split()


def test_table_has_no_line_too_many() -> None:
    assert set(expected()) == {route.route for route in ROUTES}
