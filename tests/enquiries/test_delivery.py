"""A mail is tried until it arrives or two days have passed, and its row says how far it has come."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from agency.delivery import BATCH
from agency.models.delivery import ATTEMPTS, DeliveryState
from enquiries import delivery as delivering
from enquiries.models import Delivery, Mandate
from enquiries.models.delivery import DeliveryKind
from tests import factories
from tests.enquiries.submission import reminders, send, typed, work

LEASE = timedelta(seconds=django_settings.DELIVERY_LEASE_SECONDS)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 17, 12, tzinfo=timezone.get_default_timezone())

    def forward(self, **interval: float) -> None:
        """Let time pass."""
        self.now += timedelta(**interval)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock everything goes by."""
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def delivery(brand, clock: Clock) -> Delivery:
    """A mail that is owed, with its reminder."""
    owed = Delivery.objects.create(
        mandate=factories.mandate(), kind=DeliveryKind.ACKNOWLEDGEMENT, recipient="alex@northgate.example"
    )
    delivering.enqueue(owed)
    return owed


@pytest.fixture
def down() -> Iterator[pytest.MonkeyPatch]:
    """No mail server; ``down.undo()`` brings it back."""
    patch = pytest.MonkeyPatch()

    def refuse(_self: EmailMessage, *_args: object) -> int:
        raise ConnectionRefusedError(111, "no server for alex@northgate.example")

    patch.setattr(EmailMessage, "send", refuse)
    yield patch
    patch.undo()


def test_a_mail_that_goes_out_is_sent_once(delivery: Delivery, clock: Clock) -> None:
    assert work() == ["sent"]
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.last_error, delivery.sent_at) == ("sent", 1, "", clock.now)
    clock.forward(days=3)
    assert delivering.sweep() == 0
    assert delivering.send.func(delivery.pk, 1) == "not claimed"
    assert len(mail.outbox) == 1


def test_a_mail_that_does_not_is_owed(delivery: Delivery, clock: Clock, down) -> None:
    assert work() == ["waiting"]
    delivery.refresh_from_db()
    assert (delivery.attempts, delivery.last_error, delivery.sent_at) == (1, "ConnectionRefusedError", None)
    assert delivery.due_at == clock.now + timedelta(seconds=5)


def test_waits_double_up_to_an_hour(delivery: Delivery, clock: Clock, down) -> None:
    waits = []
    for _attempt in range(14):
        work()
        delivery.refresh_from_db()
        waits.append((delivery.due_at - clock.now).total_seconds())
        clock.now = delivery.due_at - timedelta(microseconds=1)
        assert delivering.sweep() == 0
        clock.forward(microseconds=1)
        assert delivering.sweep() == 1
    assert waits == [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600, 3600]


def test_it_arrives_when_the_server_is_back(delivery: Delivery, clock: Clock, down) -> None:
    for _attempt in range(3):
        work()
        clock.forward(minutes=5)
        delivering.sweep()
    down.undo()
    assert work() == ["sent"]
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.last_error) == ("sent", 4, "")
    assert len(mail.outbox) == 1


def test_it_is_given_up_after_two_days(delivery: Delivery, clock: Clock, down) -> None:
    started = clock.now
    for _attempt in range(ATTEMPTS):
        work()
        delivery.refresh_from_db()
        last, clock.now = clock.now, delivery.due_at
        delivering.sweep()
    assert (delivery.state, delivery.attempts) == (DeliveryState.FAILED, ATTEMPTS)
    assert timedelta(days=2) < last - started < timedelta(days=2, hours=4)
    clock.forward(days=30)
    assert delivering.sweep() == 0
    assert work() == []


def test_send_again_starts_over(delivery: Delivery, clock: Clock, down) -> None:
    Delivery.objects.update(state=DeliveryState.FAILED, attempts=ATTEMPTS, last_error="SMTPDataError 550")
    work()
    delivery.refresh_from_db()
    delivering.send_again(delivery)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.last_error) == ("waiting", 0, "")
    down.undo()
    assert work() == ["sent"]
    delivery.refresh_from_db()
    delivering.send_again(delivery)
    assert work() == ["sent"]
    assert len(mail.outbox) == 2


def test_every_attempt_has_the_same_message_id(
    delivery: Delivery, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def lose(self: EmailMessage, *_args: object) -> int:
        seen.append(self.message()["Message-ID"])
        raise ConnectionResetError

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", lose)
        for _attempt in range(3):
            work()
            clock.forward(minutes=5)
            delivering.sweep()
    work()
    assert [*seen, mail.outbox[0].message()["Message-ID"]] == [f"<{delivery.message_id}@testserver>"] * 4


def test_a_reminder_that_was_lost_is_written_again(delivery: Delivery, clock: Clock) -> None:
    """Whatever happened to the worker: the row says that a mail is owed."""
    for reminder in reminders():
        reminder.delete()
    clock.forward(seconds=LEASE.total_seconds() - 1)
    assert delivering.sweep() == 0
    clock.forward(seconds=1)
    assert delivering.sweep() == 1
    assert work() == ["sent"]


def test_a_mail_left_by_a_killed_worker_is_taken_up(
    delivery: Delivery, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """Nothing catches it."""

    def die(_self: EmailMessage, *_args: object) -> int:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", die)
        with pytest.raises(Killed):
            work()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (DeliveryState.SENDING, 1)
    assert delivering.send.func(delivery.pk, 1) == "not claimed"  # for all anyone knows, it is being sent
    clock.forward(seconds=LEASE.total_seconds() + 1)
    assert delivering.sweep() == 1
    assert work()[-1] == "sent"
    delivery.refresh_from_db()
    assert delivery.attempts == 2


def test_reminders_that_pile_up_are_for_one_attempt(delivery: Delivery, clock: Clock, down) -> None:
    """A slow mail server holds the worker up; a busy sweep must not make it forget to wait between attempts."""
    for _round in range(3):
        clock.forward(seconds=LEASE.total_seconds() + 1)
        delivering.sweep()
    assert len(reminders()) == 4
    assert work() == ["waiting", "not claimed", "not claimed", "not claimed"]


def test_a_worker_taken_for_dead_does_not_undo_what_the_next_one_did(
    delivery: Delivery, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(_self: EmailMessage, *_args: object) -> int:
        patch.undo()
        clock.forward(seconds=LEASE.total_seconds() + 1)
        assert delivering.send.func(delivery.pk, 1) == "sent"
        raise ConnectionResetError

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", late)
        work()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, len(mail.outbox)) == ("sent", 2, 1)


def test_a_mandate_deleted_meanwhile_owes_nothing(delivery: Delivery) -> None:
    Mandate.objects.all().delete()
    assert work() == ["not claimed"]
    assert mail.outbox == []


def test_a_template_that_breaks_is_a_failed_attempt(delivery: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_delivery: Delivery) -> EmailMessage:
        raise ValueError("alex@northgate.example")

    monkeypatch.setattr(delivering, "message", broken)
    assert work() == ["waiting"]
    delivery.refresh_from_db()
    assert delivery.last_error == "ValueError"


def test_one_mail_that_fails_does_not_hold_up_the_others(brand, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    real = EmailMessage.send

    def choosy(self: EmailMessage, *args: object) -> int:
        if self.recipients() == ["alex@northgate.example"]:
            raise ConnectionResetError
        return real(self, *args)

    monkeypatch.setattr(EmailMessage, "send", choosy)
    send(typed())
    assert sorted(work()) == ["sent", "waiting"]


def test_a_sweep_takes_the_longest_overdue_and_not_more_than_a_batch(brand, clock: Clock) -> None:
    mandate = factories.mandate()
    Delivery.objects.bulk_create(
        Delivery(
            mandate=mandate,
            kind="notification",
            recipient=f"u{n}@example.com",
            due_at=clock.now - timedelta(seconds=n),
        )
        for n in range(BATCH + 20)
    )
    assert delivering.sweep() == BATCH
    left = Delivery.objects.overdue(clock.now)
    assert {delivery.recipient for delivery in left} == {f"u{n}@example.com" for n in range(20)}
    assert delivering.sweep() == 20
    assert delivering.sweep() == 0
