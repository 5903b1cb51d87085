"""A flood of hostile submissions: no fault, nothing half stored, nothing acknowledged that is not stored whole, no script.

`make flood` sends ten thousand; the suite sends a few hundred of the same kinds.
"""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enquiries.fields import visible
from enquiries.forms import new_key
from enquiries.models import Consent, Delivery, Link, Mandate, MandateEvent, Submission
from tests.enquiries.submission import ADDRESS, URLENCODED, mandate_of, send, token_in, typed
from tests.enquiries.test_hostile_text import markup
from tests.support.client import ANSWERS
from tests.support.hostility import Request, multipart, stream

FLOOD = int(os.environ.get("FLOOD", "400"))
"""How many submissions in all; each test sends its share."""
ANSWERED = {302, 400, 409, 413, 422}
LOOKED_AT = 20
"""One in so many of what was stored is looked at in every page that shows it."""
LINES = ("role", "name", "company")

pytestmark = pytest.mark.usefixtures("brand")


def post(path: str, request: Request) -> HttpResponse:
    """Send it as it is; a fault of the site is its answer, not an exception."""
    return Client(raise_request_exception=False).generic("POST", path, request.body, request.content_type)


@pytest.fixture
def look(admin_client: Client) -> Callable[[Mandate, str], None]:
    """Looks at every page that shows a mandate: each must be made of the same elements as that of a harmless one."""

    def pages(mandate: Mandate, token: str) -> dict[str, set[tuple[str, ...]]]:
        room = f"/mandate/room/{token}/"
        return {
            "inbox": markup(admin_client.get(f"/admin/mandates/{mandate.pk}/")),
            "room": markup(Client().get(room)),
            "confirmation": markup(Client().get(f"{room}received/")),
        }

    harmless: dict[str, set[tuple[str, ...]]] = {}
    for more in ({}, {"telephone": "", "timing": ""}, {"confidential": "on", "marketing": "on"}):
        plain = send(typed(**more))
        for place, found in pages(mandate_of(plain), token_in(plain)).items():
            harmless[place] = harmless.get(place, set()) | found
    Mandate.objects.all().delete()

    def compare(mandate: Mandate, token: str) -> None:
        for place, found in pages(mandate, token).items():
            assert found - harmless[place] <= ALLOWED, (place, mandate.pk)

    return compare


ALLOWED = {("br",), ("p",), ("a", "href")}
"""What text may bring along: its line ends, and the address of a mail."""


def stored_whole(mandate: Mandate, answers: dict[str, str]) -> None:
    """Everything the client wrote, as they saw it, and everything that belongs to it."""
    for name in LINES:
        assert getattr(mandate, name) == " ".join(visible(answers[name]).split())
    assert mandate.need.split() == visible(answers["need"]).split()
    assert mandate.email == visible(answers["email"]).strip()
    assert "\n" not in mandate.role + mandate.name + mandate.company + mandate.email


def nothing_is_half_stored() -> None:
    """All that belongs to a mandate is there once for each."""
    count = Mandate.objects.count()
    assert Consent.objects.count() == 2 * count
    assert Submission.objects.count() == Link.objects.filter(purpose="room").count() == count
    assert MandateEvent.objects.filter(kind="submitted").count() == count
    assert Delivery.objects.filter(kind="acknowledgement").count() <= count


def flood(requests: Iterator[Request], path: str, look: Callable[[Mandate, str], None]) -> Counter[int]:
    """Send them all; returns how often each status came."""
    statuses: Counter[int] = Counter()
    before = Mandate.objects.count()
    for number, request in enumerate(requests):
        response = post(path, request)
        statuses[response.status_code] += 1
        assert response.status_code in ANSWERED, (response.status_code, request.body[:2000])
        taken = Mandate.objects.count() - before
        assert taken == (response.status_code == 302), request.body[:2000]
        before += taken
        if taken:
            mandate = mandate_of(response)
            if request.answers:
                stored_whole(mandate, request.answers)
            if number % LOOKED_AT == 0:
                look(mandate, token_in(response))
    return statuses


def test_spoilt_submissions(look: Callable[[Mandate, str], None]) -> None:
    count = FLOOD // 2

    def fresh() -> Iterator[Request]:
        for seed in range(count):
            yield from stream({"key": new_key(), "ctx": "", **ANSWERS}, 1, seed)

    statuses = flood(fresh(), ADDRESS, look)
    print("\nspoilt:", dict(sorted(statuses.items())))
    assert sum(statuses.values()) == count
    assert len(statuses) >= 3
    nothing_is_half_stored()


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
MANY = settings(
    derandomize=True,
    max_examples=max(FLOOD // 4, 20),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@MANY
@given(st.fixed_dictionaries(dict.fromkeys((*LINES, "need"), ANYTHING) | {"email": ANYTHING | st.emails()}))
def test_whatever_hypothesis_thinks_of(db, answers: dict[str, str]) -> None:
    before = Mandate.objects.count()
    response = send({"key": new_key()} | answers)
    assert response.status_code in {302, 422}
    assert Mandate.objects.count() - before == (response.status_code == 302)
    if response.status_code == 302:
        stored_whole(mandate_of(response), answers)


@MANY
@given(
    body=st.binary(max_size=3000),
    kind=st.sampled_from([URLENCODED, "multipart/form-data; boundary=b", "text/plain", ""]),
)
def test_any_bytes(db, body: bytes, kind: str) -> None:
    assert post(ADDRESS, Request(body, kind, None)).status_code in ANSWERED
    assert not Mandate.objects.exists()


def test_files_nobody_asked_for(look: Callable[[Mandate, str], None]) -> None:
    """Files sent to the form that takes none are ignored, and cost nothing of what was typed."""
    chance = random.Random(1)
    for _number in range(max(FLOOD // 100, 5)):
        request = multipart(
            {"key": new_key(), **ANSWERS}, {"role": ("x.pdf", b"%PDF-1.4"), "x": ("../x", b"\0" * 1000)}, chance
        )
        assert post(ADDRESS, request).status_code in ANSWERED
    nothing_is_half_stored()
