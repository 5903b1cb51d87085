"""What plants faults of a rule, and what came of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from agency.scale.faults.ground import Ground

Plant = Callable[[Ground, int], Iterable[int]]
"""Plants so many faults, or a few more, and gives the ids of the pages on which the rule must find one."""


class Room(IntEnum):
    """What a fault needs for itself. Those that need most are planted first."""

    CLUSTERS = 1
    SPECIALISM = 2
    NEIGHBOURS = 3
    PAGE = 4


@dataclass(frozen=True)
class Planter:
    """Plants faults of one rule. ``breaks`` names other rules that such a page cannot keep, each with the reason."""

    code: str
    plant: Plant
    room: Room
    breaks: Mapping[str, str]


PLANTERS: dict[str, Planter] = {}
"""One for each rule by its code."""


def plants(code: str, room: Room = Room.PAGE, breaks: Mapping[str, str] | None = None) -> Callable[[Plant], Plant]:
    """Make a function the planter of a rule."""

    def register(plant: Plant) -> Plant:
        if code in PLANTERS:
            raise ValueError(f"two planters of {code}")
        PLANTERS[code] = Planter(code, plant, room, breaks or {})
        return plant

    return register


@dataclass
class Planted:
    """The pages on which faults were planted, by the code of the rule, and what those break besides."""

    pages: dict[str, list[int]] = field(default_factory=dict)
    also: list[dict[str, Any]] = field(default_factory=list)

    def expected(self) -> set[tuple[int, str]]:
        """Every page with the code of a rule that finds something there; nothing else is wrong anywhere."""
        return {*self._planted(), *((pk, one["breaks"]) for one in self.also for pk in one["pages"])}

    def as_json(self) -> dict[str, Any]:
        """For whoever checks: ``faults`` by code, and ``consequences`` with what was planted, what breaks and why."""
        return {"faults": self.pages, "consequences": self.also}

    def _planted(self) -> Iterator[tuple[int, str]]:
        yield from ((pk, code) for code, pages in self.pages.items() for pk in pages)


def plant_with(planters: Iterable[Planter], ground: Ground, count: int) -> Planted:
    """Plant at least ``count`` faults with each."""
    done = Planted()
    for one in sorted(planters, key=lambda planter: planter.room):
        done.pages[one.code] = pages = sorted(one.plant(ground, count))
        done.also += [
            {"planted": one.code, "breaks": code, "because": because, "pages": pages}
            for code, because in one.breaks.items()
        ]
    return done
