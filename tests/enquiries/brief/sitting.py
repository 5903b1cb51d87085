"""A client at their brief: opening, filling in and sending it as a browser does."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client

from enquiries import links
from enquiries.brief.topics import TOPICS
from enquiries.models import Delivery, Mandate, MandateEvent
from enquiries.models.link import LinkPurpose
from tests.enquiries.submission import URLENCODED, mandate_of, send, shown, typed
from tests.support.client import FormReader

ASKED = [topic for topic in TOPICS if topic.form]
"""The topics with questions; the last asks for files."""

ANSWERS: dict[str, dict[str, str]] = {
    "role": {
        "role": "Head of Machine Learning",
        "level": "head",
        "headcount": "2",
        "reports_to": "Chief Technology Officer",
        "seat": "replacement",
    },
    "purpose": {"why": "The founder steps back.", "need": "Two products live.\nA team of eight."},
    "must-haves": {
        "must_haves": "Has run a team of ten\n\nFluent in Polish",
        "nice_to_haves": "Has worked in retail.",
    },
    "place": {"places": "London and Warsaw", "remote": "hybrid", "languages": "English (fluent), Polish"},
    "pay": {
        "pay_from": "£95k",
        "pay_to": "120 000",
        "currency": "GBP",
        "basis": "annual_base",
        "bonus": "15% target",
        "equity": "Options over 0.2%",
    },
    "start": {
        "timing": "now",
        "start_on_0": "27",
        "start_on_1": "March",
        "start_on_2": "2028",
        "deadlines": "Board in May.",
    },
    "engagement": {"engagement": "retained", "exclusivity": "exclusive"},
    "interviews": {"decision_makers": "CEO and CTO", "interviews": "Two rounds and a task."},
    "companies": {"not_to_approach": "Tesco\nOcado"},
    "confidentiality": {"confidential": "on", "nda": "on", "discretion": "Don’t call the office."},
    "contact": {
        "name": "Alex Moreau",
        "company": "Northgate Retail plc",
        "email": "alex@northgate.example",
        "telephone": "+49 30 901820",
        "reach_by": "video",
        "reach_when": "After five",
    },
}
"""An answer to every question, topic by topic."""

SAID = {
    "The role": ["Head of Machine Learning", "Head", "2", "Chief Technology Officer", "A replacement"],
    "Why now, and what for": ["The founder steps back.", "Two products live.\nA team of eight."],
    "Must-haves": [["Has run a team of ten", "Fluent in Polish"], "Has worked in retail."],
    "Place and languages": ["London and Warsaw", "Some days in the office", "English (fluent), Polish"],
    "Pay": ["95,000", "120,000", "pounds sterling (GBP)", "Annual base", "15% target", "Options over 0.2%"],
    "Start and deadlines": ["As soon as possible", "27 March 2028", "Board in May."],
    "How we work together": ["Retained search", "You alone"],
    "Decision and interviews": ["CEO and CTO", "Two rounds and a task."],
    "Companies not to approach": ["Tesco\nOcado"],
    "Confidentiality": ["Yes", "Yes", "Don’t call the office."],
    "How to reach you": [
        "Alex Moreau",
        "Northgate Retail plc",
        "alex@northgate.example",
        "+49 30 901820",
        "By video call",
        "After five",
    ],
}
"""What is kept of these answers."""


def request_sent(**answers: str) -> Mandate:
    """A mandate by the short request."""
    return mandate_of(send(typed(**answers)))


def events() -> list[tuple[str, str]]:
    """What the client did, in order."""
    return list(MandateEvent.objects.filter(actor=None).values_list("kind", "detail"))


def owed(*kinds: str) -> list[tuple[str, str]]:
    """The mails of some kinds, in order."""
    return list(Delivery.objects.filter(kind__in=kinds).order_by("pk").values_list("kind", "recipient"))


class Sitting:
    """One browser with the link of a mandate's room."""

    def __init__(self, mandate: Mandate) -> None:
        self.client, self.mandate = Client(), mandate
        self.room = f"/mandate/room/{links.token_of(links.current(mandate, LinkPurpose.ROOM))}/"
        self.brief = f"{self.room}brief/"

    def get(self, part: str = "", **query: str) -> HttpResponse:
        """A page of the brief."""
        return self.client.get(f"{self.brief}{part}", query)

    def read(self, part: str) -> str:
        """A page of the brief as it is written."""
        return self.get(part).content.decode()

    def open(self, slug: str) -> FormReader:
        """The form of a topic as a browser shows it."""
        return shown(self.get(f"{slug}/"))

    def filled(self, slug: str, answers: dict[str, str] | None = None, **more: str) -> dict[str, str]:
        """What a browser sends after opening a topic and typing the answers."""
        return self.open(slug).values | (ANSWERS[slug] if answers is None else answers) | more

    def post(self, part: str, form: dict[str, Any]) -> HttpResponse:
        """Send a form as a browser does."""
        return self.client.post(f"{self.brief}{part}", urlencode(form), content_type=URLENCODED)

    def save(self, slug: str, answers: dict[str, str] | None = None, **more: str) -> HttpResponse:
        """Open a topic, type the answers, save and continue."""
        return self.post(f"{slug}/", self.filled(slug, answers, **more))

    def stamp(self) -> str:
        """The stamp of what the page of all answers shows."""
        page = self.read("check/")
        return page.split('name="shown" value="')[1].split('"')[0] if 'name="shown"' in page else ""

    def send(self) -> HttpResponse:
        """Look at all answers and send them."""
        return self.post("check/", {"shown": self.stamp()})
