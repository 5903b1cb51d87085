"""A running site that sends mail to a server of ours, for tests that break things."""

from collections.abc import Iterator

import pytest

from tests.support.client import MandateClient
from tests.support.mail_server import MailServer
from tests.support.stack import Stack


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailServer]:
    """The mail server of the site below."""
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def _site(tmp_path_factory: pytest.TempPathFactory, database_server: str, mail_server: MailServer) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("faults")
    site = Stack(
        folder,
        database_server,
        EMAIL_URL=mail_server.url,
        CACHE_URL=f"file://{folder / 'cache'}",
        DELIVERY_LEASE_SECONDS="2",
        WEBHOOK_PRIVATE_TARGETS="true",
    )
    try:
        site.prepare()
        yield site
    finally:
        site.stop()


@pytest.fixture
def site(_site: Stack, mail_server: MailServer) -> Iterator[Stack]:
    """The demo agency with web server and worker running; both are gone after the test."""
    mail_server.letters.clear()
    _site.start()
    yield _site
    for name in list(_site.processes):
        _site.kill(name)


@pytest.fixture
def client(site: Stack) -> MandateClient:
    """Somebody with a mandate."""
    return MandateClient(site.url)
