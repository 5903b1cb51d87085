"""Giving a sign of a person: by the browser's work or by a link in a mail; once, for one mandate, and never for spam."""

import base64
import json
from datetime import timedelta

import altcha
import pytest
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from enquiries import links
from enquiries.delivery import sweep
from enquiries.models import Delivery, Mandate, MandateEvent
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening, Status
from enquiries.spam.asking import A_DAY, AN_HOUR, ask_by_mail
from enquiries.spam.proof import challenge_for, solves
from enquiries.spam.release import release
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.submission import work
from tests.enquiries.test_screening import DOUBTFUL, _screened, submit  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("led", "_screened")


@pytest.fixture
def held(led: SpecialismPage) -> Mandate:
    """A mandate that waits for a proof."""
    submit(**DOUBTFUL, specialism=str(led.pk))
    mandate = Mandate.objects.get()
    assert mandate.screening == Screening.PROOF
    return mandate


def room(mandate: Mandate, page: str = "") -> str:
    """An address in the mandate's room."""
    return f"/mandate/room/{links.token_of(links.current(mandate, LinkPurpose.ROOM))}/{page}"


def confirmation(mandate: Mandate) -> str:
    """The address in the mail."""
    return f"/mandate/confirm/{links.token_of(links.current(mandate, LinkPurpose.CONFIRM))}/"


def solution(challenge: dict) -> str:
    """What a browser sends back."""
    found = altcha.solve_challenge(altcha.Challenge.from_dict(challenge))
    return base64.b64encode(json.dumps({"challenge": challenge, "solution": found.to_dict()}).encode()).decode()


def give(mandate: Mandate, payload: str) -> HttpResponse:
    """Send a solution."""
    return Client().post(room(mandate, "proof/"), {"solution": payload})


def kinds(mandate: Mandate) -> list[str]:
    """Which mails are owed."""
    return sorted(mandate.deliveries.values_list("kind", flat=True))


def test_the_client_is_told_what_is_left(held: Mandate) -> None:
    response = Client().get(room(held, "received/"), follow=True)
    page = response.content.decode()
    assert response.redirect_chain[-1][0] == room(held, "proof/")
    assert held.reference in page
    assert "is stored" in page
    assert "sent you a mail" in page
    assert response["Cache-Control"] == "private, no-store"
    assert kinds(held) == [DeliveryKind.CONFIRM]


def test_the_browsers_work_releases_it(held: Mandate) -> None:
    promised = held.reply_due_at
    Mandate.objects.update(reply_due_at=promised - timedelta(days=9))
    response = give(held, solution(challenge_for(held)))
    held.refresh_from_db()
    assert response["Location"] == room(held, "received/")
    assert held.screening == Screening.CLEAR
    assert held.reply_due_at >= promised  # counted from now
    assert kinds(held) == [DeliveryKind.ACKNOWLEDGEMENT, DeliveryKind.NOTIFICATION]  # and none to confirm any more
    event = held.events.get(kind=EventKind.RELEASED)
    assert (event.actor, event.detail) == (None, "proof of work")
    assert held.events.filter(kind=EventKind.RELEASED).count() == 1
    work()
    assert len(mail.outbox) == 2
    assert "We have your mandate" in Client().get(response["Location"]).content.decode()


def spoilt(mandate: Mandate, other: Mandate) -> dict[str, str]:
    """Solutions that are none."""
    good = solution(challenge_for(mandate))
    unsigned = challenge_for(mandate)
    unsigned["parameters"] |= {"cost": 1, "keyPrefix": "00"}
    decoded = json.loads(base64.b64decode(good))
    return {
        "nothing": "",
        "no base64": "!",
        "not json": base64.b64encode(b"{").decode(),
        "a list": base64.b64encode(b"[]").decode(),
        "deep": base64.b64encode(b"[" * 2000 + b"]" * 2000).decode(),
        "too long": "A" * 5000,
        "null": "\0",
        "another mandate's": solution(challenge_for(other)),
        "made easier": solution(unsigned),
        "not worked out": base64.b64encode(
            json.dumps(decoded | {"solution": {"counter": 0, "derivedKey": "00"}}).encode()
        ).decode(),
    }


def test_anything_else_does_not(held: Mandate) -> None:
    other = factories.mandate(screening=Screening.PROOF)
    for name, payload in spoilt(held, other).items():
        response = give(held, payload)
        assert response.status_code == 422, name
        assert "That did not work" in response.content.decode()
    held.refresh_from_db()
    assert held.screening == Screening.PROOF


def test_a_solution_counts_once(held: Mandate) -> None:
    payload = solution(challenge_for(held))
    assert solves(payload, held)
    assert not solves(payload, held)


def test_an_old_challenge_is_not_taken(held: Mandate, monkeypatch: pytest.MonkeyPatch) -> None:
    payload = solution(challenge_for(held))
    now = timezone.now().timestamp()
    monkeypatch.setattr("altcha.v2.time.time", lambda: now + 60 * 60 + 5)
    assert not solves(payload, held)


def test_a_key_of_another_site_makes_no_challenge_of_ours(held: Mandate, settings) -> None:
    payload = solution(challenge_for(held))
    settings.SECRET_KEY = "another" * 10
    assert not solves(payload, held)


def test_quarantine_is_not_left_by_a_proof(held: Mandate) -> None:
    payload = solution(challenge_for(held))
    Mandate.objects.update(screening=Screening.QUARANTINE)
    assert give(held, payload)["Location"] == room(held, "received/")
    assert "is confirmed" in Client().post(confirmation(held)).content.decode()  # as everybody is told
    assert not release(held, "by hand")
    held.refresh_from_db()
    assert held.screening == Screening.QUARANTINE


def test_the_mail_waits_a_minute_and_holds_nothing_but_reference_and_link(held: Mandate) -> None:
    assert sweep() == 0
    Delivery.objects.update(due_at=timezone.now())
    assert sweep() == 1
    work()
    message = mail.outbox[0]
    assert message.to == [held.email]
    assert held.reference in message.subject
    assert confirmation(held) in message.body
    assert not any(answer in message.body for answer in (held.need, held.name, held.company, held.role))
    assert "/room/" not in message.body


def test_the_link_asks_before_it_does_anything(held: Mandate) -> None:
    for _time in range(2):  # as programs do that look at mail
        page = Client().get(confirmation(held))
        assert page.status_code == 200
        assert "I have sent this mandate" in page.content.decode()
    held.refresh_from_db()
    assert held.screening == Screening.PROOF
    response = Client().post(confirmation(held))
    held.refresh_from_db()
    assert held.screening == Screening.CLEAR
    assert response["Location"] == room(held, "received/")
    assert held.events.get(kind=EventKind.RELEASED).detail == "link sent by mail"


def test_a_link_to_confirm_leads_into_the_room_once(held: Mandate) -> None:
    """Whoever finds it later, in an old mail or a browser's history, is let in by nothing."""
    address = confirmation(held)
    Client().post(address)
    for ask in (Client().get, Client().head, Client().post):
        later = ask(address)
        assert later.status_code == 200
        assert "/mandate/room/" not in later.content.decode()
    page = Client().get(address).content.decode()
    assert "is confirmed" in page
    assert 'action="/mandate/link/"' in page


@pytest.mark.parametrize("screening", [Screening.CLEAR, Screening.PROOF])
def test_all_links_closed_closes_the_link_to_confirm(held: Mandate, screening: str) -> None:
    address = confirmation(held)
    Mandate.objects.update(screening=screening)
    Client().post(room(held, "close/"), {"which": "all"})
    for ask in (Client().get, Client().post):
        assert ask(address).status_code == 404
    assert Mandate.objects.get().screening == screening


def test_a_link_to_the_room_does_not_confirm(held: Mandate) -> None:
    token = links.token_of(links.current(held, LinkPurpose.ROOM))
    assert Client().post(f"/mandate/confirm/{token}/").status_code == 404
    assert Client().post(f"/mandate/room/{confirmation(held).split('/')[3]}/proof/").status_code == 404


def test_a_released_mandate_is_not_released_again(held: Mandate) -> None:
    assert release(held, "first")
    assert not release(Mandate.objects.get(), "second")
    assert MandateEvent.objects.filter(kind=EventKind.RELEASED).count() == 1


def test_nobody_is_told_of_a_mandate_that_was_withdrawn_meanwhile(held: Mandate) -> None:
    Mandate.objects.update(status=Status.WITHDRAWN)
    assert release(held, "late")
    assert kinds(held) == []


def test_nobody_fills_a_mailbox_by_us(db) -> None:
    asked = [ask_by_mail(factories.mandate(email_key="victim@firm.example"), "") for _time in range(A_DAY + 2)]
    assert [bool(mail) for mail in asked] == [True] * A_DAY + [False] * 2


def test_nobody_writes_to_many_by_us(db) -> None:
    asked = [
        ask_by_mail(factories.mandate(email_key=f"v{number}@firm.example"), "8.8.8.0/24")
        for number in range(AN_HOUR + 2)
    ]
    assert [bool(mail) for mail in asked] == [True] * AN_HOUR + [False] * 2


def test_without_a_mail_the_page_promises_none_and_offers_one(held: Mandate) -> None:
    Delivery.objects.all().delete()
    page = Client().get(room(held, "proof/")).content.decode()
    assert "sent you a mail" not in page
    assert "consultant looks at mandates that wait here" in page
    assert "in the mail we send you" not in Client().get(room(held)).content.decode()
    for _click in range(2):
        assert Client().post(room(held, "proof/"), {"by": "mail"})["Location"] == room(held, "proof/")
    assert kinds(held) == [DeliveryKind.CONFIRM]
    assert "sent you a mail" in Client().get(room(held, "proof/")).content.decode()
    assert "in the mail we send you" in Client().get(room(held)).content.decode()


def test_a_mail_whose_link_was_closed_is_promised_no_longer(held: Mandate) -> None:
    Delivery.objects.update(due_at=timezone.now())
    sweep()
    work()
    assert "sent you a mail" in Client().get(room(held, "proof/")).content.decode()
    links.revoke(held)
    page = Client().get(room(held, "proof/")).content.decode()
    assert "sent you a mail" not in page
    assert "Send me a link by mail" in page


def test_no_more_mails_are_offered_than_an_address_may_get(held: Mandate) -> None:
    for _time in range(A_DAY - 1):
        ask_by_mail(held, "")
    Delivery.objects.all().delete()
    response = Client().post(room(held, "proof/"), {"by": "mail"})
    assert response.status_code == 429
    page = response.content.decode()
    assert "No mail can be sent just now" in page
    assert "Send me a link by mail" not in page
    assert kinds(held) == []


def test_a_proof_is_taken_without_a_cache(held: Mandate, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the forgiving cache answers while Redis is away: what is added was not there."""
    monkeypatch.setattr(cache, "add", lambda *_args, **_kwargs: True)
    assert solves(solution(challenge_for(held)), held)
