"""Stopping new guides by the link in the mail: at any time, without an account, and not by accident."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.utils import timezone

from agency.models import BrandSettings, User
from enquiries import links, privacy
from enquiries.erasure import erase
from enquiries.models import Consent, Mandate
from enquiries.models.consent import How, Purpose
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose
from tests.enquiries.submission import mandate_of, send, typed, work

STOP = "/mandate/stop/"


def sent(**answers: str) -> Mandate:
    """A mandate whose client wants new guides."""
    return mandate_of(send(typed(**{"marketing": "on"} | answers)))


def token_of(mandate: Mandate) -> str:
    """The token of the link in its mail."""
    return links.token_of(links.current(mandate, LinkPurpose.MARKETING))


def wanted(*mandates: Mandate) -> list[bool]:
    """For which of these consent to marketing stands."""
    return [privacy.standing(mandate)[Purpose.MARKETING] for mandate in mandates]


@pytest.fixture
def mandate(brand: BrandSettings) -> Mandate:
    """A mandate whose client wants new guides."""
    return sent()


def acknowledgement() -> str:
    """What the mail to the client says."""
    work()
    return next(message.body for message in mail.outbox if message.to == ["alex@northgate.example"])


def test_the_mail_holds_the_link_if_the_client_agreed(mandate: Mandate, settings) -> None:
    assert f"{settings.BASE_URL}{STOP}{token_of(mandate)}/\n" in acknowledgement()


@pytest.mark.parametrize("taken_back", [True, False])
def test_the_mail_holds_no_link_if_they_do_not_agree(brand: BrandSettings, taken_back: bool) -> None:
    mandate = sent(marketing="on" if taken_back else "")
    privacy.withdraw(mandate, Purpose.MARKETING, How.ROOM, "/mandate/room/")
    assert STOP not in acknowledgement()
    assert not mandate.links.filter(purpose=LinkPurpose.MARKETING).exists()


def test_looking_changes_nothing(mandate: Mandate) -> None:
    rows, events = Consent.objects.count(), mandate.events.count()
    for ask in (Client().get, Client().head, Client().options):
        ask(f"{STOP}{token_of(mandate)}/")
    assert Client().put(f"{STOP}{token_of(mandate)}/").status_code == 405
    assert wanted(mandate) == [True]
    assert (Consent.objects.count(), mandate.events.count()) == (rows, events)


def test_the_button_stops_it(mandate: Mandate) -> None:
    address = f"{STOP}{token_of(mandate)}/"
    page = Client().get(address).content.decode()
    assert "Stop sending me new guides." in page
    assert 'method="post"' in page
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "You have taken back your agreement" in response.content.decode()
    assert wanted(mandate) == [False]
    row = mandate.consents.order_by("pk").last()
    assert (row.how, row.page, row.wording) == (How.LINK, STOP, "Stop sending me new guides.")
    assert mandate.events.filter(kind=EventKind.CONSENT, actor=None).count() == 1


def test_the_second_time_it_says_so(mandate: Mandate) -> None:
    address = f"{STOP}{token_of(mandate)}/"
    Client().post(address)
    rows = Consent.objects.count()
    for again in (Client().get(address), Client().post(address)):
        assert again.status_code == 200
        assert "is withdrawn already" in again.content.decode()
        assert not BeautifulSoup(again.content, "html.parser").main.form
    assert Consent.objects.count() == rows


def test_it_goes_for_everything_from_the_same_address(mandate: Mandate) -> None:
    same, other, never = (
        sent(email="ALEX@Northgate.example", role="Another"),
        sent(email="alexa@northgate.example"),
        sent(marketing="", role="A third"),
    )
    Client().post(f"{STOP}{token_of(mandate)}/")
    assert wanted(mandate, same, other, never) == [False, False, True, False]
    assert never.consents.count() == 2
    assert "is withdrawn already" in Client().get(f"{STOP}{token_of(same)}/").content.decode()


def test_it_shows_the_reference_and_nothing_else_of_the_mandate(mandate: Mandate) -> None:
    address = f"{STOP}{token_of(mandate)}/"
    for page in (Client().get(address), Client().post(address)):
        text = page.content.decode()
        assert mandate.reference in text
        for secret in (mandate.name, mandate.company, mandate.email, mandate.role, mandate.need):
            assert secret not in text
        assert page["Referrer-Policy"] == "no-referrer"
        assert "noindex" in page["X-Robots-Tag"]
        assert {"private", "no-store"} <= {part.strip() for part in page["Cache-Control"].split(",")}


def test_it_works_for_ever(mandate: Mandate, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"{STOP}{token_of(mandate)}/"
    later = timezone.now() + datetime.timedelta(days=3650)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert Client().post(address).status_code == 200
    assert wanted(mandate) == [False]


def test_other_tokens_open_nothing(mandate: Mandate) -> None:
    token = token_of(mandate)
    room = links.token_of(links.current(mandate, LinkPurpose.ROOM))
    pages = [Client().post(f"{STOP}{wrong}/") for wrong in (token[:-1], token + "x", "x" * 5000, room)]
    links.revoke(mandate, [LinkPurpose.MARKETING])
    pages.append(Client().post(f"{STOP}{token}/"))
    assert [page.status_code for page in pages] == [404] * 5
    assert len({page.content for page in pages}) == 1
    assert wanted(mandate) == [True]


def test_who_has_no_working_link_is_told_whom_to_ask(mandate: Mandate, brand: BrandSettings) -> None:
    brand.email, brand.telephone = "hello@agency.example", "020 7946 0018"
    brand.save()
    page = Client().get(f"{STOP}nothing/").content.decode()
    assert "hello@agency.example" in page
    assert "020 7946 0018" in page


def test_the_link_of_an_erased_mandate_opens_nothing(mandate: Mandate) -> None:
    """It says that the agreement was taken back for the whole address, and so it was."""
    token, other = token_of(mandate), sent(email="ALEX@northgate.example", role="Another")
    stranger = sent(email="rosa@elsewhere.example")
    address = f"/mandate/room/{links.token_of(links.current(mandate, LinkPurpose.ROOM))}/erase/"
    assert "stop for everything sent from your address" in Client().get(address).content.decode()
    Client().post(address, {"sure": "on"})
    page = Client().get(f"{STOP}{token}/")
    assert page.status_code == 404
    assert "was taken back then, for everything sent from your address" in page.content.decode()
    assert wanted(other, stranger) == [False, True]
    row = other.consents.order_by("pk").last()
    assert (row.how, row.page, row.wording) == (How.ROOM, "/mandate/room/erase/", "Stop sending me new guides.")


def test_erasing_what_never_agreed_takes_nothing_back(mandate: Mandate) -> None:
    never = sent(marketing="", role="Another")
    erase(never)
    assert wanted(mandate) == [True]


def test_if_the_agency_erases_it_that_is_what_is_written_down(mandate: Mandate, consultant_user: User) -> None:
    other = sent(role="Another")
    erase(mandate, consultant_user)
    row = other.consents.order_by("pk").last()
    assert (row.granted, row.how, row.page) == (False, How.TOLD, "")
    assert other.events.get(kind=EventKind.CONSENT).actor == consultant_user
