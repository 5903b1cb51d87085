"""A row of figures."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock


class FactBlock(StructBlock):
    """One figure: what it is, its value, and where and when it holds."""

    label = CharBlock(
        label=_("Label"), max_length=40, help_text=_("What the figure is, such as “Median time to offer”.")
    )
    value = CharBlock(label=_("Value"), max_length=20, help_text=_("With its unit, such as “47 days” or “£88k”."))
    note = CharBlock(
        label=_("Note"),
        required=False,
        max_length=80,
        help_text=_("Place, date and source, or “Illustrative” if it is not measured."),
    )

    class Meta:
        icon = "order"
        label = _("Fact")
        description = _("One figure with its label and a note on where it comes from.")
        template = "blocks/fact.html"
        preview_value = {"label": "Median time to offer", "value": "47 days", "note": "Illustrative, UK, Q3 2026"}


class FactRowBlock(ListBlock):
    """Up to four figures side by side."""

    def __init__(self, child_block: type[FactBlock] = FactBlock, **kwargs: object) -> None:
        super().__init__(child_block, **{"min_num": 1, "max_num": 4} | kwargs)

    class Meta:
        icon = "order"
        label = _("Fact row")
        description = _("Up to four figures that a reader should remember.")
        template = "blocks/facts.html"
        preview_value = [
            {"label": "Median time to offer", "value": "47 days", "note": "Illustrative, UK, Q3 2026"},
            {"label": "Candidates per shortlist", "value": "4–6", "note": "Our own practice"},
            {"label": "Notice period", "value": "3 months", "note": "Usual in senior contracts"},
        ]
