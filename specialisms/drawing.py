"""Each specialism's own abstract drawing: the thread and its nodes among faint lines, seeded by the page's slug.

The same slug always gives the same drawing. Geometry is plain numbers, so that a page can carry it as SVG and a social
card can be painted from it.
"""

import hashlib
import random
from dataclasses import dataclass
from itertools import pairwise

WIDTH, HEIGHT = 480, 300
Point = tuple[float, float]


@dataclass(frozen=True)
class Drawing:
    """Faint lines behind, the thread in front, and the nodes on it; coordinates in a 480 by 300 box."""

    lines: tuple[tuple[Point, ...], ...]
    thread: tuple[Point, ...]
    side_nodes: tuple[Point, ...]


def draw(seed: str) -> Drawing:
    """The drawing of a slug."""
    chance = random.Random(hashlib.sha256(seed.encode()).digest())  # noqa: S311 - a picture, not a secret
    columns = chance.randint(5, 7)
    xs = [30 + number * (WIDTH - 60) / (columns - 1) for number in range(columns)]
    rows = chance.randint(6, 9)
    levels = [[chance.uniform(25, HEIGHT - 25) for _column in xs] for _row in range(rows)]
    lines = tuple(tuple(zip(xs, sorted_row, strict=True)) for sorted_row in _ordered(levels))
    carrier = chance.randrange(1, rows - 1)
    thread = lines[carrier]
    others = [lines[(carrier + step) % rows][chance.randrange(columns)] for step in (1, 2, rows - 1)]
    return Drawing(lines[:carrier] + lines[carrier + 1 :], thread, tuple(others))


def _ordered(levels: list[list[float]]) -> list[list[float]]:
    """Sort each column, so that lines run beside one another like strata and never cross."""
    columns = [sorted(column) for column in zip(*levels, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def _curve(points: tuple[Point, ...]) -> str:
    """A smooth path through points, its tangents level at each."""
    parts = [f"M{points[0][0]:.0f} {points[0][1]:.0f}"]
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        parts.append(f"C{middle:.0f} {y0:.0f} {middle:.0f} {y1:.0f} {x1:.0f} {y1:.0f}")
    return "".join(parts)


def to_svg(drawing: Drawing) -> str:
    """The drawing as an SVG element that takes its colours from the style sheet and hides from screen readers."""
    faint = "".join(f'<path d="{_curve(line)}"/>' for line in drawing.lines)
    open_nodes = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="5"/>' for x, y in drawing.thread[1:-1])
    side = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3.5"/>' for x, y in drawing.side_nodes)
    first, last = drawing.thread[0], drawing.thread[-1]
    return (
        f'<svg class="drawing" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">'
        f'<g class="drawing-lines">{faint}{side}</g>'
        f'<g class="drawing-thread"><path d="{_curve(drawing.thread)}"/>{open_nodes}'
        f'<circle class="drawing-start" cx="{first[0]:.0f}" cy="{first[1]:.0f}" r="7"/>'
        f'<circle class="drawing-halo" cx="{last[0]:.0f}" cy="{last[1]:.0f}" r="13"/>'
        f'<circle class="drawing-start" cx="{last[0]:.0f}" cy="{last[1]:.0f}" r="7"/></g></svg>'
    )
