"""Lists to tick off."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue


class ChecklistValue(StructValue):
    """A list of things to have ready."""

    @property
    def lines(self) -> list[str]:
        """The lines that have words; a draft may hold empty ones."""
        return [line for line in self["items"] if line]


class ChecklistBlock(StructBlock):
    """A titled list with boxes that can be ticked on paper."""

    title = CharBlock(label=_("Title"), max_length=100, help_text=_("What is ready when every line is ticked."))
    items = ListBlock(
        CharBlock(label=_("Line"), max_length=240), label=_("Lines"), min_num=1, help_text=_("One thing to do a line.")
    )

    class Meta:
        icon = "list-ul"
        label = _("Checklist")
        description = _("Things to have done before the next step, with boxes for paper.")
        template = "blocks/checklist.html"
        value_class = ChecklistValue
        preview_value = {
            "title": "Before the first call",
            "items": ["One person can say yes", "The pay range is agreed", "Two interviewers have time kept free"],
        }
