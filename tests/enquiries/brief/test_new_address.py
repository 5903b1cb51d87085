"""A client's new mail address: their way in goes along, and ends where they no longer are."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.utils import timezone

from agency.models.delivery import DeliveryState
from enquiries import links, slots
from enquiries.brief.sending import MOVES_A_DAY
from enquiries.delivery import send_again
from enquiries.models import Brief, Delivery, Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening
from enquiries.portrait import document
from specialisms.models import SpecialismPage
from tests.enquiries.brief.sitting import Sitting, events, owed, request_sent
from tests.enquiries.calls import offered
from tests.enquiries.submission import work

pytestmark = pytest.mark.usefixtures("brand")

OLD, NEW = "alex@northgate.example", "alex.moreau@northgate-group.example"


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A short request in a specialism that somebody leads."""
    return request_sent(specialism=str(led.pk))


@pytest.fixture
def sitting(mandate: Mandate) -> Sitting:
    """Its client."""
    return Sitting(mandate)


@pytest.fixture
def moved(sitting: Sitting) -> Sitting:
    """A client who has changed their address and not sent it yet."""
    work()
    sitting.save("contact", {"email": NEW})
    return sitting


def test_the_pages_say_what_will_happen(moved: Sitting) -> None:
    assert "a new link to this mandate goes to the new address" in moved.read("contact/")
    page = moved.read("check/")
    assert f"Your address becomes <b>{NEW}</b>" in page
    assert Mandate.objects.get().email == OLD


def test_the_client_goes_on_and_gets_a_link(moved: Sitting) -> None:
    mail.outbox.clear()
    response = moved.send()
    assert response.status_code == 302
    page = moved.client.get(response["Location"]).content.decode()
    assert "on its way to your new address" in page
    work()
    mandate = Mandate.objects.get()
    assert (mandate.email, mandate.email_key) == (NEW, NEW)
    to_new = next(message for message in mail.outbox if message.to == [NEW])
    room = next(line for line in to_new.body.splitlines() if "/mandate/room/" in line)
    assert moved.client.get(urlsplit(room).path).status_code == 200
    to_old = next(message for message in mail.outbox if message.to == [OLD])
    assert "/mandate/room/" not in to_old.body
    assert NEW not in to_old.body
    assert (EventKind.ADDRESS, "") in events()


def test_old_links_end_within_the_hour(moved: Sitting, mandate: Mandate) -> None:
    moved.send()
    assert moved.get("check/").status_code == 200
    old = links.find(moved.room.split("/")[3], LinkPurpose.ROOM)
    assert old.expires_at <= timezone.now() + timedelta(hours=1)
    new = links.current(mandate, LinkPurpose.ROOM)
    assert new.pk != old.pk
    assert new.expires_at > timezone.now() + timedelta(days=50)


def test_an_old_link_is_exchanged_for_no_new_one(moved: Sitting) -> None:
    """Neither by the change of address itself nor by anything that is sent afterwards: it ends within the hour."""
    assert moved.send()["Location"] == f"{moved.brief}sent/"
    moved.save("companies", {"not_to_approach": "Tesco"})
    assert moved.send()["Location"] == f"{moved.brief}sent/"


def test_a_link_to_confirm_ends_with_the_old_address(moved: Sitting, mandate: Mandate) -> None:
    Mandate.objects.update(screening=Screening.PROOF)
    old = f"/mandate/confirm/{links.token_of(links.current(mandate, LinkPurpose.CONFIRM))}/"
    moved.send()
    for ask in (moved.client.get, moved.client.post):
        assert ask(old).status_code == 404
    assert Mandate.objects.get().screening == Screening.PROOF
    mail.outbox.clear()
    work()
    fresh = next(message.body for message in mail.outbox if "/mandate/confirm/" in message.body)
    assert old not in fresh
    assert all("/mandate/confirm/" not in message.body for message in mail.outbox if message.to == [OLD])


def test_the_copy_lists_the_mail_to_the_former_address(moved: Sitting, mandate: Mandate) -> None:
    moved.send()
    mandate.refresh_from_db()
    recipients = [(mail["kind"], mail["recipient"]) for mail in document(mandate)["mails"]]
    assert ("Notice to the client’s former address", OLD) in recipients


def test_mail_with_a_link_follows_to_the_new_address(sitting: Sitting) -> None:
    sitting.save("contact", {"email": NEW})
    sitting.send()
    acknowledgement = Delivery.objects.get(kind=DeliveryKind.ACKNOWLEDGEMENT)
    assert acknowledgement.recipient == NEW


def test_what_was_sent_to_the_old_address_goes_to_the_new_one_if_sent_again(moved: Sitting) -> None:
    moved.send()
    acknowledgement = Delivery.objects.get(kind=DeliveryKind.ACKNOWLEDGEMENT)
    assert (acknowledgement.recipient, acknowledgement.state) == (OLD, DeliveryState.SENT)
    send_again(acknowledgement)
    assert Delivery.objects.get(pk=acknowledgement.pk).recipient == NEW


def test_a_second_click_leads_to_the_same_place(moved: Sitting) -> None:
    form = {"shown": moved.stamp()}
    first, second = moved.post("check/", form), moved.post("check/", form)
    assert first["Location"] == second["Location"]
    assert len(owed(DeliveryKind.LINK, DeliveryKind.ADDRESS)) == 2


def test_capitals_are_no_new_address(sitting: Sitting) -> None:
    sitting.save("contact", {"email": OLD.title()})
    sitting.send()
    assert Mandate.objects.get().email.casefold() == OLD
    assert owed(DeliveryKind.LINK, DeliveryKind.ADDRESS) == []


def test_whoever_waits_for_a_sign_is_sent_that_link_as_well(moved: Sitting) -> None:
    Mandate.objects.update(screening=Screening.PROOF)
    moved.send()
    assert owed(DeliveryKind.LINK, DeliveryKind.CONFIRM) == [(DeliveryKind.LINK, NEW), (DeliveryKind.CONFIRM, NEW)]


def test_it_cannot_be_used_to_write_to_strangers(mandate: Mandate) -> None:
    for number in range(MOVES_A_DAY + 1):
        sitting = Sitting(mandate)
        sitting.save("contact", {"email": f"stranger{number}@example.com"})
        response = sitting.send()
    assert response.status_code == 409
    assert "changed several times today" in response.content.decode()
    assert len(owed(DeliveryKind.LINK)) == MOVES_A_DAY
    assert Brief.objects.get().email == f"stranger{MOVES_A_DAY}@example.com"


class TestCalls:
    """A call that the client has picked before their address changes."""

    def told(self, kind: DeliveryKind) -> list[str]:
        """Where mails of a kind go or went."""
        return list(Delivery.objects.filter(kind=kind).order_by("pk").values_list("recipient", flat=True))

    def test_both_calendars_have_it_and_both_are_told_when_it_is_off(
        self, moved: Sitting, mandate: Mandate, consultant_user
    ) -> None:
        slot = offered(mandate, consultant_user)[0]
        slots.pick(slot)
        work()
        moved.send()
        assert self.told(DeliveryKind.INVITATION) == [OLD, NEW]
        send_again(Delivery.objects.get(kind=DeliveryKind.INVITATION, recipient=OLD))
        work()
        slots.take_back(slot, consultant_user)
        assert sorted(self.told(DeliveryKind.CANCELLATION)) == sorted([OLD, NEW])

    def test_a_cancellation_goes_where_the_entry_went(self, moved: Sitting, mandate: Mandate, consultant_user) -> None:
        slot = offered(mandate, consultant_user)[0]
        slots.pick(slot)
        work()
        slots.take_back(slot, consultant_user)
        moved.send()
        assert self.told(DeliveryKind.CANCELLATION) == [OLD]
        assert self.told(DeliveryKind.INVITATION) == [OLD]

    def test_an_entry_that_never_left_goes_to_the_new_address_alone(
        self, moved: Sitting, mandate: Mandate, consultant_user
    ) -> None:
        slots.pick(offered(mandate, consultant_user)[0])
        moved.send()
        assert self.told(DeliveryKind.INVITATION) == [NEW]
