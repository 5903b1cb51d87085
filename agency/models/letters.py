"""Mail of the CMS to those who work in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.models.mail import AbstractMail


class Letter(AbstractMail):
    """One mail of the CMS, as text and perhaps an entry for a calendar, from the moment it is written until it is sent. Then the row is gone.

    It may hold an address, a comment or a link to set a password, so it is kept no longer than it is needed.
    """

    forgotten_when_finished = True

    sender = models.TextField(_("from"))
    subject = models.TextField(_("subject"))
    body = models.TextField(_("text"))
    calendar = models.TextField(_("entry for the calendar"), blank=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        default_permissions = ()
        indexes = [models.Index(fields=["state", "due_at"], name="letter_due")]

    def __str__(self) -> str:
        return f"letter {self.pk}"
