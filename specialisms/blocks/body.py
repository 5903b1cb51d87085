"""The body of a specialism page: the kernel's vocabulary with facts of the ledger and pay bands."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from agency.blocks import BodyBlock
from specialisms.blocks.facts import FactRowBlock
from specialisms.blocks.pay import PayTableBlock, PayTables
from specialisms.blocks.text import CalloutBlock, EvidenceTextBlock, QuestionsBlock


class EvidenceBodyBlock(BodyBlock):
    """The body of a specialism page."""

    text = EvidenceTextBlock(group=_("Text"))
    callout = CalloutBlock(group=_("Text"))
    facts = FactRowBlock(group=_("Evidence"))
    questions = QuestionsBlock(group=_("Tools"))
    pay_table = PayTableBlock(group=_("Evidence"))

    class Meta:
        description = _("The body of a specialism page.")

    def get_context(self, value: StreamValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """With the pay tables of the whole body, prepared in one query."""
        context = super().get_context(value, parent_context)
        tables = [child.value for child in value if child.block_type == "pay_table"]
        return {**context, "pay_tables": PayTables(tables, context)}
