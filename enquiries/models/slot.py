"""Times for a call."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.models.mandate import Mandate


class SlotQuerySet(models.QuerySet["Slot"]):
    """Which times are still to be had."""

    def open(self) -> "SlotQuerySet":
        """Those that lie ahead, neither taken back nor picked."""
        return self.filter(starts_at__gt=timezone.now(), cancelled_at__isnull=True, picked_at__isnull=True)

    def picked(self) -> "SlotQuerySet":
        """The one the client has picked, if any; calls that have been held since are not among it."""
        return self.filter(picked_at__isnull=False, cancelled_at__isnull=True, held=False)

    def ahead(self) -> "SlotQuerySet":
        """Those that lie ahead and are not taken back, picked or not."""
        return self.filter(starts_at__gt=timezone.now(), cancelled_at__isnull=True)


class Slot(models.Model):
    """A time that a consultant offers for a call, of which the client picks one."""

    mandate = models.ForeignKey(Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField(_("starts"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=30)
    way = models.CharField(
        _("how"),
        max_length=200,
        blank=True,
        help_text=_(
            "How you will talk: “I call you”, or the link of a video call. The client sees it when they pick."
        ),
    )
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("offered by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    offered_at = models.DateTimeField(_("offered"), default=timezone.now, editable=False)
    picked_at = models.DateTimeField(_("picked"), null=True, editable=False)
    cancelled_at = models.DateTimeField(_("taken back"), null=True, editable=False)
    held = models.BooleanField(
        default=False, editable=False, help_text=_("The call lies behind, and the client has picked another since.")
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text=_("The version of its calendar entry: one more with every change.")
    )

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("time for a call")
        verbose_name_plural = _("times for a call")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"],
                condition=models.Q(picked_at__isnull=False, cancelled_at__isnull=True, held=False),
                name="one_time_picked",
            ),
            models.UniqueConstraint(
                fields=["mandate", "starts_at"],
                condition=models.Q(cancelled_at__isnull=True),
                name="each_time_offered_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.starts_at:%Y-%m-%d %H:%M %Z}"

    @property
    def ends_at(self) -> datetime:
        """When the call is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_over(self) -> bool:
        """Whether the call has ended."""
        return self.ends_at <= timezone.now()

    @property
    def is_picked(self) -> bool:
        """Whether the client has picked it and it still stands."""
        return self.picked_at is not None and self.cancelled_at is None
