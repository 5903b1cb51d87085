"""New links by mail: nobody learns whose address we know, and nobody can be bombed."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from enquiries import link_requests
from enquiries.lost_links import mandates_of
from enquiries.models import Delivery, LinkRequest, Mandate
from enquiries.models.event import EventKind
from enquiries.views.links import REQUESTS_A_MINUTE
from tests import factories
from tests.enquiries.rooms import answer, change, likeness, links_in, room_of, section
from tests.enquiries.submission import send, typed
from tests.support.client import ANSWERS
from tests.support.tasks import run_waiting

pytestmark = pytest.mark.usefixtures("brand", "clock")

ELSEWHERE = {"REMOTE_ADDR": "5.6.7.8"}
ASKER = {"REMOTE_ADDR": "1.2.3.4"}


@pytest.fixture
def mandate(brand) -> Mandate:
    """A mandate as it comes in."""
    send(typed())
    return Mandate.objects.get()


@pytest.fixture
def outbox(mandate: Mandate) -> list[mail.EmailMessage]:
    """The mails that have left, those about the new mandate forgotten."""
    run_waiting()
    mail.outbox.clear()
    return mail.outbox


def ask(email: str, **whence: str) -> HttpResponse:
    """Ask for links as the form does."""
    return Client(**whence).post("/mandate/link/", {"email": email})


def test_the_answer_tells_nobody_whether_we_know_an_address(mandate: Mandate) -> None:
    """Known, unknown, withdrawn, with many mandates: the same bytes, and the same statements in the same order."""
    for _number in range(7):
        send(typed(email="often@northgate.example"))
    send(typed(email="gone@northgate.example"))
    Mandate.objects.filter(email="gone@northgate.example").update(status="withdrawn")
    addresses = [mandate.email, "nobody@nowhere.example", "often@northgate.example", "gone@northgate.example"]
    answers = [answer("post", "/mandate/link/", email=each) for each in addresses]
    assert answers[0][0].status_code == 302
    assert len({str(likeness(response)) for response, _work in answers}) == 1
    assert len({str(work) for _response, work in answers}) == 1
    assert not any("enquiries_mandate" in statement for statement in answers[0][1])
    assert LinkRequest.objects.count() == len(addresses)
    pages = [Client().get(response["Location"]) for response, _work in answers]
    assert len({page.content for page in pages}) == 1
    assert "M-" not in pages[0].content.decode()


def test_the_form_says_what_is_wrong_with_an_address(brand) -> None:
    for typed_address in ("", "nobody", "a@b", f"{'a' * 250}@example.com"):
        response = ask(typed_address)
        assert response.status_code == 422
        assert 'role="alert"' in response.content.decode()
        assert typed_address in response.content.decode()
    assert LinkRequest.objects.count() == 0


def test_the_form_takes_no_cookie_and_gives_none(brand) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"origin": "https://elsewhere.example"})
    response = strict.post("/mandate/link/", {"email": "alex@northgate.example"})
    assert (response.status_code, dict(response.cookies)) == (302, {})


def test_a_network_that_asks_like_a_program_has_to_wait(mandate: Mandate) -> None:
    for number in range(REQUESTS_A_MINUTE):
        assert ask(f"a{number}@northgate.example", **ASKER).status_code == 302
    for address in (mandate.email, "nobody@nowhere.example"):
        late = ask(address, **ASKER)
        assert (late.status_code, late["Retry-After"]) == (429, "60")
        assert f'value="{address}"' in late.content.decode()
    assert ask(mandate.email, **ELSEWHERE).status_code == 302
    assert LinkRequest.objects.count() == REQUESTS_A_MINUTE + 1


def test_the_worker_sends_a_fresh_link_that_opens_the_room(mandate: Mandate, outbox) -> None:
    old = room_of(mandate)
    ask(f" {mandate.email.upper()} ")
    run_waiting()
    assert LinkRequest.objects.count() == 0
    assert [message.to for message in outbox] == [[mandate.email]]
    (address,) = links_in(outbox[0])
    assert address != old
    assert mandate.reference in Client().get(address).content.decode()
    assert Client().get(old).status_code == 200
    assert mandate.events.filter(kind=EventKind.LINK, actor=None).count() == 1
    assert "A new link was asked for" in section(mandate, "history-title")  # by whomever
    for trace in (ANSWERS["role"], ANSWERS["company"], ANSWERS["name"], ANSWERS["need"]):
        assert trace not in outbox[0].body + outbox[0].subject


def test_nobody_is_written_to_at_an_address_we_do_not_know(mandate: Mandate, outbox) -> None:
    ask("alex@northgate.example.org")
    run_waiting()
    assert outbox == []
    assert LinkRequest.objects.count() == 0


def test_one_mail_leads_to_all_mandates_of_the_address(mandate: Mandate, outbox) -> None:
    """However many others somebody has sent under it: none is pushed out, and there is one mail."""
    for number in range(6):
        send(typed(role=f"Role {number}"))
    run_waiting()
    outbox.clear()
    ask(mandate.email)
    run_waiting()
    (message,) = outbox
    assert message.subject == "Your links to 7 mandates"
    theirs = list(Mandate.objects.order_by("-submitted_at").values_list("reference", flat=True))
    rooms = [Client().get(address).content.decode() for address in links_in(message)]
    assert all(reference in room for reference, room in zip(theirs, rooms, strict=True))
    until = timezone.localtime(timezone.now() + timedelta(days=60), ZoneInfo("Europe/London"))
    assert message.body.count(f", until {until.day} {until:%B %Y}:\n") == 7


def test_what_somebody_works_on_comes_first_and_spam_last(mandate: Mandate, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [factories.mandate(email=mandate.email, email_key=mandate.email) for _number in range(3)]
    spam, closed, waits = made
    change(spam, screening="quarantine")
    change(closed, status="closed")
    change(waits, screening="proof")
    assert list(mandates_of(mandate.email)) == [mandate, waits, closed, spam]
    monkeypatch.setattr("enquiries.lost_links.MOST", 1)
    assert list(mandates_of(mandate.email)) == [mandate]


def test_what_was_withdrawn_long_ago_is_let_rest(mandate: Mandate, outbox) -> None:
    Client().post(room_of(mandate, "withdraw/"))
    ask(mandate.email)
    run_waiting()
    sent = [message for message in outbox if links_in(message)]
    assert len(sent) == 1
    mandate.events.filter(kind=EventKind.WITHDRAWN).update(happened_at=timezone.now() - timedelta(days=366))
    Delivery.objects.all().delete()
    ask(mandate.email)
    run_waiting()
    assert len([message for message in outbox if links_in(message)]) == 1


def test_nobody_can_be_bombed_with_links(mandate: Mandate, outbox) -> None:
    """One mail in ten minutes, silently; fifteen a day; whoever asks, from wherever, and whatever else is sent meanwhile."""
    for _time in range(5):
        assert ask(mandate.email)["Location"] == "/mandate/link/asked/"
        run_waiting()
    assert len(outbox) == 1
    send(typed(role="Another of the same address"))
    run_waiting()
    outbox.clear()
    ask(mandate.email)
    run_waiting()
    assert outbox == []
    for _time in range(20):
        Delivery.objects.update(created_at=timezone.now() - timedelta(minutes=11))
        ask(mandate.email)
        run_waiting()
    assert Delivery.objects.filter(kind="links").count() == 15
    Delivery.objects.update(created_at=timezone.now() - timedelta(hours=25))
    outbox.clear()
    ask(mandate.email)
    run_waiting()
    assert len(outbox) == 1


def test_what_a_killed_worker_left_is_done_by_the_next(mandate: Mandate, outbox) -> None:
    ask(mandate.email)
    DBTaskResult.objects.all().delete()
    assert link_requests.sweep() == 0
    LinkRequest.objects.update(asked_at=timezone.now() - timedelta(minutes=2))
    assert link_requests.sweep() == 1
    assert link_requests.sweep() == 0
    run_waiting()
    assert len(outbox) == 1
    assert LinkRequest.objects.count() == 0
    assert link_requests.send_links.func(0) == "done already"


@pytest.mark.database
def test_two_requests_at_once_send_one_mail(mandate: Mandate, outbox) -> None:
    ask(mandate.email)
    ask(mandate.email)
    run_waiting()
    assert len(outbox) == 1
