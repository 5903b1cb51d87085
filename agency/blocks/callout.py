"""Remarks set apart."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock

from agency.blocks.text import TextBlock


class CalloutBlock(StructBlock):
    """A titled remark beside the argument of the text."""

    title = CharBlock(label=_("Title"), max_length=100, help_text=_("The point of the remark in a few words."))
    text = TextBlock(label=_("Text"), help_text=_("Two or three sentences."))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        description = _("A remark that a reader in a hurry should not miss.")
        template = "blocks/callout.html"
        preview_value = {
            "title": "Counter-offers",
            "text": "<p>Ask about them in the first conversation, not in the last.</p>",
        }
