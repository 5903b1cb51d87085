"""Section headings whose anchors survive a change of wording."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BlockGroup, CharBlock, ChoiceBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

LONGEST_ANCHOR = 120
LONGEST_STEM = 100
"""Leaves room for a number. Letters that are written out, such as ligatures, make an anchor longer than its text."""

RESERVED = frozenset(
    {
        "agreed-title",
        "closing-question",
        "cluster-title",
        "content",
        "files-title",
        "history-title",
        "led-title",
        "log-title",
        "narrower-title",
        "next-title",
        "readings-title",
        "related-title",
        "roles",
        "search-box",
        "search-page-box",
        "sent-title",
        "room-times",
        "room-times-title",
        "sources-title",
        "specialisms",
        "specialisms-title",
        "summary-title",
        "yours-title",
    }
)
"""Ids the templates use themselves: an anchor like one of these would lead elsewhere. A test compares."""


class HeadingValue(StructValue):
    """A heading's text, level and anchor."""

    @property
    def anchor_id(self) -> str:
        """The id in the page; made from the text only as long as no anchor has been stored."""
        return self.get("anchor") or slugify(self.get("text") or "") or "section"


class HeadingBlock(StructBlock):
    """A heading of level 2 or 3. Its anchor is filled in when the page is first saved and then stays."""

    text = CharBlock(label=_("Text"), max_length=120, help_text=_("What this section answers."))
    level = ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Section")), ("3", _("Part of the section above"))],
        default="2",
        help_text=_("Sections are listed in the table of contents."),
    )
    anchor = CharBlock(
        label=_("Anchor"),
        required=False,
        max_length=LONGEST_ANCHOR,
        help_text=_("Leave empty: it is made once from the text. Links to this section use it, so don't change it."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        label_format = "{text}"
        form_layout = BlockGroup(children=["text", "level"], settings=["anchor"])
        description = _("Starts a section. Its address stays the same when you reword it.")
        value_class = HeadingValue
        preview_value = {"text": "What the role owns", "level": "2", "anchor": "what-the-role-owns"}

    def render_basic(self, value: StructValue, context: dict[str, Any] | None = None) -> SafeString | str:
        """The heading: one line for which a template would take four times as long, and a guide has dozens."""
        if not value.get("text"):
            return ""
        tag = "h3" if value["level"] == "3" else "h2"
        return format_html('<{} id="{}">{}</{}>', tag, value.anchor_id, value["text"], tag)

    def clean(self, value: StructValue) -> StructValue:
        """Refuse anchors that could not stand in an address."""
        cleaned = super().clean(value)
        anchor = cleaned["anchor"]
        if anchor and anchor != slugify(anchor):
            message = ValidationError(_("Use lower-case letters, digits and hyphens only."))
            raise StructBlockValidationError({"anchor": message})
        return cleaned


def assign_anchors(headings: Iterable[StructValue]) -> None:
    """Give every heading without an anchor one that nothing else on the page has."""
    headings = list(headings)
    taken: set[str] = set(RESERVED)
    for heading in headings:
        if heading["anchor"] in taken:
            heading["anchor"] = ""  # a copied block brings the original's anchor along; the first keeps it
        taken.add(heading["anchor"])
    for heading in headings:
        if heading["anchor"]:
            continue
        stem = slugify(heading["text"])[:LONGEST_STEM].rstrip("-_") or "section"
        anchor, number = stem, 2
        while anchor in taken:
            anchor, number = f"{stem}-{number}", number + 1
        heading["anchor"] = anchor
        taken.add(anchor)
