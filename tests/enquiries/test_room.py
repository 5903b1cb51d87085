"""The room: where a mandate stands, who has it, what was sent, and what a client can do about it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from agency.models import BrandSettings, User
from enquiries.chronicle import CLIENTS_WORDS, OUR_WORDS, READ, SILENT
from enquiries.history import note
from enquiries.models import Brief, Mandate, Submission
from enquiries.models.event import EventKind
from enquiries.models.mandate import Screening, Status
from enquiries.stages import Standing, standing
from enquiries.withdrawal import withdraw
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.rooms import change, room_of, section, soup, text_of, thread
from tests.enquiries.submission import send, typed
from tests.support.client import ANSWERS


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A mandate of the field that Ines leads."""
    send(typed(specialism=str(led.pk), marketing="on"))
    return Mandate.objects.get()


@pytest.fixture
def secret(led: SpecialismPage) -> Mandate:
    """A confidential one."""
    send(typed(specialism=str(led.pk), confidential="on"))
    return Mandate.objects.get()


EARLY, LATE = timezone.now() - timedelta(days=3), timezone.now() + timedelta(days=3)


@pytest.mark.parametrize(
    ("fields", "opened", "where", "names"),
    [
        ({}, False, Standing.WAITING, "*Sent| Being read| Replied| In search| Closed"),
        ({}, True, Standing.WAITING, "Sent|*Being read| Replied| In search| Closed"),
        (
            {"screening": Screening.QUARANTINE},
            False,
            Standing.WAITING,
            "*Sent| Being read| Replied| In search| Closed",
        ),
        (
            {"screening": Screening.PROOF},
            False,
            Standing.PROOF,
            "*Sent| Your sign| Being read| Replied| In search| Closed",
        ),
        ({"reply_due_at": EARLY}, False, Standing.OVERDUE, "*Sent| Being read| Replied| In search| Closed"),
        ({"replied_at": EARLY}, False, Standing.REPLIED, "Sent|Being read|*Replied| In search| Closed"),
        ({"status": Status.TALKING}, True, Standing.REPLIED, "Sent|Being read|*Replied| In search| Closed"),
        ({"status": Status.SEARCH}, True, Standing.SEARCH, "Sent|Being read|Replied|*In search| Closed"),
        ({"status": Status.CLOSED, "replied_at": EARLY}, True, Standing.CLOSED, "Sent|Being read|Replied|*Closed"),
        ({"status": Status.CLOSED}, False, Standing.CLOSED, "Sent|*Closed"),
        ({"status": Status.WITHDRAWN}, True, Standing.WITHDRAWN, "Sent|Being read|*Withdrawn"),
    ],
)
def test_the_thread_says_how_far_it_has_come(mandate, consultant_user, fields, opened, where, names) -> None:
    change(mandate, **fields)
    if opened:
        note(mandate, EventKind.OPENED, consultant_user)
    marks = {"*": "here", " ": "ahead"}
    wanted = [(marks.get(name[0], "reached"), name.lstrip("* ")) for name in names.split("|")]
    assert thread(mandate) == wanted
    assert standing(mandate) == where
    assert len(soup(mandate).select('[aria-current="step"]')) == 1


def test_it_says_who_replies_and_by_when_in_the_offices_time(mandate: Mandate, brand: BrandSettings) -> None:
    change(mandate, reply_due_at=timezone.now().replace(year=2031, month=7, day=1, hour=22, minute=30))
    brand.time_zone = "Asia/Tokyo"
    brand.save()
    text = " ".join(soup(mandate).select_one(".standfirst").get_text().split())
    assert text == "Ines Okafor will reply in person by Wednesday 2 July, 07:30 (Asia/Tokyo time)."


def test_a_reply_that_is_overdue_is_called_that(mandate: Mandate) -> None:
    change(mandate, reply_due_at=EARLY)
    text = soup(mandate).select_one(".standfirst").get_text()
    assert "it has not come. We are sorry." in text


def test_a_reply_that_came_late_is_called_that(mandate: Mandate) -> None:
    change(mandate, reply_due_at=EARLY, replied_at=EARLY + timedelta(days=1))
    assert "later than the" in soup(mandate).select_one(".standfirst").get_text()
    change(mandate, reply_due_at=LATE)
    assert "later than the" not in soup(mandate).select_one(".standfirst").get_text()


class TestWhoHasIt:
    """Names, with a link where there is a public page; never an account's name or address."""

    def cards(self, mandate: Mandate) -> str:
        """The card that says who."""
        return str(soup(mandate).select_one(".room-side .card"))

    def test_who_leads_the_field(self, mandate: Mandate, consultant) -> None:
        assert f'href="{consultant.url}"' in self.cards(mandate)
        assert "Ines Okafor" in self.cards(mandate)

    def test_who_answers_comes_first(self, mandate: Mandate) -> None:
        other = factories.user("nils", group="Consultants", first_name="Nils", last_name="Berg")
        change(mandate, assigned_to=other)
        assert "Nils Berg" in self.cards(mandate)
        assert "Ines" not in self.cards(mandate)

    def test_a_page_that_is_not_public_is_not_linked(
        self, mandate: Mandate, consultant, consultant_user: User
    ) -> None:
        consultant_user.first_name, consultant_user.last_name = "Ines", "Okafor"
        consultant_user.save()
        PageViewRestriction.objects.create(page=consultant, restriction_type="login")
        assert "<a href" not in self.cards(mandate).split("Quote")[0]
        PageViewRestriction.objects.all().delete()
        consultant.unpublish()
        assert "<a href" not in self.cards(mandate).split("Quote")[0]
        assert "Ines Okafor" in self.cards(mandate)

    def test_nobody_yet(self, brand: BrandSettings) -> None:
        send(typed())
        assert "We are choosing who answers you." in self.cards(Mandate.objects.get())

    def test_somebody_without_a_name_is_not_known_by_their_account(self, mandate: Mandate) -> None:
        change(mandate, assigned_to=factories.user("root-7", email="root-7@example.com", group="Consultants"))
        assert "root-7" not in text_of(room_of(mandate))

    def test_the_people_named_on_a_confidential_one(self, secret: Mandate) -> None:
        secret.people.set([factories.user("nils", first_name="Nils", last_name="Berg", group="Consultants")])
        assert "Nils Berg" in self.cards(secret)
        assert "Ines" not in self.cards(secret)


def test_what_was_sent_stands_there_the_latest_first(mandate: Mandate) -> None:
    topics = [{"title": "Must-haves", "answers": [{"label": "At most five", "value": ["Rust", "German"]}]}]
    Submission.objects.create(mandate=mandate, number=2, kind="brief", topics=topics)
    text = section(mandate, "sent-title")
    assert "Rust German" in text
    assert text.index("German") < text.index("What you sent before") < text.index(ANSWERS["need"])
    assert "['" not in text


def test_a_draft_that_was_not_sent_is_not_forgotten(mandate: Mandate) -> None:
    assert "Nobody reads it before you send it" not in text_of(room_of(mandate))
    Brief.objects.create(mandate=mandate, saved_at=timezone.now())
    text_of(room_of(mandate))


def test_hostile_answers_are_text(mandate: Mandate) -> None:
    attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ brand }}"
    change(mandate, role=attack[:120])
    Submission.objects.create(
        mandate=mandate,
        number=2,
        kind="brief",
        topics=[{"title": attack, "answers": [{"label": attack, "value": [attack]}]}],
    )
    withdraw(mandate, attack)
    for page in ("", "receipt/"):
        text = text_of(room_of(mandate, page))
        assert "<script>alert" not in text
        assert "<img src=x" not in text


class TestWhoOpenedIt:
    """Of confidential mandates the client sees every reader, by name and time."""

    def test_every_reader_with_the_time(
        self, secret: Mandate, consultant_user: User, consultant_client: Client
    ) -> None:
        consultant_user.first_name, consultant_user.last_name = "Ines", "Okafor"
        consultant_user.save()
        assert "Nobody yet" in section(secret, "readings-title")
        consultant_client.get(f"/admin/mandates/{secret.pk}/")
        text = section(secret, "readings-title")
        assert re.search(r"\d+ \w+ \d{4}, \d\d:\d\d Ines Okafor , opened the mandate", text)
        note(secret, EventKind.FILE_OPENED, consultant_user, "internal.pdf")
        assert "Ines Okafor , downloaded a file" in section(secret, "readings-title")

    def test_many_are_folded_and_all_there(self, secret: Mandate, consultant_user: User) -> None:
        for _time in range(9):
            note(secret, EventKind.OPENED, consultant_user)
        assert section(secret, "readings-title").count("opened the mandate") == 9

    def test_a_reader_who_has_left_or_has_no_name(self, secret: Mandate) -> None:
        gone = factories.user("gone-7", email="gone-7@example.com")
        note(secret, EventKind.OPENED, gone)
        text = text_of(room_of(secret))
        assert "One of our people" in text
        assert "gone-7" not in text
        gone.delete()
        assert "Somebody who has left us" in text_of(room_of(secret))

    def test_of_others_nobody_is_named(self, mandate: Mandate, consultant_client: Client) -> None:
        consultant_client.get(f"/admin/mandates/{mandate.pk}/")
        assert section(mandate, "readings-title") == ""
        assert "opened" not in section(mandate, "history-title").lower()


def test_every_kind_of_event_is_told_or_silent_on_purpose() -> None:
    told = set(CLIENTS_WORDS) | set(OUR_WORDS)
    assert told | SILENT == set(EventKind)
    assert not told & SILENT
    assert set(READ) <= SILENT


def test_the_history_is_in_plain_words_and_tells_nothing_internal(mandate: Mandate, consultant_user: User) -> None:
    for kind in EventKind:
        note(mandate, kind, consultant_user, f"internal note by {consultant_user.email}")
    text = section(mandate, "history-title")
    assert "You sent the mandate" in text
    assert "We replied" in text
    assert "We closed the links to this room" in text
    kept = [EventKind.STATUS, EventKind.CONFIDENTIAL]
    assert text.count("internal note") == len(kept)
    mandate.events.filter(kind__in=kept).delete()
    assert consultant_user.email not in text_of(room_of(mandate))
    assert "internal" not in text_of(room_of(mandate, "mandate.json"))


def test_the_room_costs_few_queries_however_much_there_is(mandate: Mandate, consultant_user: User, directory) -> None:
    def queries() -> list[str]:
        address = room_of(mandate)
        with CaptureQueriesContext(connection) as captured:
            text_of(address)
        return [each["sql"] for each in captured.captured_queries]

    few = queries()
    assert len(few) <= 15, "\n".join(few)
    for number in range(8):
        page = factories.ConsultantPageFactory(parent=consultant_user.consultant.get_parent(), slug=f"c-{number}")
        factories.user(f"c{number}", group="Consultants", consultant=page, first_name="C", last_name=str(number))
        factories.lead(mandate.specialism, page)
        note(mandate, EventKind.OPENED, consultant_user)
        note(mandate, EventKind.CHANGED)
        Submission.objects.create(mandate=mandate, number=number + 2, kind="brief", topics=[])
    assert len(queries()) <= len(few)
