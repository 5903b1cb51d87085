"""Taking a mandate in: it, its consents and the mails it owes are stored together or not at all."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from agency.models import BrandSettings
from enquiries.delivery import enqueue
from enquiries.models import Consent, Delivery, Mandate, MandateEvent
from enquiries.models.consent import Purpose
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.routing import addresses_for
from enquiries.sla import promise
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


@dataclass(frozen=True)
class Answer:
    """An answer to one question about personal data, with the words shown."""

    purpose: Purpose
    granted: bool
    wording: str


class AlreadySubmittedError(Exception):
    """The form was sent before with other contents; ``mandate`` is what it made then."""

    def __init__(self, mandate: Mandate) -> None:
        super().__init__(mandate.reference)
        self.mandate = mandate


def submit(mandate: Mandate, key: uuid.UUID, source: Source, answers: Sequence[Answer]) -> Mandate:
    """Store an unsaved mandate and everything that follows from it in one transaction, and return it.

    The same ``key`` makes one mandate: sent again with the same contents, the first is returned; with other contents,
    ``AlreadySubmittedError`` is raised and nothing is stored.
    """
    brand = BrandSettings.load()
    mandate.idempotency_key = key
    mandate.known_role = Role.objects.called(mandate.role)
    mandate.source_page, mandate.source_title, mandate.source_call = source.page, source.title, source.call
    mandate.submitted_at = timezone.now()
    mandate.reply_due_at = promise(mandate.submitted_at, brand)
    try:
        with transaction.atomic():
            mandate.save(force_insert=True)
            _record(mandate, brand, answers)
    except IntegrityError:
        first = Mandate.objects.filter(idempotency_key=key).first()
        if first is None:
            raise
        if _contents(first) != _contents(mandate) or _agreed(first) != {a.purpose for a in answers if a.granted}:
            raise AlreadySubmittedError(first) from None
        return first
    return mandate


def _record(mandate: Mandate, brand: BrandSettings, answers: Sequence[Answer]) -> None:
    """Consents, history, and the mails that are now owed."""
    Consent.objects.bulk_create(
        Consent(
            mandate=mandate,
            purpose=answer.purpose,
            granted=answer.granted,
            notice_version=brand.privacy_version,
            wording=answer.wording,
        )
        for answer in answers
    )
    MandateEvent.objects.create(mandate=mandate, kind=EventKind.SUBMITTED)
    owed = [(DeliveryKind.ACKNOWLEDGEMENT, mandate.email)]
    owed += [(DeliveryKind.NOTIFICATION, address) for address in addresses_for(mandate.specialism, brand)]
    for kind, recipient in owed:
        enqueue(Delivery.objects.create(mandate=mandate, kind=kind, recipient=recipient))


def _agreed(mandate: Mandate) -> set[str]:
    """The purposes the client agreed to."""
    return set(mandate.consents.filter(granted=True).values_list("purpose", flat=True))


def _contents(mandate: Mandate) -> tuple[object, ...]:
    """What the client wrote, for telling a repeated submission from a changed one."""
    written = ("role", "need", "timing", "name", "company", "email", "specialism_id")
    return *(getattr(mandate, field) for field in written), str(mandate.telephone or "")
