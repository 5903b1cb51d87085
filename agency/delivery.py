"""Getting out what is owed: from the background worker, with retries, never twice at once.

The row of a delivery is the truth; a task is only a reminder to look at it, and carries its number. A task lost to a killed
worker is replaced by ``sweep``, which the worker runs every few seconds. What carries it, says its caller (``agency.mail``).
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django_tasks.base import Task

from agency.models.delivery import AbstractDelivery, DeliveryQuerySet, DeliveryState

logger = logging.getLogger(__name__)

Owed = TypeVar("Owed", bound=AbstractDelivery)

BATCH = 100


class UndeliveredError(Exception):
    """Raised by what carries a delivery to say why it has not arrived, in words without names or addresses.

    It is tried again unless ``final``.
    """

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.final = final


def remind(delivery: AbstractDelivery, send: Task[[int, int], str]) -> None:
    """Ask the worker to send a delivery, in the transaction of the caller, and look again if nothing comes of it."""
    delivery.due_at = timezone.now() + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS)
    delivery.save(update_fields=["due_at"])
    send.enqueue(delivery.pk, delivery.attempts)


def start_over(delivery: AbstractDelivery, send: Task[[int, int], str]) -> None:
    """Send a finished or given-up delivery again, from its first attempt."""
    with transaction.atomic():
        delivery.state, delivery.attempts, delivery.last_error = DeliveryState.WAITING, 0, ""
        delivery.save(update_fields=["state", "attempts", "last_error"])
        remind(delivery, send)


def attempt(deliveries: DeliveryQuerySet[Owed], pk: int, attempts: int, carry: Callable[[Owed], object]) -> str:
    """Try a delivery once, unless it is finished or another worker is at it; returns the state it is left in.

    ``attempts`` is how many there had been when the reminder was written. Reminders that pile up behind a slow receiver
    are for the same attempt: the first of them makes it, the others find it made. ``carry`` returns when it has arrived
    and raises whatever stopped it: of an ``UndeliveredError`` the words are noted, of anything else its kind.
    """
    now = timezone.now()
    claimed = (
        deliveries.claimable(now)
        .filter(pk=pk, attempts=attempts)
        .update(
            state=DeliveryState.SENDING,
            attempts=models.F("attempts") + 1,
            claimed_at=now,
            due_at=now + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS),
        )
    )
    delivery = deliveries.filter(pk=pk).first() if claimed else None
    if delivery is None:  # or erased in this moment
        return "not claimed"
    try:
        carry(delivery)
    except Exception as error:  # noqa: BLE001 - whatever stopped it, it is still owed
        _failed(delivery, error)
    else:
        delivery.state, delivery.sent_at, delivery.last_error = DeliveryState.SENT, timezone.now(), ""
    still_ours = deliveries.filter(pk=pk, claimed_at=now)  # unless it was taken for dead meanwhile
    if delivery.forgotten_when_finished and delivery.state in {DeliveryState.SENT, DeliveryState.FAILED}:
        still_ours.delete()
    else:
        outcome = {name: getattr(delivery, name) for name in ("state", "sent_at", "last_error", "due_at")}
        still_ours.update(**outcome)
    return str(delivery.state)


def sweep(deliveries: DeliveryQuerySet[Owed], enqueue: Callable[[Owed], None]) -> int:
    """Enqueue what is due again: retries, and what a killed worker left behind. Returns how many."""
    with transaction.atomic():
        overdue = deliveries.overdue(timezone.now()).select_for_update(skip_locked=True)[:BATCH]
        for delivery in overdue:
            enqueue(delivery)
        return len(overdue)


def _failed(delivery: AbstractDelivery, error: Exception) -> None:
    """Note what happened without naming anybody, and when to try again."""
    reason, final = (str(error), error.final) if isinstance(error, UndeliveredError) else (type(error).__name__, False)
    given_up = final or delivery.attempts >= delivery.most_attempts
    delivery.last_error = reason
    delivery.due_at = timezone.now() + delivery.wait_after_failure()
    delivery.state = DeliveryState.FAILED if given_up else DeliveryState.WAITING
    logger.log(
        logging.ERROR if given_up else logging.WARNING,
        "%s %s: attempt %s failed%s: %s",
        delivery._meta.model_name,
        delivery.pk,
        delivery.attempts,
        ", given up" if given_up else "",
        reason,
    )
