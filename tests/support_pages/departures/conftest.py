"""A small cluster with links, and somebody who may do everything."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from agency.models import User
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support.tasks import run_waiting

Linking = Callable[..., SupportPage]


def fresh(page: Page) -> Page:
    """The page as it is stored now."""
    return Page.objects.get(pk=page.pk).specific


def text_linking_to(*pages: Page, words: str = "what it pays") -> list[dict[str, str]]:
    """The body of a guide that links to pages."""
    links = " ".join(f'<a linktype="page" id="{page.pk}">{words}</a>' for page in pages)
    return [{"type": "text", "value": f"<p>Read {links}.</p>"}]


def body_of(raw: list[dict[str, str]]):
    """A guide's body from raw data."""
    return SupportPage._meta.get_field("body").stream_block.to_python(raw)


def soup_of(response: HttpResponse) -> BeautifulSoup:
    """What the browser shows."""
    return BeautifulSoup(response.content, "html.parser")


def mark_on(response: HttpResponse) -> str:
    """The mark of what a screen shows."""
    return soup_of(response).find("input", {"name": "shown"})["value"]


@pytest.fixture
def root_user(home) -> User:
    """Somebody who may do everything."""
    return factories.user("root", is_superuser=True)


@pytest.fixture
def admin(root_user: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(root_user)
    return client


@pytest.fixture
def data(specialism: SpecialismPage) -> SpecialismPage:
    """Another specialism."""
    directory = fresh(specialism.get_parent())
    return factories.SpecialismPageFactory(parent=directory, slug="data", title="Data", body=[])


@pytest.fixture
def plain(specialism: SpecialismPage) -> SupportPage:
    """A guide whose text says nothing."""
    return factories.SupportPageFactory(
        parent=fresh(specialism), title="ML salary guide", kind="salary_guide", body=[]
    )


@pytest.fixture
def link(data: SpecialismPage) -> Linking:
    """Makes a guide of the other specialism that links to pages; what the worker does is done."""

    def make(*pages: Page, words: str = "what it pays", parent: Page = data, **fields) -> SupportPage:
        body = body_of(text_linking_to(*pages, words=words))
        made = factories.SupportPageFactory(parent=fresh(parent), body=body, **fields)
        run_waiting()
        return made

    return make
