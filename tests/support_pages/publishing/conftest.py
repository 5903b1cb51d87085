"""Somebody who may publish, somebody who may do everything, and rules that find what a test wants."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from agency.models import HomePage, User
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread.rule import Cure, Problem
from support_pages.thread.rules.canonical import canonical_draft
from support_pages.thread.rules.links import no_link_up
from tests import factories
from tests.support_pages.departures.screen import grant


@pytest.fixture
def wrong(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[tuple[str, str]]]:
    """What the rules find, by the title of the page: pairs of "error" or "warning" and a message."""
    found: dict[str, list[tuple[str, str]]] = {}
    rules = {"error": canonical_draft, "warning": no_link_up}

    def problems(page: Page, *_site: Any) -> list[Problem]:
        pairs = found.get(page.title, []) + found.get("*", [])
        return [Problem(rules[severity], page, message, Cure("Mend it", "/mend/")) for severity, message in pairs]

    for module in (
        "support_pages.admin.publication",
        "support_pages.importing.guide",
    ):
        monkeypatch.setattr(f"{module}.problems_of_version", problems)
    return found


@pytest.fixture
def live_page(specialism: SpecialismPage) -> SupportPage:
    """A live guide with little in it."""
    specialism.refresh_from_db()
    made = factories.SupportPageFactory(parent=specialism, title="Guide", slug="guide", body=[])
    made.save_revision().publish()
    return SupportPage.objects.get(pk=made.pk)


@pytest.fixture
def editor(home: HomePage) -> User:
    """Somebody who may publish, but not in spite of errors."""
    return factories.user("mo", group=grant(Page.objects.get(depth=1), "change", "publish"))


@pytest.fixture
def client(editor: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def chief(home: HomePage) -> Client:
    """The browser of somebody who may do everything."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client
