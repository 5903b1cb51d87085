"""What an event says of a mandate, and that nothing else of it gets anywhere."""

import json
import logging

import pytest
from django.conf import settings as django_settings

from enquiries.models import Mandate, Submission, WebhookDelivery
from enquiries.models.webhook import WebhookEvent
from enquiries.webhooks import outbox
from enquiries.webhooks.payload import body_of
from tests.enquiries.hooks import endpoint, secret, work
from tests.enquiries.submission import fill, send
from tests.enquiries.test_privacy import SECRETS, traces
from tests.support.receiver import Receiver, answering

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _private_targets(brand, settings) -> None:
    settings.WEBHOOK_PRIVATE_TARGETS = True


def submitted(**answers: str) -> Mandate:
    """A mandate as it comes in."""
    send(fill(**SECRETS | answers))
    return Mandate.objects.get()


def said() -> dict:
    """The message of the one delivery there is."""
    return json.loads(body_of(WebhookDelivery.objects.get()))


def test_a_thin_event_says_nothing_a_client_wrote() -> None:
    endpoint()
    mandate = submitted()
    event = said()
    assert traces(json.dumps(event)) == []
    assert set(event["data"]) == {"reference", "url"}
    assert event["timestamp"].endswith("Z")
    assert mandate.reference in json.dumps(event)


def test_a_full_event_says_everything_of_now() -> None:
    endpoint(full=True)
    mandate = submitted()
    Mandate.objects.update(status="talking")
    data = said()["data"]
    assert set(traces(json.dumps(data, ensure_ascii=False))) >= {SECRETS[name] for name in ("name", "need", "email")}
    assert data["reference"] == mandate.reference
    assert data["status"] == "talking"
    assert data["answers"] == mandate.submissions.get().topics
    Submission.objects.create(mandate=mandate, number=2, kind="files", topics=[], files=[])
    assert said()["data"]["answers"] == data["answers"]


def test_a_confidential_mandate_is_thin_for_everybody() -> None:
    endpoint(full=True)
    submitted()
    Mandate.objects.update(confidential=True)
    assert set(said()["data"]) == {"reference", "url"}


def test_a_test_says_nothing() -> None:
    outbox.ping(endpoint(full=True))
    assert said()["type"] == "ping"
    assert said()["data"] == {}


def test_a_mandate_of_a_full_endpoint_that_is_erased_is_a_reference() -> None:
    endpoint(full=True)
    outbox.announce_erased("M-7KMQ-2XDF")
    assert said()["data"] == {"reference": "M-7KMQ-2XDF"}


def test_nothing_a_client_wrote_is_stored_or_logged(caplog) -> None:
    caplog.set_level(logging.DEBUG)
    with Receiver() as receiver:
        crm = endpoint(f"{receiver.url}&key=s3cret", full=True)
        receiver.secrets.append(secret(crm))
        receiver.answer = answering(500, Location=SECRETS["company"])
        mandate = submitted()
        assert work() == ["waiting"]
        assert traces(json.dumps(receiver.messages[0].event)) != []
    stored = [list(model.objects.values()) for model in (WebhookDelivery,)]
    stored.append(list(WebhookDelivery.objects.get().log.values()))
    assert traces(str(stored)) == []
    records = [record for record in caplog.records if not record.name.startswith("django.db")]
    logged = " ".join(str(record.__dict__) for record in records)
    assert "webhookdelivery" in logged
    assert traces(logged) == []
    assert "s3cret" not in logged
    assert traces(f"{mandate.webhook_deliveries.get()!r} {crm!r} {crm.secrets.first()!r}") == []


@pytest.mark.parametrize("event", list(WebhookEvent))
def test_every_type_is_documented(event: WebhookEvent) -> None:
    assert f"| `{event.value}` |" in (django_settings.BASE_DIR / "docs" / "operating.md").read_text()
