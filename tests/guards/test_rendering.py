"""Every page type answers visitors and previews, with all it can show and with nothing but what it requires."""

import pytest

from tests.guards.conftest import DOCUMENTS, ERRORS, Document
from tests.guards.subjects import PAGE_TYPES, routes

pytestmark = pytest.mark.django_db

EXPECTED = {**ERRORS, "mandate form with errors": 422, "mandate form sent twice": 409}
MACHINE = {"health", "sitemap", "support_pages:feed", "support_pages:feed_of", ""}
"""Health, sitemap, feeds and robots: not for reading."""
FILES = {"pay_csv", "pay_json", "support_pages:pdf"}
"""Files to keep; tests/specialisms and tests/support_pages look into them."""
PHOTOGRAPHED = {
    "enquiries:mandate",
    "enquiries:received",
    "wagtailcore_login",
    "wagtailcore_authenticate_with_password",
    "wagtail_serve",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_comes_with_its_status(documents: dict[str, Document], name: str) -> None:
    found = documents[name]
    assert not found.broken, found.broken
    assert found.status == EXPECTED.get(name, 200)
    assert found.headers["Content-Type"].startswith("text/html")


def test_there_are_page_types() -> None:
    assert len(PAGE_TYPES) >= 7


def test_every_public_address_has_a_document() -> None:
    """A new view for visitors must be added to the documents, so that every guard looks at it."""
    private = ("admin/", "documents/", "^media/")
    public = {route.name for route in routes() if not route.route.startswith(private)}
    assert public == PHOTOGRAPHED | MACHINE | FILES
