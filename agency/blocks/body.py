"""The vocabulary of a page's body."""

from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock, StreamValue

from agency.blocks.call_to_action import CallToActionBlock
from agency.blocks.callout import CalloutBlock
from agency.blocks.checklist import ChecklistBlock
from agency.blocks.facts import FactRowBlock
from agency.blocks.heading import HeadingBlock, assign_anchors
from agency.blocks.image import PictureBlock
from agency.blocks.questions import QuestionsBlock
from agency.blocks.quote import QuoteBlock
from agency.blocks.table import TableBlock
from agency.blocks.text import TextBlock


class BodyBlock(StreamBlock):
    """Everything the body of a guide, a specialism or a plain page is made of."""

    heading = HeadingBlock(group=_("Text"))
    text = TextBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    callout = CalloutBlock(group=_("Text"))
    facts = FactRowBlock(group=_("Evidence"))
    table = TableBlock(group=_("Evidence"))
    image = PictureBlock(group=_("Evidence"))
    checklist = ChecklistBlock(group=_("Tools"))
    questions = QuestionsBlock(group=_("Tools"))
    call_to_action = CallToActionBlock(group=_("Tools"))

    class Meta:
        icon = "doc-full"
        required = False
        description = _("The body of a page.")
        preview_value = [
            ("heading", {"text": "What the role owns", "level": "2", "anchor": "what-the-role-owns"}),
            ("text", "<p>Services, data contracts, monitoring, rollback.</p>"),
        ]

    def render_basic(self, value: StreamValue, context: dict[str, Any] | None = None) -> SafeString:
        """Block after block. Each finds its ``child`` and ``number`` in its context, and the first of a body that ``leads``
        that it is ``leading``.
        """
        shared = self.get_context(value, parent_context=dict(context or {}))
        leads = bool(shared.get("leads"))
        parts = (
            (child.render({**shared, "child": child, "number": number, "leading": leads and number == 1}),)
            for number, child in enumerate(value, start=1)
        )
        return format_html_join("", "{}", parts)

    def clean(self, value: StreamValue) -> StreamValue:
        """Validate as usual, then give new headings their anchors."""
        cleaned = super().clean(value)
        assign_anchors(child.value for child in cleaned if child.block_type == "heading")
        return cleaned
