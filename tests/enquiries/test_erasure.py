"""Erasing a mandate: nothing of it is left in any table, and nobody else's is touched."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client

from agency.models import Letter, User
from enquiries import links, slots
from enquiries.erasure import erase
from enquiries.models import Erasure, LinkRequest, Mandate, Slot
from enquiries.models.link import LinkPurpose
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.calls import Diary, entry_in, entry_part, offered
from tests.enquiries.submission import mandate_of, send, token_in, typed, work
from tests.enquiries.test_privacy import SECRETS, traces
from tests.support.letters import deliver

pytestmark = pytest.mark.usefixtures("brand")


@pytest.fixture
def room(led: SpecialismPage) -> str:
    """The address of the room of a mandate full of secrets."""
    return f"/mandate/room/{token_in(send(typed(**SECRETS, specialism=str(led.pk))))}/"


def everything() -> str:
    """All rows of all tables, as text."""
    return str([(model.__name__, list(model._base_manager.values())) for model in apps.get_models()])


def test_nothing_is_left_but_the_reference_and_two_dates(room: str) -> None:
    mandate = Mandate.objects.get()
    LinkRequest.objects.create(email=SECRETS["email"].upper())
    assert traces(everything())
    response = Client().post(f"{room}erase/", {"sure": "on"})
    assert response.status_code == 302
    assert traces(everything()) == []
    assert traces(response["Location"]) == []
    erasure = Erasure.objects.get()
    assert (erasure.reference, erasure.submitted_on) == (mandate.reference, mandate.submitted_at.date())
    page = Client().get(response["Location"])
    assert mandate.reference in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer"


def test_it_asks_first(room: str) -> None:
    assert Client().get(f"{room}erase/").status_code == 200
    assert Client().head(f"{room}erase/").status_code == 200
    refused = Client().post(f"{room}erase/", {})
    assert refused.status_code == 422
    assert "Tick the box if you want everything erased" in refused.content.decode()
    assert Mandate.objects.count() == 1


def test_its_links_open_nothing_any_more_and_a_second_click_is_no_fault(room: str) -> None:
    for status in (302, 404, 404):
        assert Client().post(f"{room}erase/", {"sure": "on"}).status_code == status
    assert Client().get(room).status_code == 404
    assert Erasure.objects.count() == 1


def test_erased_by_two_at_once(room: str) -> None:
    """Both are led to the confirmation; what vanished otherwise has none."""
    mandate = Mandate.objects.get()
    second = Mandate.objects.get()
    assert erase(mandate) == erase(second) == Erasure.objects.get()
    assert erase(Mandate(pk=second.pk, reference="M-2222-2222")) is None


def test_a_second_click_at_the_same_moment_is_led_to_the_confirmation(room: str, monkeypatch) -> None:
    """The link was found before the first click was through."""
    link = links.find(room.split("/")[3], LinkPurpose.ROOM)
    first = Client().post(f"{room}erase/", {"sure": "on"})
    monkeypatch.setattr(links, "find", lambda *_found: link)
    second = Client().post(f"{room}erase/", {"sure": "on"})
    assert (second.status_code, second["Location"]) == (302, first["Location"])


def test_the_confirmation_tells_the_time_by_the_agencys_clock(room: str, brand) -> None:
    page = Client().post(f"{room}erase/", {"sure": "on"})["Location"]
    Erasure.objects.update(erased_at=datetime(2026, 7, 14, 22, 30, tzinfo=UTC))
    brand.time_zone = "Asia/Tokyo"
    brand.save()
    text = Client().get(page).content.decode()
    assert "on 15 July 2026 at 07:30 (Asia/Tokyo time)" in text
    assert "If you have sent us other mandates, they stay" in text


def test_the_page_for_links_that_open_nothing_promises_no_mandate(room: str) -> None:
    Client().post(f"{room}erase/", {"sure": "on"})
    text = Client().get(room).content.decode()
    assert "or its mandate was erased" in text
    assert "safe" not in text


def test_mail_that_was_owed_is_not_sent_and_those_who_answer_are_told(room: str, consultant_user: User) -> None:
    reference = Mandate.objects.get().reference
    Client().post(f"{room}erase/", {"sure": "on"})
    assert work() == ["not claimed", "not claimed"]
    assert mail.outbox == []
    assert [letter.recipient for letter in Letter.objects.all()] == [consultant_user.email]
    deliver()
    (told,) = mail.outbox
    assert (told.to, reference in told.subject) == ([consultant_user.email], True)
    assert traces(f"{told.subject}{told.body}") == []


def test_other_mandates_stay(room: str) -> None:
    other = mandate_of(send(typed(role="Another", email="other@b.example")))
    Client().post(f"{room}erase/", {"sure": "on"})
    assert list(Mandate.objects.all()) == [other]
    assert other.events.count() == other.submissions.count() == 1
    assert other.deliveries.count() == 2


@pytest.mark.parametrize("signed", ["M-2222-2222", "M-2222-2222:x", ":", "\x00", "x" * 3000])
def test_nobody_learns_by_guessing_what_was_erased(db, signed: str) -> None:
    Erasure.objects.create(reference="M-2222-2222", submitted_on="2026-01-01")
    assert Client().get(f"/mandate/erased/{signed}/").status_code == 404


class TestByTheAgency:
    """At the request of a client who has no link at hand."""

    @pytest.fixture
    def eraser(self, room: str) -> Client:
        """Somebody who sees all mandates and may delete them."""
        user = factories.user("eraser", group="Consultants")
        user.user_permissions.add(*Permission.objects.filter(codename__in=["view_all_mandates", "delete_mandate"]))
        client = Client()
        client.force_login(user)
        return client

    def test_the_reference_is_asked_for(self, eraser: Client) -> None:
        mandate = Mandate.objects.get()
        address = f"/admin/mandates/{mandate.pk}/erase/"
        assert eraser.get(address).status_code == 200
        for wrong in ("", "M-2222-2222"):
            assert eraser.post(address, {"reference": wrong}).status_code == 422
        assert eraser.post(address, {"reference": f" {mandate.reference.lower()} "}).status_code == 302
        assert not Mandate.objects.exists()
        assert eraser.post(address, {"reference": mandate.reference}).status_code == 404

    def test_the_page_of_the_mandate_leads_there(self, eraser: Client, consultant_client: Client) -> None:
        address = f"/admin/mandates/{Mandate.objects.get().pk}/"
        assert f'href="{address}erase/"' in eraser.get(address).content.decode()
        assert "erase/" not in consultant_client.get(address).content.decode()

    def test_those_who_answer_are_told_who_did_it(self, eraser: Client) -> None:
        mandate = Mandate.objects.get()
        eraser.post(f"/admin/mandates/{mandate.pk}/erase/", {"reference": mandate.reference})
        deliver()
        (told,) = mail.outbox
        assert told.subject == f"Mandate {mandate.reference} was erased"
        assert f"eraser has erased mandate {mandate.reference}, as its client asked." in told.body

    def test_consultants_may_not(self, room: str, consultant_client: Client) -> None:
        mandate = Mandate.objects.get()
        address = f"/admin/mandates/{mandate.pk}/erase/"
        assert consultant_client.get(address).status_code == 302
        assert consultant_client.post(address, {"reference": mandate.reference}).status_code == 302
        assert Mandate.objects.exists()


class TestCalls:
    """A call that lies ahead when its mandate is erased."""

    @pytest.fixture
    def picked(self, room: str, consultant_user: User) -> Slot:
        """One the client has picked."""
        slot = offered(Mandate.objects.get(), consultant_user)[1]
        slots.pick(slot)
        return slot

    def test_it_leaves_the_consultants_calendar(self, picked: Slot, room: str, consultant_user: User) -> None:
        work()
        diary = Diary()
        for message in mail.outbox:
            if message.to == [consultant_user.email] and message.attachments:
                diary.take(message)
        assert diary.calls
        mail.outbox.clear()
        assert "is called off" in Client().get(f"{room}erase/").content.decode()
        Client().post(f"{room}erase/", {"sure": "on"})
        deliver()
        (told,) = mail.outbox
        assert told.to == [consultant_user.email]
        assert "takes it out of your calendar" in told.body
        calendar, event = entry_in(told)
        assert (calendar["method"], event["status"], "location" in event) == ("CANCEL", "CANCELLED", False)
        assert entry_part(told).get_param("method") == "CANCEL"
        assert traces(told.message().as_string()) == []
        diary.take(told)
        assert not diary.calls

    def test_an_entry_that_never_left_needs_no_taking_out(self, picked: Slot, room: str) -> None:
        Client().post(f"{room}erase/", {"sure": "on"})
        deliver()
        assert [message.attachments for message in mail.outbox] == [[]]

    def test_without_a_call_nothing_is_said_of_one(self, room: str) -> None:
        assert "called off" not in Client().get(f"{room}erase/").content.decode()
