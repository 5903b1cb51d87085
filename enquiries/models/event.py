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
    OPENED = "opened", _("Opened")
    REPLIED = "replied", _("Replied to the client")
    UNREPLIED = "unreplied", _("Not replied after all")
    RELEASED = "released", _("Released from screening")
    NAMED = "named", _("People named")
    CONFIDENTIAL = "confidential", _("Confidentiality changed")
    BRIEF_OPENED = "brief_opened", _("Brief opened by the client")
    BRIEF = "brief", _("Brief sent")
    CHANGED = "changed", _("Answers changed")
    FILES = "files", _("Files added")
    FILE_REMOVED = "file_removed", _("File removed")
    FILE_OPENED = "file_opened", _("File downloaded")
    OFFERED = "offered", _("Times offered")
    PICKED = "picked", _("Time picked")
    UNPICKED = "unpicked", _("Time called off")
    CONSENT = "consent", _("Consent changed")
    DOWNLOADED = "downloaded", _("Copy downloaded by the client")
    ADDRESS = "address", _("The client’s address changed")
    LINK = "link", _("New link asked for")
    REVOKED = "revoked", _("Links closed")
    WITHDRAWN = "withdrawn", _("Withdrawn by the client")
    FILE_INFECTED = "infected", _("File deleted: a virus was found")


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
