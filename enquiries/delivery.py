"""Getting mail out: from the background worker, with retries, never twice at once.

A ``Delivery`` row is the truth; a task is only a reminder to look at it. A task lost to a killed worker is replaced by
``sweep``, which the worker runs every few seconds.
"""

import logging
import smtplib
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from agency.models import BrandSettings
from enquiries.models import Delivery
from enquiries.models.delivery import ATTEMPTS, DeliveryState
from enquiries.sla import office_clock

logger = logging.getLogger(__name__)

BATCH = 100


def enqueue(delivery: Delivery) -> None:
    """Ask the worker to send a delivery, in the transaction of the caller, and look again if nothing comes of it."""
    delivery.due_at = timezone.now() + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS)
    delivery.save(update_fields=["due_at"])
    send.enqueue(delivery.pk, delivery.attempts)


@task(priority=10)
def send(delivery_id: int, attempts: int) -> str:
    """Try a delivery once, unless it is finished or another worker is at it; returns the state it is left in.

    ``attempts`` is how many there had been when the reminder was written. Reminders that pile up behind a slow mail
    server are for the same attempt: the first of them makes it, the others find it made.
    """
    now = timezone.now()
    claimed = (
        Delivery.objects.claimable(now)
        .filter(pk=delivery_id, attempts=attempts)
        .update(
            state=DeliveryState.SENDING,
            attempts=models.F("attempts") + 1,
            claimed_at=now,
            due_at=now + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS),
        )
    )
    if not claimed:
        return "not claimed"
    delivery = Delivery.objects.select_related("mandate__specialism").get(pk=delivery_id)
    try:
        message(delivery).send()
    except Exception as error:  # noqa: BLE001 - whatever stopped this mail, it is still owed
        _failed(delivery, error)
    else:
        delivery.state, delivery.sent_at, delivery.last_error = DeliveryState.SENT, timezone.now(), ""
    outcome = {name: getattr(delivery, name) for name in ("state", "sent_at", "last_error", "due_at")}
    Delivery.objects.filter(pk=delivery.pk, claimed_at=now).update(**outcome)  # unless it was taken for dead meanwhile
    return str(delivery.state)


def sweep() -> int:
    """Enqueue what is due again: retries, and what a killed worker left behind. Returns how many."""
    with transaction.atomic():
        overdue = Delivery.objects.overdue(timezone.now()).select_for_update(skip_locked=True)[:BATCH]
        for delivery in overdue:
            enqueue(delivery)
        return len(overdue)


def send_again(delivery: Delivery) -> None:
    """Start a finished or given-up delivery over."""
    with transaction.atomic():
        delivery.state, delivery.attempts, delivery.last_error = DeliveryState.WAITING, 0, ""
        delivery.save(update_fields=["state", "attempts", "last_error"])
        enqueue(delivery)


def message(delivery: Delivery) -> EmailMessage:
    """The mail itself: reference, promise and links. It holds nothing of what the client wrote."""
    brand = BrandSettings.load()
    mandate = delivery.mandate
    inbox = reverse("mandates:inspect", args=[mandate.pk])
    context = {
        "brand": brand,
        "mandate": mandate,
        "due": office_clock(mandate.reply_due_at, brand),
        "inbox_url": f"{settings.BASE_URL}{inbox}",
        "site_url": settings.BASE_URL,
    }
    subject = " ".join(render_to_string(f"emails/{delivery.kind}_subject.txt", context).split())
    return EmailMessage(
        subject=subject,
        body=render_to_string(f"emails/{delivery.kind}.txt", context),
        to=[delivery.recipient],
        reply_to=[brand.email] if brand.email else None,
        headers={
            "Message-ID": f"<{delivery.message_id}@{urlsplit(settings.BASE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def _failed(delivery: Delivery, error: Exception) -> None:
    """Note what happened without naming anybody, and when to try again."""
    reason = type(error).__name__
    if isinstance(error, smtplib.SMTPResponseException):
        reason = f"{reason} {error.smtp_code}"
    delivery.last_error = reason
    delivery.due_at = timezone.now() + delivery.wait_after_failure()
    delivery.state = DeliveryState.FAILED if delivery.attempts >= ATTEMPTS else DeliveryState.WAITING
    logger.warning("delivery %s: attempt %s failed: %s", delivery.pk, delivery.attempts, reason)
