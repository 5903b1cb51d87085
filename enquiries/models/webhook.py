"""Systems of the agency that are told of mandates: where they are, what they were told, what became of it."""

import random
import secrets
import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agency.models.delivery import AbstractDelivery
from enquiries.models.mandate import Mandate
from enquiries.webhooks.target import target_of, validate_url

WAITS = [
    *(timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15)),
    *(timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2), timedelta(hours=3), timedelta(hours=4)),
    *(timedelta(hours=6), timedelta(hours=7)),
]
"""How long to wait after each failed attempt: thirteen attempts, the last about 24 hours after the first."""

JITTER = 0.05
"""By how much of itself a wait is longer or shorter, so that what failed together does not come back together."""


class WebhookEvent(models.TextChoices):
    """What has happened."""

    SUBMITTED = "mandate.submitted", _("A mandate was submitted")
    COMPLETED = "mandate.completed", _("A brief was sent")
    CHANGED = "mandate.changed", _("A client changed or added something")
    WITHDRAWN = "mandate.withdrawn", _("A client withdrew a mandate")
    ERASED = "mandate.erased", _("A mandate was erased")
    PING = "ping", _("Test")


EVENTS = [event for event in WebhookEvent if event is not WebhookEvent.PING]
"""What an endpoint can ask to be told."""


class SwitchedOff(models.TextChoices):
    """Why an endpoint is not told of anything."""

    GONE = "gone", _("Answered that it is gone (410)")
    HERE = "here", _("Switched off here")


class Failure(models.TextChoices):
    """Why no answer came back from an endpoint, or none was asked for."""

    TIMEOUT = "timeout", _("No answer in time")
    UNKNOWN = "unknown", _("Host name unknown")
    FORBIDDEN = "forbidden", _("Address not allowed")
    CONNECTION = "connection", _("No connection")
    TLS = "tls", _("Certificate or encryption refused")
    PROTOCOL = "protocol", _("Not an HTTP answer")
    OFF = "off", _("Endpoint switched off")
    SECRET = "secret", _("No secret that works")


class WebhookEndpointQuerySet(models.QuerySet["WebhookEndpoint"]):
    """Which endpoints are told what."""

    def wanting(self, event_type: str) -> "list[WebhookEndpoint]":
        """Those switched on that asked for events of a type. There are few, and SQLite cannot look into lists."""
        return [endpoint for endpoint in self.filter(is_active=True) if event_type in endpoint.events]


class WebhookEndpoint(models.Model):
    """An address that is told of mandates, by the Standard Webhooks specification."""

    name = models.CharField(
        _("name"), max_length=80, help_text=_("What receives the events; consultants see it beside their mandates.")
    )
    url = models.CharField(
        _("address"),
        max_length=500,
        validators=[validate_url],
        help_text=_(
            "Where events are sent, such as https://crm.example.com/hooks/mandates. Redirects are not followed."
        ),
    )
    events = models.JSONField(_("events"), default=list, help_text=_("What it is told of."))
    full = models.BooleanField(
        _("send everything the client wrote"),
        default=False,
        help_text=_(
            "Personal data then leaves this site with every event, and whoever runs the other system must protect and "
            "erase it. Without this, events hold the reference and a link to the inbox. Confidential mandates are "
            "always sent that way. Only those who may see all mandates can change this."
        ),
    )
    is_active = models.BooleanField(
        _("switched on"),
        default=True,
        editable=False,
    )
    off_since = models.DateTimeField(_("off since"), null=True, blank=True, editable=False)
    off_because = models.CharField(_("off because"), max_length=8, choices=SwitchedOff, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)

    objects = WebhookEndpointQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def host(self) -> str:
        """The host of its address; the rest may hold a secret."""
        return target_of(self.url, check=False).host

    @property
    def standing(self) -> str | Promise:
        """Whether it is on, or why not."""
        return _("On") if self.is_active else self.get_off_because_display() or _("Off")


class WebhookSecretQuerySet(models.QuerySet["WebhookSecret"]):
    """Which secrets sign."""

    def signing(self, now: datetime) -> "WebhookSecretQuerySet":
        """Those that sign at a time, the newest first."""
        return self.filter(models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=now)).order_by("-pk")


class WebhookSecret(models.Model):
    """One secret by which a receiver knows that an event is ours.

    The secret is not here: it is made of ``nonce`` and the site's secret key; see ``enquiries.webhooks.signing``.
    """

    endpoint = models.ForeignKey(
        WebhookEndpoint, verbose_name=_("webhook"), on_delete=models.CASCADE, related_name="secrets"
    )
    nonce = models.UUIDField(default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    shown_at = models.DateTimeField(_("shown"), null=True, editable=False)
    expires_at = models.DateTimeField(_("signs until"), null=True, editable=False)

    objects = WebhookSecretQuerySet.as_manager()

    class Meta:
        verbose_name = _("secret of a webhook")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"secret {self.pk}"


def new_message_id() -> str:
    """What a receiver knows a message by, however often it comes."""
    return f"msg_{secrets.token_hex(16)}"


class WebhookDelivery(AbstractDelivery):
    """One event that one endpoint is owed. It holds nothing a client wrote: the message is made when it is sent."""

    most_attempts = len(WAITS) + 1
    endpoint = models.ForeignKey(
        WebhookEndpoint, verbose_name=_("webhook"), on_delete=models.CASCADE, related_name="deliveries"
    )
    event_type = models.CharField(_("event"), max_length=32, choices=WebhookEvent)
    message_id = models.CharField(_("message"), max_length=40, unique=True, default=new_message_id, editable=False)
    mandate = models.ForeignKey(
        Mandate,
        verbose_name=_("mandate"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="webhook_deliveries",
    )
    reference = models.CharField(_("reference"), max_length=12, blank=True)

    class Meta:
        verbose_name = _("delivery of a webhook")
        verbose_name_plural = _("deliveries of webhooks")
        default_permissions = ()
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "due_at"], name="webhook_due"),
            models.Index(fields=["-created_at", "-id"], name="webhook_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.event_type} {self.shown_reference}".strip()

    @property
    def shown_reference(self) -> str:
        """The reference, unless the mandate is confidential and not for whoever looks (``enquiries.admin.veil``)."""
        return "" if getattr(self, "veiled", False) else self.reference

    def wait_after_failure(self) -> timedelta:
        """How long to wait after the attempt just made, a little more or less than its place in ``WAITS``."""
        wait = WAITS[min(self.attempts, len(WAITS)) - 1]
        return wait * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - nobody gains by guessing it


class WebhookAttempt(models.Model):
    """One try to deliver: when, and what came back. Nothing that was sent or answered is kept."""

    delivery = models.ForeignKey(
        WebhookDelivery, verbose_name=_("delivery"), on_delete=models.CASCADE, related_name="log"
    )
    began_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)
    status = models.PositiveSmallIntegerField(_("status"), null=True, editable=False)
    failure = models.CharField(_("failure"), max_length=12, choices=Failure, blank=True, editable=False)
    milliseconds = models.PositiveIntegerField(_("milliseconds"), null=True, editable=False)

    class Meta:
        verbose_name = _("attempt to deliver a webhook")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"attempt {self.pk}"

    @property
    def outcome(self) -> str | Promise:
        """What came back, in words."""
        if self.status is not None:
            return f"HTTP {self.status}"
        if self.failure:
            return self.get_failure_display()
        if self.milliseconds is None:
            return _("Cut off: the worker stopped, or is still at it")
        return _("Not sent: a fault of this site")
