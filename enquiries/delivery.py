"""The mails of a mandate: what they say, and the reminders of the worker to send them (``agency.delivery``)."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from agency import delivery as delivering
from agency.models import BrandSettings
from agency.models.delivery import DeliveryState
from enquiries.models import Delivery
from enquiries.sla import office_clock


def enqueue(delivery: Delivery) -> None:
    """Ask the worker to send a delivery, in the transaction of the caller, and look again if nothing comes of it."""
    delivering.remind(delivery, send)


@task(priority=10)
def send(delivery_id: int, attempts: int) -> str:
    """Try a delivery once, unless it is finished or another worker is at it; returns the state it is left in."""
    deliveries = Delivery.objects.select_related("mandate__specialism")
    return delivering.attempt(deliveries, delivery_id, attempts, message)


def sweep() -> int:
    """Enqueue what is due again: retries, and what a killed worker left behind. Returns how many."""
    return delivering.sweep(Delivery.objects.all(), enqueue)


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
    )
