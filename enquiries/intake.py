"""Taking a mandate in: it, its consents and the mails it owes are stored together or not at all."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from agency.models import BrandSettings
from enquiries import links
from enquiries.answers import Topic
from enquiries.delivery import owe
from enquiries.history import note
from enquiries.models import Mandate, Submission
from enquiries.models.brief import SubmissionKind
from enquiries.models.consent import How
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening
from enquiries.models.webhook import WebhookEvent
from enquiries.privacy import Answer, record
from enquiries.relatives import company_key, email_domain
from enquiries.routing import addresses_for, people_for
from enquiries.sla import promise
from enquiries.spam.asking import ask_by_mail
from enquiries.spam.screening import Circumstances, screen
from enquiries.webhooks import outbox
from specialisms.models import Role


@dataclass(frozen=True)
class Source:
    """Where a mandate came from: the page, its title at the time, and which call to action."""

    page: Page | None = None
    call: str = ""

    @property
    def title(self) -> str:
        """The page's title, or nothing."""
        return self.page.title if self.page else ""


class AlreadySubmittedError(Exception):
    """The form was sent before with other contents; ``mandate`` is what it made then."""

    def __init__(self, mandate: Mandate) -> None:
        super().__init__(mandate.reference)
        self.mandate = mandate


def submit(
    mandate: Mandate,
    key: uuid.UUID,
    source: Source,
    answers: Sequence[Answer],
    said: Sequence[Topic],
    circumstances: Circumstances,
) -> Mandate:
    """Store an unsaved mandate and everything that follows from it in one transaction, and return it.

    ``said`` is what the client wrote, as they saw it. What the screening holds (``mandate.screening``) is stored like any
    other, but nobody is told of it yet: see ``enquiries.spam.release``. The same ``key`` makes one mandate:
    sent again with the same contents, the first is returned; with other contents, ``AlreadySubmittedError`` is raised and
    nothing is stored.
    """
    brand = BrandSettings.load()
    mandate.idempotency_key = key
    mandate.source_page, mandate.source_title, mandate.source_call = source.page, source.title, source.call
    mandate.submitted_at = timezone.now()
    mandate.reply_due_at = promise(mandate.submitted_at, brand)
    derive(mandate)
    screen(mandate, circumstances)
    try:
        with transaction.atomic():
            mandate.save(force_insert=True)
            _record(mandate, answers, said)
            if mandate.screening == Screening.CLEAR:
                announce(mandate, brand)
            elif mandate.screening == Screening.PROOF:
                ask_by_mail(mandate, circumstances.block)
    except IntegrityError:
        first = Mandate.objects.filter(idempotency_key=key).first()
        if first is None:
            raise
        if _contents(first) != _contents(mandate) or _agreed(first) != {a.purpose for a in answers if a.granted}:
            raise AlreadySubmittedError(first) from None
        return first
    return mandate


def derive(mandate: Mandate) -> None:
    """Set what follows from the answers: our role of that name, and what relatives are found by. One query."""
    mandate.known_role = Role.objects.called(mandate.role)
    derive_relatives(mandate)


def derive_relatives(mandate: Mandate) -> None:
    """Set what mandates of the same person or company are found by. Asks nobody."""
    mandate.company_key = company_key(mandate.company)
    mandate.email_key = mandate.email.casefold()
    mandate.email_domain = email_domain(mandate.email)


def name_people(mandate: Mandate) -> None:
    """Name those on a confidential mandate who would answer it, if nobody answers it and nobody is named yet."""
    if mandate.confidential and not mandate.assigned_to_id and not mandate.people.exists():
        mandate.people.set(people_for(mandate.specialism))


def announce(mandate: Mandate, brand: BrandSettings) -> None:
    """Tell the client, those who answer and the webhooks of a mandate, in the caller's transaction, once it is clear."""
    owe(mandate, DeliveryKind.ACKNOWLEDGEMENT, mandate.email)
    for address in addresses_for(mandate, brand):
        owe(mandate, DeliveryKind.NOTIFICATION, address)
    outbox.announce(mandate, WebhookEvent.SUBMITTED)


def _record(mandate: Mandate, answers: Sequence[Answer], said: Sequence[Topic]) -> None:
    """Consents, what was said, history, the client's link, and who is named."""
    record(mandate, answers, How.FORM, reverse("enquiries:mandate"))
    Submission.objects.create(mandate=mandate, number=1, kind=SubmissionKind.REQUEST, topics=list(said))
    note(mandate, EventKind.SUBMITTED)
    links.issue(mandate, LinkPurpose.ROOM)
    name_people(mandate)


def _agreed(mandate: Mandate) -> set[str]:
    """The purposes the client agreed to with the form, whatever they have taken back since."""
    given = mandate.consents.filter(how=How.FORM, granted=True)
    return set(given.values_list("purpose", flat=True))


def _contents(mandate: Mandate) -> tuple[object, ...]:
    """What the client wrote, for telling a repeated submission from a changed one."""
    written = ("role", "need", "timing", "name", "company", "email", "specialism_id", "confidential")
    return *(getattr(mandate, field) for field in written), str(mandate.telephone or "")
