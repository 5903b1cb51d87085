"""Telling endpoints what has happened: owed in the transaction in which it happens, sent by the worker.

A delivery arrives at least once, and every time with the same message id. See ``agency.delivery`` for claiming and sweeping.
"""

import time
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from agency import delivery as delivering
from agency.delivery import UndeliveredError
from agency.models.delivery import DeliveryState
from enquiries.models import Mandate, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from enquiries.models.webhook import Failure, SwitchedOff, WebhookEvent
from enquiries.webhooks.endpoints import switch_off
from enquiries.webhooks.payload import body_of
from enquiries.webhooks.signing import signed_headers
from enquiries.webhooks.transport import UnreachableError, post

GONE = 410
KEPT = timedelta(days=90)
"""How long the log of deliveries reaches back."""
FINISHED = [DeliveryState.SENT, DeliveryState.FAILED]


def announce(mandate: Mandate, event_type: str) -> None:
    """Owe every endpoint that asked for it an event about a mandate, in the transaction of the caller."""
    for endpoint in WebhookEndpoint.objects.wanting(event_type):
        _owe(WebhookDelivery(endpoint=endpoint, event_type=event_type, mandate=mandate, reference=mandate.reference))


def announce_erased(reference: str) -> None:
    """Owe every endpoint that asked for it the news that a mandate is gone, in the transaction in which it goes.

    What else was owed about the mandate goes with it.
    """
    for endpoint in WebhookEndpoint.objects.wanting(WebhookEvent.ERASED):
        _owe(WebhookDelivery(endpoint=endpoint, event_type=WebhookEvent.ERASED, reference=reference))


def ping(endpoint: WebhookEndpoint) -> WebhookDelivery:
    """Owe an endpoint an event that says nothing, to see whether it arrives."""
    return _owe(WebhookDelivery(endpoint=endpoint, event_type=WebhookEvent.PING))


def replay(delivery: WebhookDelivery) -> bool:
    """Send a delivery that has arrived or was given up once more, with the same message id; False if it is under way."""
    with transaction.atomic():
        finished = WebhookDelivery.objects.select_for_update().filter(pk=delivery.pk, state__in=FINISHED).first()
        if finished is None:
            return False
        delivering.start_over(finished, send)
    return True


def enqueue(delivery: WebhookDelivery) -> None:
    """Ask the worker to send a delivery, in the transaction of the caller."""
    delivering.remind(delivery, send)


@task(priority=5)  # mail first: an endpoint may take its time
def send(delivery_id: int, attempts: int) -> str:
    """Try a delivery once; returns the state it is left in."""
    deliveries = WebhookDelivery.objects.select_related("endpoint", "mandate__specialism")
    return delivering.attempt(deliveries, delivery_id, attempts, _carry)


def sweep() -> int:
    """Enqueue what is due again. Returns how many."""
    return delivering.sweep(WebhookDelivery.objects.all(), enqueue)


def prune() -> int:
    """Forget finished deliveries that were owed longer ago than ``KEPT``. Returns how many."""
    old = WebhookDelivery.objects.filter(state__in=FINISHED, created_at__lt=timezone.now() - KEPT)
    return old.delete()[1].get("enquiries.WebhookDelivery", 0)


def _owe(delivery: WebhookDelivery) -> WebhookDelivery:
    """Store it and remind the worker."""
    delivery.save(force_insert=True)
    enqueue(delivery)
    return delivery


def _carry(delivery: WebhookDelivery) -> None:
    """Send it; raises unless the answer was 2xx. An endpoint that says it is gone gets nothing more."""
    status = _try(delivery)
    if status == GONE:
        switch_off(delivery.endpoint, SwitchedOff.GONE)
    if not 200 <= status < 300:
        raise UndeliveredError(f"HTTP {status}", final=status == GONE)


def _try(delivery: WebhookDelivery) -> int:
    """The status that came back, noted in the log; raises if none did. A worker that is killed leaves a line without one."""
    line = WebhookAttempt.objects.create(delivery=delivery)
    began = time.monotonic()
    try:
        line.status = _post(delivery)
    except UnreachableError as error:
        line.failure = error.failure
        raise UndeliveredError(str(error.failure.label), final=error.failure == Failure.OFF) from error
    finally:
        line.milliseconds = round((time.monotonic() - began) * 1000)
        WebhookAttempt.objects.filter(pk=line.pk).update(
            status=line.status, failure=line.failure, milliseconds=line.milliseconds
        )
    return line.status


def _post(delivery: WebhookDelivery) -> int:
    """Sign and send it."""
    endpoint = delivery.endpoint
    if not endpoint.is_active:
        raise UnreachableError(Failure.OFF)
    body = body_of(delivery)
    headers = signed_headers(delivery.message_id, body, endpoint.secrets.signing(timezone.now()))
    if not headers:
        raise UnreachableError(Failure.SECRET)
    headers |= {"Content-Type": "application/json", "User-Agent": "Throughline-Webhooks/1"}
    return post(endpoint.url, body.encode(), headers)
