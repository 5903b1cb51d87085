"""The history of a mandate."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.models.mandate import Mandate


class EventKind(models.TextChoices):
    """What happened."""

    SUBMITTED = "submitted", _("Submitted by the client")
    STATUS = "status", _("Status changed")
    ASSIGNED = "assigned", _("Assigned")
    SENT_AGAIN = "sent_again", _("Mail sent again")


class MandateEvent(models.Model):
    """One thing that happened to a mandate: by whom (nobody: the client), when, and in a few words what."""

    mandate = models.ForeignKey(Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(_("what"), max_length=12, choices=EventKind)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    happened_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)
    detail = models.CharField(_("detail"), max_length=320, blank=True)

    class Meta:
        verbose_name = _("event")
        ordering = ["happened_at", "pk"]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.kind}"
