"""Bringing files in, in tests."""

import io
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from specialisms.models import SpecialismPage
from support_pages.importing import limits
from support_pages.importing.guide import import_guide
from support_pages.importing.report import ImportResult
from support_pages.models import SupportPage
from tests.support_pages.importing.manuscript import WORD

Importer = Callable[..., ImportResult]
TIMED = {"test_hostile.py", "test_refusals.py"}
"""Where files are imported that must be refused in time."""


@pytest.fixture(autouse=True)
def _time_to_read(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a file may take longer than on a site, except where it is tested that it may not."""
    if request.path.name not in TIMED:
        monkeypatch.setattr(limits, "SECONDS", 60)


@pytest.fixture
def importer(specialism: SpecialismPage) -> Importer:
    """Imports text or bytes under the specialism, under a file name."""

    def run(name: str, content: str | bytes, kind: str = "", **options: object) -> ImportResult:
        data = content.encode() if isinstance(content, str) else content
        return import_guide(io.BytesIO(data), specialism, kind, name=name, **options)

    return run


def body_words(page: SupportPage) -> list[str]:
    """The words of the body as it is rendered."""
    soup = BeautifulSoup(page.body.render_as_block({"page": page}), "html.parser")
    return WORD.findall(soup.get_text(" "))


def stored(page: SupportPage) -> SupportPage:
    """The page as the database and its latest revision have it."""
    return SupportPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def kinds_of_block(page: SupportPage) -> list[str]:
    """The types of the blocks in the body, in order."""
    return [block.block_type for block in page.body]
