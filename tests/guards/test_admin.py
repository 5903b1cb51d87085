"""Every page of the admin that needs no argument opens for an administrator and for nobody else."""

import traceback
from dataclasses import dataclass
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.guards.subjects import SETTINGS, Route, routes

ADMIN = [
    route
    for route in routes()
    if route.route.startswith("admin/") and not route.arguments and "^.*" not in route.route
]
DELIBERATE = {"admin/failwhale/"}
"""Wagtail's own test of the error page: it fails on purpose."""
OPEN = {
    "admin/login/",
    "admin/logout/",
    "admin/password_reset/",
    "admin/password_reset/done/",
    "admin/password_reset/complete/",
    "admin/jsi18n/",
    "admin/sprite/",
}
"""What somebody needs before they are logged in; nothing else may be added without a reason."""
POST_ONLY = {405}
NEEDS_QUERY = {400, 404}
"""Choosers and finders that want a query string, and say so."""

pytestmark = pytest.mark.django_db


PAGES = [route for route in ADMIN if route.route not in DELIBERATE]
each_page = pytest.mark.parametrize("route", PAGES, ids=[route.route for route in PAGES])
VISITORS = ("administrator", "stranger", "account without rights")


@dataclass(frozen=True)
class Answer:
    """What somebody got: a status, where to if sent away, and the traceback if it broke."""

    status: int = 500
    location: str = ""
    broken: str = ""


def ask(cookies: SimpleCookie, route: Route) -> Answer:
    """The answer to a plain request in a browser with these cookies: one page must not log the next one out."""
    client = Client()
    client.cookies = SimpleCookie(cookies.output(header="", sep=";"))
    try:
        response = client.get(f"/{route.route.replace('^', '')}")
    except Exception:  # noqa: BLE001 - the test of this address fails with it, the others still run
        return Answer(broken=traceback.format_exc())
    return Answer(response.status_code, response.headers.get("Location", ""))


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker) -> dict[tuple[str, str], Answer]:
    """What each kind of visitor gets at each address, asked once on a site with one of most things."""
    clients = {who: Client() for who in VISITORS}
    with django_db_blocker.unblock(), transaction.atomic():
        factories.site()
        factories.brand()
        factories.mandate()
        clients["administrator"].force_login(factories.user("root", is_superuser=True))
        clients["account without rights"].force_login(factories.user("visitor"))
        found = {(who, route.route): ask(client.cookies, route) for who, client in clients.items() for route in PAGES}
        transaction.set_rollback(True)
    return found


@each_page
def test_administrator_gets_an_answer(answers: dict[tuple[str, str], Answer], route: Route) -> None:
    answer = answers["administrator", route.route]
    assert not answer.broken, answer.broken
    assert answer.status in {200, 302} | POST_ONLY | (NEEDS_QUERY if needs_query(route) else set())
    assert not answer.location.startswith(reverse("wagtailadmin_login"))


def needs_query(route: Route) -> bool:
    """Whether the address is one that a script calls with a query string."""
    return route.name.endswith((":find", "chosen_multiple", "block_preview")) or route.route == "admin/test404/"


@each_page
@pytest.mark.parametrize("who", VISITORS[1:])
def test_nobody_else_gets_in(answers: dict[tuple[str, str], Answer], who: str, route: Route) -> None:
    answer = answers[who, route.route]
    assert not answer.broken, answer.broken
    if route.route in OPEN:
        assert answer.status in {200, 302} | POST_ONLY
    else:
        assert answer.status in {302, 403}
        assert answer.status == 403 or answer.location.startswith(reverse("wagtailadmin_login"))


@pytest.fixture
def administrator(home, brand) -> Client:
    """A browser in which a superuser is logged in."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client


@pytest.mark.parametrize("model", SETTINGS, ids=lambda model: model.__name__)
def test_administrator_edits_settings(administrator: Client, model: type[Model]) -> None:
    model.load()
    where = [model._meta.app_label, model._meta.model_name]
    response = administrator.get(reverse("wagtailsettings:edit", args=where), follow=True)
    assert response.status_code == 200
    assert "form" in response.context


def test_admin_pages_are_found() -> None:
    found = {route.name for route in ADMIN}
    assert {"wagtailadmin_home", "mandates:index", "mandates:index_results", "wagtailusers_users:add"} <= found
    assert len(found) > 60


def test_editor_who_may_see_no_mandates_does_not_find_them(home) -> None:
    client = Client()
    client.force_login(factories.user("edith", group="Editors"))
    menu = client.get(reverse("wagtailadmin_home"))
    assert menu.status_code == 200
    assert reverse("wagtailadmin_explore_root") in menu.content.decode()
    assert reverse("mandates:index") not in menu.content.decode()
    assert client.get(reverse("mandates:index")).status_code == 302
