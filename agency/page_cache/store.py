"""Where this installation keeps its pages, and when all of them become old."""

import logging
import threading
import time
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from django.apps import apps
from django.conf import settings
from django.utils import timezone

from agency.page_cache.files import Files
from agency.page_cache.server import Server

logger = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
AGAIN = 0.5
"""Seconds after which a cache that could not be emptied is tried again."""


class Store(Protocol):
    """What pages are kept in. Nothing of it raises; see ``Files`` and ``Server``."""

    def stamp(self) -> str | None:
        """Under what pages are kept now; none if they cannot be."""

    def forget(self) -> bool:
        """Have no page that was rendered before now answer a request; whether that was possible."""

    def read(self, key: str) -> bytes | None:
        """What lies under a key."""

    def write(self, key: str, content: bytes) -> None:
        """Put something under a key."""

    def claim(self, key: str) -> AbstractContextManager[bool]:
        """Whether this thread alone renders what belongs under a key."""

    def tidy(self) -> int:
        """Keep to the size; returns how many pages went."""


@cache
def store_at(location: str, megabytes: int) -> Store:
    """The store at ``redis://…``, or in a folder."""
    if location.startswith(("redis://", "rediss://", "unix://")):
        return Server(location)
    return Files(Path(location), megabytes * MEGABYTE)


def store() -> Store | None:
    """The store of this installation; none if it keeps no pages."""
    return store_at(settings.PAGE_CACHE, settings.PAGE_CACHE_MEGABYTES) if settings.PAGE_CACHE else None


@cache
def release() -> str:
    """Which version of the site this process runs, by the dates of its files: another one's pages look different.

    Both run for a while when a new one is rolled out, and share what pages are kept in.
    """
    ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    folders = [*ours, *(settings.BASE_DIR / name for name in ("templates", "static", "requirements"))]
    found = sorted(path for folder in folders for path in folder.rglob("*.*") if path.suffix != ".pyc")
    about = [(str(path.relative_to(settings.BASE_DIR)), path.stat()) for path in found]
    return blake2b(
        "\n".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in about).encode(), digest_size=6
    ).hexdigest()


def forget_pages() -> None:
    """Have every page rendered again, in all processes; tried again and again if the cache is away."""
    there = store()
    if there is None or there.forget() or Insisting.is_at_it.is_set():
        return
    Insisting(there).start()


def tidy() -> None:
    """Keep the cache to its size. A job of the worker."""
    there = store()
    if there is not None:
        there.tidy()


class Insisting(threading.Thread):
    """Empties a store as soon as it is back: what changed meanwhile must not stay hidden behind what it holds."""

    is_at_it = threading.Event()

    def __init__(self, there: Store) -> None:
        super().__init__(name="page cache", daemon=True)
        self._store = there

    def run(self) -> None:
        """Until it is done."""
        self.is_at_it.set()
        try:
            while not self._store.forget():
                time.sleep(AGAIN)
        finally:
            self.is_at_it.clear()


class Today:
    """The day as it is part of every stamp: facts run out and consents end at midnight, and nothing is kept longer."""

    def __init__(self) -> None:
        self._day = (0.0, 0.0, "")

    def __str__(self) -> str:
        begins, ends, name = self._day
        if not begins <= time.time() < ends:
            today = timezone.localdate()
            name = today.isoformat()
            self._day = (self._midnight(today), self._midnight(today + timedelta(1)), name)
        return name

    def _midnight(self, day: date) -> float:
        return timezone.make_aware(datetime.combine(day, time_of_day.min)).timestamp()
