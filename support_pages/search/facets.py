"""What was found, counted by sort, sector and place, and the links that narrow it down."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from support_pages.models.search import SORT_PLURALS, SORTS, SearchEntryQuerySet
from support_pages.search import places

MOST_VALUES = 12
"""Links under one heading; whoever looks for a rarer place types it."""


@dataclass(frozen=True)
class Choice:
    """What the reader has narrowed it down to; empty parts leave it wide."""

    kind: str = ""
    sector: str = ""
    place: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind or self.sector or self.place)

    @classmethod
    def read(cls, sent: Mapping[str, str]) -> "Choice":
        """The choice in a query string; what cannot be one is left out."""
        kind, sector, place = (sent.get(name, "") for name in ("kind", "sector", "place"))
        return cls(
            kind if kind in SORTS else "",
            sector if sector.isdecimal() and sector.isascii() and len(sector) <= 18 else "",
            (*places.read(places.kept([place.replace("\0", "")[:80]])), "")[0],
        )

    def narrow(self, entries: SearchEntryQuerySet) -> SearchEntryQuerySet:
        """Those of the entries that are in it."""
        wanted = Q()
        if self.kind:
            wanted &= Q(sort=self.kind)
        for column, value in (("sectors", self.sector), ("places", self.place)):
            if value:
                wanted &= Q(**{f"{column}__contains": f"|{value}|"})
        return entries.filter(wanted)

    def address(self, text: str, page: int = 1) -> str:
        """The query string that asks for it."""
        sent = {
            "q": text,
            "kind": self.kind,
            "sector": self.sector,
            "place": self.place,
            "page": page if page > 1 else "",
        }
        return f"?{urlencode({name: value for name, value in sent.items() if value})}"


class Row(NamedTuple):
    """Entries that are alike in all three."""

    sort: str
    sectors: str
    places: str
    many: int

    @property
    def values(self) -> dict[str, tuple[str, ...]]:
        """What they are in, by heading."""
        return {"kind": (self.sort,), "sector": places.read(self.sectors), "place": places.read(self.places)}


@dataclass(frozen=True)
class Value:
    """One link: what it is called, how many it leaves, where it leads; ``chosen`` ones lead back."""

    label: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """The links under one heading."""

    name: str
    label: Promise
    values: list[Value]


LABELS: dict[str, Promise] = {"kind": _("Kind"), "sector": _("Sector"), "place": _("Place")}


class Counts:
    """How many entries there are of what; one query, made of the few rows that the database adds up."""

    def __init__(self, found: SearchEntryQuerySet) -> None:
        rows = found.order_by().values_list("sort", "sectors", "places").annotate(many=Count("pk"))
        self._rows = [(row, row.values) for row in (Row(*one) for one in rows)]

    def __bool__(self) -> bool:
        return bool(self._rows)

    @property
    def sectors(self) -> set[int]:
        """The primary keys of all sectors there are."""
        return {int(value) for _row, values in self._rows for value in values["sector"]}

    def total(self, choice: Choice) -> int:
        """How many entries are in a choice."""
        return sum(row.many for row, values in self._rows if not choice or _fits(values, choice))

    def facets(self, choice: Choice, text: str, sectors: Mapping[int, str]) -> list[Facet]:
        """The links that narrow a choice down; each is counted as if nothing were chosen under its own heading.

        ``sectors`` are their titles by primary key. A heading with a single link that takes nothing away is left out.
        """
        order = list(SORTS)
        names: dict[str, Callable[[str], str]] = {
            "kind": lambda value: str(SORT_PLURALS[value]),
            "sector": lambda value: sectors.get(int(value), ""),
            "place": lambda value: value,
        }
        found, total = [], self.total(choice)
        for name, label in LABELS.items():
            counted = self._count(name, replace(choice, **{name: ""}))
            chosen = getattr(choice, name)
            if chosen:
                counted.setdefault(chosen, 0)
            values = sorted(counted, key=order.index) if name == "kind" else _most(counted, chosen)
            links = [
                Value(names[name](value), counted[value], _toggled(choice, name, value).address(text), value == chosen)
                for value in values
                if names[name](value)
            ]
            if len(links) > 1 or chosen or any(link.count < total for link in links):
                found.append(Facet(name, label, links))
        return found

    def _count(self, name: str, others: Choice) -> Counter[str]:
        counted: Counter[str] = Counter()
        for row, values in self._rows:
            if not others or _fits(values, others):
                for value in values[name]:
                    counted[value] += row.many
        return counted


def _fits(values: Mapping[str, Iterable[str]], choice: Choice) -> bool:
    return all(not getattr(choice, name) or getattr(choice, name) in found for name, found in values.items())


def _most(counted: Counter[str], chosen: str) -> Sequence[str]:
    """The most frequent values by name, the chosen one among them."""
    first = sorted(counted, key=lambda value: (value != chosen, -counted[value], value))[:MOST_VALUES]
    return sorted(first, key=lambda value: (-counted[value], value))


def _toggled(choice: Choice, name: str, value: str) -> Choice:
    return replace(choice, **{name: "" if getattr(choice, name) == value else value})
