"""The way from the text to a consultant."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock


class CallToActionBlock(StructBlock):
    """A question and an invitation with a button that opens the mandate form, knowing this page."""

    question = CharBlock(label=_("Question"), max_length=80, help_text=_("Such as “Opening this seat now?”."))
    invitation = CharBlock(label=_("Invitation"), max_length=300, help_text=_("What the reader gets by asking."))

    class Meta:
        icon = "mail"
        label = _("Call to action")
        description = _("Invites the reader to discuss their mandate; the form knows which page they came from.")
        template = "blocks/call_to_action.html"
        preview_value = {
            "question": "Opening this seat now?",
            "invitation": "Tell us what it must achieve in a year. We say frankly how the market will respond.",
        }
