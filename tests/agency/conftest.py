"""The demo agency, built once for each module that asks for it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import transaction
from django.http import HttpResponse
from django.test import override_settings
from wagtail.models import Site

from agency.demo import accounts
from agency.demo.build import is_empty
from tests.support.demo import crawl, is_page, parsed


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demo in the database of this module, with its own folder for files; all gone afterwards."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch, override_settings(MEDIA_ROOT=folder / "media"):
        patch.setattr(accounts, "logins_file", lambda: folder / "demo_logins.txt")
        with django_db_blocker.unblock(), transaction.atomic():
            assert is_empty()
            call_command("seed_demo", stdout=io.StringIO())
            yield folder
            transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture(scope="module")
def found(seeded: Path) -> dict[str, HttpResponse]:
    """Everything a crawler finds from the front page, by its path."""
    with override_settings(MEDIA_ROOT=seeded / "media"):
        return crawl()


@pytest.fixture(scope="module")
def crawled(found: dict[str, HttpResponse]) -> dict[str, BeautifulSoup]:
    """The pages among them."""
    return {path: parsed(response) for path, response in found.items() if is_page(response)}


@pytest.fixture
def demo(seeded: Path, settings) -> Path:
    """The demo, its files where the site looks for them."""
    settings.MEDIA_ROOT = seeded / "media"
    return seeded
