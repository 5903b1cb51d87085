"""The pay tables of a page as readers meet them: all their bands from one query, in order, on common axes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.apps import apps
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from specialisms.charts import Axis, axis_labels, axis_of, range_bar
from specialisms.pay import currencies

if TYPE_CHECKING:
    from specialisms.models import PayBand


@dataclass(frozen=True)
class Wanted:
    """What a table was asked to show. Empty means all; places and currencies come in the order given."""

    caption: str
    specialism: int | None
    roles: frozenset[int] = frozenset()
    places: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()
    basis: str = ""
    note: str = ""

    def includes(self, band: "PayBand") -> bool:
        """Whether a band belongs into the table."""
        return (
            band.specialism_id == self.specialism
            and (not self.roles or band.role_id in self.roles)
            and (not self.places or band.place.casefold() in map(str.casefold, self.places))
            and (not self.currencies or band.currency in self.currencies)
            and (not self.basis or band.basis == self.basis)
        )


@dataclass(frozen=True)
class Source:
    """Where and when some of the figures come from; ``last_checked`` only once they have expired."""

    line: str
    url: str
    as_of: date
    illustrative: bool
    last_checked: date | None

    @classmethod
    def of(cls, band: "PayBand") -> "Source":
        """A band's own."""
        checked = band.checked_on if band.expired else None
        return cls(band.source_line, band.source_url, band.as_of, band.illustrative, checked)


@dataclass(frozen=True)
class Row:
    """A band with its drawing and the number of its source, if the table has several."""

    band: "PayBand"
    bar: SafeString
    source_number: int | None

    @property
    def notes(self) -> list[str]:
        """What belongs to the range, in words."""
        band = self.band
        parts = {
            "Bonus": band.bonus_note,
            "Equity": band.equity_note,
            "Sample": band.sample_size,
            "Source": self.source_number,
        }
        return [f"{name} {value}" for name, value in parts.items() if value]

    @property
    def amounts(self) -> list[tuple[str, str]]:
        """The three percentiles with the names of their columns."""
        band = self.band
        numbers = (("P25", band.p25), ("Median", band.p50), ("P75", band.p75))
        return [(name, currencies.cell(number, band.currency)) for name, number in numbers]


@dataclass(frozen=True)
class Group:
    """The rows of one currency and basis, on one axis."""

    currency: str
    basis: str
    axis: SafeString
    rows: list[Row]


@dataclass(frozen=True)
class Option:
    """A link that filters the table, or that takes the filter away again."""

    label: str | Promise
    url: str
    current: bool


@dataclass
class PayTable:
    """One table of a page: what it shows under the reader's choice of place and level, and how to change that."""

    wanted: Wanted
    bands: Sequence["PayBand"]
    anchor: str
    path: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def places(self) -> list[str]:
        """The places there are, in the editor's order or the alphabet's."""
        return list(dict.fromkeys(band.place for band in self.bands))

    @cached_property
    def levels(self) -> dict[str, str]:
        """The levels there are with their names, from the first to the last."""
        found = {band.level: band for band in sorted(self.bands, key=lambda band: band.seniority)}
        return {level: str(band.get_level_display()) for level, band in found.items()}

    @cached_property
    def filter(self) -> dict[str, str]:
        """The reader's choice, as far as this table knows it."""
        known: dict[str, Collection[str]] = {"place": self.places, "level": self.levels}
        return {name: self.chosen[name] for name in known if self.chosen.get(name, "") in known[name]}

    @property
    def place_options(self) -> list[Option]:
        """Links to every place, if there is a choice."""
        return self._options("place", {place: place for place in self.places})

    @property
    def level_options(self) -> list[Option]:
        """Links to every level, if there is a choice."""
        return self._options("level", self.levels)

    def _options(self, name: str, labels: Mapping[str, str]) -> list[Option]:
        if len(labels) < 2 or not self.path:
            return []
        rest = {key: value for key, value in self.filter.items() if key != name}
        now = self.filter.get(name)
        links = [Option(label, self._url({**rest, name: value}), value == now) for value, label in labels.items()]
        return [Option("All", self._url(rest), now is None), *links]

    def _url(self, choice: Mapping[str, str]) -> str:
        query = f"?{urlencode(choice)}" if choice else ""
        return f"{self.path}{query}#{self.anchor}"

    @property
    def unfiltered_url(self) -> str:
        """The whole table."""
        return self._url({})

    @cached_property
    def shown(self) -> list["PayBand"]:
        """The bands under the reader's choice."""
        return [band for band in self.bands if all(getattr(band, name) == v for name, v in self.filter.items())]

    @cached_property
    def sources(self) -> list[Source]:
        """Every source of what is shown, once each."""
        return list(dict.fromkeys(Source.of(band) for band in self.shown))

    @cached_property
    def groups(self) -> list[Group]:
        """What is shown, by currency and basis; the axis is that of the whole table, so that filters do not move it."""
        wholes: dict[tuple[str, str], list[int]] = {}
        for band in self.bands:
            wholes.setdefault((band.currency, band.basis), []).extend((band.p25, band.p75))
        found = []
        for (currency, basis), bands in groupby(self.shown, key=lambda band: (band.currency, band.basis)):
            axis = axis_of(wholes[currency, basis])
            labels = mark_safe(axis_labels(axis, partial(currencies.short, code=currency)))  # noqa: S308 - only numbers and a code
            rows = [self._row(band, axis) for band in bands]
            found.append(Group(currencies.name(currency), str(rows[0].band.get_basis_display()), labels, rows))
        return found

    def _row(self, band: "PayBand", axis: Axis) -> Row:
        number = self.sources.index(Source.of(band)) + 1 if len(self.sources) > 1 else None
        return Row(band, mark_safe(range_bar(axis, band.p25, band.p50, band.p75)), number)  # noqa: S308 - numbers only

    @property
    def download_slug(self) -> str:
        """The slug under which the bands can be downloaded; empty while the specialism is not live."""
        first = next(iter(self.bands), None)
        return first.specialism_slug if first is not None and first.specialism_live else ""


def tables(wanted: Sequence[Wanted], path: str = "", chosen: Mapping[str, str] | None = None) -> list[PayTable]:
    """The tables of a page in the same order: one query, or none if there are no tables."""
    specialisms = {one.specialism for one in wanted if one.specialism is not None}
    bands = list(apps.get_model("specialisms", "PayBand").objects.for_pages(specialisms)) if specialisms else []
    taken: dict[str, int] = {}
    made = []
    for one in wanted:
        stem = f"pay.{slugify(one.caption) or 'table'}"  # slugs have no dots: no heading has this anchor
        taken[stem] = taken.get(stem, 0) + 1
        anchor = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
        made.append(PayTable(one, _ordered(one, bands), anchor, path, chosen or {}))
    return made


def _ordered(wanted: Wanted, bands: Iterable["PayBand"]) -> list["PayBand"]:
    """The table's bands by currency, basis and place, the cheaper roles first, each from its first level to its last."""
    mine = [band for band in bands if wanted.includes(band)]
    cheapest: dict[tuple[Any, ...], int] = {}
    for band in mine:
        key = (band.currency, band.basis, band.place, band.role_id)
        cheapest[key] = min(cheapest.get(key, band.p50), band.p50)
    places = {place.casefold(): number for number, place in enumerate(wanted.places)}

    def order(band: "PayBand") -> tuple[Any, ...]:
        role = (band.currency, band.basis, band.place, band.role_id)
        currency = wanted.currencies.index(band.currency) if wanted.currencies else 0
        place = places.get(band.place.casefold(), 0)
        return (currency, band.currency, band.basis, place, band.place, cheapest[role], band.role.name, band.seniority)

    return sorted(mine, key=order)
