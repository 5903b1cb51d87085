"""Tables: rows and columns of plain text, as the table block holds them."""

from dataclasses import dataclass, field
from typing import Any

from bs4 import Tag

from support_pages.importing import limits
from support_pages.importing.prose import plain
from support_pages.importing.remarks import Refusal, Remarks, excerpt


@dataclass
class Grid:
    """A table taken apart."""

    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)
    has_header: bool = False
    pictures: list[Tag] = field(default_factory=list)

    @property
    def is_layout(self) -> bool:
        """Whether it only arranges text: a single row, or a single column that names nothing."""
        return len(self.rows) < 2 or (len(self.rows[0]) < 2 and not self.has_header)

    def block(self) -> tuple[str, Any]:
        """The table block."""
        header, *rows = self.rows
        table = {
            "caption": self.caption,
            "columns": [{"type": "text", "heading": heading} for heading in header],
            "rows": [{"values": row} for row in rows],
        }
        return ("table", {"table": table, "note": ""})


class Tables:
    """Reads tables, counting cells over the whole document."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._cells = 0

    def read(self, table: Tag) -> Grid:
        """The table as a grid in which every row has as many cells as the widest."""
        grid = Grid(pictures=table.find_all("img"))
        caption = table.find("caption")
        grid.caption = plain(caption) if caption else ""
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        hanging: dict[int, int] = {}
        for row in rows:
            grid.rows.append(self._row(row, hanging))
        width = max(map(len, grid.rows), default=0)
        self._count(width * len(grid.rows))
        for cells in grid.rows:
            cells += [""] * (width - len(cells))
        if rows:
            first = rows[0].find_all(["td", "th"], recursive=False)
            grid.has_header = rows[0].find_parent("thead") is not None or all(cell.name == "th" for cell in first)
        return grid

    def note_losses(self, table: Tag, grid: Grid) -> None:
        """Remark upon what plain cells cannot hold."""
        if table.find(["b", "strong", "i", "em", "ul", "ol"]):
            self._remarks.add("table_plain")
        for link in table.find_all("a", href=True):
            self._remarks.add("table_link", words=excerpt(plain(link)) or "–", address=_shown(str(link["href"])))
        if table.find(_is_merged):
            self._remarks.add("table_merged")
        if not grid.has_header:
            self._remarks.add("table_first_row", words=excerpt(" · ".join(grid.rows[0])))

    def _row(self, row: Tag, hanging: dict[int, int]) -> list[str]:
        cells: list[str] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            _skip(cells, hanging)
            span = _number(cell, "colspan")
            down = _number(cell, "rowspan")
            for column in range(len(cells), len(cells) + span):
                if down > 1:
                    hanging[column] = down - 1
            cells += [plain(cell), *[""] * (span - 1)]
            if len(cells) > limits.COLUMNS:
                raise Refusal("too_many_cells", limit=limits.CELLS, columns=limits.COLUMNS)
        _skip(cells, hanging)
        return cells

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > limits.CELLS:
            raise Refusal("too_many_cells", limit=limits.CELLS, columns=limits.COLUMNS)


def _skip(cells: list[str], hanging: dict[int, int]) -> None:
    """Leave empty the places a cell from a row above reaches into."""
    while hanging.get(len(cells), 0) and len(cells) <= limits.COLUMNS:
        hanging[len(cells)] -= 1
        cells.append("")


def _number(cell: Tag, attribute: str) -> int:
    value = str(cell.get(attribute, "1"))
    return min(max(int(value), 1), 1_000) if value.isascii() and value.isdecimal() and len(value) < 6 else 1


def _is_merged(tag: Tag) -> bool:
    return tag.name in ("td", "th") and (_number(tag, "colspan") > 1 or _number(tag, "rowspan") > 1)


def _shown(href: str) -> str:
    """The address for the report; a harmful one is not repeated."""
    return excerpt(href, 200) if href.lower().startswith(("http://", "https://", "mailto:", "tel:")) else "–"
