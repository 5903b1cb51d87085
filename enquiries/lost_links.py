"""Which mandates a client is sent links to who has lost theirs."""

from datetime import timedelta

from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils import timezone

from enquiries.models import Mandate, MandateEvent
from enquiries.models.event import EventKind
from enquiries.models.mandate import FINISHED, MandateQuerySet, Screening

FORGOTTEN = timedelta(days=365)
"""A mandate withdrawn longer ago than this is not written about any more."""

MOST = 50
"""Mandates in one mail. No client has as many; whoever types a stranger's address fifty times must not make it endless."""


def mandates_of(email: str) -> MandateQuerySet:
    """The mandates of an address, ``MOST`` at most.

    Those somebody works on come first and what was taken for spam last, so that nobody pushes a client's own mandates out by
    sending others under their address; among equals the newest first.
    """
    withdrawn = MandateEvent.objects.filter(
        mandate=OuterRef("pk"), kind=EventKind.WITHDRAWN, happened_at__lt=timezone.now() - FORGOTTEN
    )
    worked_on = Q(screening=Screening.CLEAR) & ~Q(status__in=FINISHED)
    spam = Q(screening=Screening.QUARANTINE)
    place = Case(When(worked_on, then=Value(0)), When(spam, then=Value(2)), default=Value(1))
    theirs = Mandate.objects.filter(~Exists(withdrawn), email_key=email.casefold())
    return theirs.order_by(place, "-submitted_at", "-pk")[:MOST]
