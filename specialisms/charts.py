"""Pay ranges drawn as SVG: plain functions from numbers to markup.

Positions are percentages of the drawing's width, so that a bar fills whatever room its cell has while text, nodes and
strokes keep their size. Colours come from the style sheet. The numbers stand in the cells beside the drawing, so it
hides from screen readers.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

INSET = 2.0
"""Percent kept free at each end, so that the outermost nodes are not cut off."""
BETWEEN = ' class="between"'
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """A common scale from ``low`` to ``high`` with round numbers ``step`` apart."""

    low: int
    high: int
    step: int

    @property
    def ticks(self) -> list[int]:
        """The round numbers, both ends included."""
        return list(range(self.low, self.high + 1, self.step))

    def at(self, value: int) -> float:
        """Where a value stands, in percent of the width."""
        return round(INSET + (100 - 2 * INSET) * (value - self.low) / (self.high - self.low), 2)


def axis_of(values: Iterable[int], intervals: int = 5) -> Axis:
    """The axis that holds all values in at most about ``intervals`` round steps; any numbers give one."""
    values = list(values) or [0]
    least, most = min(values), max(values)
    step = _round_step(max(most - least, 1) / intervals)
    low, high = least // step * step, -(-most // step) * step
    return Axis(low, max(high, low + step), step)


def _round_step(wanted: float) -> int:
    """The smallest of 1, 2, 2.5, 5, 10, 20 … that is at least ``wanted`` and whole."""
    power = 10.0 ** math.floor(math.log10(max(wanted, 1)))
    steps = (factor * power for factor in STEPS)
    return next(int(step) for step in steps if step >= wanted and step == int(step))


def axis_labels(axis: Axis, label: Callable[[int], str]) -> str:
    """The scale itself. Numbers other than those at the ends and in the middle are marked: narrow frames hide them."""
    shown = {axis.low: "start", axis.ticks[len(axis.ticks) // 2]: "middle", axis.high: "end"}
    places = {axis.low: 0, axis.high: 100}
    texts = "".join(
        f'<text x="{places.get(tick, axis.at(tick))}%" y="11" text-anchor="{shown.get(tick, "middle")}"'
        f"{'' if tick in shown else BETWEEN}>{label(tick)}</text>"
        for tick in axis.ticks
    )
    marks = "".join(f'<line x1="{axis.at(x)}%" x2="{axis.at(x)}%" y1="15" y2="20"/>' for x in axis.ticks)
    return _svg("pay-axis", 20, f"{marks}{texts}")


def range_bar(axis: Axis, p25: int, p50: int, p75: int) -> str:
    """A band: the bar from P25 to P75 with the median as its node, over the ticks of the axis."""
    grid = "".join(f'<line x1="{axis.at(x)}%" x2="{axis.at(x)}%" y1="0" y2="20"/>' for x in axis.ticks)
    start, end = axis.at(p25), axis.at(p75)
    bar = f'<rect x="{start}%" y="8" width="{round(max(end - start, 0.5), 2)}%" height="4" rx="2"/>'
    node = f'<circle cx="{axis.at(p50)}%" cy="10" r="5"/>'
    return _svg("pay-bar", 20, f"<g>{grid}</g>{bar}{node}")


def _svg(name: str, height: int, inside: str) -> str:
    return f'<svg class="{name}" width="100%" height="{height}" aria-hidden="true" focusable="false">{inside}</svg>'
