"""The pages of the brief, in every state that changes how they look, for the guards to look at."""

import re
from collections.abc import Callable

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from enquiries import links
from enquiries.brief.topics import TOPICS
from enquiries.models import Mandate, Submission
from enquiries.models.link import LinkPurpose
from tests import factories
from tests.enquiries.brief.sitting import ANSWERS
from tests.guards.rooms import Take

Visit = Callable[[Client], HttpResponse]

BRIEFS = {
    **{f"mandate's brief: {topic.slug}": 200 for topic in TOPICS},
    **{f"mandate's brief: {topic.slug}, answered": 200 for topic in TOPICS},
    **{
        f"mandate's brief: {slug} with errors": 422
        for slug in ("role", "must-haves", "pay", "start", "contact", "files")
    },
    "mandate's brief opened": 200,
    "mandate's brief changed elsewhere": 409,
    "mandate's brief with nothing to send": 200,
    "mandate's brief to be checked": 200,
    "mandate's brief that is not sent": 409,
    "mandate's brief sent": 200,
    "mandate's brief changed since": 200,
    "file of a mandate's brief removed": 200,
    "room of a mandate with a draft": 200,
    "room of a mandate with a draft just kept": 200,
    "room of a mandate with a brief that is sent": 200,
    "room of a mandate with a brief that is changed": 200,
}
"""Every picture with its status."""

WRONG = {
    "role": {"role": "", "headcount": "many", "seat": "stolen"},
    "must-haves": {"must_haves": "x" * 300},
    "pay": {"pay_from": "a lot", "pay_to": "£9"},
    "start": {"start_on_0": "31", "start_on_1": "2", "start_on_2": "2028"},
    "contact": {"email": "nobody", "name": ""},
    "files": {},
}


def photograph_briefs(take: Take) -> None:
    """Take them all, of a mandate of their own."""
    role = factories.role()
    mandate = factories.mandate(known_role=role)
    Submission.objects.create(mandate=mandate, number=1, kind="request", topics=[])
    take("mandate's brief opened", getting(page(mandate, "brief")))
    take("mandate's brief with nothing to send", getting(page(mandate, "brief_check")))
    for topic in TOPICS:
        take(f"mandate's brief: {topic.slug}", getting(of(mandate, topic.slug)))
    for slug, wrong in WRONG.items():
        take(f"mandate's brief: {slug} with errors", posting(of(mandate, slug), wrong))
    answer(mandate)
    for topic in TOPICS:
        take(f"mandate's brief: {topic.slug}, answered", getting(of(mandate, topic.slug)))
    take("mandate's brief changed elsewhere", posting(of(mandate, "place"), {"places": "Rome"}))
    take("room of a mandate with a draft", getting(page(mandate, "room")))
    take("room of a mandate with a draft just kept", getting(f"{page(mandate, 'room')}?draft=kept"))
    send(take, mandate)


def send(take: Take, mandate: Mandate) -> None:
    """From the check to a change after it was sent."""
    check = page(mandate, "brief_check")
    take("mandate's brief to be checked", getting(check))
    take("mandate's brief that is not sent", posting(check, {"shown": "something else"}))
    shown = re.search(r'name="shown" value="(\w+)"', Client().get(check).content.decode())
    take("mandate's brief sent", posting(check, {"shown": shown[1]}))
    take("room of a mandate with a brief that is sent", getting(page(mandate, "room")))
    Client().post(of(mandate, "companies"), {"skip": "1"})
    change(mandate, "place", {"places": "Rome"})
    take("mandate's brief changed since", getting(page(mandate, "brief_check")))
    take("room of a mandate with a brief that is changed", getting(page(mandate, "room")))
    remove = page(mandate, "brief_file_remove", mandate.attachments.get().pk)
    take("file of a mandate's brief removed", posting(remove, {}))


def answer(mandate: Mandate) -> None:
    """Something about everything, a file and a new address among it."""
    for slug, answers in ANSWERS.items():
        change(mandate, slug, answers | ({"email": "alex@group.example"} if slug == "contact" else {}))
    factories.attachment(mandate, submitted_at=None)


def change(mandate: Mandate, slug: str, answers: dict[str, str]) -> None:
    """Save a topic as a browser does."""
    shown = re.search(r'name="shown" value="(\w+)"', Client().get(of(mandate, slug)).content.decode())
    assert Client().post(of(mandate, slug), answers | {"shown": shown[1]}).status_code == 302


def getting(address: str) -> Visit:
    """Look at a page."""
    return lambda client: client.get(address, follow=True)


def posting(address: str, form: dict[str, str]) -> Visit:
    """Send a form."""
    return lambda client: client.post(address, form, follow=True)


def of(mandate: Mandate, slug: str) -> str:
    """The address of a topic."""
    return page(mandate, "brief_topic", slug)


def page(mandate: Mandate, name: str, *arguments: object) -> str:
    """The address of a page of the mandate."""
    token = links.token_of(links.current(mandate, LinkPurpose.ROOM))
    return reverse(f"enquiries:{name}", args=[token, *arguments])
