"""Pay files: how they are read and written, without a database."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specialisms.pay import cells, files
from specialisms.pay.cells import CellError

ROW = {column.name: column.example for column in files.COLUMNS}
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"])).map(str.strip)


def file(*rows: dict[str, str], columns=files.NAMES, delimiter=",", end="\n") -> bytes:
    """A file as somebody's spreadsheet would write it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(columns)
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return out.getvalue().encode()


def read_one(data: bytes) -> dict[str, str]:
    """The only row of a file without problems."""
    sheet = files.read(data)
    assert sheet.problems == []
    (line,) = sheet.lines
    return line.cells


def test_template_is_a_file_that_can_be_read() -> None:
    assert read_one(files.template().encode()) == ROW


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_separators_line_ends_and_marks_do_not_matter(mark: bytes, delimiter: str, end: str) -> None:
    assert read_one(mark + file(ROW, delimiter=delimiter, end=end)) == ROW


def test_spaces_capitals_order_and_empty_lines_do_not_matter() -> None:
    names = [*reversed(files.NAMES), "", ""]
    head = [f"  {name.upper().replace('_', ' ')} " for name in names]
    row = [f"  {ROW.get(name, '')}\u00a0" for name in names]
    data = "\n\n" + file(columns=head).decode() + ",,\n" + ",".join(row) + "\n\n"
    assert read_one(data.encode()) == ROW


def test_columns_that_are_not_required_may_be_missing() -> None:
    columns = [name for name in files.NAMES if name in files.REQUIRED]
    assert read_one(file(ROW, columns=columns)) == {name: ROW[name] for name in columns}


@given(st.lists(texts, min_size=len(files.NAMES), max_size=len(files.NAMES)).filter(any))
def test_what_is_written_is_read_again(row: list[str]) -> None:
    assert list(read_one(files.write(files.NAMES, [row]).encode()).values()) == row


@given(texts)
def test_no_cell_is_a_formula(cell: str) -> None:
    written = files.protect(cell)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert files.unprotect(written) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-5", "@SUM(A1)", "'=1", "''-1"])
def test_formulas_are_protected_and_come_back(cell: str) -> None:
    assert files.protect(cell) == f"'{cell}"
    assert files.unprotect(f"'{cell}") == cell


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n ; ; \n", "empty"),
        (b"a" * (files.LARGEST_FILE + 1), "2 MB"),
        ("rôle".encode("latin-1"), "UTF-8"),
        (file(), "no rows"),
        (file(*[ROW] * 5001), "5,001 rows"),
        (b'"' + b"a" * 200_000, "cannot be read"),
    ],
)
def test_files_are_refused_with_a_reason(data: bytes, message: str) -> None:
    sheet = files.read(data)
    (problem,) = sheet.problems
    assert problem.line == 0
    assert message in problem.message
    assert not sheet.lines


def test_five_thousand_rows_are_read() -> None:
    assert len(files.read(file(*[ROW] * 5000)).lines) == 5000


def test_problems_name_line_and_column() -> None:
    sheet = files.read(b"role,role,wages\nx\n")
    assert [(p.line, p.column) for p in sheet.problems] == [(1, "role"), (1, "wages"), (1, "")]
    assert "lacks specialism, level" in sheet.problems[-1].message


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    rows = [ROW, ROW | {"place": "New\nYork"}, ROW, ROW | {"bonus": "a\x00b"}]
    sheet = files.read(file(*rows) + b"x," * 30 + b"x\n")
    assert [line.number for line in sheet.lines] == [2, 5]
    assert [(p.line, p.column) for p in sheet.problems] == [(3, "place"), (6, "bonus"), (7, "")]


@given(st.binary(max_size=2000) | st.text(max_size=500).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_garbage_gives_a_problem(data: bytes) -> None:
    assert files.read(data).problems


@pytest.mark.parametrize(
    ("cell", "number"),
    [("115000", 115000), ("115,000", 115000), ("1 115 000", 1115000), ("1’115’000", 1115000), ("0", 0)],
)
def test_numbers(cell: str, number: int) -> None:
    assert cells.whole(cell) == number


@pytest.mark.parametrize("cell", ["", "£5", "115.000", "1,15", "-5", "115k", "1e5", "٣", "9" * 16, "1,115 000"])
def test_not_numbers(cell: str) -> None:
    with pytest.raises(CellError):
        cells.whole(cell)


@pytest.mark.parametrize("cell", ["2026-09-30", "30/09/2026"])
def test_dates(cell: str) -> None:
    assert str(cells.day(cell)) == "2026-09-30"


@pytest.mark.parametrize("cell", ["", "2026-02-30", "09/30/2026", "tomorrow", "2026"])
def test_not_dates(cell: str) -> None:
    with pytest.raises(CellError):
        cells.day(cell)


def test_choices_by_value_or_name() -> None:
    assert cells.level("Staff or Lead") == cells.level("staff") == "staff"
    assert cells.basis("") == cells.basis("ANNUAL BASE") == "annual_base"
    with pytest.raises(CellError, match="executive"):
        cells.level("boss")
