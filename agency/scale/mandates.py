"""The mandates of a made-up site, with everything that taking one in leaves: years of them, from nobody."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from random import Random
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from agency.demo.build import NotEmptyError
from agency.models.delivery import DeliveryState
from agency.scale import words
from agency.scale.build import Progress, Site
from agency.scale.plan import Field
from agency.scale.prose import Writer
from agency.scale.tables import MARK, ROWS, index_references
from enquiries.intake import derive_relatives
from enquiries.links import LIFETIMES, token_of
from enquiries.models import Consent, Delivery, Link, Mandate, MandateEvent, Submission
from enquiries.models.append_only import fingerprint
from enquiries.models.brief import SubmissionKind
from enquiries.models.consent import How, Purpose
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose, digest_of
from enquiries.models.mandate import REFERENCE_ALPHABET, Screening, Status, Timing
from enquiries.spam import screening

YEARS = 3
"""They came over so many years, up to yesterday."""
MANDATES_A_COMPANY = 3
LEGAL_FORMS = ["Ltd", "plc", "GmbH", "AG", "SAS", "BV", "AB", "SpA"]
AGREED = "I have read how you use what I write, and you may use it to answer me."
OFFERED = "Send me new guides in this field. I can stop at any time."
SCREENED = [(0.92, Screening.CLEAR, 0), (0.98, Screening.QUARANTINE, 90), (1, Screening.PROOF, 50)]
"""How many of them the screening lets pass, up to which share, with which score."""
WITHIN = {timedelta(days=14): Status.NEW, timedelta(days=60): Status.TALKING, timedelta(days=150): Status.SEARCH}
"""Where the younger ones stand; older ones are finished."""
STEP = 162_259_276_829
"""References are this far apart, all round: it has no divisor in common with their number, so none comes twice."""


@dataclass(frozen=True)
class Client:
    """Somebody who does not exist, at an address that leads nowhere."""

    name: str
    company: str
    email: str
    telephone: str


def fill(site: Site, progress: Progress) -> None:
    """Write the mandates that the order of a site wants, oldest first, a thousand in memory at a time.

    Raises ``NotEmptyError`` if the database holds any.
    """
    wanted = site.order.mandates
    if wanted and Mandate.objects.exists():
        raise NotEmptyError
    makes = Maker(site, timezone.now())
    for first in range(0, wanted, ROWS):
        numbers = range(first, min(first + ROWS, wanted))
        mandates = Mandate.objects.bulk_create([makes.mandate(number) for number in numbers])
        index_references(mandates)
        kept: dict[type[Model], list[Any]] = {}
        for row in chain.from_iterable(map(makes.follows, mandates)):
            kept.setdefault(type(row), []).append(row)
        for model, rows in kept.items():
            index_references(model._default_manager.bulk_create(rows, batch_size=ROWS))
        progress("mandates", numbers.stop, wanted)


class Maker:
    """Makes one mandate after another; the same for the same number."""

    def __init__(self, site: Site, now: datetime) -> None:
        self.seed, self.now, self.wanted = site.order.seed, now, site.order.mandates
        self.fields: list[Field] = [one for one in site.fields if one.guides]
        self.roles = {one.pk: site.evidence[one.pk].roles for one in self.fields}

    def mandate(self, number: int) -> Mandate:
        """One that is not stored yet."""
        writer = Writer(f"{self.seed}/mandate-{number}")
        random = writer.random
        one = random.choice(self.fields)
        guide = random.choice(one.guides)
        client = self._client(random)
        submitted = self._submitted(number, random)
        status = self._status(submitted, random)
        screened, score = self._screened(random) if status == Status.NEW else (Screening.CLEAR, 0)
        mandate = Mandate(
            reference=reference(self.seed, number),
            idempotency_key=uuid.uuid5(MARK, f"{self.seed}/mandate-{number}"),
            status=status,
            submitted_at=submitted,
            reply_due_at=submitted + timedelta(days=1),
            replied_at=submitted + timedelta(hours=random.randint(1, 30)) if status != Status.NEW else None,
            confidential=random.random() < 0.05,
            role=writer.upper(guide.who),
            need=writer.sentences(random.randint(1, 4)),
            timing=random.choice(Timing.values),
            specialism_id=one.pk,
            screening=screened,
            spam_score=score,
            **vars(client),
        )
        if random.random() < 0.7:
            mandate.source_page_id, mandate.source_title, mandate.source_call = guide.pk, guide.title, "closing"
        if random.random() < 0.3:
            job = random.randrange(len(self.roles[one.pk]))
            mandate.role, mandate.known_role_id = f"{one.title} {one.jobs[job]}", self.roles[one.pk][job]
        derive_relatives(mandate)
        mandate.body_digest = screening.digest_of(mandate.need)
        return mandate

    def follows(self, mandate: Mandate) -> Iterator[Model]:
        """What is stored with a mandate, and what has become of it since."""
        random, sent = Random(mandate.reference), mandate.submitted_at  # noqa: S311 - made up, nothing secret
        said = {"Which role do you need to fill?": mandate.role, "Your company": mandate.company}
        answers = [{"label": label, "value": value} for label, value in said.items()]
        topics = [{"title": "The request", "answers": answers}]
        yield Submission(
            mandate=mandate, number=1, kind=SubmissionKind.REQUEST, submitted_at=sent, topics=topics, files=[]
        )
        yield _consent(mandate, Purpose.ANSWER, AGREED, granted=True)
        yield _consent(mandate, Purpose.MARKETING, OFFERED, granted=random.random() < 0.2)
        yield _link(mandate, uuid.UUID(int=random.getrandbits(128), version=4))
        yield MandateEvent(mandate=mandate, kind=EventKind.SUBMITTED, happened_at=sent)
        if mandate.screening == Screening.CLEAR:
            for kind, recipient in (
                (DeliveryKind.ACKNOWLEDGEMENT, mandate.email),
                (DeliveryKind.NOTIFICATION, "agency@throughline.example"),
            ):
                yield _sent(mandate, kind, recipient, uuid.UUID(int=random.getrandbits(128), version=4))
        if mandate.replied_at:
            yield MandateEvent(mandate=mandate, kind=EventKind.REPLIED, happened_at=mandate.replied_at)
        if mandate.is_finished:
            yield MandateEvent(
                mandate=mandate,
                kind=EventKind.STATUS,
                detail=mandate.get_status_display(),
                happened_at=sent + timedelta(days=random.randint(20, 140)),
            )

    def _client(self, random: Random) -> Client:
        """Somebody of one of the companies, most of which have asked before."""
        number = random.randrange(max(1, self.wanted // MANDATES_A_COMPANY))
        made = Random(f"{self.seed}/company-{number}")  # noqa: S311 - as above
        company = f"{made.choice(words.DOMAINS)} {made.choice(words.LAST_NAMES)} {number} {made.choice(LEGAL_FORMS)}"
        first, last = random.choice(words.FIRST_NAMES), made.choice(words.LAST_NAMES)
        telephone = f"+44207946{random.randrange(1_000):04}" if random.random() < 0.6 else ""  # for works of fiction
        return Client(f"{first} {last}", company, f"{first}.{number}@company-{number}.example".casefold(), telephone)

    def _submitted(self, number: int, random: Random) -> datetime:
        ago = timedelta(days=365 * YEARS) * (self.wanted - number) / self.wanted
        return self.now - timedelta(days=1) - ago - timedelta(minutes=random.randrange(600))

    def _status(self, submitted: datetime, random: Random) -> Status:
        age = self.now - submitted
        finished = Status.WITHDRAWN if random.random() < 0.1 else Status.CLOSED
        return next((status for limit, status in WITHIN.items() if age < limit), finished)

    def _screened(self, random: Random) -> tuple[Screening, int]:
        chance = random.random()
        return next((verdict, score) for share, verdict, score in SCREENED if chance < share)


def reference(seed: int, number: int) -> str:
    """The reference of a mandate by its number; no two have the same."""
    length = len(REFERENCE_ALPHABET)
    rest = (seed + number * STEP) % length**8
    letters = ""
    for _letter in range(8):
        rest, letter = divmod(rest, length)
        letters += REFERENCE_ALPHABET[letter]
    return f"M-{letters[:4]}-{letters[4:]}"


def _consent(mandate: Mandate, purpose: Purpose, wording: str, *, granted: bool) -> Consent:
    return Consent(
        mandate=mandate,
        purpose=purpose,
        granted=granted,
        wording=wording,
        wording_hash=fingerprint(wording),
        locale=settings.LANGUAGE_CODE,
        page="/mandate/",
        how=How.FORM,
        given_at=mandate.submitted_at,
    )


def _link(mandate: Mandate, nonce: uuid.UUID) -> Link:
    link = Link(mandate=mandate, purpose=LinkPurpose.ROOM, nonce=nonce, created_at=mandate.submitted_at)
    lifetime = LIFETIMES[LinkPurpose.ROOM]
    link.expires_at = mandate.submitted_at + lifetime if lifetime else None
    link.digest = digest_of(token_of(link))
    return link


def _sent(mandate: Mandate, kind: DeliveryKind, recipient: str, message: uuid.UUID) -> Delivery:
    then = mandate.submitted_at
    return Delivery(
        mandate=mandate,
        kind=kind,
        recipient=recipient,
        message_id=message,
        state=DeliveryState.SENT,
        attempts=1,
        created_at=then,
        due_at=then,
        claimed_at=then,
        sent_at=then + timedelta(seconds=2),
    )
