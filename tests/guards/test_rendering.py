"""Every page type answers visitors and previews, with all it can show and with nothing but what it requires."""

import pytest

from tests.guards.briefs import BRIEFS
from tests.guards.conftest import DOCUMENTS, ERRORS, Document
from tests.guards.rooms import ROOMS
from tests.guards.subjects import PAGE_TYPES, routes

pytestmark = pytest.mark.django_db

EXPECTED = {
    **ERRORS,
    "mandate form with errors": 422,
    "mandate form sent twice": 409,
    "closed room": 404,
    "erase unasked": 422,
    **ROOMS,
    **BRIEFS,
    "no time": 422,
}
MACHINE = {"health", "sitemap", "support_pages:feed", "support_pages:feed_of", "suggestions", ""}
"""Health, sitemap, feeds, robots, and what the search box asks: not for reading."""
FILES = {
    *("pay_csv", "pay_json", "support_pages:pdf"),
    *("enquiries:receipt_pdf", "enquiries:copy_json", "enquiries:copy_pdf", "enquiries:call", "enquiries:file"),
}
"""Files to keep; tests/specialisms, tests/support_pages and tests/enquiries look into them."""
PHOTOGRAPHED = {
    "enquiries:asked",
    "enquiries:brief",  # that page redirects to a topic
    "enquiries:brief_check",
    "enquiries:brief_file_remove",  # that page redirects to the files
    "enquiries:brief_files",
    "enquiries:brief_sent",
    "enquiries:brief_topic",
    "enquiries:close",
    "enquiries:consent",
    "enquiries:link",
    "enquiries:mandate",
    "enquiries:erase",
    "enquiries:erased",
    "enquiries:files",
    "enquiries:file_remove",  # that page redirects to the files
    "enquiries:notice",
    "enquiries:privacy",  # that page, or a redirect
    "enquiries:received",
    "enquiries:proof",
    "enquiries:confirm",
    "enquiries:receipt",
    "enquiries:room",
    "enquiries:withdraw",
    "enquiries:stop",
    "enquiries:times",
    "search",
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
