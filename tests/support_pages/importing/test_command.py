"""``manage.py import_guide``."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from agency.models import AgencyImage
from specialisms.models import SpecialismPage
from support_pages.importing import guide as importing
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.importing.conftest import Importer
from tests.support_pages.importing.manuscript import manuscript
from tests.support_pages.importing.writing import as_html


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Data engineer salary guide.md"
    path.write_text("First a line.\n\n> Words nobody said.\n")
    return path


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("import_guide", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_makes_a_draft_and_says_what_to_look_at(specialism: SpecialismPage, file: Path) -> None:
    out = run(file, "--under", "machine-learning")
    page = SupportPage.objects.get()
    assert page.get_parent().pk == specialism.pk
    assert (page.live, page.title, page.kind) == (False, "Data engineer salary guide", Kind.SALARY_GUIDE)
    assert "6 words in the file, 6 on the page" in out
    assert "names nobody" in out
    assert f"/admin/pages/{page.pk}/edit/" in out


def test_publishes_if_asked(specialism: SpecialismPage, file: Path) -> None:
    run(file, "--under", "machine-learning", "--kind", Kind.MARKET_MAP, "--publish")
    page = SupportPage.objects.get()
    assert (page.live, page.kind, page.has_unpublished_changes) == (True, Kind.MARKET_MAP, False)


def test_errors_of_the_thread_keep_it_a_draft(specialism: SpecialismPage, file: Path) -> None:
    specialism.unpublish()
    out = run(file, "--under", "machine-learning", "--publish")
    assert out.startswith("Draft: ")
    assert "It was not published, it is a draft: Its specialism “Machine Learning” is not published" in out
    assert not SupportPage.objects.get().live


def test_refusal_is_an_error(specialism: SpecialismPage, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"%PDF-1.4 x")
    with pytest.raises(CommandError, match="it is a PDF"):
        run(path, "--under", "machine-learning")
    assert not SupportPage.objects.exists()


def test_missing_file_and_unknown_specialism_are_errors(
    specialism: SpecialismPage, file: Path, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="cannot be opened"):
        run(tmp_path / "none.md", "--under", "machine-learning")
    with pytest.raises(CommandError, match="no specialism"):
        run(file, "--under", "law")


def test_same_slug_in_two_places_needs_more_of_the_address(specialism: SpecialismPage, directory, file: Path) -> None:
    wider = factories.SpecialismPageFactory(parent=directory, title="Law", slug="law")
    factories.SpecialismPageFactory(parent=wider, title="Machine learning law", slug="machine-learning")
    with pytest.raises(CommandError, match="Several"):
        run(file, "--under", "machine-learning")
    run(file, "--under", "law/machine-learning")
    assert SupportPage.objects.get().get_parent().get_parent().pk == wider.pk


def test_two_imports_of_one_file_stand_side_by_side(specialism: SpecialismPage, file: Path) -> None:
    run(file, "--under", "machine-learning")
    run(file, "--under", "machine-learning")
    assert len(set(SupportPage.objects.values_list("slug", flat=True))) == 2


def test_nothing_is_left_when_storing_fails(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(importing, "_record", fail)
    with pytest.raises(OSError, match="no room"):
        importer("a.html", as_html(manuscript()))
    assert not SupportPage.objects.exists()
    assert not AgencyImage.objects.exists()
    assert default_storage.listdir("original_images")[1] == []
