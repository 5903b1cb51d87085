"""Deliveries against a real mail server in its worse moods."""

from collections.abc import Iterator

import pytest

from enquiries import delivery as delivering
from enquiries.models import Delivery, Mandate
from specialisms.models import SpecialismPage
from tests.enquiries.submission import send, typed, work
from tests.support.client import ANSWERS
from tests.support.mail_server import MailServer


@pytest.fixture
def server(settings) -> Iterator[MailServer]:
    """A mail server that the site uses, and does not wait for long."""
    server = MailServer()
    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 0.3
    server.start()
    yield server
    server.stop()


@pytest.fixture
def mandate(led: SpecialismPage, server: MailServer) -> Mandate:
    """A mandate that owes two mails."""
    send(typed(specialism=str(led.pk)))
    return Mandate.objects.get()


def errors() -> list[str]:
    """What is noted about the last attempts."""
    return list(Delivery.objects.values_list("last_error", flat=True))


def test_both_mails_arrive(mandate: Mandate, server: MailServer, consultant_user) -> None:
    assert work() == ["sent", "sent"]
    assert [letter.recipients for letter in server.letters] == [(ANSWERS["email"],), (consultant_user.email,)]
    for letter, delivery in zip(server.letters, Delivery.objects.all(), strict=True):
        assert letter.message["Message-ID"] == f"<{delivery.message_id}@testserver>"
        assert letter.message["To"] == delivery.recipient
        assert mandate.reference in letter.text
        assert not letter.message.defects


@pytest.mark.parametrize(
    ("mood", "noted"),
    [
        ("refusing", "SMTPDataError 550"),
        ("mistyped", "SMTPRecipientsRefused 550"),
        ("closing", "SMTPServerDisconnected"),
        ("stalling", "SMTPServerDisconnected"),
    ],
)
def test_a_server_in_a_bad_mood_loses_nothing(mandate: Mandate, server: MailServer, mood, noted: str) -> None:
    server.mood = mood
    assert work() == ["waiting", "waiting"]
    assert server.contacts == 2
    assert errors() == [noted, noted]
    server.mood = "accepting"
    for delivery in Delivery.objects.all():
        delivering.enqueue(delivery)
    assert work() == ["sent", "sent"]
    assert len(server.letters) == 2


def test_a_server_that_is_away_and_comes_back(mandate: Mandate, server: MailServer) -> None:
    server.stop()
    assert work() == ["waiting", "waiting"]
    assert errors() == ["ConnectionRefusedError"] * 2
    server.start()
    for delivery in Delivery.objects.all():
        delivering.enqueue(delivery)
    assert work() == ["sent", "sent"]
    assert sorted(Delivery.objects.values_list("attempts", flat=True)) == [2, 2]


def test_text_outside_ascii_arrives(brand, led: SpecialismPage, server: MailServer) -> None:
    brand.name = "Müller & Søn – 採用"
    brand.save()
    send(typed(name="王小明", email="wang@bücher.example", specialism=str(led.pk)))
    assert work() == ["sent", "sent"]
    letter = server.letters[0]
    assert letter.recipients == ("wang@xn--bcher-kva.example",)
    assert "has reached Müller & Søn – 採用" in letter.message["Subject"]
    assert "王小明" not in letter.text


def test_an_address_made_to_reach_two_reaches_one(led: SpecialismPage, server: MailServer) -> None:
    send(typed(email='"a@b.example,victim"@evil.example'))
    work()
    assert [len(letter.recipients) for letter in server.letters] == [1, 1]
    assert all(len(letter.message["To"].addresses) == 1 for letter in server.letters)
