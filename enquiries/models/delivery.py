"""A mail that has to arrive."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.models.mandate import Mandate

FIRST_RETRY = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
ATTEMPTS = 60
"""Waits double from five seconds to an hour: sixty attempts are a little over two days."""


class DeliveryKind(models.TextChoices):
    """Which mail."""

    ACKNOWLEDGEMENT = "acknowledgement", _("Acknowledgement to the client")
    NOTIFICATION = "notification", _("Notification to the agency")


class DeliveryState(models.TextChoices):
    """How far it has come."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Given up")


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Which mails need work."""

    def overdue(self, now: datetime) -> "DeliveryQuerySet":
        """Those not finished whose time has come, including those a killed worker left behind."""
        return self.filter(state__in=[DeliveryState.WAITING, DeliveryState.SENDING], due_at__lte=now).order_by(
            "due_at"
        )

    def claimable(self, now: datetime) -> "DeliveryQuerySet":
        """Those nobody is sending at the moment."""
        abandoned = models.Q(
            state=DeliveryState.SENDING, claimed_at__lt=now - timedelta(seconds=settings.DELIVERY_LEASE_SECONDS)
        )
        return self.filter(models.Q(state=DeliveryState.WAITING) | abandoned)


class Delivery(models.Model):
    """One mail to one address, from the moment it is owed until it is sent."""

    mandate = models.ForeignKey(
        Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="deliveries"
    )
    kind = models.CharField(_("mail"), max_length=16, choices=DeliveryKind)
    recipient = models.EmailField(_("to"))
    state = models.CharField(_("state"), max_length=8, choices=DeliveryState, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(
        _("last error"), max_length=200, blank=True, help_text=_("Its kind and code, without addresses.")
    )
    message_id = models.UUIDField(default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("next look"), default=timezone.now, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="delivery_due")]
        constraints = [
            models.UniqueConstraint(fields=["mandate", "kind", "recipient"], name="one_mail_a_kind_and_address")
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.kind}"

    def wait_after_failure(self) -> timedelta:
        """How long to wait after the attempt just made: doubling from five seconds, an hour at most."""
        return min(FIRST_RETRY * 2 ** min(self.attempts - 1, 16), LONGEST_WAIT)
