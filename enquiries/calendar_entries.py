"""Calls as entries in somebody's calendar (iCalendar, RFC 5545; by mail as iTIP wants it, RFC 5546).

An entry says who, when and how. It holds no link to the client's room, since calendars are copied to servers and shared, and
nothing the client wrote. Times are in UTC: every calendar shows them in its own zone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.mime.text import MIMEText
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import CLASS, STATUS, TRANSP, Calendar, Event, vCalAddress

from agency.letters import calendar_part
from agency.models import BrandSettings
from enquiries.models import Delivery, Slot
from enquiries.models.delivery import DeliveryKind

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
"""iTIP's methods: put it into the calendar or change it there; take it out; a copy to keep, by no invitation."""

METHODS: dict[str, str] = {
    DeliveryKind.INVITATION: REQUEST,
    DeliveryKind.CALL: REQUEST,
    DeliveryKind.CANCELLATION: CANCEL,
    DeliveryKind.CALL_OFF: CANCEL,
}
"""Which mails hold an entry, and what it does."""


@dataclass(frozen=True)
class Reader:
    """Whose calendar it is for: the address of its mail, none for a file to keep; and what they find under the entry."""

    address: str = ""
    description: str = ""


def entry(slot: Slot, method: str, sequence: int, made_at: datetime, brand: BrandSettings, reader: Reader) -> str:
    """The entry of a call in one of its versions: the same words for the same arguments, however often it is written."""
    attendee = vCalAddress.new(reader.address, partstat="ACCEPTED", role="REQ-PARTICIPANT", rsvp=False)
    event = Event.new(
        uid=f"{slot.uid}@{urlsplit(settings.BASE_URL).hostname}",
        sequence=sequence,
        stamp=made_at.astimezone(UTC).replace(microsecond=0),
        start=slot.starts_at.astimezone(UTC),
        end=slot.ends_at.astimezone(UTC),
        summary=_("Call with %(agency)s: mandate %(reference)s")
        % {"agency": brand.name, "reference": slot.mandate.reference},
        location=None if method == CANCEL else slot.way or None,
        description=reader.description or None,
        organizer=vCalAddress.new(_address(brand), cn=brand.name),
        attendees=[attendee] if reader.address else None,
        status=STATUS.CANCELLED if method == CANCEL else STATUS.CONFIRMED,
        classification=CLASS.PRIVATE,
        transparency=TRANSP.OPAQUE,
    )
    calendar = Calendar()  # ``Calendar.new`` would give it another random UID each time
    for name, value in (("version", "2.0"), ("prodid", f"-//{brand.name}//Mandates//EN"), ("method", method)):
        calendar.add(name, value)
    calendar.add_component(event)
    return calendar.to_ical().decode()


def to_keep(slot: Slot, brand: BrandSettings) -> str:
    """The entry of a picked call as a file: a calendar that has it by mail already finds it to be the same."""
    return entry(slot, PUBLISH, slot.sequence, slot.picked_at or slot.offered_at, brand, Reader())


def called_off(slot: Slot, address: str, brand: BrandSettings) -> MIMEText:
    """The entry by which a calendar forgets a call, as a part of a mail to ``address``."""
    return calendar_part(entry(slot, CANCEL, slot.sequence + 1, timezone.now(), brand, Reader(address)))


def attachment(delivery: Delivery, brand: BrandSettings) -> MIMEText | None:
    """The entry that a mail holds, None if it holds none; the same at every attempt."""
    method, slot, sequence = METHODS.get(delivery.kind), delivery.slot, delivery.sequence
    if method is None or slot is None or sequence is None:
        return None
    reader = Reader(delivery.recipient, _for_consultants(slot) if delivery.kind == DeliveryKind.CALL else "")
    return calendar_part(entry(slot, method, sequence, delivery.created_at, brand, reader))


def _for_consultants(slot: Slot) -> str:
    """Where the mandate is read, for those who may: behind their login."""
    return f"{settings.BASE_URL}{reverse('mandates:inspect', args=[slot.mandate_id])}"


def _address(brand: BrandSettings) -> str:
    """The agency's address, else the one its mail comes from."""
    return brand.email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
