"""What a client agreed to, and the words they agreed to."""

import hashlib

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.models.mandate import Mandate


class Purpose(models.TextChoices):
    """What personal data may be used for."""

    ANSWER = "answer", _("Answering the mandate")
    MARKETING = "marketing", _("Sending new guides")


class Consent(models.Model):
    """One answer to one question about personal data, given with a mandate."""

    mandate = models.ForeignKey(Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose)
    granted = models.BooleanField(_("granted"))
    notice_version = models.CharField(_("version of the privacy notice"), max_length=20)
    wording = models.TextField(_("wording shown"))
    given_at = models.DateTimeField(_("given"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("consent")
        ordering = ["given_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["mandate", "purpose"], name="one_answer_a_purpose")]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.purpose}"

    @property
    def wording_hash(self) -> str:
        """SHA-256 of the wording, to compare versions at a glance."""
        return hashlib.sha256(self.wording.encode()).hexdigest()
