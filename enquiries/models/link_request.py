"""Somebody has asked for a new link to their room."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LinkRequest(models.Model):
    """An address whose rooms, if it has any, are to be sent new links; the worker looks, and the row is gone.

    Kept for the worker, so that the answer on the page takes as long for an address that nobody knows.
    """

    email = models.EmailField(_("address"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)

    class Meta:
        verbose_name = _("request for a link")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"link request {self.pk}"
