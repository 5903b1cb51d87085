"""Times for a call: what is offered, picked, given back and taken back, and what everybody's calendar then says."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from agency.models import User
from agency.models.delivery import DeliveryState
from enquiries import slots
from enquiries.delivery import sweep
from enquiries.models import Delivery, Mandate, Slot
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.calls import Diary, offered
from tests.enquiries.submission import work

CLIENT = "alex@northgate.example"


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A mandate of the consultant's specialism."""
    return factories.mandate(specialism=led)


def kinds(mandate: Mandate) -> list[str]:
    """The mails of the mandate, as they were owed."""
    return list(mandate.deliveries.order_by("pk").values_list("kind", flat=True))


def history(mandate: Mandate) -> list[tuple[str, str | None]]:
    """What happened, and who of the agency did it."""
    return list(mandate.events.values_list("kind", "actor__username"))


def diaries() -> tuple[Diary, Diary]:
    """The client's calendar and the consultant's, after all mail that has left."""
    client, consultant = Diary(), Diary()
    for message in mail.outbox:
        if "text/calendar" in message.message().as_string():
            (client if message.to == [CLIENT] else consultant).take(message)
    return client, consultant


class TestOffering:
    """What consultants may offer."""

    def test_times_are_offered_and_the_client_is_told(self, mandate: Mandate, consultant_user: User) -> None:
        found = offered(mandate, consultant_user, 48, 24)
        assert [slot.starts_at for slot in mandate.slots.all()] == [slot.starts_at for slot in found]
        assert kinds(mandate) == [DeliveryKind.OFFER]
        assert history(mandate) == [(EventKind.OFFERED, "ines")]
        assert mandate.events.get().detail.count("(Europe/London)") == 2

    @pytest.mark.parametrize(
        ("hours", "place", "reason"),
        [
            ((24, -1), 1, "has passed"),
            ((0,), 0, "has passed"),
            ((24 * 184,), 0, "half a year"),
            ((24, 25, 24), 2, "offered already"),
        ],
    )
    def test_times_that_are_none(self, mandate, consultant_user, hours, place, reason) -> None:
        with pytest.raises(slots.RefusedTimesError) as refused:
            offered(mandate, consultant_user, *hours)
        assert list(refused.value.refusals) == [place]
        assert reason in refused.value.refusals[place]
        assert not mandate.slots.exists()
        assert not mandate.deliveries.exists()

    def test_a_time_is_offered_once_until_it_is_taken_back(self, mandate: Mandate, consultant_user: User) -> None:
        (slot,) = offered(mandate, consultant_user, 24)
        with pytest.raises(slots.RefusedTimesError):
            slots.offer(mandate, [slot.starts_at], 30, "", consultant_user)
        slots.take_back(slot, consultant_user)
        assert slots.offer(mandate, [slot.starts_at], 30, "", consultant_user)

    def test_six_are_enough(self, mandate: Mandate, consultant_user: User) -> None:
        offered(mandate, consultant_user, 1, 2, 3, 4, 5)
        with pytest.raises(slots.RefusedTimesError, match="at most 6"):
            offered(mandate, consultant_user, 6, 7)
        assert len(offered(mandate, consultant_user, 6)) == 1

    @pytest.mark.parametrize("status", ["closed", "withdrawn"])
    def test_none_for_what_is_finished(self, mandate: Mandate, consultant_user: User, status: str) -> None:
        Mandate.objects.update(status=status)
        with pytest.raises(slots.RefusedTimesError, match="finished"):
            offered(mandate, consultant_user)


class TestPicking:
    """What the client does."""

    def test_both_get_an_entry(self, mandate: Mandate, consultant_user: User) -> None:
        first, *_others = offered(mandate, consultant_user)
        assert slots.pick(first)
        work()
        assert [diary.calls for diary in diaries()] == [[first.starts_at], [first.starts_at]]
        assert [message.to for message in mail.outbox] == [[CLIENT], [CLIENT], [consultant_user.email]]
        assert history(mandate)[1:] == [(EventKind.PICKED, None)]

    def test_twice_is_once(self, mandate: Mandate, consultant_user: User) -> None:
        first, *_others = offered(mandate, consultant_user)
        assert slots.pick(first)
        before = kinds(mandate)
        assert not slots.pick(first)
        assert kinds(mandate) == before

    def test_another_gives_the_first_back(self, mandate: Mandate, consultant_user: User) -> None:
        first, second, third = offered(mandate, consultant_user)
        slots.pick(first)
        work()
        slots.pick(second)
        work()
        assert [diary.calls for diary in diaries()] == [[second.starts_at], [second.starts_at]]
        assert set(mandate.slots.open()) == {first, third}
        assert [kind for kind, _actor in history(mandate)][1:] == [
            EventKind.PICKED,
            EventKind.UNPICKED,
            EventKind.PICKED,
        ]

    def test_back_and_forth_ends_with_the_last_one(self, mandate: Mandate, consultant_user: User) -> None:
        first, second, _third = offered(mandate, consultant_user)
        for slot in (first, second, first, second, first):
            slots.pick(slot)
            work()
        assert [diary.calls for diary in diaries()] == [[first.starts_at], [first.starts_at]]

    def test_given_back_it_can_be_had_again(self, mandate: Mandate, consultant_user: User) -> None:
        first, *_others = offered(mandate, consultant_user)
        slots.pick(first)
        work()
        assert slots.give_back(first)
        assert not slots.give_back(first)
        work()
        assert [diary.calls for diary in diaries()] == [[], []]
        assert slots.pick(first)
        work()
        assert [diary.calls for diary in diaries()] == [[first.starts_at], [first.starts_at]]

    def test_what_is_taken_back_is_gone(self, mandate: Mandate, consultant_user: User) -> None:
        first, *_others = offered(mandate, consultant_user)
        slots.take_back(first, consultant_user)
        with pytest.raises(slots.NotToBeHadError, match="no longer make"):
            slots.pick(first)
        assert EventKind.PICKED not in dict(history(mandate))

    def test_what_has_passed_is_gone(self, mandate: Mandate, consultant_user: User) -> None:
        first, *_others = offered(mandate, consultant_user)
        Slot.objects.filter(pk=first.pk).update(starts_at=timezone.now() - timedelta(minutes=1))
        with pytest.raises(slots.NotToBeHadError, match="has passed"):
            slots.pick(first)
        with pytest.raises(slots.NotToBeHadError, match="has come"):
            slots.take_back(first, consultant_user)

    @pytest.mark.parametrize("status", ["closed", "withdrawn"])
    def test_nothing_of_what_is_finished(self, mandate: Mandate, consultant_user: User, status: str) -> None:
        first, *_others = offered(mandate, consultant_user)
        Mandate.objects.update(status=status)
        with pytest.raises(slots.NotToBeHadError, match="closed"):
            slots.pick(first)

    def test_what_has_begun_stays(self, mandate: Mandate, consultant_user: User) -> None:
        first, *_others = offered(mandate, consultant_user)
        slots.pick(first)
        Slot.objects.filter(pk=first.pk).update(starts_at=timezone.now() - timedelta(minutes=1))
        with pytest.raises(slots.NotToBeHadError, match="has begun"):
            slots.give_back(first)

    def test_after_one_call_another_can_be_picked_and_nothing_is_called_off(self, mandate, consultant_user) -> None:
        first, second, _third = offered(mandate, consultant_user)
        slots.pick(first)
        work()
        Slot.objects.filter(pk=first.pk).update(starts_at=timezone.now() - timedelta(days=1))
        assert slots.pick(second)
        work()
        assert not Delivery.objects.filter(kind__in=slots.CALLED_OFF.values()).exists()
        first.refresh_from_db()
        assert first.is_picked
        assert list(mandate.slots.picked()) == [second]


class TestTakingBack:
    """What the agency does."""

    def test_a_picked_one(self, mandate: Mandate, consultant_user: User) -> None:
        colleague = factories.user("tomas")
        first, *_others = offered(mandate, consultant_user)
        slots.pick(first)
        work()
        assert slots.take_back(first, colleague)
        assert not slots.take_back(first, colleague)
        work()
        assert [diary.calls for diary in diaries()] == [[], []]
        assert history(mandate)[-1] == (EventKind.UNPICKED, "tomas")

    def test_one_that_nobody_has_picked_makes_no_mail(self, mandate: Mandate, consultant_user: User) -> None:
        first, *_others = offered(mandate, consultant_user)
        slots.take_back(first, consultant_user)
        assert kinds(mandate) == [DeliveryKind.OFFER]

    def test_all_of_a_mandate_that_is_over(self, mandate: Mandate, consultant_user: User) -> None:
        first, second, _third = offered(mandate, consultant_user)
        Slot.objects.filter(pk=first.pk).update(starts_at=timezone.now() - timedelta(days=1), held=True)
        slots.pick(second)
        work()
        assert slots.cancel_all(mandate) == 2
        work()
        assert [diary.calls for diary in diaries()] == [[], []]
        assert not mandate.slots.ahead().exists()
        assert history(mandate)[-1] == (EventKind.PICKED, None)  # whoever withdraws has given nothing back
        assert slots.cancel_all(mandate) == 0


class TestMailThatIsLate:
    """The mail server is away while the client makes up their mind."""

    def test_what_never_left_leaves_no_trace(self, mandate: Mandate, consultant_user: User) -> None:
        first, second, _third = offered(mandate, consultant_user)
        slots.pick(first)
        slots.give_back(first)
        assert kinds(mandate) == [DeliveryKind.OFFER]
        slots.pick(second)
        work()
        assert [diary.calls for diary in diaries()] == [[second.starts_at], [second.starts_at]]
        assert "CANCEL" not in "".join(message.message().as_string() for message in mail.outbox)

    def test_what_may_have_arrived_is_called_off_and_never_sent_again(
        self, mandate: Mandate, consultant_user: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The server took the mail and the answer got lost: the calendar may have the call."""
        first, *_others = offered(mandate, consultant_user)
        slots.pick(first)

        def lost(message: EmailMessage, *_args: object) -> int:
            mail.outbox.append(message)
            raise ConnectionResetError

        with monkeypatch.context() as patch:
            patch.setattr(EmailMessage, "send", lost)
            assert set(work()) == {DeliveryState.WAITING}
        slots.give_back(first)
        entries = Delivery.objects.filter(kind__in=slots.CALLED_OFF)
        assert {entry.state for entry in entries} == {DeliveryState.FAILED}
        assert all(entry.is_overtaken for entry in entries.select_related("slot"))
        work()
        assert [diary.calls for diary in diaries()] == [[], []]

    def test_a_worker_that_is_killed_at_it_does_not_bring_it_back(
        self, mandate: Mandate, consultant_user: User
    ) -> None:
        first, *_others = offered(mandate, consultant_user)
        slots.pick(first)
        long_ago = timezone.now() - timedelta(days=1)
        Delivery.objects.filter(slot=first).update(
            state=DeliveryState.SENDING, attempts=1, claimed_at=long_ago, due_at=long_ago
        )
        slots.give_back(first)
        assert not Delivery.objects.overdue(timezone.now()).filter(kind__in=slots.CALLED_OFF).exists()

    def test_the_same_entry_at_every_attempt(self, mandate, consultant_user, monkeypatch) -> None:
        first, *_others = offered(mandate, consultant_user)
        slots.pick(first)
        tried: list[str] = []

        def away(message: EmailMessage, *_args: object) -> int:
            tried.append("".join(part.get_payload() for part in message.attachments))
            raise ConnectionRefusedError

        with monkeypatch.context() as patch:
            patch.setattr(EmailMessage, "send", away)
            work()
            Delivery.objects.filter(slot=first).update(due_at=timezone.now() - timedelta(seconds=1))
            assert sweep() == 2
            work()
        entries = [entry for entry in tried if entry]
        assert len(set(entries)) == 2
        assert {entries.count(entry) for entry in entries} == {2}


class TestWhoIsTold:
    """To which addresses entries go."""

    def test_an_entry_is_called_off_where_it_went(self, mandate: Mandate, consultant_user: User) -> None:
        first, *_others = offered(mandate, consultant_user)
        slots.pick(first)
        work()
        Mandate.objects.update(email="new@northgate.example")
        User.objects.filter(pk=consultant_user.pk).update(email="married@example.com")
        slots.give_back(first)
        mail.outbox.clear()
        work()
        assert [message.to for message in mail.outbox] == [[CLIENT], ["ines@example.com"]]
        assert "/mandate/room/" not in mail.outbox[0].body

    def test_somebody_who_may_read_the_mandate_no_longer_is_not_told(
        self, mandate: Mandate, consultant_user: User
    ) -> None:
        colleague = factories.user("tomas", group="Consultants")
        first, *_others = offered(mandate, consultant_user)
        Mandate.objects.update(confidential=True, assigned_to=colleague)
        slots.pick(first)
        work()
        assert [message.to for message in mail.outbox][1:] == [[CLIENT], [colleague.email]]

    def test_a_consultant_who_tries_it_out_on_themselves_gets_both(self, led, consultant_user: User) -> None:
        mandate = factories.mandate(specialism=led, email=consultant_user.email)
        first, *_others = offered(mandate, consultant_user)
        slots.pick(first)
        work()
        slots.give_back(first)
        assert kinds(mandate)[1:] == ["invitation", "call", "cancellation", "call_off"]
