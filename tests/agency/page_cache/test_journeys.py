"""What clients and editors do all day: which of it readers are shown, asked of the real screens and of what the worker does then."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from agency import schedule
from agency.models import BrandSettings, ConsultantPage, User
from agency.page_cache.store import Store
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.models.search import SearchSettings
from tests import factories
from tests.agency.page_cache.conftest import Visitor
from tests.enquiries.submission import send, token_in, typed
from tests.guards.forms import answers
from tests.support.tasks import run_waiting
from tests.support_pages.publishing.screen import gate, mark

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PASSWORD = "a-long-password-1"


@pytest.fixture
def its(
    guide: SupportPage, specialism: SpecialismPage, consultant: ConsultantPage, brand: BrandSettings
) -> dict[str, Any]:
    """A site, and an editor's browser."""
    factories.lead(specialism, consultant)
    editor = User.objects.create_superuser("editor", "e@agency.example", PASSWORD)
    client = Client()
    client.force_login(editor)
    fresh(guide).save_revision().publish()
    found = {
        "guide": guide,
        "specialism": specialism,
        "other": factories.SpecialismPageFactory(parent=specialism.get_parent(), slug="other"),
        "editor": editor,
        "client": client,
        "picture": factories.picture(),
        "room": f"/mandate/room/{token_in(send(typed(specialism=str(specialism.pk))))}/",
    }
    run_waiting()
    return found


def fresh(page: Page) -> Page:
    return page.specific_class.objects.get(pk=page.pk)


def press(its: dict[str, Any], address: str, data: Mapping[str, Any] = MappingProxyType({})) -> None:
    """Send a form of the CMS, and see that it was taken."""
    response = its["client"].post(address, dict(data))
    assert response.status_code == HTTPStatus.FOUND or response.headers["Content-Type"] == "application/json", response


def page_screen(its: dict[str, Any], name: str, *of: str) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=[its[one].pk for one in of])


def edited(its: dict[str, Any]) -> QueryDict:
    """What the editor of the guide sends."""
    page = its["guide"].get_latest_revision_as_object()
    return answers(its["client"].get(page_screen(its, "edit", "guide")).content.decode(), page)


def edit(its: dict[str, Any], **fields: str) -> None:
    press(its, page_screen(its, "edit", "guide"), edited(its).dict() | fields)


def edit_picture(its: dict[str, Any], **fields: str) -> None:
    address = reverse("wagtailimages:edit", args=[its["picture"].pk])
    html = its["client"].get(address).content.decode()
    press(its, address, querydict_from_html(html, form_index=0).dict() | fields)


def publish(its: dict[str, Any]) -> None:
    edit(its, title="At last", **{"action-publish": "action-publish"})
    screen = its["client"].get(gate(its["guide"]))
    press(its, gate(its["guide"]), {"shown": mark(screen), "reason": "The client waits for it"})


def log_in(_its: dict[str, Any]) -> None:
    client = Client()
    response = client.post(reverse("wagtailadmin_login"), {"username": "editor", "password": PASSWORD})
    assert response.status_code == 302
    client.get("/")
    client.post(reverse("wagtailadmin_logout"))


def preview(its: dict[str, Any]) -> None:
    address = page_screen(its, "preview_on_edit", "guide")
    assert its["client"].post(address, edited(its)).json()["is_valid"]
    assert its["client"].get(address).status_code == 200


def add_to_room(its: dict[str, Any]) -> None:
    file = SimpleUploadedFile("profile.txt", b"We need somebody who can lead twelve people.\n")
    response = Client().post(f"{its['room']}files/", {"attachments": [file], "whole": "True"})
    assert response.status_code == 302


def look_for(_its: dict[str, Any]) -> None:
    for number in range(4):
        assert Client().get("/search/?q=engineer", REMOTE_ADDR=f"192.0.2.{number}").status_code == 200


def do_every_job(_its: dict[str, Any]) -> None:
    for job in schedule.JOBS:
        job.run()


HIDDEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "a mandate": lambda its: send(typed(specialism=str(its["specialism"].pk))),
    "a look at a room": lambda its: Client().get(its["room"]),
    "a file for a mandate": add_to_room,
    "a login": log_in,
    "a draft": lambda its: edit(its, title="Not yet"),
    "a preview": preview,
    "a look at the editor": lambda its: its["client"].get(page_screen(its, "edit", "guide")),
    "a draft sent for review": lambda its: (
        fresh(its["guide"]).get_workflow().start(fresh(its["guide"]), its["editor"])
    ),
    "a question": look_for,
    "synonyms of the search": lambda _its: SearchSettings.load().save(),
    "a recommendation of the search": lambda its: Query.get("ml").editors_picks.create(page=its["guide"]),
    "a new account": lambda _its: factories.user("new", group="Consultants"),
    "the jobs of the worker": do_every_job,
    "a lock": lambda its: press(its, page_screen(its, "lock", "guide")),
}

SHOWN: dict[str, Callable[[dict[str, Any]], object]] = {
    "a publication": publish,
    "a page moved": lambda its: press(its, page_screen(its, "move_confirm", "guide", "other")),
    "an order": lambda its: its["client"].post(page_screen(its, "set_page_position", "other") + "?position=0"),
    "a page made private": lambda its: press(
        its, page_screen(its, "set_privacy", "guide"), {"restriction_type": "login"}
    ),
    "a picture's description": lambda its: edit_picture(its, description="Two screens"),
    "a focal point": lambda its: edit_picture(
        its, **{f"focal_point_{name}": "20" for name in ("x", "y", "width", "height")}
    ),
    "a page taken off": lambda its: press(its, page_screen(its, "unpublish", "guide")),
    "a page deleted": lambda its: press(its, page_screen(its, "delete", "guide")),
}


def test_pages_stay(its: dict[str, Any], visitor: Visitor, pages: Store, commit) -> None:
    stamp = pages.stamp()
    for name, act in HIDDEN.items():
        commit(lambda act=act: act(its))
        assert pages.stamp() == stamp, name
        commit(run_waiting)
        assert pages.stamp() == stamp, f"what the worker did after {name}"


def test_pages_are_old(its: dict[str, Any], visitor: Visitor, pages: Store, commit) -> None:
    for name, act in SHOWN.items():
        stamp = pages.stamp()
        commit(lambda act=act: act(its))
        assert pages.stamp() != stamp, name
