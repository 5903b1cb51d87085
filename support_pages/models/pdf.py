"""The PDF of a guide."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from support_pages.models.page import SupportPage

LOST = timedelta(minutes=30)
"""A PDF wanted for longer has been forgotten: its worker was killed."""


class SupportPagePdfQuerySet(models.QuerySet):
    """Which PDFs need the worker."""

    def to_look_at(self) -> "SupportPagePdfQuerySet":
        """Those not compared with their page today, or wanted in vain."""
        not_today = models.Q(looked_at_on__isnull=True) | models.Q(looked_at_on__lt=timezone.localdate())
        in_vain = models.Q(wanted_at__lt=timezone.now() - LOST)
        return self.filter(models.Q(wanted_at__isnull=True) & not_today | in_vain)


class SupportPagePdf(models.Model):
    """The PDF made from a page's HTML; ``content_hash`` is the hash of that HTML with all it shows.

    The row is the truth, a task only a reminder to look at it. It exists without a file until one is made.
    """

    page = models.OneToOneField(SupportPage, on_delete=models.CASCADE, related_name="pdf")
    file = models.FileField(_("file"), upload_to="guides", max_length=255, blank=True)
    content_hash = models.CharField(_("hash of its content"), max_length=64, blank=True)
    pages = models.PositiveIntegerField(_("pages"), default=0)
    size = models.PositiveIntegerField(_("bytes"), default=0)
    made_at = models.DateTimeField(_("made"), null=True)
    wanted_at = models.DateTimeField(_("wanted since"), null=True)
    looked_at_on = models.DateField(_("compared with the page on"), null=True)

    objects = SupportPagePdfQuerySet.as_manager()

    class Meta:
        verbose_name = _("PDF")
        verbose_name_plural = _("PDFs")

    def __str__(self) -> str:
        return self.file.name or ""

    @property
    def kilobytes(self) -> int:
        """The size as readers are told it."""
        return max(1, round(self.size / 1000))

    def delete_file_later(self, name: str | None) -> None:
        """Delete a stored file once the transaction that no longer needs it is through."""
        if name:
            transaction.on_commit(lambda: self.file.storage.delete(name))
