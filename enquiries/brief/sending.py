"""Sending the brief: what the client saw is kept, the mandate says the same from then on, and the agency is told."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from agency.models import BrandSettings
from enquiries.attachments.keeping import submit as hand_in
from enquiries.brief import snapshot
from enquiries.brief.drafts import TOLD, ChangedElsewhereError, locked, told
from enquiries.brief.moving import is_moved, move
from enquiries.brief.snapshot import Part
from enquiries.changing import tell
from enquiries.history import note
from enquiries.intake import derive, name_people
from enquiries.models import Brief, Mandate, MandateEvent, Submission
from enquiries.models.brief import SubmissionKind
from enquiries.models.consent import How
from enquiries.models.event import EventKind
from enquiries.models.mandate import Status
from enquiries.models.webhook import WebhookEvent
from enquiries.privacy import Answer, record

DERIVED = ("known_role", "company_key", "email_key", "email_domain")
"""What ``intake.derive`` sets."""

ASKED_ON = "/mandate/room/brief/check/"
"""Where consent is asked, without the token."""

MOVES_A_DAY = 5
"""Each change of address sends a mail to whoever is named there."""


class NotSentError(Exception):
    """The brief cannot be sent as it is; nothing has happened."""


class WithdrawnError(NotSentError):
    """The client has taken the mandate back."""


class ClosedError(NotSentError):
    """The agency has closed the mandate."""


class MovedTooOftenError(NotSentError):
    """The address was changed several times today."""


def send(brief: Brief, shown: str | None = None, agreed: Answer | None = None) -> Submission:
    """Send the brief as it is saved, in one transaction; returns what is kept of it.

    If it says nothing that has not been sent, nothing happens, and the last submission is returned: a double click sends
    once. ``shown`` is the ``snapshot.stamp`` of what the client looked at: if something else is saved by now,
    ``ChangedElsewhereError`` is raised. Other reasons not to send are ``NotSentError``. ``agreed`` is what the client agreed
    to by sending it.
    """
    brand = BrandSettings.load()
    with transaction.atomic():
        current = Mandate.objects.select_for_update(of=["self"]).select_related("assigned_to", "specialism")
        mandate = current.get(pk=brief.mandate_id)
        saved = locked(brief)
        saved.mandate = mandate
        former = snapshot.latest_brief(mandate)
        parts = snapshot.parts(saved, former, told(mandate), brand)
        changed = [part for part in parts if part.is_changed]
        last = mandate.submissions.order_by("number").last()
        if last and not changed:
            return last
        if shown is not None and shown != snapshot.stamp(parts):
            raise ChangedElsewhereError
        _refuse(mandate, saved)
        hand_in(mandate)
        submission = _submit(mandate, parts, is_first=former is None, number=last.number + 1 if last else 1)
        saved.sent_at = submission.submitted_at
        saved.save(update_fields=["sent_at"])
        if agreed:
            record(mandate, [agreed], How.BRIEF, ASKED_ON)
        _follow(mandate, saved)
        _tell(mandate, changed, is_first=former is None)
    return submission


def _refuse(mandate: Mandate, brief: Brief) -> None:
    """Raise if it must not be sent."""
    if mandate.is_finished:
        raise WithdrawnError if mandate.status == Status.WITHDRAWN else ClosedError
    if is_moved(mandate.email, brief.email):
        yesterday = timezone.now() - timedelta(days=1)
        moves = MandateEvent.objects.filter(mandate=mandate, kind=EventKind.ADDRESS, happened_at__gt=yesterday)
        if moves.count() >= MOVES_A_DAY:
            raise MovedTooOftenError


def _submit(mandate: Mandate, parts: Sequence[Part], is_first: bool, number: int) -> Submission:
    """Keep what the client saw."""
    return Submission.objects.create(
        mandate=mandate,
        number=number,
        kind=SubmissionKind.BRIEF if is_first else SubmissionKind.CORRECTION,
        topics=[part.said for part in parts if part.answers],
        files=[file for part in parts for file in part.files],
    )


def _follow(mandate: Mandate, brief: Brief) -> None:
    """Have the mandate say what the brief says, with all that follows from it."""
    was_confidential, former_address = mandate.confidential, mandate.email
    for name in TOLD:
        setattr(mandate, name, getattr(brief, name))
    mandate.confidential = snapshot.is_confidential(brief)
    derive(mandate)
    mandate.save(update_fields=[*TOLD, *DERIVED])
    name_people(mandate)
    if was_confidential and not mandate.confidential:
        mandate.people.clear()  # so that nobody is named by surprise when it is confidential again
    if mandate.confidential != was_confidential:
        note(mandate, EventKind.CONFIDENTIAL)
    if is_moved(former_address, mandate.email):
        move(mandate, former_address)


def _tell(mandate: Mandate, changed: Sequence[Part], is_first: bool) -> None:
    """Note it in the history, by the names of the topics and never by what they say, and have the agency told."""
    topics = ", ".join(str(part.topic.title) for part in changed)
    note(mandate, EventKind.BRIEF if is_first else EventKind.CHANGED, detail=topics)
    tell(mandate, WebhookEvent.COMPLETED if is_first else WebhookEvent.CHANGED)
