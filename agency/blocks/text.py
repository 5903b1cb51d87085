"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock

PROSE_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class TextBlock(RichTextBlock):
    """Paragraphs and lists; headings are blocks of their own so that their anchors stay."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", PROSE_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links. Add a heading block above it to start a section.")
        template = "blocks/text.html"
        preview_value = (
            "<p>A machine learning engineer takes a model that works in a notebook and makes it work in production, "
            "every day, at a cost the business can defend.</p>"
        )
