"""Endpoints for tests, and doing what the worker would do for them."""

from typing import Any

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from enquiries.models import WebhookDelivery, WebhookEndpoint
from enquiries.models.webhook import EVENTS
from enquiries.webhooks import outbox, signing


def endpoint(url: str = "https://crm.example/hooks", **fields: Any) -> WebhookEndpoint:
    """An endpoint that wants everything, with a secret."""
    values: dict[str, Any] = {"name": "CRM", "url": url, "events": [event.value for event in EVENTS]}
    made = WebhookEndpoint.objects.create(**values | fields)
    signing.renew(made)
    return made


def secret(of: WebhookEndpoint) -> str:
    """The newest secret of an endpoint."""
    return signing.secret_of(of.secrets.first())


def reminders() -> list[DBTaskResult]:
    """The worker's open tasks that concern webhooks."""
    return list(DBTaskResult.objects.ready().filter(task_path=outbox.send.module_path))


def work() -> list[str]:
    """Do the open tasks once each, as the worker does; returns what each said."""
    results = []
    for reminder in reminders():
        reminder.claim("test")
        outcome = outbox.send.func(*reminder.task_result.args)
        reminder.set_successful(outcome)
        results.append(outcome)
    return results


def let_time_pass() -> int:
    """Make everything that waits due now, and sweep; returns how many. Signatures hold the time, so clocks stay."""
    WebhookDelivery.objects.filter(state="waiting").update(due_at=timezone.now())
    return outbox.sweep()
