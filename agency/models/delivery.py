"""What is owed to somebody elsewhere remembers until it has arrived."""

from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FIRST_RETRY = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
ATTEMPTS = 60
"""Waits double from five seconds to an hour: sixty attempts are a little over two days."""

Owed = TypeVar("Owed", bound="AbstractDelivery")


class DeliveryState(models.TextChoices):
    """How far it has come."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Given up")


class DeliveryQuerySet(models.QuerySet[Owed]):
    """Which of them need work."""

    def overdue(self, now: datetime) -> "DeliveryQuerySet[Owed]":
        """Those not finished whose time has come, including those a killed worker left behind."""
        return self.filter(state__in=[DeliveryState.WAITING, DeliveryState.SENDING], due_at__lte=now).order_by(
            "due_at"
        )

    def claimable(self, now: datetime) -> "DeliveryQuerySet[Owed]":
        """Those nobody is sending at the moment."""
        abandoned = models.Q(
            state=DeliveryState.SENDING, claimed_at__lt=now - timedelta(seconds=settings.DELIVERY_LEASE_SECONDS)
        )
        return self.filter(models.Q(state=DeliveryState.WAITING) | abandoned)


class AbstractDelivery(models.Model):
    """One thing for one receiver, from the moment it is owed until it is sent; see ``agency.delivery``."""

    forgotten_when_finished = False
    """Whether nobody needs the row once it is sent or given up."""
    most_attempts = ATTEMPTS
    """It is given up after so many."""

    state = models.CharField(_("state"), max_length=8, choices=DeliveryState, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(
        _("last error"), max_length=200, blank=True, help_text=_("Its kind and code, without addresses.")
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("next look"), default=timezone.now, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        abstract = True

    def wait_after_failure(self) -> timedelta:
        """How long to wait after the attempt just made: doubling from five seconds, an hour at most."""
        return min(FIRST_RETRY * 2 ** min(self.attempts - 1, 16), LONGEST_WAIT)
