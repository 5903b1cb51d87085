"""A webhook is owed with the mandate, signed, tried for a day, and arrives at least once with one id."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from enquiries import erasure
from enquiries.models import Mandate, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from enquiries.models.webhook import JITTER, WAITS, SwitchedOff, WebhookEvent
from enquiries.webhooks import endpoints, outbox, signing, transport
from tests import factories
from tests.enquiries.hooks import endpoint, let_time_pass, reminders, secret, work
from tests.enquiries.submission import send, typed
from tests.support.letters import deliver
from tests.support.receiver import Receiver, answering

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _private_targets(brand, settings) -> None:
    """Our receivers are on the loopback address."""
    settings.WEBHOOK_PRIVATE_TARGETS = True


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver that takes everything."""
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def crm(receiver: Receiver) -> WebhookEndpoint:
    """It, as an endpoint; it knows the secret."""
    crm = endpoint(receiver.url)
    receiver.secrets.append(secret(crm))
    return crm


@pytest.fixture
def owed(crm: WebhookEndpoint) -> WebhookDelivery:
    """A test event for it."""
    return outbox.ping(crm)


def state(delivery: WebhookDelivery) -> tuple[str, int, str]:
    """How far it has come."""
    delivery.refresh_from_db()
    return delivery.state, delivery.attempts, delivery.last_error


def test_a_submission_is_told_and_the_reference_library_verifies_it(receiver: Receiver, crm) -> None:
    send(typed())
    mandate = Mandate.objects.get()
    assert receiver.contacts == 0  # no client waits for it
    assert work() == ["sent"]
    (message,) = receiver.messages
    delivery = WebhookDelivery.objects.get()
    assert message.id == delivery.message_id
    assert message.id.startswith("msg_")
    assert message.verified == (secret(crm),)
    assert message.headers["content-type"] == "application/json"
    assert message.event == {
        "type": "mandate.submitted",
        "timestamp": message.event["timestamp"],
        "data": {"reference": mandate.reference, "url": f"http://testserver/admin/mandates/{mandate.pk}/"},
    }
    assert state(delivery) == ("sent", 1, "")
    assert receiver.forged == 0
    assert work() == []
    assert let_time_pass() == 0


@pytest.mark.database
def test_it_is_owed_in_the_transaction_of_the_mandate(crm) -> None:
    mandate = factories.mandate()
    with transaction.atomic():
        outbox.announce(mandate, WebhookEvent.CHANGED)
        assert WebhookDelivery.objects.count() == len(reminders()) == 1
        transaction.set_rollback(True)
    assert WebhookDelivery.objects.count() == len(reminders()) == 0


@pytest.mark.database
def test_only_those_who_asked_are_told(crm) -> None:
    endpoint(name="Quiet", events=["mandate.erased"])
    endpoint(name="Off", is_active=False)
    outbox.announce(factories.mandate(), WebhookEvent.SUBMITTED)
    assert WebhookDelivery.objects.get().endpoint == crm


def test_a_submission_without_endpoints_asks_once(crm, django_assert_num_queries) -> None:
    crm.delete()
    with django_assert_num_queries(1):
        outbox.announce(Mandate(), WebhookEvent.SUBMITTED)


def test_tasks_hold_numbers_only(crm) -> None:
    outbox.announce(factories.mandate(), WebhookEvent.SUBMITTED)
    (reminder,) = DBTaskResult.objects.filter(task_path=outbox.send.module_path)
    assert reminder.args_kwargs == {"args": [WebhookDelivery.objects.get().pk, 0], "kwargs": {}}


def test_ten_times_500_then_200(receiver: Receiver, owed: WebhookDelivery) -> None:
    receiver.answer = answering(500)
    for number in range(1, 11):
        assert work() == ["waiting"]
        assert state(owed) == ("waiting", number, "HTTP 500")
        wait, planned = owed.due_at - timezone.now(), WAITS[number - 1]
        assert planned * (1 - JITTER) - timedelta(seconds=5) < wait < planned * (1 + JITTER)
        assert outbox.sweep() == 0  # not before its time
        assert let_time_pass() == 1
    receiver.answer = answering(200)
    assert work() == ["sent"]
    assert state(owed) == ("sent", 11, "")
    assert [message.id for message in receiver.messages] == [owed.message_id] * 11
    assert list(owed.log.values_list("status", flat=True)) == [200, *[500] * 10]


def test_after_a_day_it_is_given_up_and_the_endpoint_stays_on(receiver: Receiver, crm, owed: WebhookDelivery) -> None:
    receiver.answer = answering(503)
    for _attempt in WAITS:
        assert work() == ["waiting"]
        assert let_time_pass() == 1
    assert work() == ["failed"]
    assert state(owed) == ("failed", 13, "HTTP 503")
    assert let_time_pass() == 0
    crm.refresh_from_db()
    assert crm.is_active
    assert timedelta(hours=23) < sum(WAITS, timedelta()) < timedelta(hours=24)


def test_a_receiver_that_says_nothing(receiver: Receiver, owed: WebhookDelivery, monkeypatch) -> None:
    monkeypatch.setattr(transport, "SECONDS", 0.3)
    receiver.answer = receiver.stall
    assert work() == ["waiting"]
    assert state(owed) == ("waiting", 1, "No answer in time")
    (line,) = owed.log.all()
    assert (line.status, line.failure) == (None, "timeout")
    assert 250 < line.milliseconds < 3000
    receiver.answer = answering(204)
    let_time_pass()
    assert work() == ["sent"]
    assert {message.id for message in receiver.messages} == {owed.message_id}


def test_a_redirect_to_a_loopback_address_is_not_followed(receiver: Receiver, owed: WebhookDelivery) -> None:
    with Receiver() as inside:
        for status in (301, 302, 303, 307, 308):
            receiver.answer = answering(status, Location=inside.url)
            assert work() == ["waiting"]
            assert state(owed)[2] == f"HTTP {status}"
            let_time_pass()
        assert inside.contacts == 0
    assert receiver.contacts == 5


def test_gone_switches_the_endpoint_off_with_a_notice(receiver: Receiver, crm: WebhookEndpoint) -> None:
    factories.user("sam", group="Site administrators", email="sam@example.com")
    factories.user("ines", group="Consultants", email="ines@example.com")
    factories.user("root", is_superuser=True, email="root@example.com")
    first, second = outbox.ping(crm), outbox.ping(crm)
    elsewhere = outbox.ping(endpoint(name="Other"))
    receiver.answer = answering(410)
    outcome = outbox.send.func(first.pk, 0)
    assert outcome == "failed"
    crm.refresh_from_db()
    assert (crm.is_active, crm.off_because) == (False, SwitchedOff.GONE)
    assert crm.off_since is not None
    assert state(first) == ("failed", 1, "HTTP 410")
    assert state(second) == ("failed", 0, "Endpoint switched off")
    assert state(elsewhere)[0] == "waiting"
    outbox.announce(factories.mandate(), WebhookEvent.SUBMITTED)
    assert crm.deliveries.count() == 2
    assert receiver.contacts == 1

    deliver()
    assert sorted(message.to[0] for message in mail.outbox) == ["root@example.com", "sam@example.com"]
    notice = mail.outbox[0]
    assert notice.subject == "Webhook switched off: CRM"
    assert f"http://testserver/admin/webhooks/inspect/{crm.pk}/" in notice.body
    assert str(receiver.port) not in notice.body


def test_what_was_claimed_when_an_endpoint_went_off_is_given_up_unsent(receiver: Receiver, crm, owed) -> None:
    WebhookDelivery.objects.update(state="sending", claimed_at=timezone.now() - timedelta(days=1))
    endpoints.switch_off(crm, SwitchedOff.HERE)
    assert outbox.send.func(owed.pk, 0) == "failed"
    assert state(owed)[2] == "Endpoint switched off"
    assert receiver.contacts == 0
    endpoints.switch_on(crm)
    assert outbox.replay(owed)
    assert sorted(work()) == ["not claimed", "sent"]  # the reminder from before finds the attempt made


def test_a_worker_killed_with_it_in_hand_leaves_it_to_the_next(receiver: Receiver, owed: WebhookDelivery) -> None:
    class Killed(BaseException):
        """What stops a process does not stop at ``except Exception``."""

    def die(_delivery: WebhookDelivery) -> int:
        raise Killed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outbox, "_post", die)
        with pytest.raises(Killed):
            outbox.send.func(owed.pk, 0)
    assert state(owed)[:2] == ("sending", 1)
    WebhookDelivery.objects.update(due_at=timezone.now(), claimed_at=timezone.now() - timedelta(days=1))
    assert outbox.sweep() == 1
    assert work() == ["not claimed", "sent"]
    assert [message.id for message in receiver.messages] == [owed.message_id]


def test_a_replay_has_the_same_id(receiver: Receiver, owed: WebhookDelivery) -> None:
    assert not outbox.replay(owed)  # it is on its way already
    work()
    assert outbox.replay(owed)
    assert state(owed)[:2] == ("waiting", 0)
    assert work() == ["sent"]
    assert [message.id for message in receiver.messages] == [owed.message_id] * 2
    assert WebhookAttempt.objects.filter(delivery=owed).count() == 2


@pytest.mark.database
def test_both_secrets_sign_for_a_day_then_only_the_new_one(receiver: Receiver, crm: WebhookEndpoint) -> None:
    old = secret(crm)
    signing.renew(crm)
    new = secret(crm)
    assert old != new
    receiver.secrets = [old, new]
    outbox.ping(crm)
    work()
    assert receiver.messages[-1].verified == (old, new)
    assert len(receiver.messages[-1].headers["webhook-signature"].split(" ")) == 2

    late = crm.secrets.get(expires_at__isnull=False)
    assert late.expires_at - timezone.now() <= timedelta(hours=24)
    type(late).objects.filter(pk=late.pk).update(expires_at=timezone.now())
    outbox.ping(crm)
    work()
    assert receiver.messages[-1].verified == (new,)
    signing.renew(crm)
    assert crm.secrets.count() == 2  # the one whose day is over went


def test_a_secret_is_not_in_the_database(crm: WebhookEndpoint) -> None:
    shown = secret(crm)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM enquiries_webhooksecret")
        row = str(cursor.fetchall())
    assert shown not in row
    assert shown.removeprefix("whsec_") not in row


def test_with_another_secret_key_nothing_is_sent_that_nobody_can_verify(receiver, crm, owed, settings) -> None:
    settings.SECRET_KEY = "another-key-for-tests-only-that-is-longer-than-fifty-characters"
    assert work() == ["waiting"]
    assert state(owed)[2] == "No secret that works"
    assert receiver.contacts == 0
    assert signing.reveal(crm.secrets.first()) is None
    signing.renew(crm)
    receiver.secrets = [secret(crm)]
    let_time_pass()
    assert work() == ["sent"]
    assert receiver.messages[0].verified == (secret(crm),)


@pytest.mark.database
def test_erasing_takes_what_was_owed_along_and_tells_the_reference_only(receiver: Receiver, crm) -> None:
    send(typed())
    mandate = Mandate.objects.get()
    erasure.erase(mandate)
    assert WebhookDelivery.objects.get().event_type == WebhookEvent.ERASED
    assert work().count("sent") == 1
    (message,) = receiver.messages
    assert message.event["type"] == "mandate.erased"
    assert message.event["data"] == {"reference": mandate.reference}


def test_a_mandate_erased_while_its_event_is_under_way(receiver: Receiver, crm) -> None:
    mandate = factories.mandate()
    outbox.announce(mandate, WebhookEvent.SUBMITTED)
    (owed,) = WebhookDelivery.objects.all()
    receiver.answer = answering(500)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outbox, "_post", lambda _delivery: mandate.delete() and 500)
        assert outbox.send.func(owed.pk, 0) == "waiting"
    assert outbox.send.func(owed.pk, 1) == "not claimed"
    assert not WebhookDelivery.objects.exists()
    assert not WebhookAttempt.objects.exists()


def test_what_is_long_over_is_forgotten(crm: WebhookEndpoint) -> None:
    owed = {state: outbox.ping(crm) for state in ("sent", "failed", "waiting", "sending")}
    recent = outbox.ping(crm)
    for state, delivery in owed.items():
        long_ago = timezone.now() - outbox.KEPT - timedelta(hours=1)
        WebhookDelivery.objects.filter(pk=delivery.pk).update(state=state, created_at=long_ago)
    WebhookDelivery.objects.filter(pk=recent.pk).update(state="sent")
    assert outbox.prune() == 2
    assert set(WebhookDelivery.objects.all()) == {owed["waiting"], owed["sending"], recent}
