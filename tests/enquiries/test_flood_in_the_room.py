"""The flood goes on in the room: spoilt topics of the brief, and files of every kind under every name."""

import hashlib
import random
from collections import Counter
from pathlib import Path

import pytest
from django.test import Client

from enquiries.brief.topics import TOPICS
from enquiries.models import Attachment, Brief, Mandate, MandateEvent, Submission
from enquiries.models.brief import SubmissionKind
from enquiries.models.event import EventKind
from tests.enquiries import files
from tests.enquiries.brief.sitting import ANSWERS, Sitting, request_sent
from tests.enquiries.test_flood import ANSWERED, FLOOD, post
from tests.enquiries.test_hostile_text import markup
from tests.support.hostility import PAYLOADS, Request, multipart, spoil, urlencoded

pytestmark = pytest.mark.usefixtures("brand", "folder")

GOOD = [files.pdf(), files.docx(), files.odt(), files.txt()]
BAD = [
    files.SVG,
    files.HTML,
    files.EXE,
    files.PNG,
    files.nested(1),
    files.eicar(),
    files.macros(),
    files.locked(),
    b"",
]
NAMES = [
    "brief.pdf",
    "brief.pdf.exe",
    "x" * 200 + ".pdf",
    "../../etc/passwd",
    "a\u202efdp.exe",
    ".htaccess",
    "CON.pdf",
    "ш.docx",
]
ROUNDS = max(FLOOD // 8, 25)
OURS = {("svg", "viewbox", "width", "height", "aria-hidden")}
"""The sign on the button of the search, which stands above every page."""


def test_spoilt_topics_of_the_brief() -> None:
    chance, statuses = random.Random(7), Counter[int]()
    sitting = Sitting(request_sent())
    opened = {slug: sitting.open(slug).values for slug in ANSWERS}
    for _number in range(ROUNDS):
        slug = chance.choice(sorted(ANSWERS))
        request = urlencoded(spoil(opened[slug] | ANSWERS[slug], chance), chance)
        response = post(f"{sitting.brief}{slug}/", request)
        statuses[response.status_code] += 1
        assert response.status_code in ANSWERED, (slug, request.body[:2000])
    print("\nspoilt topics:", dict(sorted(statuses.items())))
    assert len(statuses) >= 2
    assert Brief.objects.count() == Mandate.objects.count() == 1
    harmless = {element for topic in TOPICS for element in markup(Client().get(f"{sitting.brief}{topic.slug}/"))}
    assert not {element for element in harmless - OURS if element[0] in {"iframe", "svg", "math", "style"}}
    check = Client().get(f"{sitting.brief}check/")
    assert check.status_code == 200
    assert not [element for element in markup(check) if any(name.startswith("on") for name in element[1:])]
    assert "<script>window" not in check.content.decode()


def test_files_of_every_kind_under_every_name(folder: Path) -> None:
    """Whatever comes: what is kept is exactly what was sent, what is not is named, and nothing else lies in the storage."""
    chance, statuses = random.Random(11), Counter[int]()
    sitting = Sitting(request_sent())
    address = f"{sitting.room}files/"
    for _number in range(ROUNDS):
        content = _mutated(chance)
        name = chance.choice(NAMES) + (chance.choice(PAYLOADS) if chance.random() < 0.3 else "")
        request = multipart({}, {"attachments": (name, content)}, chance)
        request = _with_last_field(request)
        before = set(Attachment.objects.values_list("sha256", flat=True))
        response = post(address, request)
        statuses[response.status_code] += 1
        assert response.status_code in ANSWERED, (response.status_code, name, content[:200])
        new = set(Attachment.objects.values_list("sha256", flat=True)) - before
        if request.answers is not None:
            assert new <= {hashlib.sha256(content).hexdigest()}
            assert response.status_code in {302, 400, 422}
            assert not new or response.status_code == 302
        if len(before | new) >= 4:
            _take_one_back(sitting)
    print("\nfiles:", dict(sorted(statuses.items())))
    assert {302, 422} <= set(statuses)
    held = {hashlib.sha256(content).hexdigest() for content in files.contents(folder)}
    assert set(Attachment.objects.values_list("sha256", flat=True)) <= held
    assert Submission.objects.exclude(kind=SubmissionKind.FILES).count() == 1
    told = {file["sha256"] for submission in Submission.objects.all() for file in submission.files}
    assert set(Attachment.objects.values_list("sha256", flat=True)) <= told
    assert MandateEvent.objects.filter(kind=EventKind.FILES).exists()


def _mutated(chance: random.Random) -> bytes:
    """A good or a bad file, whole or spoilt."""
    content = bytearray(chance.choice(GOOD if chance.random() < 0.6 else BAD))
    for _flip in range(chance.choice([0, 0, 1, 20]) if content else 0):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    if chance.random() < 0.15:
        content += chance.choice(BAD)
    return bytes(content[: chance.randrange(len(content) + 1)] if chance.random() < 0.1 else content)


def _with_last_field(request: Request) -> Request:
    """With the field that shows the form has arrived whole."""
    line = request.content_type.partition("boundary=")[2].encode()
    if not line or not request.body.endswith(b"--" + line + b"--\r\n"):
        return request
    field = b"--" + line + b'\r\nContent-Disposition: form-data; name="whole"\r\n\r\nTrue\r\n'
    return Request(
        request.body.removesuffix(b"--" + line + b"--\r\n") + field + b"--" + line + b"--\r\n",
        request.content_type,
        request.answers,
    )


def _take_one_back(sitting: Sitting) -> None:
    """Make room for more."""
    attachment = Attachment.objects.order_by("?").first()
    assert Client().post(f"{sitting.room}files/{attachment.pk}/remove/").status_code == 302
