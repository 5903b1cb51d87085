"""New links for clients who have lost theirs: asked for by address, written by the worker.

The request only leaves a row and a reminder, so that neither the answer nor the time it takes tells whether anybody knows
the address. The worker looks; whatever comes of it, the row is gone afterwards.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from enquiries import links
from enquiries.delivery import owe
from enquiries.history import note
from enquiries.lost_links import mandates_of
from enquiries.models import Delivery, LinkRequest
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose

PAUSE = timedelta(minutes=10)
"""Nobody is written to again within this time, however often somebody asks."""

MAILS_A_DAY = 15
"""Mails with links that one address is sent within 24 hours, "close all and send a new one" included."""

LOST = timedelta(minutes=1)
"""A request that still waits after this time has been left behind by a worker that was killed."""

BATCH = 100


def ask(email: str) -> None:
    """Note that somebody wants new links for an address, and remind the worker; the same for every address."""
    with transaction.atomic():
        request = LinkRequest.objects.create(email=email)
        send_links.enqueue(request.pk)


@task(priority=10)
def send_links(request_id: int) -> str:
    """Owe the address that asked one mail with a fresh link to each of its mandates; returns what was done, naming nobody."""
    with transaction.atomic():
        waiting = LinkRequest.objects.select_for_update(skip_locked=True)
        request = waiting.filter(pk=request_id).first()
        if request is None:
            return "done already"
        # Locked, so that of two requests one sees what the other has sent
        mandates = list(mandates_of(request.email).select_for_update(of=["self"]))
        request.delete()
        if not mandates or _asks_too_much(request.email):
            return "nothing to send"
        for mandate in mandates:
            links.issue(mandate, LinkPurpose.ROOM)
            note(mandate, EventKind.LINK)
        owe(mandates[0], DeliveryKind.LINKS, mandates[0].email)
    return f"{len(mandates)} links"


def sweep() -> int:
    """Remind the worker again of requests that a killed one has left behind; returns of how many."""
    now = timezone.now()
    with transaction.atomic():
        waiting = LinkRequest.objects.select_for_update(skip_locked=True).filter(asked_at__lt=now - LOST)
        lost = list(waiting.values_list("pk", flat=True)[:BATCH])
        LinkRequest.objects.filter(pk__in=lost).update(asked_at=now)  # and look again if nothing comes of it
        for pk in lost:
            send_links.enqueue(pk)
    return len(lost)


def _asks_too_much(email: str) -> bool:
    """Whether the address has been sent links just now, or often enough today."""
    now = timezone.now()
    kinds = [DeliveryKind.LINK, DeliveryKind.LINKS]
    sent = Delivery.objects.filter(mandate__email_key=email.casefold(), kind__in=kinds)
    today = list(sent.filter(created_at__gt=now - timedelta(days=1)).values_list("created_at", flat=True))
    return len(today) >= MAILS_A_DAY or any(moment > now - PAUSE for moment in today)
