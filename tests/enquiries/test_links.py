"""Links: what does not open anything is answered alike, whoever guesses gets nowhere, and nobody learns who our clients are."""

import re
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from enquiries import links
from enquiries.models import Attachment, Link, Mandate, Slot
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose
from enquiries.views.access import FAILURES_A_MINUTE
from tests.enquiries.rooms import IN_ROOM, PLAIN, ROUTES, Clock, answer, likeness, links_in, room_of, shapes, token_of
from tests.enquiries.submission import send, token_in, typed
from tests.support.tasks import run_waiting

pytestmark = pytest.mark.usefixtures("brand", "clock")

ELSEWHERE = {"REMOTE_ADDR": "5.6.7.8"}
GUESSER = {"REMOTE_ADDR": "1.2.3.4"}


@pytest.fixture
def mandate(brand) -> Mandate:
    """A mandate as it comes in."""
    send(typed())
    return Mandate.objects.get()


@pytest.fixture
def other(mandate: Mandate) -> Mandate:
    """Somebody else's."""
    send(typed(email="rosa@elsewhere.example", company="Elsewhere", role="Head of Something Else"))
    return Mandate.objects.exclude(pk=mandate.pk).get()


def past() -> datetime:
    """A moment that is over."""
    return timezone.now() - timedelta(seconds=1)


def spoilt(mandate: Mandate) -> dict[str, str]:
    """Tokens that open nothing, each for another reason."""
    good = token_of(mandate)
    expired, revoked = links.issue(mandate, LinkPurpose.ROOM), links.issue(mandate, LinkPurpose.ROOM)
    Link.objects.filter(pk=expired.pk).update(expires_at=past())
    Link.objects.filter(pk=revoked.pk).update(revoked_at=past())
    return {
        "never made": "A" * 43,
        "cut by a letter": good[:-1],
        "cut to a letter": good[:1],
        "with a letter more": f"{good}A",
        "in capitals": good.upper(),
        "expired": links.token_of(expired),
        "revoked": links.token_of(revoked),
        "to stop mail": token_of(mandate, LinkPurpose.MARKETING),
        "to confirm": token_of(mandate, LinkPurpose.CONFIRM),
        "the reference": mandate.reference,
        "the digest": Link.objects.filter(revoked_at=None).first().digest,
        "the nonce": Link.objects.filter(revoked_at=None).first().nonce.hex,
    }


@pytest.mark.parametrize("route", PLAIN)
def test_what_opens_nothing_is_answered_alike(mandate: Mandate, route: str) -> None:
    """Wording, headers and the work done for it: nothing tells an expired token from one that never was."""
    tokens = spoilt(mandate)
    for method in ("get", "post"):
        answers = {
            kind: answer(method, f"/mandate/{route.replace('<str:token>', each)}") for kind, each in tokens.items()
        }
        first, work = answers["never made"]
        assert first.status_code in {404, 405}
        for kind, (response, statements) in answers.items():
            assert likeness(response) == likeness(first), kind
            assert statements == work, kind
            assert mandate.reference not in response.content.decode()


def test_a_token_of_the_room_opens_nothing_else(mandate: Mandate) -> None:
    token = token_of(mandate)
    for route in (str(each.pattern) for each in ROUTES if each not in IN_ROOM):
        assert Client().get(f"/mandate/{route.replace('<str:token>', token)}").status_code == 404


def test_a_link_expires_to_the_second(mandate: Mandate) -> None:
    address, link = room_of(mandate), Link.objects.get()
    assert link.expires_at - link.created_at == pytest.approx(timedelta(days=60), abs=timedelta(seconds=1))
    Link.objects.update(expires_at=timezone.now() + timedelta(minutes=1))
    assert Client().get(address).status_code == 200
    Link.objects.update(expires_at=past())
    assert Client().get(address).status_code == 404


def test_using_a_link_again_works_and_makes_it_last_no_longer(mandate: Mandate) -> None:
    address, before = room_of(mandate), Link.objects.get()
    assert [Client().get(address).status_code for _time in range(3)] == [200] * 3
    after = Link.objects.get()
    assert (after.expires_at, after.digest, after.nonce) == (before.expires_at, before.digest, before.nonce)
    assert after.last_used_at is not None


def test_mail_carries_links_that_last_a_while(mandate: Mandate) -> None:
    """One that is half over is not sent out any more; one that is not, is, however many mails there are."""
    old = links.current(mandate, LinkPurpose.ROOM)
    assert links.current(mandate, LinkPurpose.ROOM) == old
    Link.objects.filter(pk=old.pk).update(expires_at=timezone.now() + timedelta(days=31))
    assert links.current(mandate, LinkPurpose.ROOM) == old
    Link.objects.filter(pk=old.pk).update(expires_at=timezone.now() + timedelta(days=29))
    new = links.current(mandate, LinkPurpose.ROOM)
    assert new.expires_at > timezone.now() + timedelta(days=59)
    assert [links.current(mandate, LinkPurpose.ROOM) for _mail in range(3)] == [new] * 3
    stop = links.current(mandate, LinkPurpose.MARKETING)
    assert links.current(mandate, LinkPurpose.MARKETING) == stop


def test_a_closed_link_is_closed_for_good(mandate: Mandate) -> None:
    address = room_of(mandate)
    assert Client().post(f"{address}close/", {"which": "this"}).status_code == 200
    for route in PLAIN:
        page = f"/mandate/{route.replace('<str:token>', address.split('/')[3])}"
        assert Client().get(page).status_code == 404
        assert Client().post(page, {"which": "all", "sure": "on"}).status_code in {404, 405}
    assert Mandate.objects.filter(pk=mandate.pk, status="new").exists()


def call(mandate: Mandate) -> int:
    """The number of a call that is arranged."""
    tomorrow = timezone.now() + timedelta(days=1)
    return Slot.objects.create(mandate=mandate, starts_at=tomorrow, picked_at=timezone.now()).pk


def file(mandate: Mandate) -> int:
    """The number of a file."""
    return Attachment.objects.create(mandate=mandate, name="secret.pdf", kind="pdf", size=1, sha256="a" * 64).pk


NUMBERED = {"call": call, "file": file, "file_remove": file, "brief_file_remove": file}
"""What the addresses of a room name by number, and how a mandate gets such a thing."""
WITH_NUMBER = {each.name: str(each.pattern) for each in IN_ROOM if "<int:" in str(each.pattern)}


@pytest.mark.parametrize("name", WITH_NUMBER)
def test_what_belongs_to_another_mandate_is_not_there(mandate: Mandate, other: Mandate, name: str) -> None:
    number = NUMBERED[name](other)
    address = re.sub(r"<int:[^>]*>", str(number), WITH_NUMBER[name].replace("<str:token>", token_of(mandate)))
    for method in ("get", "post"):
        # what is to be removed and is not there counts as removed: back to the list
        assert getattr(Client(), method)(f"/mandate/{address}").status_code in {302, 404, 405}
    assert Slot.objects.filter(cancelled_at=None).count() + Attachment.objects.count() == 1


@pytest.mark.parametrize("page", ["", "received/", "receipt/", "mandate.json", "withdraw/", "close/", "consent/"])
def test_a_token_shows_its_own_mandate_only(mandate: Mandate, other: Mandate, page: str) -> None:
    text = Client().get(room_of(mandate, page)).content.decode()
    assert mandate.reference in text
    for trace in (other.reference, other.role, other.company, other.email):
        assert trace not in text


def test_the_database_holds_no_token_and_the_secret_key_alone_makes_none(mandate: Mandate, settings) -> None:
    token = token_of(mandate)
    assert re.fullmatch(r"[\w-]{43}", token)
    assert token not in str(list(Link.objects.values()))
    settings.SECRET_KEY = "another-key-that-is-as-long-as-the-first-one-for-the-tests-of-links"
    assert links.token_of(Link.objects.get()) != token
    assert Client().get(f"/mandate/room/{token}/").status_code == 200


def guess(times: int, **whence: str) -> list[int]:
    """Try as many links that open nothing; returns the statuses."""
    return [Client(**whence).get(f"/mandate/room/guess-{number}/").status_code for number in range(times)]


def test_whoever_guesses_is_slowed_down_and_sees_the_same_page(mandate: Mandate, caplog) -> None:
    first = Client(**GUESSER).get("/mandate/room/guess/")
    assert guess(FAILURES_A_MINUTE - 1, **GUESSER) == [404] * (FAILURES_A_MINUTE - 1)
    assert not caplog.records or "guessing" not in caplog.text
    late = Client(REMOTE_ADDR="1.2.3.99").get("/mandate/room/guess/")
    assert (late.status_code, late["Retry-After"]) == (429, "60")
    assert late.content == first.content
    guess(3, **GUESSER)
    assert caplog.text.count("somebody is guessing links") == 1
    assert "1.2.3" not in caplog.text


def test_a_link_that_works_is_never_held_up(mandate: Mandate) -> None:
    address = room_of(mandate)
    assert guess(FAILURES_A_MINUTE + 1, **GUESSER)[-1] == 429
    assert Client(**GUESSER).get(address).status_code == 200
    assert Client(**GUESSER).post(f"{address}withdraw/").status_code == 302
    assert guess(1, **ELSEWHERE) == [404]


def test_after_a_minute_a_network_may_try_again(mandate: Mandate, clock: Clock) -> None:
    assert guess(FAILURES_A_MINUTE + 1, **GUESSER)[-1] == 429
    clock.now += 60
    assert guess(1, **GUESSER) == [404]


def test_what_is_counted_names_nobody_and_nothing_is_counted_without_a_cache(mandate: Mandate, monkeypatch) -> None:
    guess(1, **GUESSER)
    assert len(cache._cache) == 1
    assert "1.2.3" not in str(cache._cache)
    monkeypatch.setattr(type(cache._connections[cache._alias]), "incr", breaks)
    assert set(guess(FAILURES_A_MINUTE + 2, **GUESSER)) == {404}


def breaks(*_args: object, **_kwargs: object) -> None:
    """What a cache does that is away."""
    raise ConnectionError


@pytest.fixture
def outbox(mandate: Mandate) -> list[mail.EmailMessage]:
    """The mails that have left, those about the new mandate forgotten."""
    run_waiting()
    mail.outbox.clear()
    return mail.outbox


def test_a_client_closes_all_links_and_gets_a_new_one(mandate: Mandate, outbox) -> None:
    addresses = [room_of(mandate), f"/mandate/room/{links.token_of(links.issue(mandate, LinkPurpose.ROOM))}/"]
    page = Client().get(f"{addresses[0]}close/").content.decode()
    assert "1 other link to this room works as well" in page
    response = Client().post(f"{addresses[0]}close/", {"which": "all"})
    assert response.status_code == 200
    assert "All links are closed" in response.content.decode()
    assert [Client().get(each).status_code for each in addresses] == [404, 404]
    run_waiting()
    (address,) = links_in(outbox[0])
    assert outbox[0].to == [mandate.email]
    assert address not in addresses
    assert Client().get(address).status_code == 200
    assert mandate.events.get(kind=EventKind.REVOKED).actor is None


def test_closing_one_link_leaves_the_others(mandate: Mandate, outbox) -> None:
    first, second = room_of(mandate), f"/mandate/room/{links.token_of(links.issue(mandate, LinkPurpose.ROOM))}/"
    assert Client().post(f"{second}close/", {"which": "this"}).status_code == 200
    assert Client().get(second).status_code == 404
    assert Client().get(first).status_code == 200
    run_waiting()
    assert outbox == []


def test_closing_asks_which(mandate: Mandate) -> None:
    for which in ({}, {"which": "none"}):
        assert Client().post(room_of(mandate, "close/"), which).status_code == 422
    assert Client().get(room_of(mandate)).status_code == 200


@pytest.mark.parametrize(("then", "mails"), [("send", 1), ("nothing", 0)])
def test_a_consultant_closes_all_links(led, consultant_client: Client, then: str, mails: int) -> None:
    token = token_in(send(typed(specialism=str(led.pk))))
    mandate = Mandate.objects.get()
    run_waiting()
    mail.outbox.clear()
    page = consultant_client.get(f"/admin/mandates/{mandate.pk}/").content.decode()
    assert "1 link opens it." in page
    assert token not in page
    done = consultant_client.post(f"/admin/mandates/{mandate.pk}/revoke-links/", {"then": then})
    assert done["Location"] == f"/admin/mandates/{mandate.pk}/"
    assert Client().get(f"/mandate/room/{token}/").status_code == 404
    assert mandate.events.get(kind=EventKind.REVOKED).actor.username == "ines"
    run_waiting()
    assert len(mail.outbox) == mails


def test_links_of_other_mandates_are_not_a_consultants_to_close(
    led, consultant_client: Client, mandate: Mandate
) -> None:
    assert consultant_client.post(f"/admin/mandates/{mandate.pk}/revoke-links/").status_code == 404
    assert consultant_client.get(f"/admin/mandates/{mandate.pk}/revoke-links/").status_code in {404, 405}
    assert Client().get(room_of(mandate)).status_code == 200


def test_statements_are_compared_without_their_values() -> None:
    assert shapes(["SELECT 1 WHERE a = 'x'", "SELECT 22 WHERE a = 'yy'"]) == ["SELECT ? WHERE a = ?"] * 2
