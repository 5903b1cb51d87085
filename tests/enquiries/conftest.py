"""Fixtures of the tests of mandates."""

from pathlib import Path

import pytest

from agency.models import BrandSettings, HomePage, PlainPage, User
from agency.settings.storage import mandate_files
from enquiries.spam import rates
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries import notices
from tests.enquiries.rooms import Clock


@pytest.fixture
def led(brand: BrandSettings, specialism: SpecialismPage, consultant_user: User) -> SpecialismPage:
    """A specialism led by the consultant who has an account."""
    factories.lead(specialism, consultant_user.consultant)
    return specialism


@pytest.fixture
def notice_page(home: HomePage, brand: BrandSettings) -> PlainPage:
    """The privacy notice in its first version."""
    page = notices.written(home, "We keep what you send for two years.")
    notices.choose(page)
    return page


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    """The private folder of this test alone."""
    path = tmp_path / "mandates"
    settings.STORAGES = {**settings.STORAGES, "mandates": mandate_files("", path)}
    return path


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Time stands still for whoever counts attempts, so that a slow test stays within its minute."""
    clock = Clock()
    monkeypatch.setattr(rates, "time", clock)
    return clock
