"""Tables of pay bands."""

import re
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, PageChooserBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from specialisms.blocks.roles import RoleByNumberBlock
from specialisms.citing import cite
from specialisms.pay import currencies, tables
from specialisms.pay.example import example
from specialisms.pay.terms import Basis

if TYPE_CHECKING:
    from agency.models import BasePage


def listed(text: str) -> tuple[str, ...]:
    """The parts of a comma-separated list."""
    return tuple(dict.fromkeys(part for part in re.split(r"\s*,\s*", text.strip()) if part))


class PayTableValue(StructValue):
    """What the editor chose."""

    def wanted(self, page: "BasePage | None") -> tables.Wanted:
        """The selection on a page; the page's own specialism unless another was chosen."""
        chosen = self["specialism"]
        own = page.mandate_context().get("specialism") if page is not None else None
        return tables.Wanted(
            caption=self["caption"] or "",
            specialism=chosen.pk if chosen else own,
            roles=frozenset(role.pk for role in self["roles"] if role),
            places=listed(self["places"] or ""),
            currencies=listed((self["currencies"] or "").upper()),
            basis=self["basis"] or "",
            note=self["note"] or "",
        )


class PayTableBlock(StructBlock):
    """The pay bands of a specialism, or some of them, as a table with drawn ranges."""

    caption = CharBlock(
        label=_("Caption"), max_length=120, help_text=_("What the table shows, such as “Base pay by role and city”.")
    )
    specialism = PageChooserBlock(
        page_type="specialisms.SpecialismPage",
        label=_("Specialism"),
        required=False,
        help_text=_("Whose bands. Empty: those of the specialism this page belongs to."),
    )
    roles = ListBlock(
        RoleByNumberBlock(required=False),
        label=_("Roles"),
        default=[],
        help_text=_("Only these roles. Empty: all roles of the specialism."),
    )
    places = CharBlock(
        label=_("Places"),
        required=False,
        max_length=200,
        help_text=_("Only these, in this order, with commas: “London, Berlin”. Empty: all."),
    )
    currencies = CharBlock(
        label=_("Currencies"),
        required=False,
        max_length=60,
        help_text=_("Only these, in this order, with commas: “GBP, EUR”. Empty: all."),
    )
    basis = ChoiceBlock(
        label=_("Basis"), choices=Basis.choices, required=False, help_text=_("Only figures of this kind. Empty: all.")
    )
    note = CharBlock(
        label=_("Note"), required=False, max_length=240, help_text=_("What the reader must know to use the figures.")
    )

    class Meta:
        icon = "table"
        label = _("Pay table")
        label_format = _("Pay table: {caption}")
        description = _("Pay bands of the ledger as a table with drawn ranges, filters, sources and downloads.")
        template = "blocks/pay_table.html"
        value_class = PayTableValue
        preview_value: ClassVar[dict[str, Any]] = {
            "caption": "Base pay by level and city",
            "specialism": None,
            "roles": [],
            "places": "",
            "currencies": "",
            "basis": "",
            "note": "Permanent contracts, without bonus and equity.",
        }

    def clean(self, value: StructValue) -> StructValue:
        """Refuse currencies that do not exist."""
        cleaned = super().clean(value)
        unknown = [code for code in listed((cleaned["currencies"] or "").upper()) if code not in currencies.CODES]
        if unknown:
            message = _("Not a currency of ISO 4217: %(codes)s.") % {"codes": ", ".join(unknown)}
            raise StructBlockValidationError({"currencies": ValidationError(message)})
        return cleaned

    def get_context(self, value: PayTableValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """The table the body has prepared; on its own, as in the editor's preview, an example."""
        context = super().get_context(value, parent_context)
        prepared = context.get("pay_tables")
        pay = prepared.of(value) if prepared else example(value.wanted(None))
        cite(pay.shown)
        return {**context, "pay": pay}


class PayTables:
    """The tables of one body, prepared together."""

    def __init__(self, values: list[PayTableValue], context: dict[str, Any]) -> None:
        request = context.get("request")
        page = context.get("page")
        self._values = values
        self._tables = tables.tables(
            [value.wanted(page) for value in values],
            path=request.path if request else "",
            chosen=request.GET.dict() if request else {},
        )

    def of(self, value: PayTableValue) -> tables.PayTable:
        """The table of a block."""
        return next(table for one, table in zip(self._values, self._tables, strict=True) if one is value)
