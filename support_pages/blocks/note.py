"""Notes among editors."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StructBlock, StructValue, TextBlock


class NoteBlock(StructBlock):
    """What to write here, or what is still to be done. Readers never get it: only previews show it, and not on paper.

    Outlines are laid out with these, so a prompt that was forgotten cannot be published, however the page is.
    """

    text = TextBlock(
        label=_("Note"),
        max_length=500,
        rows=2,
        help_text=_(
            "Seen in the CMS and in previews only. Remove it when it is done, or leave it for the next editor."
        ),
    )

    class Meta:
        icon = "edit"
        label = _("Note for editors")
        label_format = "{text}"
        description = _("What to write here or still to do. Readers never see it.")
        template = "blocks/note.html"
        preview_value = {"text": "Say what the seat owns before you say what it needs."}

    def get_searchable_content(self, value: StructValue) -> list[str]:
        """Nothing: it is neither found nor counted among the words of the guide."""
        return []

    def get_preview_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """In the block picker it is shown, as it is in the preview of a page."""
        return {**super().get_preview_context(value, parent_context), "shown_to_editors": True}
