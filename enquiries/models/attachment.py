"""Files that clients send with a mandate, and the ledger of what lies in their private storage."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.models.mandate import Mandate

NAME_LENGTH = 120
"""Characters of a name, its ending included."""


def random_name() -> str:
    """A name nobody can guess: 256 random bits, in characters that every storage tells apart."""
    return secrets.token_hex(32)


class Kind(models.TextChoices):
    """What a file is, by its content; the value is the ending of its name."""

    PDF = "pdf", _("PDF")
    DOCX = "docx", _("Word (DOCX)")
    ODT = "odt", _("OpenDocument (ODT)")
    TXT = "txt", _("Plain text (TXT)")

    @property
    def media_type(self) -> str:
        """How the file is labelled when it is handed out."""
        return MEDIA_TYPES[self]


MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.TXT: "text/plain",
}


class Scan(models.TextChoices):
    """What the virus scanner says."""

    UNSCANNED = "unscanned", _("Not checked: no virus scanner")
    WAITING = "waiting", _("Being checked for viruses")
    CLEAN = "clean", _("No virus found")
    INFECTED = "infected", _("Deleted: a virus was found")


class StoredFile(models.Model):
    """A name in the private storage.

    The row is committed before anything is written under the name, and deleted after everything is gone. So no file is
    without a row whatever is killed, and what no attachment claims is cleared away: see ``enquiries.attachments.storing``.
    """

    name = models.CharField(_("name"), max_length=64, unique=True, default=random_name, editable=False)
    due_at = models.DateTimeField(_("cleared away from"), help_text=_("Unless an attachment has claimed it."))

    class Meta:
        verbose_name = _("stored file")

    def __str__(self) -> str:
        return f"stored file {self.pk}"  # its name is where it lies: no log shows it


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Which files somebody may see or have."""

    def submitted(self) -> "AttachmentQuerySet":
        """Those that the client has sent; the others belong to a draft that only the client sees."""
        return self.filter(submitted_at__isnull=False)

    def downloadable(self) -> "AttachmentQuerySet":
        """Those that are not in quarantine and not deleted."""
        return self.filter(scan__in=[Scan.CLEAN, Scan.UNSCANNED], stored__isnull=False)


class Attachment(models.Model):
    """One file of a mandate. Confidential as the mandate is, its name included."""

    mandate = models.ForeignKey(
        Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="attachments"
    )
    stored = models.OneToOneField(
        StoredFile,
        verbose_name=_("stored file"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        help_text=_("Where its content lies. Empty when it was deleted because of a virus."),
    )
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    kind = models.CharField(_("kind"), max_length=4, choices=Kind)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64, editable=False)
    scan = models.CharField(_("scan"), max_length=9, choices=Scan, default=Scan.UNSCANNED)
    scan_due_at = models.DateTimeField(_("next look of the scanner"), default=timezone.now, editable=False)
    finding = models.CharField(_("virus"), max_length=80, blank=True, help_text=_("As the scanner calls it."))
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["mandate", "sha256"], name="one_file_a_content")]
        indexes = [models.Index(fields=["scan", "scan_due_at"], name="attachment_to_scan")]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.kind}"  # logs show this: never the name

    @property
    def is_downloadable(self) -> bool:
        """Whether it is not in quarantine and not deleted."""
        return self.stored_id is not None and self.scan in {Scan.CLEAN, Scan.UNSCANNED}
