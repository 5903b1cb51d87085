"""Fixtures of the whole suite."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings

from agency.models import BrandSettings, ConsultantIndexPage, ConsultantPage, HomePage, User
from agency.settings import base
from agency.settings.storage import mandate_files
from agency.settings.test import STORAGES
from enquiries import paper
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages import typesetting
from support_pages.models import SupportPage
from tests import factories
from tests.support.stack import Stack

# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")

# Half a million objects of the site and its libraries stay until the end: looking for garbage among them took a tenth of the time.
gc.set_threshold(200_000, 20, 20)

LONG = [
    "support_pages/test_read_model.py",
    "support_pages/test_outlines.py",
    "scale/test_faults.py",
    "guards/test_outsiders.py",
    "guards/test_permissions.py",
    "support_pages/test_pdf_making.py",
    "support_pages/importing/test_refusals.py",
    "agency/test_demo_evidence.py",
]
"""Files that take more than 20 seconds of processor time. Two processes start with them, so that both end at the same time."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the long files first if the suite runs on several processes, and let the garbage collector forget what is there."""
    gc.collect()
    gc.freeze()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        place = {Path(__file__).parent / name: number for number, name in enumerate(LONG)}
        items.sort(key=lambda item: place.get(item.path, len(LONG)))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Without the page and the site that Wagtail begins with: each test would spend time on deleting them."""
    with django_db_blocker.unblock():
        factories.nothing()


@pytest.fixture(autouse=True)
def _clean_cache() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def _media(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(scope="session", autouse=True)
def _mandate_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Files of mandates go where pytest clears up."""
    folder = tmp_path_factory.mktemp("mandates")
    with override_settings(STORAGES={**STORAGES, "mandates": mandate_files("", folder)}):
        yield


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Setting a paper or a guide may take as long as a machine that also runs the other passes makes it take."""
    monkeypatch.setattr(paper, "SECONDS", 600)
    monkeypatch.setattr(typesetting, "SECONDS", 600)


@pytest.fixture(autouse=True)
def _letter_box(settings) -> None:
    settings.EMAIL_BACKEND = base.EMAIL_BACKEND  # Django's test environment puts another in its place


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


@pytest.fixture(scope="module")
def what_migrations_made(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Put back what tests outside of a transaction empty, for whatever file this process runs next.

    Such tests stand in files of their own, in which every test uses this.
    """
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture(scope="session")
def database_server() -> str:
    """The URL of the database server the suite was given."""
    return os.environ["DATABASE_URL"]


@pytest.fixture(scope="session")
def demo_stack(tmp_path_factory: pytest.TempPathFactory, database_server: str) -> Iterator[Stack]:
    """The demo agency, running: web server and worker, mail in a folder. Shared by the tests that read it."""
    folder = tmp_path_factory.mktemp("demo")
    stack = Stack(folder, database_server, SCREENING="true", CACHE_URL=f"file://{folder / 'cache'}")
    try:
        stack.prepare()
        stack.start()
        yield stack
    finally:
        stack.stop()
