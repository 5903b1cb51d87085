"""Writing down what happens to a mandate."""

from datetime import timedelta

from django.utils import timezone

from agency.models import User
from enquiries.models import Mandate, MandateEvent
from enquiries.models.event import EventKind

SAME_VISIT = timedelta(minutes=10)
"""Opened again by the same person within this time is the same visit."""


def note(mandate: Mandate, kind: str, actor: User | None = None, detail: str = "") -> MandateEvent:
    """One more event; without ``actor`` it was the client. ``detail`` is cut to what the column holds."""
    longest = MandateEvent._meta.get_field("detail").max_length
    return MandateEvent.objects.create(mandate=mandate, kind=kind, actor=actor, detail=detail[:longest])


def opened(mandate: Mandate, reader: User) -> None:
    """Note that somebody of the agency has read the mandate, once a visit: the client may ask who did."""
    since = timezone.now() - SAME_VISIT
    visits = MandateEvent.objects.filter(mandate=mandate, kind=EventKind.OPENED, actor=reader)
    if not visits.filter(happened_at__gt=since).exists():
        note(mandate, EventKind.OPENED, reader)
