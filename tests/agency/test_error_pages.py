"""What visitors read when something is wrong, also when the database is gone."""

from unittest import mock

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from agency.models import HomePage
from specialisms.models import SpecialismPage
from tests import factories

SILENT = Client(raise_request_exception=False)


def heading(response: HttpResponse) -> str:
    """The main heading of a page."""
    return BeautifulSoup(response.content, "html.parser").h1.get_text()


@pytest.mark.django_db
def test_not_found_offers_the_directory(specialism: SpecialismPage) -> None:
    response = Client().get("/no/such/page/")
    assert response.status_code == 404
    assert heading(response) == "This thread ends here"
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.main.find("a", href=specialism.url)
    assert soup.find("meta", {"name": "robots"})["content"] == "noindex"
    assert soup.find("link", rel="canonical") is None


@pytest.mark.django_db
def test_not_found_does_not_repeat_what_was_asked_for(home: HomePage) -> None:
    response = Client().get("/<script>alert(1)</script>/")
    assert response.status_code == 404
    assert "alert(1)" not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_take_no_other_method(home: HomePage, method: str) -> None:
    page = factories.PlainPageFactory(parent=home)
    assert getattr(Client(), method)(page.url).status_code == 405
    assert Client().head(page.url).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (PermissionDenied, 403, "You may not see this"),
        (SuspiciousOperation, 400, "We could not read that"),
        (RuntimeError, 500, "Something broke on our side"),
    ],
)
def test_errors_are_explained_without_details(home: HomePage, error: type[Exception], status: int, words: str) -> None:
    with mock.patch.object(HomePage, "serve", side_effect=error("secret detail")):
        response = SILENT.get("/")
    assert response.status_code == status
    assert heading(response) == words
    assert "secret detail" not in response.content.decode()
    assert "Traceback" not in response.content.decode()


@pytest.mark.parametrize("host", ["elsewhere.example", "a b", "testserver/../", "[::1"])
def test_foreign_hosts_are_refused(host: str) -> None:
    response = SILENT.get("/", headers={"host": host})
    assert response.status_code == 400
    assert heading(response) == "We could not read that"


@pytest.mark.parametrize("path", ["/", "/specialisms/machine-learning/", "/mandate/", "/no/such/page/"])
def test_without_a_database_everybody_still_gets_the_page_about_it(path: str) -> None:
    """No test database here: whatever asks for one fails, in the error page too if it tried."""
    response = SILENT.get(path)
    assert response.status_code == 500
    assert heading(response) == "Something broke on our side"


def test_without_a_database_the_fault_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with mock.patch("django.db.backends.base.base.BaseDatabaseWrapper.cursor", side_effect=OperationalError("gone")):
        assert SILENT.get("/").status_code == 500
    assert "Internal Server Error: /" in caplog.text
