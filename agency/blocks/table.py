"""Tables that read aloud."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


class TableBlock(StructBlock):
    """A table with a caption; the first column heads its rows."""

    table = TypedTableBlock(
        [("text", CharBlock(label=_("Text"), required=False))],
        label=_("Table"),
        help_text=_("Give it a caption. The first column names each row."),
    )
    note = CharBlock(
        label=_("Note"),
        required=False,
        max_length=200,
        help_text=_("Source and date, or that figures are illustrative."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Figures or steps in columns, with a caption and a note on the source.")
        template = "blocks/table.html"
        preview_value = {
            "table": {
                "caption": "Base salary in London",
                "columns": [{"type": "text", "heading": "Level"}, {"type": "text", "heading": "Median"}],
                "rows": [{"values": ["Mid", "£88k"]}, {"values": ["Senior", "£122k"]}],
            },
            "note": "Illustrative figures, Q3 2026",
        }

    def clean(self, value: StructValue) -> StructValue:
        """Refuse a table with nothing in it."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not (cleaned["table"].columns and cleaned["table"].row_data):
            raise StructBlockValidationError({"table": ValidationError(_("Add at least one column and one row."))})
        return cleaned
