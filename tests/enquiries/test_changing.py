"""Telling the agency of changes: soon, seldom, and never not at all."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from agency.models.delivery import DeliveryState
from enquiries.changing import PAUSE, tell_of_change
from enquiries.delivery import sweep
from enquiries.models import Delivery, Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.withdrawal import withdraw
from specialisms.models import SpecialismPage
from tests.enquiries.submission import mandate_of, reminders, send, typed, work


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A mandate the agency has been told of."""
    mandate = mandate_of(send(typed(specialism=str(led.pk))))
    work()
    mail.outbox.clear()
    return mandate


def change(mandate: Mandate, times: int = 1) -> None:
    """Change something, over and over."""
    for _time in range(times):
        tell_of_change(mandate, EventKind.FILES, "profile.txt")


def owed(**fields: object) -> list[Delivery]:
    """The mails about changes, in order."""
    return list(Delivery.objects.filter(kind=DeliveryKind.CHANGE, **fields).order_by("pk"))


def test_many_changes_are_one_mail_at_once_and_one_later(mandate: Mandate) -> None:
    change(mandate, 5)
    assert len(owed()) == 1
    assert work() == ["sent"]
    change(mandate, 5)
    first, second = owed()
    assert second.due_at == first.sent_at + PAUSE
    assert reminders() == []
    assert sweep() == 0
    Delivery.objects.filter(pk=second.pk).update(due_at=timezone.now())
    assert sweep() == 1
    assert work() == ["sent"]
    assert [message.to for message in mail.outbox] == [["ines@example.com"]] * 2
    assert mandate.events.filter(kind=EventKind.FILES).count() == 10


def test_after_a_while_it_is_told_at_once_again(mandate: Mandate) -> None:
    change(mandate)
    work()
    Delivery.objects.update(sent_at=timezone.now() - PAUSE - timedelta(seconds=1))
    change(mandate)
    assert work() == ["sent"]


def test_a_mail_that_is_being_sent_may_have_been_read_already(mandate: Mandate) -> None:
    change(mandate)
    Delivery.objects.filter(kind=DeliveryKind.CHANGE).update(state=DeliveryState.SENDING, claimed_at=timezone.now())
    change(mandate, 2)
    _first, second = owed()
    assert second.state == DeliveryState.WAITING
    assert second.due_at > timezone.now() + PAUSE - timedelta(minutes=1)


def test_a_mail_that_was_given_up_tells_nothing(mandate: Mandate) -> None:
    change(mandate)
    work()
    Delivery.objects.update(state=DeliveryState.FAILED, sent_at=None)
    change(mandate)
    assert work() == ["sent"]


def test_other_mandates_and_other_addresses_have_mails_of_their_own(mandate: Mandate, led: SpecialismPage) -> None:
    other = mandate_of(send(typed(specialism=str(led.pk), role="Another")))
    change(mandate)
    change(other)
    assert len(owed()) == 2
    Delivery.objects.filter(kind=DeliveryKind.CHANGE).update(recipient="former@example.com")
    change(mandate)
    assert len(owed()) == 3


def test_a_withdrawal_is_told_at_once(mandate: Mandate) -> None:
    change(mandate)
    work()
    withdraw(mandate)
    assert work() == ["sent"]
    assert mail.outbox[-1].subject == f"Mandate {mandate.reference} is withdrawn"


def test_a_withdrawal_needs_no_second_mail_beside_one_that_waits(mandate: Mandate) -> None:
    change(mandate)
    work()
    change(mandate)
    withdraw(mandate)
    assert work() == ["sent"]
    assert mail.outbox[-1].subject == f"Mandate {mandate.reference} is withdrawn"
    assert owed(state=DeliveryState.WAITING) == []
