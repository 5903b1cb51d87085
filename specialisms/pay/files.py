"""Pay bands as CSV: how files are read and written. Pure functions; nothing here knows the database or HTTP.

A file is read leniently where that cannot change what it says (byte-order marks, line ends, semicolons or tabs instead
of commas, spaces around cells, columns in any order) and refused where it can (other encodings, unknown columns).
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

LARGEST_FILE = 2 * 1024 * 1024
MOST_ROWS = 5_000

RISKY = re.compile(r"^'*[=+\-@＝＋－＠\t\r]")
"""What a spreadsheet might run as a formula, however many apostrophes protect it already."""
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Column:
    """A column of the file: its heading, what to enter, an example, and whether a file can go without it."""

    name: str
    about: str
    example: str
    required: bool = True


COLUMNS = (
    Column("specialism", "The specialism by its slug, the last part of its address.", "machine-learning"),
    Column("role", "A role of the ledger by its name.", "Machine Learning Engineer"),
    Column("level", "junior, mid, senior, staff, principal, head, director or executive.", "senior"),
    Column("place", "A city or a country.", "London"),
    Column("currency", "Three letters after ISO 4217.", "GBP"),
    Column("basis", "annual_base, day_rate or total_cash. Empty or left out: annual_base.", "annual_base", False),
    Column("p25", "The 25th percentile, a whole number without unit.", "100000"),
    Column("p50", "The median.", "115000"),
    Column("p75", "The 75th percentile.", "132000"),
    Column("bonus", "What is usual, in words.", "10–15% target", False),
    Column("equity", "What is usual, in words.", "EMI options", False),
    Column("sample", "How many figures it rests on. Empty: not known.", "42", False),
    Column("source", "Where the figures come from.", "Placements by the agency"),
    Column("publisher", "Who published the source.", "Throughline", False),
    Column("source_url", "Where a reader can check it.", "https://www.example.com/survey", False),
    Column("as_of", "The day the figures describe, as 2026-09-30 or 30/09/2026 (day first).", "2026-09-30"),
    Column("valid_until", "The last day they may be shown as current.", "2027-03-31"),
    Column("checked_on", "When they were last checked. Empty: today for a new band.", "2026-10-01", False),
    Column("owner", "The consultant who keeps them true, by the slug of their page.", "ines-okafor"),
    Column("illustrative", "yes or no. Empty or left out: no.", "no", False),
)
NAMES = tuple(column.name for column in COLUMNS)
REQUIRED = frozenset(column.name for column in COLUMNS if column.required)
IDENTITY = ("specialism", "role", "level", "place", "currency", "basis")
"""What makes two rows the same band."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, where: the line of the file (0: the file itself), the column if it is about one, and a message."""

    line: int
    column: str
    message: str


@dataclass(frozen=True)
class Line:
    """A row of the file: the number of its line and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass
class Sheet:
    """A file that has been read: its columns, its rows, and what was wrong with it."""

    columns: tuple[str, ...] = ()
    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def protect(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if RISKY.match(cell) else cell


def unprotect(cell: str) -> str:
    """The cell that was protected; every other one as it is."""
    return cell[1:] if cell.startswith("'") and RISKY.match(cell) else cell


def write(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A file with these columns and rows; it starts with a byte-order mark, without which Excel misreads accents."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([protect(cell) for cell in row] for row in rows)
    return f"\ufeff{out.getvalue()}"


def template() -> str:
    """A file with one example row."""
    return write(NAMES, [[column.example for column in COLUMNS]])


def read(data: bytes) -> Sheet:
    """Read a file; whatever it holds, the result is a sheet, with problems if need be."""
    if len(data) > LARGEST_FILE:
        return _refused("The file is larger than 2 MB. Import it in parts.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused("The file is not encoded as UTF-8. In Excel, save it as “CSV UTF-8 (comma delimited)”.")
    return _read(text)


def _refused(message: str) -> Sheet:
    return Sheet(problems=[Problem(0, "", message)])


def _read(text: str) -> Sheet:
    try:
        rows = [(number, cells) for number, cells in _rows(text) if any(cells)]
    except csv.Error as error:
        return _refused(f"The file cannot be read as CSV: {error}.")
    if not rows:
        return _refused("The file is empty.")
    (line, heading), *rest = rows
    columns = tuple(re.sub(r"\s+", "_", name.lower()) for name in heading)
    while columns and not columns[-1]:
        columns = columns[:-1]
    sheet = Sheet(columns=columns, problems=list(_heading_problems(line, columns)))
    if not sheet.problems and not rest:
        return _refused("The file has a heading but no rows.")
    if not sheet.problems and len(rest) > MOST_ROWS:
        return _refused(f"The file has {len(rest):,} rows; {MOST_ROWS:,} are the most. Import it in parts.")
    if not sheet.problems:
        for number, cells in rest:
            _add(sheet, number, cells)
    return sheet


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the numbers of the lines they start on, spaces around cells taken away."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), skipinitialspace=True)
    before = 0
    for cells in reader:
        yield before + 1, [cell.strip() for cell in cells]
        before = reader.line_num


def _delimiter(text: str) -> str:
    """What separates the columns of the heading: a semicolon or a tab if there are more of them than commas."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=heading.count)


def _heading_problems(line: int, columns: Sequence[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(columns):
        shown = CONTROL.sub(" ", name)[:40]
        if name not in NAMES:
            yield Problem(line, shown, f"There is no column “{shown}”. The columns are {', '.join(NAMES)}.")
        elif columns.count(name) > 1:
            yield Problem(line, shown, "This column is there twice.")
    missing = [name for name in NAMES if name in REQUIRED and name not in columns]
    if missing:
        yield Problem(line, "", f"The heading lacks {', '.join(missing)}.")


def _add(sheet: Sheet, number: int, cells: list[str]) -> None:
    if any(cells[len(sheet.columns) :]):
        message = f"The row has {len(cells)} cells, the heading {len(sheet.columns)}. Is a cell with commas in quotes?"
        sheet.problems.append(Problem(number, "", message))
        return
    cells = cells + [""] * (len(sheet.columns) - len(cells))
    bad = [name for name, cell in zip(sheet.columns, cells, strict=False) if CONTROL.search(cell)]
    sheet.problems += [
        Problem(number, name, "The cell has a line break or a control character in it.") for name in bad
    ]
    if not bad:
        values = {name: unprotect(cell).strip() for name, cell in zip(sheet.columns, cells, strict=False)}
        sheet.lines.append(Line(number, values))
