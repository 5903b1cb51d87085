"""Nobody but the client learns the address of a room: not by referrers, search engines or caches."""

import re

import pytest
from bs4 import BeautifulSoup
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings

from enquiries.models import Mandate
from tests.enquiries.rooms import PLAIN, room_of, text_of, token_of
from tests.enquiries.submission import send, typed


@pytest.fixture
def mandate(brand) -> Mandate:
    """A mandate with a room."""
    send(typed())
    return Mandate.objects.get()


class TestNobodyLearnsTheAddress:
    """Referrers, search engines and caches, whatever a request to a room comes to."""

    def check(self, response: HttpResponse) -> None:
        """The headers that keep it."""
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]
        assert {"no-store", "private"} <= {part.strip() for part in response["Cache-Control"].split(",")}
        assert not response.cookies

    @pytest.mark.parametrize("route", PLAIN)
    @pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options"])
    def test_every_page_and_method(self, mandate: Mandate, route: str, method: str) -> None:
        if not route.endswith(".pdf"):
            self.check(getattr(Client(), method)(f"/mandate/{route.replace('<str:token>', token_of(mandate))}"))

    @pytest.mark.parametrize("page", ["no/such/page/", "no-such-file.pdf", "recipt/", "%00/", "../room/"])
    def test_pages_that_are_not_there(self, mandate: Mandate, page: str) -> None:
        response = Client().get(f"/mandate/room/{token_of(mandate)}/{page}")
        assert response.status_code in {301, 404}
        self.check(response)

    def test_redirects(self, mandate: Mandate) -> None:
        response = Client().get(f"/mandate/room/{token_of(mandate)}")
        assert response.status_code == 301
        self.check(response)
        with override_settings(SECURE_SSL_REDIRECT=True):
            response = Client().get(room_of(mandate))
        assert response["Location"].startswith("https://")
        self.check(response)

    def test_faults_and_hosts_that_are_not_ours(self, mandate: Mandate, monkeypatch) -> None:
        self.check(Client().get(room_of(mandate), headers={"host": "elsewhere.example"}))
        monkeypatch.setattr("enquiries.views.room.chronicle", breaks)
        response = Client(raise_request_exception=False).get(room_of(mandate))
        assert response.status_code == 500
        self.check(response)

    def test_pages_say_so_themselves_and_link_nowhere_else(self, mandate: Mandate) -> None:
        for route in (each for each in PLAIN if not each.endswith(".pdf")):
            response = Client().get(f"/mandate/{route.replace('<str:token>', token_of(mandate))}")
            if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
                continue
            page = BeautifulSoup(response.content, "html.parser")
            assert page.find("meta", {"name": "referrer"})["content"] == "no-referrer"
            assert page.find("meta", {"name": "robots"})["content"].startswith("noindex")
            outside = page.find_all("a", href=re.compile("^(https?:)?//"))
            assert [link for link in outside if "noreferrer" not in link.get("rel", [])] == []

    def test_robots_are_kept_out_without_being_told_where(self, mandate: Mandate) -> None:
        text = text_of("/robots.txt")
        assert "Disallow: /mandate/\n" in text
        assert token_of(mandate) not in text
        assert token_of(mandate) not in text_of("/sitemap.xml")

    def test_other_pages_keep_their_headers(self, mandate: Mandate) -> None:
        assert Client().get("/")["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert "X-Robots-Tag" not in Client().get("/mandate/")


def breaks(*_args: object) -> HttpRequest:
    """A fault."""
    raise RuntimeError
