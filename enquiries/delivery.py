"""The mails of a mandate: what they say, and the reminders of the worker to send them (``agency.delivery``)."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from agency import delivery as delivering
from agency import mail
from agency.models import BrandSettings
from enquiries import links, privacy
from enquiries.calendar_entries import attachment
from enquiries.lost_links import mandates_of
from enquiries.models import Delivery, Link, Mandate, Slot
from enquiries.models.consent import Purpose
from enquiries.models.delivery import DeliveryKind
from enquiries.models.link import LinkPurpose
from enquiries.sla import office_clock


def enqueue(delivery: Delivery) -> None:
    """Ask the worker to send a delivery, in the transaction of the caller, and look again if nothing comes of it."""
    delivering.remind(delivery, send)


def owe(mandate: Mandate, kind: str, recipient: str, slot: Slot | None = None) -> Delivery:
    """A mail that is owed from now on, in the transaction of the caller; about a call, in the version it has now."""
    sequence = slot.sequence if slot else None
    delivery = Delivery.objects.create(mandate=mandate, kind=kind, recipient=recipient, slot=slot, sequence=sequence)
    enqueue(delivery)
    return delivery


def owe_later(mandate: Mandate, kind: str, recipient: str, due_at: datetime) -> Delivery:
    """A mail that is owed from then on, in the transaction of the caller. No task is enqueued: ``sweep`` finds it."""
    return Delivery.objects.create(mandate=mandate, kind=kind, recipient=recipient, due_at=due_at)


@task(priority=10)
def send(delivery_id: int, attempts: int) -> str:
    """Try a delivery once, unless it is finished or another worker is at it; returns the state it is left in."""
    deliveries = Delivery.objects.select_related("mandate__specialism", "slot__mandate")
    return mail.attempt(deliveries, delivery_id, attempts, message)


def sweep() -> int:
    """Enqueue what is due again: retries, and what a killed worker left behind. Returns how many."""
    return delivering.sweep(Delivery.objects.all(), enqueue)


def send_again(delivery: Delivery) -> None:
    """Start a finished or given-up delivery over; a link goes to where the client is now, an entry to where it went."""
    with transaction.atomic():
        if delivery.kind in WITH_LINKS and delivery.slot_id is None:
            delivery.recipient = delivery.mandate.email
            delivery.save(update_fields=["recipient"])
        delivering.start_over(delivery, send)


def message(delivery: Delivery) -> EmailMessage:
    """The mail itself: reference, promise and links. It holds nothing of what the client wrote."""
    brand = BrandSettings.load()
    mandate = delivery.mandate
    inbox = reverse("mandates:inspect", args=[mandate.pk])
    link = _link(delivery)
    context = {
        "brand": brand,
        "mandate": mandate,
        "due": office_clock(mandate.reply_due_at, brand),
        "inbox_url": f"{settings.BASE_URL}{inbox}",
        "site_url": settings.BASE_URL,
        "link": links.address_of(link) if link else "",
        "works_until": _end(link, brand) if link else None,
        "rooms": _rooms(delivery, brand),
        "call": delivery.slot,
        "starts": office_clock(delivery.slot.starts_at, brand) if delivery.slot else None,
        "stop_link": _stop_link(delivery),
    }
    subject = " ".join(render_to_string(f"emails/{delivery.kind}_subject.txt", context).split())
    entry = attachment(delivery, brand)
    return EmailMessage(
        subject=subject,
        body=render_to_string(f"emails/{delivery.kind}.txt", context),
        to=[delivery.recipient],
        reply_to=[brand.email] if brand.email else None,
        attachments=[entry] if entry else None,
    )


LINKED: dict[str, LinkPurpose] = {
    DeliveryKind.ACKNOWLEDGEMENT: LinkPurpose.ROOM,
    DeliveryKind.LINK: LinkPurpose.ROOM,
    DeliveryKind.OFFER: LinkPurpose.ROOM,
    DeliveryKind.INVITATION: LinkPurpose.ROOM,
    DeliveryKind.CANCELLATION: LinkPurpose.ROOM,
    DeliveryKind.CONFIRM: LinkPurpose.CONFIRM,
}
"""Which mails to the client lead where."""

WITH_LINKS = {*LINKED, DeliveryKind.LINKS}
"""Mails that let their reader in, if only by a button."""

TO_CLIENT = {*WITH_LINKS, DeliveryKind.ADDRESS}
"""All mails to the client, wherever they went."""


def _link(delivery: Delivery) -> Link | None:
    """The client's link that the mail holds, if it holds one: never in mail to the agency, nor to a former address of theirs.

    What is about a call goes to where its entry went, even if the client has another address by now.
    """
    purpose = LINKED.get(delivery.kind)
    if purpose is None or (delivery.slot and delivery.recipient != delivery.mandate.email):
        return None
    return links.current(delivery.mandate, purpose)


def _rooms(delivery: Delivery, brand: BrandSettings) -> list[dict[str, object]]:
    """All mandates of the address with their links, in the mail that answers who has lost them."""
    if delivery.kind != DeliveryKind.LINKS:
        return []
    found = {each.reference: links.current(each, LinkPurpose.ROOM) for each in mandates_of(delivery.recipient)}
    return [
        {"reference": reference, "link": links.address_of(link), "works_until": _end(link, brand)}
        for reference, link in found.items()
    ]


def _end(link: Link, brand: BrandSettings) -> datetime | None:
    """Until when a link works, by the agency's clock."""
    return office_clock(link.expires_at, brand) if link.expires_at else None


def _stop_link(delivery: Delivery) -> str:
    """Where the client can stop new guides: in the acknowledgement, if they have agreed to them."""
    if delivery.kind != DeliveryKind.ACKNOWLEDGEMENT or not privacy.standing(delivery.mandate).get(Purpose.MARKETING):
        return ""
    return links.address_of(links.current(delivery.mandate, LinkPurpose.MARKETING))
