"""Telling the agency what a client has done: in the history, by mail and by webhook, together or not at all."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import timezone

from agency.models import BrandSettings
from agency.models.delivery import DeliveryQuerySet, DeliveryState
from enquiries.delivery import enqueue, owe, owe_later
from enquiries.history import note
from enquiries.models import Delivery, Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.mandate import Screening
from enquiries.models.webhook import WebhookEvent
from enquiries.routing import addresses_for
from enquiries.webhooks import outbox

PAUSE = timedelta(minutes=10)
"""Nobody at the agency is written to again about changes of one mandate within this time: no mail says what changed, so the
next one stands for all of them."""


def tell_of_change(mandate: Mandate, kind: str, detail: str = "") -> None:
    """Note what the client did, and have the agency told that something has changed."""
    with transaction.atomic():
        current = Mandate.objects.select_for_update(of=["self"]).select_related("assigned_to", "specialism")
        mandate = current.get(pk=mandate.pk)
        note(mandate, kind, detail=detail)
        tell(mandate, WebhookEvent.CHANGED)


def tell(mandate: Mandate, news: WebhookEvent) -> None:
    """Owe the agency a mail and its endpoints an event about a brief, a change or a withdrawal.

    In the transaction of the caller, who holds the mandate locked, so that of two changes one sees what the other owes.
    Of changes one mail is sent at once, and one more when ``PAUSE`` is over if there were others meanwhile. Of a mandate that
    has not passed the screening, the agency has not been told yet, and is not told of this.
    """
    if mandate.screening != Screening.CLEAR:
        return
    for address in addresses_for(mandate, BrandSettings.load()):
        if news == WebhookEvent.COMPLETED:
            owe(mandate, DeliveryKind.BRIEF, address)
        else:
            _owe_change(mandate, address, at_once=news == WebhookEvent.WITHDRAWN)
    outbox.announce(mandate, news)


def _owe_change(mandate: Mandate, address: str, at_once: bool) -> None:
    """Have a mail leave that has not left yet, so that whoever reads it finds this change as well.

    One that waits is locked: no worker takes it before this change can be seen. One that is being sent may have been read
    before that, and counts as sent.
    """
    mails = mandate.deliveries.filter(kind=DeliveryKind.CHANGE, recipient=address)
    waiting = mails.filter(state=DeliveryState.WAITING).select_for_update().first()
    quiet_until = None if at_once else _quiet_until(mails)
    if waiting is None and quiet_until:
        owe_later(mandate, DeliveryKind.CHANGE, address, quiet_until)
    elif waiting is None:
        owe(mandate, DeliveryKind.CHANGE, address)
    elif at_once:
        enqueue(waiting)


def _quiet_until(mails: DeliveryQuerySet[Delivery]) -> datetime | None:
    """When the pause after the last of these mails that has left is over; None if it is over already."""
    now = timezone.now()
    if mails.filter(state=DeliveryState.SENDING).exists():
        return now + PAUSE
    last = mails.filter(sent_at__gt=now - PAUSE).aggregate(models.Max("sent_at"))["sent_at__max"]
    return last + PAUSE if last else None
