"""The places a page has figures for: those of its pay tables and of its market maps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from wagtail.blocks import CharBlock
from wagtail.models import Page

from agency.raw_content import is_id, of_page
from specialisms.blocks.pay import PayTableBlock, listed
from specialisms.models import PayBand

LONGEST_PLACE = 60
MOST_PLACES = 60
"""Places that are kept of one page."""
HUB = "hub"
"""The column of a market map in which its places stand."""


@dataclass(frozen=True)
class Table:
    """What a pay table was told to show: of which specialism, and which roles and places, all if none are named."""

    specialism: int | None
    roles: frozenset[int]
    places: tuple[str, ...]


@dataclass
class Figures:
    """What the blocks of a page say about places."""

    tables: list[Table] = field(default_factory=list)
    hubs: list[str] = field(default_factory=list)


def figures_of(page: Page, own: int | None) -> Figures:
    """The pay tables and the places of market maps on a page; ``own`` is the specialism it belongs to."""
    found = Figures()
    for block, raw in of_page(page):
        match block, raw:
            case PayTableBlock(), dict():
                found.tables.append(_table(raw, own))
            case CharBlock(), str() if block.name == HUB and raw.strip():
                found.hubs.append(raw.strip()[:LONGEST_PLACE])
    return found


def _table(raw: Mapping[str, Any], own: int | None) -> Table:
    rows = raw.get("roles")
    values = (row.get("value") if isinstance(row, dict) else row for row in (rows if isinstance(rows, list) else ()))
    places = raw.get("places")
    return Table(
        raw["specialism"] if is_id(raw.get("specialism")) else own,
        frozenset(int(value) for value in values if value is not None and is_id(value)),
        listed(places) if isinstance(places, str) else (),
    )


class Bands:
    """Where there are pay bands of some specialisms, read in one query."""

    def __init__(self, specialisms: Iterable[int | None]) -> None:
        wanted = {pk for pk in specialisms if pk is not None}
        self._places: dict[int, list[tuple[int, str]]] = defaultdict(list)
        if wanted:
            rows = PayBand.objects.filter(specialism__in=wanted).order_by("place").distinct()
            for specialism, role, place in rows.values_list("specialism", "role", "place"):
                self._places[specialism].append((role, place))

    def of(self, specialism: int) -> list[str]:
        """All places of a specialism."""
        return list(dict.fromkeys(place for _role, place in self._places[specialism]))

    def in_table(self, table: Table) -> list[str]:
        """The places a table shows."""
        named = {place.casefold() for place in table.places}
        rows = self._places[table.specialism] if table.specialism else []
        shown = (place for role, place in rows if not table.roles or role in table.roles)
        return list(dict.fromkeys(place for place in shown if not named or place.casefold() in named))


def kept(places: Iterable[str]) -> str:
    """Places as an entry keeps them: each between two bars, so that one is found whole. A comma is between two places."""
    plain = (" ".join(part.split()) for place in places for part in place.replace("|", " ").split(","))
    found = dict.fromkeys(place for place in plain if place)
    return f"|{'|'.join(list(found)[:MOST_PLACES])}|" if found else ""


@lru_cache(maxsize=10_000)
def read(field_value: str) -> tuple[str, ...]:
    """What ``kept`` kept."""
    return tuple(part for part in field_value.split("|") if part)
