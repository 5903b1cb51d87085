"""Getting mail out: from the background worker, with retries, never twice at once.

The row of a delivery is the truth; a task is only a reminder to look at it, and carries its number. A task lost to a killed
worker is replaced by ``sweep``, which the worker runs every few seconds.
"""

import logging
import smtplib
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import models, transaction
from django.utils import timezone
from django_tasks.base import Task

from agency.models.delivery import ATTEMPTS, AbstractDelivery, DeliveryQuerySet, DeliveryState

logger = logging.getLogger(__name__)

Owed = TypeVar("Owed", bound=AbstractDelivery)

BATCH = 100


def remind(delivery: AbstractDelivery, send: Task[[int, int], str]) -> None:
    """Ask the worker to send a delivery, in the transaction of the caller, and look again if nothing comes of it."""
    delivery.due_at = timezone.now() + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS)
    delivery.save(update_fields=["due_at"])
    send.enqueue(delivery.pk, delivery.attempts)


def attempt(
    deliveries: DeliveryQuerySet[Owed], pk: int, attempts: int, message: Callable[[Owed], EmailMessage]
) -> str:
    """Try a delivery once, unless it is finished or another worker is at it; returns the state it is left in.

    ``attempts`` is how many there had been when the reminder was written. Reminders that pile up behind a slow mail
    server are for the same attempt: the first of them makes it, the others find it made.
    """
    now = timezone.now()
    claimed = (
        deliveries.claimable(now)
        .filter(pk=pk, attempts=attempts)
        .update(
            state=DeliveryState.SENDING,
            attempts=models.F("attempts") + 1,
            claimed_at=now,
            due_at=now + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS),
        )
    )
    if not claimed:
        return "not claimed"
    delivery = deliveries.get(pk=pk)
    try:
        _send(message(delivery), delivery)
    except Exception as error:  # noqa: BLE001 - whatever stopped this mail, it is still owed
        _failed(delivery, error)
    else:
        delivery.state, delivery.sent_at, delivery.last_error = DeliveryState.SENT, timezone.now(), ""
    still_ours = deliveries.filter(pk=pk, claimed_at=now)  # unless it was taken for dead meanwhile
    if delivery.forgotten_when_finished and delivery.state in {DeliveryState.SENT, DeliveryState.FAILED}:
        still_ours.delete()
    else:
        outcome = {name: getattr(delivery, name) for name in ("state", "sent_at", "last_error", "due_at")}
        still_ours.update(**outcome)
    return str(delivery.state)


def sweep(deliveries: DeliveryQuerySet[Owed], enqueue: Callable[[Owed], None]) -> int:
    """Enqueue what is due again: retries, and what a killed worker left behind. Returns how many."""
    with transaction.atomic():
        overdue = deliveries.overdue(timezone.now()).select_for_update(skip_locked=True)[:BATCH]
        for delivery in overdue:
            enqueue(delivery)
        return len(overdue)


def _send(message: EmailMessage, delivery: AbstractDelivery) -> None:
    """Past the letter box of the CMS, where other mail waits for the worker; with the same identity at every attempt."""
    message.connection = get_connection(settings.MAIL_TRANSPORT)
    host = urlsplit(settings.BASE_URL).hostname
    message.extra_headers |= {
        "Message-ID": f"<{delivery.message_id}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    message.send()


def _failed(delivery: AbstractDelivery, error: Exception) -> None:
    """Note what happened without naming anybody, and when to try again."""
    reason = type(error).__name__
    if isinstance(error, smtplib.SMTPResponseException):
        reason = f"{reason} {error.smtp_code}"
    delivery.last_error = reason
    delivery.due_at = timezone.now() + delivery.wait_after_failure()
    delivery.state = DeliveryState.FAILED if delivery.attempts >= ATTEMPTS else DeliveryState.WAITING
    kind, given_up = delivery._meta.model_name, delivery.state == DeliveryState.FAILED
    logger.log(
        logging.ERROR if given_up else logging.WARNING,
        "%s %s: attempt %s failed%s: %s",
        kind,
        delivery.pk,
        delivery.attempts,
        ", given up" if given_up else "",
        reason,
    )
