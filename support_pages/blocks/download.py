"""Documents to take away."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock


def example() -> Any:
    """A document that exists nowhere, for the preview in the editor."""
    return get_document_model()(title=_now("Scorecard"), file="documents/scorecard.pdf", file_size=86_016)


class DownloadValue(StructValue):
    """A document as it is offered."""

    @property
    def name(self) -> str:
        """The title given here, else the document's own."""
        return self["title"] or (self["document"].title if self["document"] else "")

    @property
    def kind(self) -> str:
        """The type of the file, such as PDF."""
        return self["document"].file_extension.upper() if self["document"] else ""


class DownloadBlock(StructBlock):
    """A document with what it is, its type and its size. Nothing is left of it when the document is deleted."""

    document = DocumentChooserBlock(
        label=_("Document"), help_text=_("Choose or upload it. When it is deleted, this block is no longer shown.")
    )
    title = CharBlock(
        label=_("Title"),
        required=False,
        max_length=100,
        help_text=_("What the link says. Empty: the document’s title."),
    )
    about = CharBlock(
        label=_("What it is"),
        required=False,
        max_length=200,
        help_text=_("One sentence: what is inside and what for."),
    )

    class Meta:
        icon = "download"
        label = _("Download")
        label_format = "{title}"
        description = _("A document to take away, with its type and size.")
        template = "blocks/download.html"
        value_class = DownloadValue
        preview_value = {
            "document": None,
            "title": "Scorecard for the design hour",
            "about": "One page to print, for each interviewer.",
        }

    def get_preview_value(self) -> StructValue:
        """With a document, since without one nothing is shown."""
        return self.normalize({**self.meta.preview_value, "document": example()})
