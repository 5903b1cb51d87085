"""Somebody's words."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock


class QuoteBlock(StructBlock):
    """A quotation and who said it."""

    words = TextBlock(label=_("Words"), max_length=500, rows=3, help_text=_("Without quotation marks."))
    who = CharBlock(label=_("Who"), max_length=80, help_text=_("The person, or an unnamed role if they prefer."))
    role = CharBlock(
        label=_("Role"), required=False, max_length=80, help_text=_("Their role, if it helps the reader.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("A short quotation with its speaker.")
        template = "blocks/quote.html"
        preview_value = {
            "words": "Write the mandate around what must be true in a year, not around a list of libraries.",
            "who": "Ines Okafor",
            "role": "Partner, AI & Data",
        }
