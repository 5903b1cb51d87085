"""Calendar entries, as mail programs and calendars read them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from agency.models import User
from enquiries import slots
from enquiries.calendar_entries import Reader, entry
from enquiries.models import Mandate, Slot
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.calls import entry_in, entry_part, offered, read, room_of
from tests.enquiries.submission import work

WRITTEN = {
    "role": "Zebra keeper",
    "need": "Count the zebras",
    "name": "Quentin Zebedee",
    "company": "Zebracorp",
    "email": "quentin@zebracorp.example",
}


@pytest.fixture
def picked(led: SpecialismPage, consultant_user: User) -> Slot:
    """A call that the client has picked, and its mails sent."""
    mandate = factories.mandate(specialism=led, **WRITTEN)
    slot, *_others = offered(mandate, consultant_user)
    slots.pick(slot)
    work()
    slot.refresh_from_db()
    return slot


def test_mail_programs_see_an_invitation(picked: Slot) -> None:
    for message in mail.outbox[1:]:
        part = entry_part(message)
        assert part["Content-Type"] == 'text/calendar; charset="utf-8"; method="REQUEST"'
        assert part.get_filename() == "call.ics"
        assert part.get_content_disposition() == "attachment"


def test_the_invitation_is_valid(picked: Slot, consultant_user: User) -> None:
    for message, address in zip(mail.outbox[1:], (WRITTEN["email"], consultant_user.email), strict=True):
        calendar, event = entry_in(message)
        assert (calendar["version"], calendar["method"]) == ("2.0", "REQUEST")
        assert calendar["prodid"]
        assert event["uid"] == f"{picked.uid}@testserver"
        assert event["sequence"] == 0
        assert (event.start, event.end) == (picked.starts_at, picked.starts_at + timedelta(minutes=30))
        assert event["dtstart"].to_ical().endswith(b"Z")
        assert event["dtstamp"].dt.tzinfo is not None
        assert event["summary"] == f"Call with Throughline: mandate {picked.mandate}"
        assert event["location"] == "I call you."
        assert (event["status"], event["class"]) == ("CONFIRMED", "PRIVATE")
        assert event["organizer"] == "mailto:hello@localhost"
        assert event["attendee"] == f"mailto:{address}"
        assert not event.errors
        assert not calendar.errors


def test_the_organizer_is_the_agency(picked: Slot, brand) -> None:
    brand.email = "hello@throughline.example"
    event = read(entry(picked, "REQUEST", 0, timezone.now(), brand, Reader("a@b.example")).encode())[1]
    assert event["organizer"] == "mailto:hello@throughline.example"
    assert event["organizer"].params["CN"] == "Throughline"


def test_calling_off_names_the_same_entry_in_a_later_version(picked: Slot, consultant_user: User) -> None:
    mail.outbox.clear()
    slots.take_back(picked, consultant_user)
    work()
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        calendar, event = entry_in(message)
        assert entry_part(message).get_param("method") == calendar["method"] == "CANCEL"
        assert (event["uid"], event["sequence"]) == (f"{picked.uid}@testserver", 1)
        assert (event["status"], event.start) == ("CANCELLED", picked.starts_at)


def test_the_file_is_the_same_entry(picked: Slot, client: Client) -> None:
    response = client.get(f"{room_of(picked.mandate)}times/{picked.pk}/call.ics")
    calendar, event = read(response.content)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{picked.mandate}-call.ics"'
    assert calendar["method"] == "PUBLISH"
    invited = entry_in(mail.outbox[1])[1]
    for name in ("uid", "sequence", "summary", "location", "status"):
        assert event[name] == invited[name]
    assert event.start == invited.start
    assert "attendee" not in event


def test_nothing_the_client_wrote_and_no_link_to_the_room(picked: Slot, client: Client, consultant_user: User) -> None:
    file = client.get(f"{room_of(picked.mandate)}times/{picked.pk}/call.ics").content.decode()
    slots.take_back(picked, consultant_user)
    work()
    entries = [file] + [entry_part(message).get_payload(decode=True).decode() for message in mail.outbox[1:]]
    assert len(entries) == 5
    for text in entries:
        unfolded = text.replace("\r\n ", "")
        assert "/room/" not in unfolded
        for name in ("role", "need", "name", "company"):
            assert WRITTEN[name] not in unfolded
    for message in mail.outbox:
        for name in ("role", "need", "name", "company", "email"):
            assert WRITTEN[name] not in message.subject + message.body


def test_only_the_client_has_the_link_to_the_room(picked: Slot, consultant_user: User) -> None:
    slots.take_back(picked, consultant_user)
    work()
    for message in mail.outbox:
        assert ("/mandate/room/" in message.body) == (message.to == [WRITTEN["email"]])
        assert ("/admin/mandates/" in message.body) == (message.to == [consultant_user.email])


def test_the_mail_says_when_in_the_zone_of_the_office(led: SpecialismPage, consultant_user: User, brand) -> None:
    brand.time_zone = "America/New_York"
    brand.save()
    mandate = factories.mandate(specialism=led)
    slot, *_others = offered(mandate, consultant_user)
    slots.pick(slot)
    Slot.objects.filter(pk=slot.pk).update(starts_at=datetime(2031, 7, 3, 14, 0, tzinfo=UTC))
    work()
    for message in mail.outbox[1:]:
        assert "Thursday 3 July 2031, 10:00 (America/New_York time), 30 minutes" in message.body
        assert message.subject == f"Call on 3 July, 10:00: mandate {mandate}"


@pytest.mark.parametrize("way", ["Zoë – “call”, now; \\n or never: " + "x" * 160, "https://meet.example/a?b=c;d,e"])
def test_whatever_a_consultant_types_is_read_back(picked: Slot, brand, way: str) -> None:
    picked.way = way
    event = read(entry(picked, "REQUEST", 0, timezone.now(), brand, Reader("a@b.example")).encode())[1]
    assert str(event["location"]) == way


def test_a_brand_with_a_name_that_needs_quoting(picked: Slot, brand) -> None:
    brand.name = 'Müller: "Söhne"; & Co, Ltd'
    text = entry(picked, "REQUEST", 0, timezone.now(), brand, Reader("a@b.example"))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    assert brand.name in str(event["summary"])
    assert event["organizer"] == "mailto:hello@localhost"


def test_mandates_of_others_have_other_entries(picked: Slot, led: SpecialismPage, consultant_user: User) -> None:
    other: Mandate = factories.mandate(specialism=led)
    slot = slots.offer(other, [picked.starts_at], 30, "", consultant_user)[0]
    assert slot.uid != picked.uid
