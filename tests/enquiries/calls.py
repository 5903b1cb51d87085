"""Times for a call in tests: offering some, and reading the entries that mails hold."""

from datetime import datetime, timedelta
from email.message import Message

from django.core.mail import EmailMessage
from django.utils import timezone
from icalendar import Calendar, Event

from agency.models import User
from enquiries import links, slots
from enquiries.models import Mandate, Slot
from enquiries.models.link import LinkPurpose


def hours_from_now(*hours: int) -> list[datetime]:
    """Times that lie ahead, on the minute."""
    now = timezone.now().replace(second=0, microsecond=0)
    return [now + timedelta(hours=number) for number in hours]


def offered(mandate: Mandate, user: User, *hours: int) -> list[Slot]:
    """Times offered so many hours from now."""
    return slots.offer(mandate, hours_from_now(*(hours or (24, 48, 72))), 30, "I call you.", user)


def room_of(mandate: Mandate) -> str:
    """The address of the mandate's room."""
    return f"/mandate/room/{links.token_of(links.current(mandate, LinkPurpose.ROOM))}/"


def entry_part(message: EmailMessage) -> Message:
    """The one part of a mail that is a calendar entry, as its reader's program finds it."""
    (part,) = [part for part in message.message().walk() if part.get_content_type() == "text/calendar"]
    return part


def entry_in(message: EmailMessage) -> tuple[Calendar, Event]:
    """The calendar and its one event in a mail."""
    return read(entry_part(message).get_payload(decode=True))


def read(ics: bytes) -> tuple[Calendar, Event]:
    """A calendar file and its one event, as the library reads them."""
    calendar = Calendar.from_ical(ics)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


class Diary:
    """A calendar that follows iTIP: what somebody's holds after the mails they got, in the order in which they came."""

    def __init__(self) -> None:
        self.entries: dict[str, tuple[int, Event]] = {}

    def take(self, message: EmailMessage) -> None:
        """Put in, change or take out what the entry says, unless a later version is known."""
        calendar, event = entry_in(message)
        uid, sequence = str(event["uid"]), int(event["sequence"])
        known = self.entries.get(uid)
        if known is None and calendar["method"] == "CANCEL":
            return
        if known is None or sequence >= known[0]:
            self.entries[uid] = (sequence, event)

    @property
    def calls(self) -> list[datetime]:
        """When there are calls."""
        return sorted(event.start for _sequence, event in self.entries.values() if event["status"] == "CONFIRMED")
