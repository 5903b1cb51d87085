"""Running text."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText, expand_db_html

PROSE_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class TextBlock(RichTextBlock):
    """Paragraphs and lists; headings are blocks of their own so that their anchors stay."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", PROSE_FEATURES)
        super().__init__(**kwargs)

    def render_basic(self, value: RichText, context: dict[str, Any] | None = None) -> SafeString:
        """The text as Wagtail's own template would show it, without the template."""
        return mark_safe(expand_db_html(value.source))  # noqa: S308 - what editors may enter is decided by the features

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links. Add a heading block above it to start a section.")
        preview_value = (
            "<p>A machine learning engineer takes a model that works in a notebook and makes it work in production, "
            "every day, at a cost the business can defend.</p>"
        )
