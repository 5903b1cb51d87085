"""Times for a call on a real database: two windows, a client and a consultant, at the same moment."""

import pytest
from django.core import mail

from enquiries import slots
from enquiries.models import Delivery, Mandate, Slot
from enquiries.models.delivery import DeliveryKind
from tests import factories
from tests.enquiries.calls import Diary, hours_from_now
from tests.enquiries.submission import work
from tests.enquiries.test_concurrency import at_once

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


@pytest.fixture
def four(brand) -> list[Slot]:
    """Four times on offer, by somebody who may read the mandate."""
    user = factories.user("ines", is_superuser=True)
    return slots.offer(factories.mandate(), hours_from_now(24, 48, 72, 96), 30, "I call you.", user)


def outcome(change, slot: Slot) -> str:
    """What came of a change."""
    try:
        return "done" if change(slot) else "nothing"
    except slots.NotToBeHadError:
        return "refused"


def diary() -> Diary:
    """The client's calendar after all mail, in whatever order it left."""
    while work():
        pass
    found = Diary()
    for message in mail.outbox:
        if message.to == ["alex@northgate.example"] and message.attachments:
            found.take(message)
    return found


def test_one_time_picked_eight_times_is_picked_once(four: list[Slot]) -> None:
    outcomes = at_once(lambda slot: outcome(slots.pick, slot), [four[0]] * 8)
    assert sorted(outcomes) == ["done"] + ["nothing"] * 7
    assert Delivery.objects.filter(kind=DeliveryKind.INVITATION).count() == 1
    assert diary().calls == [four[0].starts_at]


def test_of_four_times_picked_at_once_one_is_left(four: list[Slot]) -> None:
    outcomes = at_once(lambda slot: outcome(slots.pick, slot), four)
    assert outcomes == ["done"] * 4
    picked = Slot.objects.picked().get()
    assert diary().calls == [picked.starts_at]
    assert Slot.objects.open().count() == 3


def test_picked_and_taken_back_at_once_nobody_is_left_with_a_call_that_is_off(four: list[Slot]) -> None:
    user = four[0].offered_by
    changes = [slots.pick, lambda slot: slots.take_back(slot, user)] * 4
    outcomes = at_once(lambda change: outcome(change, four[0]), changes)
    assert outcomes.count("done") in {1, 2}
    assert diary().calls == []
    assert not Slot.objects.picked().exists()


def test_the_same_time_offered_twice_at_once_is_offered_once(four: list[Slot]) -> None:
    mandate, user = factories.mandate(), four[0].offered_by
    time = hours_from_now(30)

    def offer(_window: int) -> str:
        try:
            slots.offer(mandate, time, 30, "", user)
        except slots.RefusedTimesError:
            return "refused"
        return "offered"

    assert sorted(at_once(offer, range(5))) == ["offered"] + ["refused"] * 4
    assert mandate.slots.count() == mandate.deliveries.count() == 1


def test_what_is_erased_meanwhile_is_no_fault(four: list[Slot]) -> None:
    Mandate.objects.all().delete()
    assert at_once(lambda slot: outcome(slots.pick, slot), four) == ["refused"] * 4
