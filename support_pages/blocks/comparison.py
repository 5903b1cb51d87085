"""Roles side by side."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from specialisms.blocks import RoleChooserBlock
from specialisms.citing import cite
from specialisms.models import PayBand
from specialisms.pay import currencies
from support_pages.medians import Pay, Seat, source


@dataclass(frozen=True)
class Aspect:
    """A row of the comparison: its heading, and for each role the role's name with the lines of its cell."""

    heading: str
    cells: list[tuple[str, list[str]]]


class ComparedRoleValue(StructValue):
    """A role as it is compared."""

    @property
    def title(self) -> str:
        """The name given here, else the role's."""
        return self["name"] or (self["role"].name if self["role"] else "")

    @property
    def what_for(self) -> str:
        """The mission given here, else the role's."""
        return self["mission"] or (self["role"].mission if self["role"] else "")


class RoleComparisonValue(StructValue):
    """The comparison as a table; ``pay`` is shared by all comparisons of a page."""

    pay: Pay | None = None

    @property
    def seats(self) -> set[Seat]:
        """Whose pay is asked for."""
        place, currency = (self["place"] or "").strip().lower(), (self["currency"] or "").strip().upper()
        if not place or not currency:
            return set()
        return {(role["role"].pk, place, currency) for role in self["roles"] if role["role"]}

    @property
    def names(self) -> list[str]:
        """The heads of the columns."""
        return [role.title for role in self["roles"]]

    @property
    def aspects(self) -> list[Aspect]:
        """The rows in which at least one role has something to say."""
        rows = [
            (_("Mission"), [[role.what_for] for role in self["roles"]]),
            (_("Reports to"), [[role["reports_to"]] for role in self["roles"]]),
            (_("Outputs"), [role["outputs"] for role in self["roles"]]),
            (_("Must have"), [role["skills"] for role in self["roles"]]),
            (self.pay_heading, [[self._level(band) for band in bands] for bands in self.pay_bands]),
            (_("Hire one when"), [[role["when"]] for role in self["roles"]]),
        ]
        filled = [
            Aspect(
                str(heading),
                [(name, [line for line in lines if line]) for name, lines in zip(self.names, cells, strict=True)],
            )
            for heading, cells in rows
        ]
        return [aspect for aspect in filled if any(lines for _name, lines in aspect.cells)]

    @property
    def pay_heading(self) -> str:
        """What the pay is of, and where."""
        return str(_("Median base pay, %(place)s") % {"place": self["place"]})

    @cached_property
    def pay_bands(self) -> list[list[PayBand]]:
        """For each role the bands shown."""
        bands = (self.pay or Pay(self.seats)).bands if self.seats else {}
        place, currency = (self["place"] or "").strip().lower(), (self["currency"] or "").strip().upper()
        return [bands.get((role["role"].pk, place, currency), []) if role["role"] else [] for role in self["roles"]]

    @property
    def without_pay(self) -> bool:
        """Whether pay is asked for and there is none: a mistyped place, or bands still to be written."""
        return bool(self.seats) and not any(self.pay_bands)

    @property
    def sources(self) -> list[str]:
        """Where the pay comes from and of when it is, each once; figures past their date say when they were checked."""
        return list(dict.fromkeys(source(band) for bands in self.pay_bands for band in bands))

    def _level(self, band: PayBand) -> str:
        return f"{band.get_level_display()} {currencies.amount(band.p50, band.currency)}"


class ComparedRoleBlock(StructBlock):
    """One of the roles: chosen from ours, or typed."""

    role = RoleChooserBlock(
        label=_("Role"), required=False, help_text=_("One of our roles: it brings its name, mission and pay.")
    )
    name = CharBlock(
        label=_("Name"),
        required=False,
        max_length=80,
        help_text=_("Only if it is not one of our roles, or is called otherwise here."),
    )
    mission = CharBlock(
        label=_("Mission"),
        required=False,
        max_length=300,
        help_text=_("What the person is there for. Empty: the role’s mission."),
    )
    reports_to = CharBlock(
        label=_("Reports to"), required=False, max_length=160, help_text=_("The usual title above.")
    )
    outputs = ListBlock(
        CharBlock(label=_("Output"), max_length=160, required=False),
        label=_("Outputs"),
        default=[],
        max_num=6,
        help_text=_("What there is when the work is done, one a line."),
    )
    skills = ListBlock(
        CharBlock(label=_("Skill"), max_length=160, required=False),
        label=_("Must-have skills"),
        default=[],
        max_num=6,
        help_text=_("Without which nobody can do it, one a line."),
    )
    when = CharBlock(
        label=_("Hire one when"),
        required=False,
        max_length=300,
        help_text=_("The situation in which this is the right hire."),
    )

    class Meta:
        icon = "user"
        label = _("Compared role")
        label_format = "{name}"
        description = _("One of the roles that are compared.")
        template = "blocks/compared_role.html"
        value_class = ComparedRoleValue
        preview_value = {
            "role": None,
            "name": "ML engineer",
            "mission": "Keeps a model right in production.",
            "reports_to": "Head of engineering",
            "outputs": ["A running service", "Monitoring that is believed"],
            "skills": ["Python that others maintain"],
            "when": "A decision is made by a system, not by a person.",
        }

    def clean(self, value: StructValue) -> StructValue:
        """Ask for a role or a name."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not cleaned.title:
            raise StructBlockValidationError({"name": ValidationError(_("Choose a role or type a name."))})
        return cleaned


class RoleComparisonBlock(StructBlock):
    """Two to four roles side by side, with their pay in one place."""

    title = CharBlock(label=_("Title"), max_length=100, help_text=_("Such as “ML engineer and data scientist”."))
    roles = ListBlock(
        ComparedRoleBlock(), label=_("Roles"), min_num=2, max_num=4, help_text=_("In the order of the columns.")
    )
    place = CharBlock(
        label=_("Place of pay"),
        required=False,
        max_length=60,
        help_text=_("A place that our pay bands have, such as London. Empty: no pay is shown."),
    )
    currency = CharBlock(
        label=_("Currency of pay"), required=False, max_length=3, help_text=_("Three letters, such as GBP.")
    )
    note = CharBlock(
        label=_("Note"),
        required=False,
        max_length=200,
        help_text=_("Shown under the table, before the source of the pay."),
    )

    class Meta:
        icon = "group"
        label = _("Role comparison")
        label_format = "{title}"
        description = _("Two to four roles side by side: mission, outputs, skills, pay, when to hire which.")
        template = "blocks/role_comparison.html"
        value_class = RoleComparisonValue
        preview_value = {
            "title": "ML engineer and data scientist",
            "roles": [
                ComparedRoleBlock._meta_class.preview_value,
                {
                    "role": None,
                    "name": "Data scientist",
                    "mission": "Answers a question from data, with its uncertainty.",
                    "reports_to": "Head of analytics",
                    "outputs": ["An answer", "An experiment plan"],
                    "skills": ["Causal inference"],
                    "when": "A decision is made by a person who needs evidence.",
                },
            ],
            "place": "",
            "currency": "",
            "note": "",
        }

    def bulk_to_python(self, values: list[dict[str, Any]]) -> list[RoleComparisonValue]:
        """All comparisons of a page at once: they share one look-up of pay."""
        found = super().bulk_to_python(values)
        together = Pay(seat for value in found for seat in value.seats)
        for value in found:
            value.pay = together
        return found

    def get_context(self, value: RoleComparisonValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Noting the pay it shows."""
        cite(band for bands in value.pay_bands for band in bands)
        return super().get_context(value, parent_context)

    def clean(self, value: StructValue) -> StructValue:
        """Refuse a currency that is none."""
        cleaned = super().clean(value)
        cleaned["currency"] = (cleaned["currency"] or "").strip().upper()
        if cleaned["currency"] and cleaned["currency"] not in currencies.CODES:
            message = ValidationError(_("There is no such currency in ISO 4217."))
            raise StructBlockValidationError({"currency": message})
        if cleaned["place"] and not cleaned["currency"] and not self.is_deferred_validation:
            raise StructBlockValidationError({"currency": ValidationError(_("Say in which currency pay is shown."))})
        return cleaned
