"""A page cache in front of the site, in this process and inside the test's transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test import RequestFactory

from agency.page_cache.front import PageCache
from agency.page_cache.store import Store, forget_pages, store
from agency.urls import NEVER_KEPT


@contextmanager
def open_connection() -> Iterator[None]:
    """Requests begin and end on the test's own connection, as those of Django's client."""
    signals = [request_started, request_finished]
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)


class Visitor:
    """Asks a WSGI application for pages; ``rendered`` counts those that Django had to answer."""

    def __init__(self, there: Store) -> None:
        self.rendered = 0
        self._django = WSGIHandler()
        self.application = PageCache(self._count, there, NEVER_KEPT)

    def _count(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.rendered += 1
        return self._django(environ, start_response)

    def __call__(self, path: str, method: str = "GET", **environ: str) -> Reply:
        """One request."""
        asked = RequestFactory().generic(method, path, **environ).environ | {"wsgi.input": BytesIO()}
        asked["PATH_INFO"] = asked["PATH_INFO"].encode().decode("latin-1")  # as servers give it
        if "HTTP_COOKIE" not in environ:
            asked.pop("HTTP_COOKIE", None)
        begun: list[Any] = []
        with open_connection():
            body = self.application(asked, lambda *said: begun.extend(said))
            content = b"".join(body)
            if hasattr(body, "close"):
                body.close()
        return Reply(int(begun[0].split()[0]), dict(begun[1]), content)

    def renders(self, path: str, **environ: str) -> bool:
        """Whether Django has to answer a request."""
        before = self.rendered
        self(path, **environ)
        return self.rendered > before


@pytest.fixture
def pages(tmp_path: Path, settings) -> Store:
    """A cache of files for this test."""
    settings.PAGE_CACHE = str(tmp_path / "pages")
    found = store()
    assert found is not None
    return found


@pytest.fixture
def visitor(pages: Store) -> Visitor:
    """Somebody who is not logged in, at a site with a page cache."""
    return Visitor(pages)


def forget_what_is_owed() -> None:
    """Begin as if everything so far had been committed."""
    connection.run_on_commit = [one for one in connection.run_on_commit if one[1] is not forget_pages]


@pytest.fixture
def commit(django_capture_on_commit_callbacks) -> Iterator[Callable[..., Any]]:
    """Runs a function as a transaction of its own: what it asks to happen once it is committed happens."""

    def run(change: Callable[[], Any]) -> Any:
        forget_what_is_owed()
        with django_capture_on_commit_callbacks(execute=True):
            return change()

    return run
