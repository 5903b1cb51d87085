"""Fixtures of the whole suite."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from agency.models import BrandSettings, ConsultantIndexPage, ConsultantPage, HomePage, User
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support.stack import Stack


@pytest.fixture(autouse=True)
def _clean_cache() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def _media(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def home(db) -> HomePage:
    """The front page of a site with nothing else."""
    return factories.site()


@pytest.fixture
def brand(home: HomePage) -> BrandSettings:
    """Brand settings with office hours, Monday to Friday, nine to five in London."""
    return factories.brand()


@pytest.fixture
def directory(home: HomePage) -> SpecialismIndexPage:
    """An empty directory of specialisms."""
    return factories.SpecialismIndexPageFactory(parent=home)


@pytest.fixture
def specialism(directory: SpecialismIndexPage) -> SpecialismPage:
    """A specialism on the top level."""
    return factories.SpecialismPageFactory(parent=directory, title="Machine Learning", slug="machine-learning")


@pytest.fixture
def guide(specialism: SpecialismPage) -> SupportPage:
    """A guide under the specialism, with every block in its body."""
    return factories.SupportPageFactory(parent=specialism, title="Machine Learning Engineer")


@pytest.fixture
def consultant(home: HomePage) -> ConsultantPage:
    """A consultant's page."""
    people = ConsultantIndexPage.objects.first() or factories.ConsultantIndexPageFactory(parent=home)
    return factories.ConsultantPageFactory(parent=people, title="Ines Okafor")


@pytest.fixture
def consultant_user(consultant: ConsultantPage) -> User:
    """The account of that consultant, in the group that answers mandates."""
    return factories.user("ines", group="Consultants", consultant=consultant)


@pytest.fixture
def consultant_client(consultant_user: User) -> Client:
    """A browser in which the consultant is logged in."""
    client = Client()
    client.force_login(consultant_user)
    return client


@pytest.fixture(scope="session")
def database_server() -> str:
    """The URL of the database server the suite was given."""
    return os.environ["DATABASE_URL"]


@pytest.fixture(scope="session")
def demo_stack(tmp_path_factory: pytest.TempPathFactory, database_server: str) -> Iterator[Stack]:
    """The demo agency, running: web server and worker, mail in a folder. Shared by the tests that read it."""
    stack = Stack(tmp_path_factory.mktemp("demo"), database_server)
    try:
        stack.manage("prepare")
        stack.start()
        yield stack
    finally:
        stack.stop()
