"""Many at once: double clicks from everywhere, several workers after the same mail."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.utils import timezone

from enquiries import delivery as delivering
from enquiries.models import Consent, Delivery, Mandate, MandateEvent
from enquiries.models.delivery import DeliveryKind
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.submission import mandate_of, reminders, send, typed

Argument, Result = TypeVar("Argument"), TypeVar("Result")

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


def at_once(function: Callable[[Argument], Result], arguments: Sequence[Argument]) -> list[Result]:
    """Call the function with each argument, all at the same moment, each in a thread with a connection of its own."""
    start = threading.Barrier(len(arguments))

    def call(argument: Argument) -> Result:
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            return function(argument)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(arguments)) as threads:
        return list(threads.map(call, arguments))


def test_fifty_double_submissions_with_25_keys_are_25_mandates(led: SpecialismPage) -> None:
    forms = [typed(role=f"Role {number}", specialism=str(led.pk)) for number in range(25)]
    responses = at_once(send, forms * 2)
    assert [response.status_code for response in responses] == [302] * 50
    mandates = {mandate.role: mandate for mandate in Mandate.objects.all()}
    assert sorted(mandates) == sorted(form["role"] for form in forms)
    assert Mandate.objects.count() == MandateEvent.objects.count() == 25
    for kind in (DeliveryKind.ACKNOWLEDGEMENT, DeliveryKind.NOTIFICATION):
        assert Delivery.objects.filter(kind=kind).values("mandate").distinct().count() == 25
    assert (Delivery.objects.count(), Consent.objects.count(), len(reminders())) == (50, 50, 50)
    for form, response in zip(forms * 2, responses, strict=True):
        assert mandate_of(response) == mandates[form["role"]]
        assert mandate_of(response).reference in Client().get(response["Location"]).content.decode()


def test_the_same_key_with_other_answers_at_the_same_moment(brand) -> None:
    """One of the two is taken, the other is shown again; which one does not matter."""
    form = typed()
    responses = at_once(send, [form | {"company": f"Company {number % 2}"} for number in range(8)])
    kept = Mandate.objects.get()
    assert sorted(response.status_code for response in responses) == [302] * 4 + [409] * 4
    for number, response in enumerate(responses):
        assert (response.status_code == 302) == (kept.company == f"Company {number % 2}")
    assert Consent.objects.count() == 2


def test_eight_workers_send_one_mail_once(brand) -> None:
    owed = Delivery.objects.create(
        mandate=factories.mandate(), kind=DeliveryKind.ACKNOWLEDGEMENT, recipient="a@b.example"
    )
    outcomes = at_once(lambda pk: delivering.send.func(pk, 0), [owed.pk] * 8)
    assert sorted(outcomes) == ["not claimed"] * 7 + ["sent"]
    assert len(mail.outbox) == 1
    owed.refresh_from_db()
    assert owed.attempts == 1


def test_a_mail_being_sent_is_left_alone(brand, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one worker talks to the mail server, the other finds the mail taken."""
    owed = Delivery.objects.create(
        mandate=factories.mandate(), kind=DeliveryKind.ACKNOWLEDGEMENT, recipient="a@b.example"
    )
    others = []

    def slow(_self: EmailMessage, *_args: object) -> int:
        others.extend(at_once(lambda pk: delivering.send.func(pk, owed.attempts + 1), [owed.pk]))
        others.extend(at_once(lambda pk: delivering.send.func(pk, owed.attempts), [owed.pk]))
        return 1

    monkeypatch.setattr(EmailMessage, "send", slow)
    assert delivering.send.func(owed.pk, 0) == "sent"
    assert others == ["not claimed", "not claimed"]


def test_workers_that_sweep_at_the_same_moment_share_what_is_overdue(brand) -> None:
    mandate = factories.mandate()
    Delivery.objects.bulk_create(
        Delivery(
            mandate=mandate, kind=DeliveryKind.NOTIFICATION, recipient=f"u{number}@example.com", due_at=timezone.now()
        )
        for number in range(40)
    )
    assert sum(at_once(lambda _worker: delivering.sweep(), range(6))) == 40
    assert len(reminders()) == 40
