"""Rooms of mandates in tests: their addresses, and what an answer of theirs looks like to somebody who compares."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern

from enquiries import links
from enquiries.models import Mandate
from enquiries.models.link import LinkPurpose
from enquiries.urls import urlpatterns

ROUTES: list[URLPattern] = [each for each in urlpatterns if "<str:token>" in str(each.pattern)]
"""Every address that a token opens."""
IN_ROOM = [each for each in ROUTES if str(each.pattern).startswith("room/")]
PLAIN = [str(each.pattern) for each in IN_ROOM if str(each.pattern).count("<") == 1]
"""The addresses of a room that hold nothing but the token."""


@dataclass
class Clock:
    """What the counters of the spam screening take for the time; it stands still."""

    now: float = 1_800_000_000.0

    def time(self) -> float:
        """As ``time.time``."""
        return self.now


def token_of(mandate: Mandate, purpose: str = LinkPurpose.ROOM) -> str:
    """A token of the mandate that works."""
    return links.token_of(links.current(mandate, purpose))


def room_of(mandate: Mandate, page: str = "") -> str:
    """The address of a mandate's room, or of a page of it."""
    return f"/mandate/room/{token_of(mandate)}/{page}"


def text_of(address: str) -> str:
    """A page as a visitor gets it, which must be there."""
    response = Client().get(address)
    assert response.status_code == 200, response
    return response.content.decode()


def change(mandate: Mandate, **fields: object) -> Mandate:
    """Set fields behind the room's back."""
    Mandate.objects.filter(pk=mandate.pk).update(**fields)
    mandate.refresh_from_db()
    return mandate


def soup(mandate: Mandate) -> BeautifulSoup:
    """The room as its client gets it."""
    return BeautifulSoup(text_of(room_of(mandate)), "html.parser")


def thread(mandate: Mandate) -> list[tuple[str, str]]:
    """The stages as the room draws them: how each is drawn, and its name."""
    found = soup(mandate).select(".stages > li")
    return [(stage["class"][0], stage.strong.get_text()) for stage in found]


def section(mandate: Mandate, title: str) -> str:
    """The text of a section of the room, blanks folded."""
    heading = soup(mandate).find(id=title)
    return " ".join(heading.parent.get_text(" ").split()) if heading else ""


def links_in(message: mail.EmailMessage) -> list[str]:
    """The addresses of rooms in a mail, without the host."""
    return re.findall(r"http://testserver(/mandate/room/[\w-]+/)", message.body)


def answer(method: str, address: str, **data: str) -> tuple[HttpResponse, list[str]]:
    """What comes back, and the statements it took, without their values."""
    with CaptureQueriesContext(connection) as captured:
        response = getattr(Client(), method)(address, data)
    return response, shapes(each["sql"] for each in captured.captured_queries)


def shapes(statements: Iterable[str]) -> list[str]:
    """Statements without values: what somebody could tell by how long they take."""
    return [re.sub(r"'[^']*'|\bs\d+_x\d+\b|\b\d+\b|\bNULL\b", "?", each) for each in statements]


def likeness(response: HttpResponse) -> tuple[int, dict[str, str], bytes]:
    """Everything of an answer that a client sees."""
    return response.status_code, dict(response.headers), response.content
