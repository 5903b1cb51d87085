"""Static files as visitors get them: one style sheet, hashed, compressed, kept for a year."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import Client, override_settings

from agency.models import HomePage
from agency.static_files import IMPORT, minify

STYLES = settings.STATICFILES_DIRS[0] / "css"
NOUNS = sorted(path.relative_to(STYLES).as_posix() for path in STYLES.rglob("*.css"))
UNJOINED = {"admin.css", "admin-cluster.css", "admin-mandate.css", "paper.css", "pdf.css", "pdf-drawings.css"}
"""The style sheets of the editor's pages and of the PDF; every other one is joined into the site's."""
JOINED = sorted(set(NOUNS) - UNJOINED)


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Path]:
    """The project's own static files, collected as the image collects them and served as production serves them."""
    with override_settings(
        STATIC_ROOT=tmp_path / "static",
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
        STORAGES=settings.STORAGES | {"staticfiles": {"BACKEND": "agency.static_files.BundledStaticFilesStorage"}},
        WHITENOISE_USE_FINDERS=False,
    ):
        collect()
        yield tmp_path / "static"


@pytest.fixture
def sources(tmp_path: Path, built: Path) -> Iterator[Path]:
    """A style sheet of our own that imports another, both from a day ago."""
    folder = tmp_path / "sources" / "css"
    folder.mkdir(parents=True)
    write(folder / "site.css", '@layer base;\n@import url("base.css") layer(base);\n')
    write(folder / "base.css", "a { color: red; }\n")
    with override_settings(STATICFILES_DIRS=[folder.parent]):
        yield folder


def collect() -> None:
    """What the image and an upgrade do."""
    call_command("collectstatic", interactive=False, verbosity=0)


def write(path: Path, text: str, days_ago: int = 1) -> None:
    """A file last changed that long ago, on the clock of the files beside it."""
    path.write_text(text)
    changed = path.stat().st_mtime - days_ago * 86_400
    os.utime(path, (changed, changed))


def bundle(built: Path) -> str:
    """The joined style sheet."""
    return hashed_bundle(built).read_text()


def hashed_bundle(built: Path) -> Path:
    """The file that pages load, by the manifest."""
    manifest = json.loads((built / "staticfiles.json").read_text())
    return built / manifest["paths"]["css/site.css"]


@pytest.mark.parametrize("noun", sorted(set(JOINED) - {"site.css"}))
def test_every_style_sheet_is_imported_once(noun: str):
    imported = [match["name"] for match in IMPORT.finditer((STYLES / "site.css").read_text())]
    assert imported.count(noun) == 1


@pytest.mark.parametrize("noun", JOINED)
def test_style_sheets_hold_nothing_that_joining_would_break(noun: str):
    css = re.sub(r"/\*.*?\*/", "", (STYLES / noun).read_text(), flags=re.DOTALL)
    strings = re.findall(r'"[^"]*"', IMPORT.sub("", css))
    assert not [text for text in strings if re.search(r"/\*|\s{2,}|\s[{};,]|[{};,]\s", text)]
    assert "url(" not in IMPORT.sub("", css), "an address in a style sheet is relative to the file that is joined"


def test_the_bundle_holds_every_import_in_its_layer_and_order(built: Path):
    joined = bundle(built)
    rest = joined
    for match in IMPORT.finditer((STYLES / "site.css").read_text()):
        part = f"@layer {match['layer']}{{{minify((STYLES / match['name']).read_text())}}}"
        assert part in rest
        rest = rest.partition(part)[2]
    assert rest == ""
    assert joined.startswith("@layer reset,")
    assert "@import" not in joined


def test_the_hashed_bundle_is_compressed_whole(built: Path):
    hashed = hashed_bundle(built)
    compressed = hashed.with_name(f"{hashed.name}.br").read_bytes()
    assert brotli.decompress(compressed).decode() == bundle(built)
    assert len(compressed) < len(bundle(built)) / 3


def test_a_page_loads_the_one_hashed_style_sheet_compressed_and_for_a_year(home: HomePage, built: Path):
    page = BeautifulSoup(Client().get("/").content, "html.parser")
    links = [link["href"] for link in page.find_all("link", rel="stylesheet")]
    assert len(links) == 1
    assert re.fullmatch(r"/static/css/site\.[0-9a-f]{12}\.css", links[0])
    response = Client().get(links[0], headers={"accept-encoding": "gzip, br"})
    assert response.status_code == 200
    assert response["Content-Encoding"] == "br"
    assert response["Cache-Control"] == "max-age=315360000, public, immutable"
    assert brotli.decompress(response.getvalue()).decode() == bundle(built)


def test_a_changed_import_reaches_the_bundle_although_its_entry_is_unchanged(sources: Path, built: Path):
    collect()
    assert bundle(built) == "@layer base;@layer base{a{color: red;}}"
    write(sources / "base.css", "a { color: blue; }\n", days_ago=0)
    collect()
    assert bundle(built) == "@layer base;@layer base{a{color: blue;}}"


@pytest.mark.parametrize("line", ['@import url("base.css");', "@import 'base.css' layer(base);"])
def test_an_import_that_cannot_be_joined_stops_the_build(sources: Path, line: str):
    write(sources / "site.css", line, days_ago=-1)
    with pytest.raises(ImproperlyConfigured, match="import"):
        collect()


@pytest.mark.parametrize(
    ("css", "minified"),
    [
        ("a {\n  color: red;\n}\n", "a{color: red;}"),
        ("/* why */ a::after { content: ' · '; }", "a::after{content: ' · ';}"),
        ("a { width: calc(1rem + 2px) } /* one */ /* two */", "a{width: calc(1rem + 2px)}"),
        ("a,\nb { margin: 0 auto; }", "a,b{margin: 0 auto;}"),
        ("@media (min-width: 2rem) and (hover) { a { top: 0 } }", "@media (min-width: 2rem) and (hover){a{top: 0}}"),
    ],
)
def test_minified_styles_mean_the_same(css: str, minified: str):
    assert minify(css) == minified
