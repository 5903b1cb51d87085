"""Where the people are."""

import math
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, IntegerBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

LARGEST = 19.0
"""The radius of the largest bubble, in a cell's drawing of 40 by 40."""


@dataclass(frozen=True)
class Count:
    """A number with its bubble, whose area is in proportion; ``None`` where nobody counted."""

    number: int | None
    radius: float = 0

    def __str__(self) -> str:
        return "–" if self.number is None else f"{self.number:,}"


@dataclass(frozen=True)
class Hub:
    """A row: a place with its counts by type of employer and their sum."""

    name: str
    counts: list[Count]
    total: Count


class MarketMapValue(StructValue):
    """Counts by hub and type of employer, with totals, from one table of numbers."""

    @property
    def caption(self) -> str:
        """What is counted."""
        return self["counts"].caption

    @property
    def types(self) -> list[str]:
        """The types of employer: the heads of the columns of counts."""
        return [self["counts"].columns[place]["heading"] for place in self._columns]

    @property
    def hubs(self) -> list[Hub]:
        """The rows that have a name."""
        most = max((number for _name, numbers in self._rows for number in numbers if number), default=0)
        return [
            Hub(name, [Count(n, _radius(n, most)) for n in numbers], Count(sum(n or 0 for n in numbers)))
            for name, numbers in self._rows
        ]

    @property
    def totals(self) -> list[Count]:
        """The sum of each column."""
        rows = [numbers for _name, numbers in self._rows]
        return [Count(sum(numbers[place] or 0 for numbers in rows)) for place in range(len(self._columns))]

    @property
    def total(self) -> Count:
        """Everybody counted."""
        return Count(sum(count.number or 0 for count in self.totals))

    @property
    def _columns(self) -> list[int]:
        return [place for place, column in enumerate(self["counts"].columns) if column["block"].name == "count"]

    @property
    def _rows(self) -> list[tuple[str, list[int | None]]]:
        names = [place for place, column in enumerate(self["counts"].columns) if column["block"].name == "hub"]
        if not names:
            return []
        rows = [row["values"] for row in self["counts"].row_data]
        return [(row[names[0]], [row[place] for place in self._columns]) for row in rows if row[names[0]]]


def _radius(number: int | None, most: int) -> float:
    return round(LARGEST * math.sqrt((number or 0) / most), 1) if most else 0


class MarketMapBlock(StructBlock):
    """A table of counts, each with a bubble drawn from the same number."""

    counts = TypedTableBlock(
        [
            ("hub", CharBlock(label=_("Hub"), required=False, max_length=60)),
            ("count", IntegerBlock(label=_("Count"), required=False, min_value=0)),
        ],
        label=_("Counts"),
        help_text=_(
            "The caption says what is counted. The first column is of hubs, each further one of counts, headed by a type of "
            "employer. Leave a cell empty where nobody counted. Totals are added up for you. Never count fewer than could be told apart."
        ),
    )
    source = CharBlock(
        label=_("Source"),
        max_length=200,
        help_text=_("Who counted what and when, or that the counts are illustrative."),
    )

    class Meta:
        icon = "site"
        label = _("Market map")
        description = _("How many people there are by hub and type of employer, as table and drawing.")
        template = "blocks/market_map.html"
        value_class = MarketMapValue
        preview_value = {
            "counts": {
                "caption": "Senior machine learning engineers",
                "columns": [
                    {"type": "hub", "heading": "Hub"},
                    {"type": "count", "heading": "Product firms"},
                    {"type": "count", "heading": "Banks and funds"},
                    {"type": "count", "heading": "Research"},
                ],
                "rows": [
                    {"values": ["London", 620, 410, 180]},
                    {"values": ["Zurich", 140, 90, 210]},
                    {"values": ["Berlin", 380, 40, 70]},
                ],
            },
            "source": "Illustrative counts, Q3 2026",
        }

    def clean(self, value: StructValue) -> StructValue:
        """Ask for a caption, hubs, and types with counts."""
        cleaned = super().clean(value)
        missing = "" if self.is_deferred_validation else _missing(cleaned)
        if missing:
            raise StructBlockValidationError({"counts": ValidationError(missing)})
        return cleaned


def _missing(value: MarketMapValue) -> str:
    if not value.caption:
        return str(_("Say in the caption what is counted."))
    if not value.types or not all(value.types):
        return str(_("Add a column of counts for each type of employer and give it a heading."))
    if not value.hubs:
        return str(_("Add a column of hubs, and a row for each hub."))
    return "" if value.total.number else str(_("Fill in the counts."))
