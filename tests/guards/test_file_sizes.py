"""No file is too long to read in one sitting."""

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


def test_files_are_short_enough() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in FILES}
    assert not {path: length for path, length in lengths.items() if length > LONGEST}
