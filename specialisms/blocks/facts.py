"""A row of figures, from the ledger or typed."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChooserBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from agency.blocks.facts import FactBlock as TypedFactBlock
from agency.blocks.facts import FactRowBlock as TypedFactRowBlock
from agency.rich_text import look_up
from specialisms.admin.fact_chooser import fact_chooser
from specialisms.citing import cite

if TYPE_CHECKING:
    from specialisms.models import Fact


def example() -> "Fact":
    """A fact that exists nowhere, for the preview in the editor."""
    return apps.get_model("specialisms", "Fact")(
        says=_now("Median time to offer"),
        low=47,
        unit=_now("days"),
        geography=_now("UK"),
        source_name=_now("Searches completed by the agency"),
        as_of=date(2026, 9, 30),
        checked_on=date(2026, 10, 5),
        valid_until=date.max,
    )


class FactChooserBlock(ChooserBlock):
    """The choice of a fact of the ledger, found together with all others of the page."""

    target_model = "specialisms.Fact"

    class Meta:
        icon = "order"
        label = _("Fact from the ledger")
        description = _("A figure of the ledger, with its source and date.")
        template = "blocks/chosen_fact.html"
        preview_value = staticmethod(example)

    @cached_property
    def widget(self) -> Any:
        """The window that lists the ledger."""
        return fact_chooser.widget_class()

    def to_python(self, value: int | None) -> "Fact | None":
        """The fact as it is today; none if it is gone."""
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: list[int | None]) -> list["Fact | None"]:
        """The facts as they are today, from the page's resolution."""
        found = look_up("fact", (str(value) for value in values if value is not None))
        return [found.get(str(value)) for value in values]

    def get_searchable_content(self, value: "Fact | None") -> list[str]:
        """What it says; the figure itself would grow old in an index."""
        return [value.says] if value else []


class FactBlock(TypedFactBlock):
    """One figure: a fact of the ledger, or label, value and note typed for this place only."""

    fact = FactChooserBlock(
        label=_("Fact from the ledger"),
        required=False,
        help_text=_("Always shows its current value, source and date. Leave the other fields empty."),
    )
    label = CharBlock(
        label=_("Label"),
        required=False,
        max_length=40,
        help_text=_("For a figure that is not in the ledger: what it is, such as “Median time to offer”."),
    )
    value = CharBlock(
        label=_("Value"), required=False, max_length=20, help_text=_("With its unit, such as “47 days” or “£88k”.")
    )

    class Meta:
        label_format = "{fact}{label}"
        form_layout = ["fact", "label", "value", "note"]
        description = _("One figure: from the ledger, where it stays current, or typed.")
        template = "blocks/fact_of_row.html"
        preview_value = {"fact": None} | TypedFactBlock._meta_class.preview_value

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Note the fact among the sources of the text."""
        fact = value.get("fact")
        cite([fact] if fact else [])
        return super().get_context(value, parent_context)

    def clean(self, value: StructValue) -> StructValue:
        """Either a fact or a label and a value, never both; the message stands beside the field."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        typed = [name for name in ("label", "value", "note") if cleaned[name]]
        errors = {}
        if cleaned["fact"]:
            errors = dict.fromkeys(typed, _("Leave this empty: the figure comes from the ledger."))
        elif not typed:
            errors = {"fact": _("Choose a fact, or type a label and a value.")}
        else:
            missing = [name for name in ("label", "value") if not cleaned[name]]
            errors = dict.fromkeys(missing, _("A figure that is not from the ledger needs this."))
        if errors:
            raise StructBlockValidationError({name: ValidationError(message) for name, message in errors.items()})
        return cleaned


class FactRowBlock(TypedFactRowBlock):
    """Up to four figures side by side, from the ledger or typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"child_block": FactBlock} | kwargs)

    class Meta:
        description = _("Up to four figures that a reader should remember, from the ledger or typed.")
        preview_value = [{"fact": None} | figure for figure in TypedFactRowBlock._meta_class.preview_value]
