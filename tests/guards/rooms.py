"""The pages of a client's room, in every state that changes how they look, for the guards to look at."""

from collections.abc import Callable
from datetime import timedelta
from unittest import mock

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agency.models import User
from enquiries import links, paper
from enquiries.history import note
from enquiries.models import Brief, Consent, Mandate, Submission
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening, Status
from enquiries.withdrawal import withdraw
from tests import factories

Take = Callable[[str, Callable[[Client], HttpResponse]], None]

ROOMS = {
    "room of a mandate that waits": 200,
    "room of a confidential mandate": 200,
    "room of a mandate that is overdue": 200,
    "room of a mandate in search": 200,
    "room of a withdrawn mandate": 200,
    "room of a mandate without proof": 200,
    "receipt of a mandate": 200,
    "withdraw a mandate": 200,
    "withdraw a mandate with errors": 422,
    "take back consent to a mandate": 200,
    "close links to a mandate": 200,
    "link to a mandate closed": 200,
    "all links to a mandate closed": 200,
    "new link to a mandate": 200,
    "new link to a mandate with errors": 422,
    "new link to a mandate asked for": 200,
    "no paper of a mandate": 503,
    "files of a mandate": 200,
    "files of a mandate with errors": 422,
    "files of a finished mandate": 200,
}
"""Every picture with its status."""


def photograph_rooms(take: Take) -> None:
    """Take them all, of mandates of their own."""
    reader = factories.user("reader", first_name="Ines", last_name="Okafor")
    mandate = stored(reader)
    take("room of a mandate that waits", lambda client: client.get(page(mandate)))
    take("receipt of a mandate", lambda client: client.get(page(mandate, "receipt")))
    take("withdraw a mandate", lambda client: client.get(page(mandate, "withdraw")))
    take(
        "withdraw a mandate with errors", lambda client: client.post(page(mandate, "withdraw"), {"reason": "x" * 400})
    )
    take("take back consent to a mandate", lambda client: client.get(page(mandate, "consent")))
    take("close links to a mandate", lambda client: client.get(page(mandate, "close")))
    with mock.patch.object(paper, "pdf_of", side_effect=paper.NoPaperError):
        take("no paper of a mandate", lambda client: client.get(page(mandate, "receipt_pdf")))
    take("files of a mandate", lambda client: client.get(page(mandate, "files")))
    take("files of a mandate with errors", lambda client: client.post(page(mandate, "files"), {"whole": "True"}))
    other_rooms(take, reader)
    for which, name in (("this", "link to a mandate closed"), ("all", "all links to a mandate closed")):
        take(name, lambda client, which=which: client.post(page(mandate, "close"), {"which": which}))
    ask = reverse("enquiries:link")
    take("new link to a mandate", lambda client: client.get(ask))
    take("new link to a mandate with errors", lambda client: client.post(ask, {"email": "nobody"}))
    take("new link to a mandate asked for", lambda client: client.post(ask, {"email": mandate.email}, follow=True))


def other_rooms(take: Take, reader: User) -> None:
    """Rooms of mandates that stand elsewhere."""
    over = timezone.now() - timedelta(days=2)
    confidential = stored(reader, confidential=True, status=Status.TALKING, replied_at=over)
    withdrawn = stored(reader)
    withdraw(withdrawn, "The seat is filled.")
    found = {
        "room of a confidential mandate": confidential,
        "room of a mandate that is overdue": stored(reader, reply_due_at=over),
        "room of a mandate in search": stored(reader, status=Status.SEARCH, assigned_to=reader),
        "room of a withdrawn mandate": withdrawn,
        "room of a mandate without proof": stored(reader, screening=Screening.PROOF),
    }
    take("files of a finished mandate", lambda client: client.get(page(withdrawn, "files")))
    for name, mandate in found.items():
        take(name, lambda client, mandate=mandate: client.get(page(mandate)))


def stored(reader: User, **fields: object) -> Mandate:
    """A mandate with something of everything a room can show."""
    mandate = factories.mandate(**fields)
    topics = [{"title": "The role", "answers": [{"label": "Must-haves", "value": ["Rust", "German"]}]}]
    for number in (1, 2):
        files = [{"name": "job.pdf", "size": 12_000, "sha256": "a" * 64}]
        Submission.objects.create(mandate=mandate, number=number, kind="brief", topics=topics, files=files)
    Brief.objects.create(mandate=mandate, saved_at=timezone.now())
    for purpose in ("answer", "marketing"):
        Consent.objects.create(mandate=mandate, purpose=purpose, granted=True, wording="I agree.", how="form")
    for kind in (EventKind.SUBMITTED, EventKind.BRIEF, EventKind.CHANGED, EventKind.CHANGED, EventKind.LINK):
        note(mandate, kind)
    for kind in (*[EventKind.OPENED] * 7, EventKind.FILE_OPENED, EventKind.REPLIED):
        note(mandate, kind, reader)
    return mandate


def page(mandate: Mandate, name: str = "room") -> str:
    """The address of a page of the mandate's room."""
    return reverse(f"enquiries:{name}", args=[links.token_of(links.current(mandate, LinkPurpose.ROOM))])
