"""No file is too long to read in one sitting."""

from pathlib import Path

import pytest

from tests.guards.subjects import ROOT, source_files

LONGEST = 400
FILES = [
    path
    for path in source_files(
        ".py", ".html", ".css", ".js", ".txt", ".md", ".toml", ".yaml", ".yml", ".sh", ".conf", ""
    )
    if "migrations" not in path.parts and not path.is_relative_to(ROOT / "agency" / "demo" / "content")
]


def test_files_are_found() -> None:
    found = {str(path.relative_to(ROOT)) for path in FILES}
    assert {
        "agency/seo.py",
        "templates/base.html",
        "static/js/site.js",
        "Makefile",
        "tests/guards/subjects.py",
    } <= found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_is_short_enough(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST
