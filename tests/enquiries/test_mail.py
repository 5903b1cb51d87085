"""What the mails say, and what they don't."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from agency.models import BrandSettings, User
from agency.settings.env import BASE_DIR
from enquiries.delivery import LINKED
from enquiries.delivery import message as made
from enquiries.models import Delivery, Link, Mandate
from specialisms.models import SpecialismPage
from tests.enquiries.submission import send, typed, work
from tests.support.client import ANSWERS


@pytest.fixture
def sent(led: SpecialismPage) -> dict[str, EmailMessage]:
    """The two mails of a mandate, by their kind."""
    send(typed(specialism=str(led.pk)))
    Mandate.objects.update(reply_due_at=datetime(2026, 7, 14, 9, 30, tzinfo=UTC))
    assert work() == ["sent", "sent"]
    acknowledgement, notification = mail.outbox
    return {"acknowledgement": acknowledgement, "notification": notification}


def text(message: EmailMessage) -> str:
    """Subject and body on one line."""
    return " ".join(f"{message.subject} {message.body}".split())


def test_each_goes_to_whom_it_concerns(sent: dict[str, EmailMessage], consultant_user: User) -> None:
    assert sent["acknowledgement"].recipients() == [ANSWERS["email"]]
    assert sent["notification"].recipients() == [consultant_user.email]


@pytest.mark.parametrize("kind", ["acknowledgement", "notification"])
def test_both_hold_reference_and_promise_and_nothing_submitted(sent: dict[str, EmailMessage], kind: str) -> None:
    message = sent[kind]
    reference = Mandate.objects.get().reference
    assert reference in message.subject
    assert reference in message.body
    assert "Tuesday 14 July 2026, 10:30 (Europe/London time)" in text(message)
    source = message.message().as_string()
    for name in ("role", "need", "name", "company", "telephone"):
        assert ANSWERS[name] not in text(message)
        assert ANSWERS[name] not in source
    assert ANSWERS["email"] not in text(message)


def test_the_notification_links_to_the_inbox(sent: dict[str, EmailMessage], consultant_client) -> None:
    address = f"http://testserver/admin/mandates/{Mandate.objects.get().pk}/"
    assert address in sent["notification"].body.split()
    assert consultant_client.get(address.removeprefix("http://testserver")).status_code == 200
    assert "/admin/" not in sent["acknowledgement"].body


def test_the_client_is_told_how_long_the_link_works(sent: dict[str, EmailMessage]) -> None:
    Link.objects.update(expires_at=datetime(2099, 9, 1, 23, 30, tzinfo=UTC))
    acknowledgement = made(Delivery.objects.get(kind="acknowledgement"))
    assert "The link works until 2 September 2099" in text(acknowledgement)
    assert "http://testserver/mandate/link/\n" in acknowledgement.body


def test_every_mail_with_a_link_says_how_long_it_works() -> None:
    for kind in LINKED:
        assert "works_until|date" in (BASE_DIR / "templates" / "emails" / f"{kind}.txt").read_text(), kind


def test_the_headers(sent: dict[str, EmailMessage], brand: BrandSettings) -> None:
    for kind, message in sent.items():
        delivery = Delivery.objects.get(kind=kind)
        headers = message.message()
        assert headers["Message-ID"] == f"<{delivery.message_id}@testserver>"
        assert headers["Auto-Submitted"] == "auto-generated"
        assert "\n" not in message.subject
        assert headers["Content-Type"].startswith("text/plain")


def test_answers_go_to_the_agencys_address(led: SpecialismPage, brand: BrandSettings) -> None:
    brand.email = "hello@agency.example"
    brand.save()
    send(typed())
    work()
    assert [message.reply_to for message in mail.outbox] == [["hello@agency.example"]] * 2


def test_the_time_is_the_offices(led: SpecialismPage, brand: BrandSettings) -> None:
    brand.time_zone = "America/New_York"
    brand.save()
    send(typed())
    Mandate.objects.update(reply_due_at=datetime(2026, 7, 14, 14, 0, tzinfo=UTC))
    work()
    for message in mail.outbox:
        assert "Tuesday 14 July 2026, 10:00 (America/New_York time)" in text(message)


def test_names_of_brand_and_specialism_are_not_escaped(led: SpecialismPage, brand: BrandSettings) -> None:
    brand.name = "Moreau & Söhne"
    brand.save()
    led.title = 'R&D "platform"'
    led.save()
    send(typed(specialism=str(led.pk)))
    work()
    assert "has reached Moreau & Söhne" in mail.outbox[0].subject
    assert mail.outbox[1].subject.endswith(': R&D "platform"')


def test_without_a_specialism_the_notification_names_none(brand: BrandSettings) -> None:
    send(typed())
    work()
    assert mail.outbox[1].subject == f"New mandate {Mandate.objects.get().reference}"
    assert mail.outbox[1].recipients() == [brand.mandate_email]
