"""A small site with one page of every type, and every document a visitor can get from it, fetched once."""

import datetime
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from agency.models import ConsultantPage, HomePage, PlainPage, User
from agency.signed_context import sign
from enquiries import links, slots
from enquiries.models import Mandate
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening
from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories
from tests.guards.briefs import BRIEFS, photograph_briefs
from tests.guards.estate import Estate
from tests.guards.estate import build as build_estate
from tests.guards.rooms import ROOMS, photograph_rooms
from tests.guards.searches import SEARCHES, photograph_searches
from tests.guards.subjects import PAGE_TYPES

ANSWERS = {
    "role": "Machine Learning Engineer",
    "need": "Own the ranking service.",
    "name": "Alex Moreau",
    "company": "Northgate Retail",
    "email": "alex@northgate.example",
}


@dataclass
class Document:
    """What a visitor got, or the traceback instead."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)
    html: str = ""
    broken: str = ""

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The document parsed; a broken one fails whichever test asks first."""
        assert not self.broken, self.broken
        return BeautifulSoup(self.html, "html.parser")


OF_PAGES = [f"{kind} {model.__name__}" for model in PAGE_TYPES for kind in ("bare", "full", "preview of")]
FORMS = [
    "mandate form",
    "mandate form from a guide",
    "mandate form with errors",
    "mandate form sent twice",
    "confirmation",
    "room",
    "proof",
    "confirm",
    "proof by mail",
    "confirmed",
    "closed room",
    "times",
    "no time",
    "call",
    "erase",
    "erase unasked",
    "erased",
    "privacy notice",
    "stop new guides",
    "new guides stopped",
    *ROOMS,
    *BRIEFS,
]
ERRORS = {"bad request": 400, "forbidden": 403, "not found": 404, "broken": 500}
GATES = ["page with a password", "wrong password", "login of visitors"]
DOCUMENTS = [*OF_PAGES, *SEARCHES, *FORMS, *ERRORS, *GATES]
"""The name of every document; tests take them as parameters."""


class Camera:
    """Fetches documents with a browser that has no session, and keeps what came."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}

    def take(self, name: str, get: Callable[[Client], HttpResponse]) -> None:
        """Keep the response, or what went wrong."""
        cache.clear()
        try:
            response = get(Client())
        except Exception:  # noqa: BLE001 - the test of that document fails with it, the others still run
            self.documents[name] = Document(broken=traceback.format_exc())
            return
        html = response.content.decode()
        self.documents[name] = Document(response.status_code, dict(response.headers), list(response.cookies), html)


def fill(home: HomePage) -> dict[type[Page], Page]:
    """One page of every type with everything it can show, all connected."""
    photo = factories.picture()
    pages: dict[type[Page], Page] = {HomePage: home}
    for model in PAGE_TYPES:
        grow(pages, model)
    for page in pages.values():
        page.refresh_from_db()
        page.share_image = photo
        page.standfirst = "What the reader gets."
        if hasattr(page, "body"):
            page.body = factories.every_block(photo, page._meta.get_field("body").stream_block)
        if hasattr(page, "portrait"):
            page.portrait = photo
        page.save()
    connect(pages[SpecialismPage], pages[SupportPage], pages[ConsultantPage])
    brand = factories.brand(
        strapline="Search",
        email="hello@example.com",
        telephone="020",
        address="1 Yard",
        legal_lines="No. 1",
        is_demo=True,
    )
    brand.privacy_page, brand.share_image = pages[PlainPage], photo
    brand.save()
    factories.navigation(*pages.values())
    return pages


def grow(pages: dict[type[Page], Page], model: type[Page]) -> Page:
    """The page of a type among ``pages``, made there if need be, under one of a type it may stand under."""
    if model not in pages:
        parent = grow(pages, model.clean_parent_page_models()[0])
        parent.refresh_from_db()
        pages[model] = factories.factory_of(model)(parent=parent, slug=f"full-{model._meta.model_name}")
    return pages[model]


def connect(specialism: SpecialismPage, guide: SupportPage, consultant: ConsultantPage) -> None:
    """A specialism with figures, narrower ones and guides of every kind, led and reviewed by somebody."""
    figures = specialism._meta.get_field("key_figures").stream_block
    rows = [{"label": "Median time to offer", "value": "47 days", "note": "Illustrative"}]
    specialism.key_figures = figures.to_python([{"type": "facts", "value": rows}])
    specialism.save()
    factories.lead(specialism, consultant)
    family = factories.SpecialismPageFactory(parent=specialism)
    factories.SpecialismPageFactory(parent=family)
    for kind in Kind:
        factories.SupportPageFactory(parent=specialism, kind=kind)
    guide.reviewer, guide.reviewed_on = consultant, "2026-11-12"
    guide.save()


def photograph() -> dict[str, Document]:
    """Every document of the small site."""
    camera = Camera()
    home = factories.site()
    for model in PAGE_TYPES:
        page = factories.bare(model)
        camera.take(f"bare {model.__name__}", lambda client, page=page: client.get(page.url))
    pages = fill(home)
    for model, page in pages.items():
        camera.take(f"full {model.__name__}", lambda client, page=page: client.get(page.url))
        fresh = model.objects.get(pk=page.pk)
        camera.take(f"preview of {model.__name__}", lambda _client, page=fresh: page.make_preview_request())
    photograph_searches(camera.take, pages[SupportPage])
    _photograph_forms(camera, pages[SupportPage])
    _photograph_errors(camera)
    _photograph_gates(camera, home)
    return camera.documents


def _photograph_forms(camera: Camera, guide: SupportPage) -> None:
    form = reverse("enquiries:mandate")
    context = sign({**guide.mandate_context(), "call": "closing"})
    camera.take("mandate form", lambda client: client.get(form))
    camera.take("mandate form from a guide", lambda client: client.get(form, {"ctx": context}))
    wrong = {"ctx": context, "email": "nobody", "telephone": "1", "specialism": "999999"}
    camera.take("mandate form with errors", lambda client: client.post(form, wrong))
    opened = Client().get(form, {"ctx": context})
    key = BeautifulSoup(opened.content, "html.parser").find("input", {"name": "key"})["value"]
    answers = {**ANSWERS, "ctx": context, "key": key, "marketing": "on"}
    camera.take("confirmation", lambda client: client.post(form, answers, follow=True))
    room = reverse("enquiries:room", args=[links.token_of(links.current(Mandate.objects.get(), LinkPurpose.ROOM))])
    camera.take("room", lambda client: client.get(room))
    Mandate.objects.update(screening=Screening.PROOF)
    camera.take("proof", lambda client: client.get(f"{room}proof/"))
    confirm = links.token_of(links.current(Mandate.objects.get(), LinkPurpose.CONFIRM))
    camera.take("confirm", lambda client: client.get(reverse("enquiries:confirm", args=[confirm])))
    camera.take("proof by mail", lambda client: client.get(f"{room}proof/"))
    Mandate.objects.update(screening=Screening.CLEAR)
    camera.take("confirmed", lambda client: client.get(reverse("enquiries:confirm", args=[confirm])))
    _photograph_times(camera, Mandate.objects.get())
    erase = reverse("enquiries:erase", args=[links.token_of(links.current(Mandate.objects.get(), LinkPurpose.ROOM))])
    camera.take("erase", lambda client: client.get(erase))
    camera.take("erase unasked", lambda client: client.post(erase))
    stop = reverse(
        "enquiries:stop", args=[links.token_of(links.current(Mandate.objects.get(), LinkPurpose.MARKETING))]
    )
    camera.take("stop new guides", lambda client: client.get(stop))
    camera.take("new guides stopped", lambda client: client.post(stop))
    camera.take("privacy notice", lambda client: client.get(reverse("enquiries:notice", args=[1])))
    camera.take("closed room", lambda client: client.get(reverse("enquiries:room", args=["closed"])))
    camera.take("mandate form sent twice", lambda client: client.post(form, {**answers, "role": "Another"}))
    camera.take("erased", lambda client: client.post(erase, {"sure": "on"}, follow=True))
    photograph_rooms(camera.take)
    photograph_briefs(camera.take)


def _photograph_times(camera: Camera, mandate: Mandate) -> None:
    address = reverse("enquiries:times", args=[links.token_of(links.current(mandate, LinkPurpose.ROOM))])
    user = User.objects.create_user("times")
    ahead = [timezone.now() + datetime.timedelta(days=days) for days in (1, 2, 3)]
    first, *_others = slots.offer(mandate, ahead, 30, "I call you.", user)
    camera.take("times", lambda client: client.get(address))
    camera.take("no time", lambda client: client.post(address, {"time": "0", "do": "pick"}))
    camera.take("call", lambda client: client.post(address, {"time": first.pk, "do": "pick"}, follow=True))


def _photograph_errors(camera: Camera) -> None:
    camera.take("bad request", lambda client: client.get("/", headers={"host": "elsewhere.example"}))
    camera.take("not found", lambda client: client.get("/no/such/page/"))
    for name, error in (("forbidden", PermissionDenied), ("broken", RuntimeError)):
        with mock.patch.object(HomePage, "serve", side_effect=error):
            camera.take(name, lambda _client: Client(raise_request_exception=False).get("/"))


def _photograph_gates(camera: Camera, home: HomePage) -> None:
    home.refresh_from_db()
    secret = factories.PlainPageFactory(parent=home)
    lock = PageViewRestriction.objects.create(page=secret, restriction_type="password", password="open")
    gate = reverse("wagtailcore_authenticate_with_password", args=[lock.pk, secret.pk])
    guess = {"password": "shut", "return_url": secret.url}
    camera.take("wrong password", lambda client: client.post(gate, guess))
    camera.take("page with a password", lambda client: client.get(secret.url))
    camera.take("login of visitors", lambda client: client.get(reverse("wagtailcore_login")))


@pytest.fixture(scope="module")
def grounds(django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Estate]:
    """The site with something of everything."""
    folder = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        yield build_estate()
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture(scope="session")
def documents(django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every document by its name; the site they came from is gone again."""
    folder = tmp_path_factory.mktemp("documents")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        found = photograph()
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()
    return found


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest, documents: dict[str, Document]) -> Document:
    """Each document in turn."""
    return documents[request.param]
