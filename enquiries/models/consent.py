"""What a client agreed to, when, how, and the words they agreed to."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.models.append_only import AppendOnly, AppendOnlyQuerySet
from enquiries.models.mandate import Mandate
from enquiries.models.notice import PrivacyNotice


class Purpose(models.TextChoices):
    """What personal data may be used for."""

    ANSWER = "answer", _("Answering the mandate")
    MARKETING = "marketing", _("Sending new guides")


class How(models.TextChoices):
    """By what means a client answered."""

    FORM = "form", _("With the request")
    BRIEF = "brief", _("With the brief")
    ROOM = "room", _("In the mandate’s room")
    LINK = "link", _("By a link in a mail")
    TOLD = "told", _("Told to us by telephone or mail")


class ConsentQuerySet(AppendOnlyQuerySet):
    """What holds now."""

    def current(self) -> "ConsentQuerySet":
        """The newest answer to each question of each mandate, in one query."""
        newest = self.order_by().values("mandate", "purpose").annotate(newest=models.Max("pk"))
        return self.filter(pk__in=newest.values("newest"))

    def current_for(self, mandate: Mandate) -> "ConsentQuerySet":
        """The newest answer of one mandate to each question, in one query."""
        return self.filter(mandate=mandate).current()


class Consent(AppendOnly):
    """One answer to one question about personal data: an event. What holds is the newest answer to each question.

    Rows are added by ``enquiries.privacy`` and go with their mandate.
    """

    mandate = models.ForeignKey(Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose)
    granted = models.BooleanField(_("granted"))
    notice = models.ForeignKey(
        PrivacyNotice,
        verbose_name=_("privacy notice"),
        null=True,
        on_delete=models.PROTECT,
        related_name="consents",
        help_text=_("Empty if none was published, and of consents from the time when versions were typed by hand."),
    )
    notice_version = models.CharField(_("version of the privacy notice"), max_length=20, blank=True)
    notice_hash = models.CharField(_("SHA-256 of the privacy notice"), max_length=64, blank=True)
    wording = models.TextField(_("wording shown"))
    wording_hash = models.CharField(_("SHA-256 of the wording"), max_length=64)
    locale = models.CharField(_("language"), max_length=16)
    page = models.CharField(
        _("where it was asked"),
        max_length=100,
        blank=True,
        help_text=_("A path, never with a token; empty if it was told to us."),
    )
    how = models.CharField(_("how"), max_length=8, choices=How)
    given_at = models.DateTimeField(_("given"), default=timezone.now, editable=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        ordering = ["given_at", "pk"]
        indexes = [models.Index(fields=["mandate", "purpose"], name="consent_of_purpose")]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.purpose}"
