"""What goes with every document: an enforced policy without inline code, and no cookie."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from agency import csp
from tests import factories
from tests.guards.conftest import DOCUMENTS, GATES, Document

pytestmark = pytest.mark.django_db

SERVED = [name for name in DOCUMENTS if not name.startswith("preview of")]
POLICY = "Content-Security-Policy"


@pytest.mark.parametrize("name", SERVED)
def test_visitors_get_the_strict_policy(documents: dict[str, Document], name: str) -> None:
    headers = documents[name].headers
    assert f"{POLICY}-Report-Only" not in headers
    given = dict(part.strip().split(" ", 1) for part in headers[POLICY].split(";"))
    assert given == {directive: " ".join(sources) for directive, sources in csp.PUBLIC.items()}


def test_strict_policy_allows_no_inline_code_and_no_other_host() -> None:
    allowed = {source for sources in csp.PUBLIC.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}
    assert csp.PUBLIC["default-src"] == csp.PUBLIC["base-uri"] == ["'none'"]
    assert csp.PUBLIC["script-src"] == csp.PUBLIC["style-src"] == csp.PUBLIC["form-action"] == ["'self'"]


@pytest.mark.parametrize("name", [name for name in SERVED if name not in GATES])
def test_visitors_get_no_cookie(documents: dict[str, Document], name: str) -> None:
    """The gates to private pages are left out: a password form needs its token."""
    assert documents[name].cookies == []


@pytest.mark.parametrize("name", SERVED)
def test_visitors_get_the_other_protections(documents: dict[str, Document], name: str) -> None:
    headers = documents[name].headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("name", SERVED)
def test_only_pages_of_clusters_have_browsers_fetch_others(documents: dict[str, Document], name: str) -> None:
    """Never a form, a room, or a page that was not there."""
    of_cluster = name.endswith((" SpecialismPage", " SupportPage"))
    assert ("Speculation-Rules" in documents[name].headers) == of_cluster


@pytest.mark.parametrize("name", [name for name in SERVED if "mandate" in name or name == "confirmation"])
def test_nothing_about_a_mandate_is_stored_on_the_way(documents: dict[str, Document], name: str) -> None:
    assert "no-store" in documents[name].headers["Cache-Control"]
    assert "private" in documents[name].headers["Cache-Control"]


def test_admin_has_a_policy_of_its_own() -> None:
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    response = client.get(reverse("wagtailadmin_home"))
    given = dict(part.strip().split(" ", 1) for part in response.headers[POLICY].split(";"))
    assert given == {directive: " ".join(sources) for directive, sources in (csp.PUBLIC | csp.ADMIN).items()}
    assert "no-store" in response.headers["Cache-Control"]


def test_nothing_but_the_admin_loosens_the_policy() -> None:
    assert settings.CONTENT_SECURITY_POLICY == {"DIRECTIVES": csp.PUBLIC}
    assert not getattr(settings, "CONTENT_SECURITY_POLICY_REPORT_ONLY", None)
