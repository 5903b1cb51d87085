"""The versions of the privacy notice, each exactly as it was published."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from enquiries.models.append_only import AppendOnly, AppendOnlyQuerySet, UnchangeableError


class PrivacyNoticeQuerySet(AppendOnlyQuerySet):
    """Which version, and how it is used."""

    def newest(self) -> "PrivacyNotice | None":
        """The version with the highest number."""
        return self.order_by("-number").first()

    def with_uses(self) -> "PrivacyNoticeQuerySet":
        """Each with ``uses``, the number of consents that refer to it."""
        return self.annotate(uses=models.Count("consents"))

    def delete(self) -> NoReturn:
        """Refused."""
        raise UnchangeableError(self.model.__name__)


class PrivacyNotice(AppendOnly):
    """One version: made by ``enquiries.notices`` when the page is published, and never changed or deleted."""

    number = models.PositiveIntegerField(_("version"), unique=True, editable=False)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(_("title"), max_length=255, editable=False)
    html = models.TextField(_("as it was shown"), editable=False)
    text = models.TextField(_("text"), editable=False, help_text=_("What it says, with the targets of its links."))
    text_hash = models.CharField(_("SHA-256 of the text"), max_length=64, editable=False)
    published_at = models.DateTimeField(_("published"), default=timezone.now, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PrivacyNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the privacy notice")
        verbose_name_plural = _("versions of the privacy notice")
        ordering = ["-number"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return str(_("Version %(number)s") % {"number": self.number})

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refused: consents refer to it."""
        raise UnchangeableError(type(self).__name__)

    @property
    def before(self) -> "PrivacyNotice | None":
        """The version that this one replaced."""
        return PrivacyNotice.objects.filter(number__lt=self.number).newest()

    @property
    def after(self) -> "PrivacyNotice | None":
        """The version that replaced this one."""
        return PrivacyNotice.objects.filter(number__gt=self.number).order_by("number").first()
