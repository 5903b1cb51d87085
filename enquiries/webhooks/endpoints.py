"""Switching endpoints off and on."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from agency.models import User
from agency.models.delivery import DeliveryState
from enquiries.models import WebhookEndpoint
from enquiries.models.webhook import Failure, SwitchedOff


def switch_off(endpoint: WebhookEndpoint, because: SwitchedOff) -> None:
    """Send nothing more, and give up what waits. What is being sent at this moment comes to its own end."""
    with transaction.atomic():
        found = WebhookEndpoint.objects.select_for_update().filter(pk=endpoint.pk).first()
        if found is None or not found.is_active:
            return
        endpoint.is_active, endpoint.off_since, endpoint.off_because = False, timezone.now(), because
        endpoint.save(update_fields=["is_active", "off_since", "off_because"])
        endpoint.deliveries.filter(state=DeliveryState.WAITING).update(
            state=DeliveryState.FAILED, last_error=str(Failure.OFF.label)
        )
        if because == SwitchedOff.GONE:
            _tell(endpoint)


def switch_on(endpoint: WebhookEndpoint) -> None:
    """Send again from now on. What was given up can be sent again from the log."""
    endpoint.is_active, endpoint.off_since, endpoint.off_because = True, None, ""
    endpoint.save(update_fields=["is_active", "off_since", "off_because"])


def keepers() -> list[str]:
    """The mail addresses of those who may change endpoints."""
    able = User.objects.with_perm(
        "enquiries.change_webhookendpoint", backend="django.contrib.auth.backends.ModelBackend"
    )
    return sorted(set(able.exclude(email="").values_list("email", flat=True)))


def _tell(endpoint: WebhookEndpoint) -> None:
    """A letter to each of those who may change it, in the same transaction."""
    page = reverse("webhooks:inspect", args=[endpoint.pk])
    context = {"endpoint": endpoint, "page_url": f"{settings.BASE_URL}{page}"}
    subject = " ".join(render_to_string("emails/webhook_gone_subject.txt", context).split())
    for address in keepers():
        EmailMessage(subject, render_to_string("emails/webhook_gone.txt", context), to=[address]).send()
