"""Which clusters the worker has been asked to check."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from specialisms.models import SpecialismPage

LOST = timedelta(minutes=10)
"""A check claimed for longer has been forgotten: its worker was killed, or it failed."""


class WantedCheckQuerySet(models.QuerySet):
    """Which checks a worker may take."""

    def free(self, now: datetime) -> "WantedCheckQuerySet":
        """Those that no worker has claimed, or only one that has forgotten them."""
        return self.filter(models.Q(claimed_at__isnull=True) | models.Q(claimed_at__lt=now - LOST))


class WantedCheck(models.Model):
    """A cluster that wants checking; the row goes once it has been.

    The row is the truth, a task only a reminder to look for rows. Whoever asks again while a worker is at it changes
    ``wanted_at``, so that the row stays for another check.
    """

    specialism = models.OneToOneField(
        SpecialismPage, on_delete=models.CASCADE, primary_key=True, related_name="wanted_check"
    )
    wanted_at = models.DateTimeField(_("wanted since"), default=timezone.now)
    claimed_at = models.DateTimeField(_("claimed"), null=True)

    objects = WantedCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("wanted check")
        verbose_name_plural = _("wanted checks")

    def __str__(self) -> str:
        return f"{self.specialism_id}"
