"""Withdrawing a mandate and taking consents back: once, with nothing lost, and everybody who must know is told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from enquiries.models import Mandate, Slot
from enquiries.models.consent import Purpose
from enquiries.models.event import EventKind
from enquiries.models.mandate import Screening, Status
from enquiries.privacy import standing as agreed
from enquiries.withdrawal import withdraw
from specialisms.models import SpecialismPage
from tests.enquiries.rooms import change, room_of, section, text_of, thread, token_of
from tests.enquiries.submission import send, typed
from tests.support.client import ANSWERS
from tests.support.tasks import run_waiting

EARLY, LATE = timezone.now() - timedelta(days=3), timezone.now() + timedelta(days=3)


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A mandate of the field that Ines leads, whose client wants new guides."""
    send(typed(specialism=str(led.pk), marketing="on"))
    return Mandate.objects.get()


class TestWithdrawing:
    """It happens once, nothing is lost, and everybody is told."""

    def test_it_asks_and_takes_a_reason_or_none(self, mandate: Mandate) -> None:
        page = text_of(room_of(mandate, "withdraw/"))
        assert "(optional)" in page
        assert Mandate.objects.get().status == Status.NEW
        response = Client().post(room_of(mandate, "withdraw/"), {"reason": "The board\r\nhas  changed its mind."})
        assert response["Location"] == room_of(mandate)
        event = mandate.events.get(kind=EventKind.WITHDRAWN)
        assert (event.actor, event.detail) == (None, "The board has changed its mind.")
        assert thread(mandate)[-1] == ("here", "Withdrawn")
        assert "You withdrew the mandate: The board has changed its mind." in section(mandate, "history-title")

    def test_a_reason_that_is_too_long_is_not_lost(self, mandate: Mandate) -> None:
        response = Client().post(room_of(mandate, "withdraw/"), {"reason": "x" * 301})
        assert response.status_code == 422
        assert "x" * 301 in response.content.decode()
        assert Mandate.objects.get().status == Status.NEW

    def test_however_often_it_is_sent_it_happens_once(self, mandate: Mandate) -> None:
        run_waiting()
        mail.outbox.clear()
        for _time in range(3):
            assert Client().post(room_of(mandate, "withdraw/"))["Location"] == room_of(mandate)
        assert Client().get(room_of(mandate, "withdraw/"))["Location"] == room_of(mandate)
        assert mandate.events.filter(kind=EventKind.WITHDRAWN).count() == 1
        run_waiting()
        (told,) = mail.outbox
        assert told.to == ["ines@example.com"]
        assert told.subject == f"Mandate {mandate.reference} is withdrawn"
        assert f"/admin/mandates/{mandate.pk}/" in told.body
        assert "/mandate/room/" not in told.body

    def test_times_that_lie_ahead_are_taken_back(self, mandate: Mandate) -> None:
        ahead = Slot.objects.create(mandate=mandate, starts_at=LATE)
        agreed_on = Slot.objects.create(mandate=mandate, starts_at=LATE + timedelta(hours=1), picked_at=EARLY)
        over = Slot.objects.create(mandate=mandate, starts_at=EARLY)
        withdraw(mandate)
        cancelled = set(Slot.objects.filter(cancelled_at__isnull=False))
        assert cancelled == {ahead, agreed_on}
        assert not mandate.events.filter(kind=EventKind.UNPICKED).exists()  # the client did that by nothing else
        assert over not in cancelled

    @pytest.mark.parametrize("screening", [Screening.PROOF, Screening.QUARANTINE])
    def test_the_agency_is_not_told_of_what_it_was_never_told(self, mandate: Mandate, screening: Screening) -> None:
        change(mandate, screening=screening)
        withdraw(mandate)
        assert not mandate.deliveries.filter(kind="change").exists()

    def test_everything_stays_readable_and_can_be_erased(self, mandate: Mandate) -> None:
        withdraw(mandate)
        text = text_of(room_of(mandate))
        assert ANSWERS["need"] in text
        assert "withdraw/" not in text
        for page in ("receipt/", "mandate.json", "close/", "consent/", "erase/"):
            assert Client().get(room_of(mandate, page)).status_code == 200
        assert Client().post(room_of(mandate, "erase/"), {"sure": "on"}).status_code == 302
        assert not Mandate.objects.exists()

    def test_what_is_closed_stays_closed(self, mandate: Mandate) -> None:
        change(mandate, status=Status.CLOSED)
        assert withdraw(mandate) is False
        assert Client().post(room_of(mandate, "withdraw/")).status_code == 302
        assert Mandate.objects.get().status == Status.CLOSED


class TestConsents:
    """Each yes can be taken back in the room."""

    def test_new_guides_stop(self, mandate: Mandate) -> None:
        assert "Take back what you agreed to" in text_of(room_of(mandate))
        assert "Stop sending me new guides." in text_of(room_of(mandate, "consent/"))
        response = Client().post(room_of(mandate, "consent/"), {"purpose": "marketing"})
        assert response["Location"] == room_of(mandate, "consent/")
        assert agreed(mandate) == {Purpose.ANSWER: True, Purpose.MARKETING: False}
        row = mandate.consents.last()
        assert (row.how, row.page) == ("room", "/mandate/room/consent/")
        assert token_of(mandate) not in str(list(mandate.consents.values()))
        assert Mandate.objects.get().status == Status.NEW
        assert "Sending new guides: you took it back on" in section(mandate, "agreed-title")

    def test_without_leave_to_answer_the_mandate_is_withdrawn(self, mandate: Mandate) -> None:
        for _time in range(2):
            Client().post(room_of(mandate, "consent/"), {"purpose": "answer"})
        assert agreed(mandate)[Purpose.ANSWER] is False
        assert Mandate.objects.get().status == Status.WITHDRAWN
        assert mandate.events.filter(kind=EventKind.CONSENT).count() == 1

    def test_anything_else_is_refused(self, mandate: Mandate) -> None:
        for purpose in ("", "everything", "<script>"):
            assert Client().post(room_of(mandate, "consent/"), {"purpose": purpose}).status_code == 422
        assert mandate.consents.count() == 2
