"""Steps along the thread."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock


class StepBlock(StructBlock):
    """One step: a word and a sentence."""

    title = CharBlock(label=_("Title"), max_length=30, help_text=_("One word if you can."))
    text = CharBlock(label=_("Text"), max_length=160, help_text=_("What the client gets from this step."))

    class Meta:
        icon = "arrow-right"
        label = _("Step")
        label_format = "{title}"
        description = _("One step of how a search works.")
        template = "blocks/step.html"
        preview_value = {"title": "Brief", "text": "A minute to start. A frank first reading within one working day."}


class StepsBlock(StreamBlock):
    """Two to five steps, drawn along the thread."""

    step = StepBlock()

    class Meta:
        icon = "list-ol"
        min_num = 2
        max_num = 5
        required = False
        description = _("The steps of a search, drawn along the thread.")
        template = "blocks/steps.html"
        preview_value = [
            ("step", {"title": "Brief", "text": "A minute to start."}),
            ("step", {"title": "Shortlist", "text": "Four to six people, met and assessed."}),
        ]
