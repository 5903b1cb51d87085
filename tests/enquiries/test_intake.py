"""All or nothing: whatever goes wrong while a mandate is taken in, nothing of it is left."""

import pytest
from django.core.mail import EmailMessage
from django.db import DatabaseError, IntegrityError
from django.http import HttpResponse
from django.test import Client
from django_tasks_db.models import DBTaskResult

from enquiries import delivery, intake, sla
from enquiries.models import Consent, Delivery, Link, Mandate, MandateEvent, Submission
from specialisms.models import SpecialismPage
from tests.enquiries.submission import ADDRESS, fill, reminders, send, shown

STEPS = {
    "the promise": (sla.OfficeHours, "from_brand"),
    "the mandate": (Mandate, "save"),
    "its consents": (Consent.objects, "bulk_create"),
    "its history": (MandateEvent.objects, "create"),
    "who is told": (intake, "addresses_for"),
    "what was said": (Submission.objects, "create"),
    "the client's link": (Link, "save"),
    "what is owed": (Delivery.objects, "create"),
    "the reminder": (delivery, "enqueue"),
    "the time of the reminder": (Delivery, "save"),
    "the task": (DBTaskResult.objects, "create"),
}

pytestmark = pytest.mark.database


def fails(*_args: object, **_kwargs: object) -> None:
    raise DatabaseError("gone")


def refused(*_args: object, **_kwargs: object) -> None:
    raise IntegrityError("refused")


def submit(form: dict[str, str]) -> HttpResponse:
    """Send the form as a browser, to which a fault is a page."""
    return Client(raise_request_exception=False).post(ADDRESS, form)


def rows() -> int:
    """Everything there is of any mandate."""
    return sum(model.objects.count() for model in (Mandate, Consent, MandateEvent, Delivery, Submission, Link)) + len(
        reminders()
    )


@pytest.mark.parametrize("fault", [fails, refused])
@pytest.mark.parametrize("step", STEPS)
def test_a_fault_at_any_step_leaves_nothing(led: SpecialismPage, monkeypatch, step: str, fault) -> None:
    form = fill(specialism=str(led.pk))
    with monkeypatch.context() as patch:
        patch.setattr(*STEPS[step], fault)
        response = submit(form)
    assert response.status_code == 500
    assert "Nothing we confirmed to you is lost" in response.content.decode()
    assert rows() == 0
    assert submit(form).status_code == 302  # the same form, sent again, is taken
    assert rows() == 1 + 2 + 1 + 2 + 1 + 1 + 2


@pytest.mark.parametrize("call", [1, 2])
def test_a_fault_at_either_mail_leaves_nothing(led: SpecialismPage, monkeypatch, call: int) -> None:
    """The acknowledgement must not go out for a mandate whose notification could not be stored."""
    calls = iter(range(1, 10))
    real = delivery.enqueue

    def once(owed: Delivery) -> None:
        if next(calls) == call:
            raise DatabaseError("gone")
        real(owed)

    monkeypatch.setattr(delivery, "enqueue", once)
    assert submit(fill(specialism=str(led.pk))).status_code == 500
    assert rows() == 0


def test_no_mail_is_sent_while_the_client_waits(led: SpecialismPage, monkeypatch) -> None:
    monkeypatch.setattr(EmailMessage, "send", fails)
    assert send(fill()).status_code == 302
    assert rows() == 1 + 2 + 1 + 2 + 1 + 1 + 2


def test_a_specialism_that_goes_while_the_client_types(led: SpecialismPage) -> None:
    form = fill(specialism=str(led.pk))
    led.delete()
    response = send(form)
    assert response.status_code == 422
    assert "id_specialism" in shown(response).links
    assert rows() == 0
