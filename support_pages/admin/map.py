"""The map of a cluster: the canonical page in the middle, its guides by kind to the left and right, links as threads.

Only geometry: whole numbers in a box 800 wide, and paths in SVG's own words. ``map.html`` draws it, the style sheet
colours it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from support_pages.admin.lettering import lines_of
from support_pages.admin.overview import Entry, Overview, State
from support_pages.kinds import PLURALS, Kind

WIDTH, MIDDLE, MARGIN = 800, 400, 16
BOX, BOX_LETTERS, BOX_LINES = 140, 15, 6
"""The canonical page's box: how wide it is, in letters too, and how many lines its title has at most."""
GUTTER = 60
"""Between that box and the nodes of the guides, for links."""
NODE, MARK, STEP = 6, 11, 26
"""Half the size of a node, half that of a mark, and from one mark to the next and on to the title."""
LETTERS, LINES = 26, 2
"""The title of a guide: its width in letters of middling width, and how many lines it has at most."""
LINE, HEADING, SPACE = 16, 36, 12
"""Heights: of a line of text, of a kind's heading, of the space between two guides."""
BEND = 8
"""The radius with which a thread turns off to a guide."""
MUCH = 200
"""A column this high is better cut in two, even within a kind."""
LEFT, RIGHT = -1, 1


@dataclass(frozen=True)
class Text:
    """A line of text and where it stands."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Mark:
    """How many errors or warnings a page has, and where that stands."""

    x: int
    y: int
    count: int
    severity: str


@dataclass(frozen=True)
class Node:
    """A page: its node, its marks, its title in lines, what sets it apart, and the box around it all.

    ``side`` is -1 left of the middle and 1 right of it; 0 for the canonical page.
    """

    entry: Entry
    side: int
    x: int
    y: int
    lines: tuple[Text, ...]
    state: Text | None
    marks: tuple[Mark, ...]
    box: tuple[int, int, int, int]

    @property
    def name(self) -> str:
        """What the page is called aloud: title, kind, what sets it apart, problems."""
        parts = [self.entry.title, self.entry.kind, self.entry.state.label]
        parts.append(self.entry.found or (_("no problems") if self.entry.state != State.DRAFT else ""))
        return ", ".join(str(part) for part in parts if part)

    @property
    def is_shortened(self) -> bool:
        """Whether its title did not fit."""
        return " ".join(line.text for line in self.lines) != " ".join(self.entry.title.split())

    @property
    def edge(self) -> int:
        """Where threads and links to it end."""
        return self.x - self.side * (MARK if self.marks else NODE)


@dataclass(frozen=True)
class Line:
    """A link from page to page. Its kind says which: see ``Map.threads`` and ``Map.links``."""

    source: int
    target: int
    kind: str
    path: str


@dataclass(frozen=True)
class Map:
    """What is drawn, in a box of ``WIDTH`` by ``height``.

    ``threads`` run from the canonical page to its guides: of kind "both" if it lists the guide and the guide's text links
    up, "no-up" if the link up is missing, "up-only" if the canonical page does not list it. ``links`` are those from text
    to text.
    """

    height: int
    canonical: Node
    guides: tuple[Node, ...]
    headings: tuple[Text, ...]
    threads: tuple[Line, ...]
    links: tuple[Line, ...]

    @property
    def width(self) -> int:
        """Of the box."""
        return WIDTH

    @cached_property
    def drawn(self) -> list[tuple[Node, list[Line]]]:
        """The guides, each with the lines that light up with it."""
        lines = [*self.threads, *self.links]
        return [
            (node, [line for line in lines if node.entry.page.pk in {line.source, line.target}])
            for node in self.guides
        ]


@dataclass(frozen=True)
class _Row:
    """A guide or the heading of a kind, before it has a place."""

    height: int
    heading: str = ""
    entry: Entry | None = None
    lines: tuple[str, ...] = ()


def map_of(overview: Overview) -> Map:
    """The map of a cluster."""
    columns = _columns(_groups(overview.guides))
    box = _box_height(overview.canonical)
    height = max(box, *(sum(row.height for row in column) for column in columns)) + 2 * MARGIN
    guides: list[Node] = []
    headings: list[Text] = []
    for side, column in zip((LEFT, RIGHT), columns, strict=True):
        top = (height - sum(row.height for row in column)) // 2
        for row in column:
            if row.entry is None:
                headings.append(Text(_label_x(side), top + HEADING - 12, row.heading))
            else:
                guides.append(_guide(row, row.entry, side, top))
            top += row.height
    canonical = _canonical(overview.canonical, height, box)
    return Map(
        height,
        canonical,
        tuple(guides),
        tuple(headings),
        tuple(line for node in guides if (line := _thread(overview, canonical, node))),
        tuple(_links(guides)),
    )


def _groups(guides: Sequence[Entry]) -> list[list[_Row]]:
    """The guides of each kind under its heading."""
    groups = []
    for kind in Kind:
        rows = [_row(entry) for entry in guides if entry.page.kind == kind]
        if rows:
            groups.append([_Row(HEADING, f"{PLURALS[kind]} ({len(rows)})"), *rows])
    return groups


def _row(entry: Entry) -> _Row:
    lines = lines_of(entry.title, LETTERS, LINES)
    count = len(lines) + bool(entry.state.label)
    return _Row(max(count * LINE, 2 * MARK) + SPACE, entry=entry, lines=tuple(lines))


def _columns(groups: list[list[_Row]]) -> tuple[list[_Row], list[_Row]]:
    """Two columns about as high as one another. Kinds stay whole, unless one is much higher than all others together."""
    rows = [row for group in groups for row in group]
    total = sum(row.height for row in rows)
    ends = [sum(len(group) for group in groups[: number + 1]) for number in range(len(groups))]

    def uneven(end: int) -> int:
        return abs(total - 2 * sum(row.height for row in rows[:end]))

    end = min(ends, key=uneven, default=0)
    if total > MUCH and uneven(end) > total / 2:
        end = min((cut for cut in range(2, len(rows)) if rows[cut - 1].entry), key=uneven)
        if rows[end].entry is not None:
            heading = next(row.heading for row in reversed(rows[:end]) if row.entry is None)
            return rows[:end], [_Row(HEADING, _("%(kind)s, continued") % {"kind": heading}), *rows[end:]]
    return rows[:end], rows[end:]


def _label_x(side: int) -> int:
    return MIDDLE + side * (BOX // 2 + GUTTER + MARK + STEP + MARK + 6)


def _guide(row: _Row, entry: Entry, side: int, top: int) -> Node:
    x, y = MIDDLE + side * (BOX // 2 + GUTTER + MARK), top + row.height // 2
    count = len(row.lines) + bool(entry.state.label)
    first = y - (count - 1) * LINE // 2 + 5
    lines = tuple(Text(_label_x(side), first + number * LINE, text) for number, text in enumerate(row.lines))
    state = None
    if entry.state.label:
        state = Text(_label_x(side), first + len(row.lines) * LINE, str(entry.state.label))
    far = MARGIN // 2 if side == LEFT else WIDTH - MARGIN // 2
    near = x - side * (MARK + 4)
    box = (min(far, near), top + 2, abs(far - near), row.height - 4)
    return Node(entry, side, x, y, lines, state, _marks(entry, x, y, side * STEP), box)


def _marks(entry: Entry, x: int, y: int, step: int) -> tuple[Mark, ...]:
    """Errors first; each a step further from the middle."""
    counts = [(count, severity) for count, severity in ((entry.errors, "error"), (entry.warnings, "warning")) if count]
    return tuple(Mark(x + number * step, y, count, severity) for number, (count, severity) in enumerate(counts))


def _title(entry: Entry) -> list[str]:
    return lines_of(entry.title, BOX_LETTERS, BOX_LINES)


def _box_height(entry: Entry) -> int:
    lines = len(_title(entry)) + bool(entry.state.label)
    return 40 + lines * LINE + (STEP + 4 if entry.errors or entry.warnings else 0)


def _canonical(entry: Entry, height: int, box: int) -> Node:
    """The box in the middle: the node, the title, what sets it apart, the marks."""
    top = (height - box) // 2
    titles = _title(entry)
    lines = tuple(Text(MIDDLE, top + 44 + number * LINE, text) for number, text in enumerate(titles))
    state = Text(MIDDLE, top + 44 + len(titles) * LINE, str(entry.state.label)) if entry.state.label else None
    both = bool(entry.errors and entry.warnings)
    marks = _marks(entry, MIDDLE - both * STEP // 2, top + box - STEP // 2 - 6, STEP)
    return Node(entry, 0, MIDDLE, height // 2, lines, state, marks, (MIDDLE - BOX // 2, top, BOX, box))


def _thread(overview: Overview, canonical: Node, node: Node) -> Line | None:
    """From the middle along the spine and off to the guide; none if neither page shows the other."""
    page = node.entry.page.pk
    source = overview.canonical.page.pk
    listed = page in overview.listed and overview.canonical.state != State.DRAFT
    up = source in node.entry.linked
    if node.entry.state == State.DRAFT or not (listed or up):
        return None
    must_link_up = node.entry.state != State.GUEST
    kind = "up-only" if not listed else "no-up" if must_link_up and not up else "both"
    _left, top, _wide, high = canonical.box
    if top <= node.y <= top + high:
        return Line(source, page, kind, f"M{MIDDLE + node.side * BOX // 2} {node.y}H{node.edge}")
    start, turn = (top, BEND) if node.y < top else (top + high, -BEND)
    bend = f"V{node.y + turn}Q{MIDDLE} {node.y} {MIDDLE + node.side * BEND} {node.y}"
    return Line(source, page, kind, f"M{MIDDLE} {start}{bend}H{node.edge}")


def _links(guides: Sequence[Node]) -> list[Line]:
    """From each guide to those its text links to, bent toward the middle; drafts link to nothing yet."""
    by_page = {node.entry.page.pk: node for node in guides}
    lines = []
    for node in guides:
        if node.entry.state == State.DRAFT:
            continue
        for pk in sorted(node.entry.linked & by_page.keys()):
            target = by_page[pk]
            if target is not node and target.entry.state != State.DRAFT:
                lines.append(Line(node.entry.page.pk, pk, "link", _bow(node, target)))
    return lines


def _bow(node: Node, target: Node) -> str:
    if node.side == target.side:
        bulge = min(14 + abs(target.y - node.y) // 8, GUTTER - 6)
        first = second = node.x - node.side * (MARK + bulge)
    else:
        first, second = MIDDLE, MIDDLE
    return f"M{node.edge} {node.y}C{first} {node.y} {second} {target.y} {target.edge} {target.y}"
