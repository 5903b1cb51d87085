"""Mail of the CMS waits in a letter box for the worker; nobody who works in the CMS waits for a mail server."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from agency import letters
from agency.models import Letter
from agency.models.delivery import ATTEMPTS
from agency.models.home import HomePage
from tests import factories
from tests.support.letters import OUTAGES, Unusable, deliver

pytestmark = pytest.mark.django_db

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def write(**fields: object) -> None:
    """Send a mail the way Wagtail does."""
    defaults = {"subject": "Submitted:\n Guide", "body": "Please look.", "to": ["ines@example.com"]}
    EmailMessage(**defaults | fields).send()


def test_mail_goes_out_from_the_worker_and_is_forgotten() -> None:
    write()
    assert mail.outbox == []
    (reminder,) = DBTaskResult.objects.all()
    assert reminder.args_kwargs == {"args": [Letter.objects.get().pk, 0], "kwargs": {}}
    assert deliver() == ["sent"]
    (sent,) = mail.outbox
    assert (sent.subject, sent.body, sent.to) == ("Submitted: Guide", "Please look.", ["ines@example.com"])
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    assert not Letter.objects.exists()


def test_each_address_gets_a_letter_of_its_own() -> None:
    write(to=["a@example.com", "b@example.com"], bcc=["c@example.com"])
    assert deliver() == ["sent"] * 3
    assert sorted(address for one in mail.outbox for address in one.to) == [f"{x}@example.com" for x in "abc"]


def test_what_is_undone_sends_nothing() -> None:
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert deliver() == []


@pytest.mark.parametrize("noted", OUTAGES)
def test_letters_wait_for_a_server_that_cannot_be_used(settings, monkeypatch: pytest.MonkeyPatch, noted: str) -> None:
    transport, settings.MAIL_TRANSPORT = settings.MAIL_TRANSPORT, SMTP
    server = Unusable(monkeypatch, OUTAGES[noted])
    write()
    assert server.asked == 0
    assert deliver() == ["waiting"]
    letter = Letter.objects.get()
    assert (letter.attempts, letter.last_error) == (1, noted)
    assert letters.sweep() == 0
    Letter.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert letters.sweep() == 1
    settings.MAIL_TRANSPORT = transport
    assert deliver() == ["sent"]
    assert len(mail.outbox) == 1


def test_letter_that_is_given_up_is_forgotten_too(
    settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings.MAIL_TRANSPORT = SMTP
    Unusable(monkeypatch, OUTAGES["gaierror"])
    write()
    Letter.objects.update(attempts=ATTEMPTS - 1)
    letters.enqueue(Letter.objects.get())
    assert deliver() == ["not claimed", "failed"]
    assert not Letter.objects.exists()
    assert f"attempt {ATTEMPTS} failed, given up: gaierror" in caplog.text
    assert "ines@example.com" not in caplog.text


def test_forgotten_password_is_answered_alike_whoever_asks_and_whatever_mail_does(
    settings, monkeypatch: pytest.MonkeyPatch, home: HomePage
) -> None:
    settings.MAIL_TRANSPORT = SMTP
    server = Unusable(monkeypatch, OUTAGES["SMTPConnectError 421"])
    factories.user("ines", password="a password of hers")
    where = reverse("wagtailadmin_password_reset")
    answers = [Client().post(where, {"email": f"{name}@example.com"}) for name in ("ines", "nobody")]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, reverse("wagtailadmin_password_reset_done"))
    }
    assert server.asked == 0
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    assert deliver() == ["sent"]
    assert mail.outbox[0].to == ["ines@example.com"]
    assert "/admin/password_reset/confirm/" in mail.outbox[0].body


def test_tasks_hold_nothing_of_a_letter() -> None:
    write()
    deliver()
    assert "ines@example.com" not in str(list(DBTaskResult.objects.values()))
