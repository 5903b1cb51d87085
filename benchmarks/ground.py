"""What all parts stand on: one PostgreSQL, the sites that are seeded in it, and how large everything is."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from benchmarks.accounting import data_folder, postmaster
from benchmarks.servers import Server, gunicorn, python

ASIDE = ["--ignore", "wagtail*", "--ignore", "handbook"]
"""Static files of the CMS, which no reader asks for."""


@dataclass(frozen=True)
class Size:
    """A site to be seeded."""

    specialisms: int
    support_pages: int
    mandates: int = 0

    @property
    def name(self) -> str:
        """Of its database."""
        return f"bench_{self.support_pages}"


@dataclass(frozen=True)
class Sizes:
    """How much of everything. ``siblings`` are those of the measured guides.

    ``rounds`` of so many ``seconds`` each where as much as possible is asked; where it is one request at a time, so many
    ``turns`` of so many ``requests``: many and short, because machines are at times slow for seconds.
    """

    large: Size = Size(500, 10_000, 100_000)
    small: Size = Size(5, 60)
    searched: Size = Size(5, 100)
    siblings: tuple[int, int] = (6, 300)
    rounds: int = 9
    seconds: int = 2
    turns: int = 30
    requests: int = 20
    starts: int = 5
    mix: int = 100_000
    mix_first: int = 10_000
    questions: int = 5
    browser: bool = True


TINY = Size(2, 12, 20)
QUICK = Sizes(
    TINY, TINY, TINY, (3, 5), rounds=1, seconds=1, turns=1, requests=4, starts=1, mix=300, mix_first=150, questions=1,
    browser=False,
)  # fmt: skip
"""Shows that everything still runs, on one site. Its figures say nothing."""


class Ground:
    """A PostgreSQL server at an address and a folder, which the caller makes; sites in both."""

    def __init__(self, server: str, folder: Path, sizes: Sizes) -> None:
        self.server, self.folder, self.sizes = server, folder, sizes
        self.database_process = postmaster(server)
        self.seeded: dict[Size, float] = {}
        self.guides: dict[Size, dict[str, Any]] = {}

    def seed(self, size: Size, siblings: tuple[int, ...] = ()) -> None:
        """Build a site if it is not there, with guides to be measured in clusters of so many siblings."""
        if size in self.seeded:
            return
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {size.name}")
        around, began = self.around(size), time.perf_counter()
        print(f"Seeding {size.support_pages:,} support pages and {size.mandates:,} mandates", flush=True)
        python("manage.py", "migrate", "--verbosity=0", **around)
        wanted = [
            "--specialisms",
            size.specialisms,
            "--support-pages",
            size.support_pages,
            "--mandates",
            size.mandates,
        ]
        python("manage.py", "seed_scale", *map(str, wanted), **around)
        self.guides[size] = json.loads(python("-m", "benchmarks.guides", *map(str, siblings), **around))
        python("manage.py", "rebuild_search", **around)
        if not (self.folder / "static").exists():  # all sites have the same
            python("manage.py", "collectstatic", "--no-input", "--verbosity=0", *ASIDE, **around)
        with psycopg.connect(self.named(size.name), autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
            connection.execute("CHECKPOINT")
        self.seeded[size] = time.perf_counter() - began

    def named(self, database: str) -> str:
        """The address of a database of the server."""
        return urlunsplit(urlsplit(self.server)._replace(path=f"/{database}"))

    def around(self, size: Size) -> dict[str, str]:
        """The environment of a site: production's settings, without HTTPS."""
        folder = self.folder / size.name
        folder.mkdir(exist_ok=True)
        return {
            "DATABASE_URL": self.named(size.name),
            "VAR_DIR": str(folder),
            "STATIC_ROOT": str(self.folder / "static"),
            "DJANGO_SETTINGS_MODULE": "tests.support.production_settings",
            "SECRET_KEY": "signs-nothing-that-outlives-the-benchmark-it-is-made-for",
            "ALLOWED_HOSTS": "127.0.0.1,.bench.example",
            "BASE_URL": "http://127.0.0.1",
            "DEFAULT_FROM_EMAIL": "site@agency.example",
            "LOG_LEVEL": "ERROR",
        }

    @contextmanager
    def site(self, size: Size, *options: str, **more: str) -> Iterator[Server]:
        """A site, served."""
        with gunicorn("agency.wsgi", self.around(size) | more, *options) as server:
            yield server

    @contextmanager
    def statements(self) -> Iterator[list[str]]:
        """What PostgreSQL was asked while the block lasted, by its own log: filled at its end."""
        log, found = data_folder(self.server).parent / "log", []
        with psycopg.connect(self.server, autocommit=True) as connection:
            self._log(connection, "all")
            begins = log.stat().st_size
            yield found
            time.sleep(0.3)  # it writes when it comes to it
            with log.open("rb") as file:
                file.seek(begins)
                text = file.read().decode(errors="replace")
            self._log(connection, "none")
        found += [line.partition("statement: ")[2] for line in text.splitlines() if "LOG:  statement: " in line]

    def _log(self, connection: psycopg.Connection[Any], what: str) -> None:
        connection.execute(f"ALTER SYSTEM SET log_statement = '{what}'")
        connection.execute(
            "ALTER SYSTEM SET autovacuum = off"
        )  # it would work on what was seeded beside what is measured
        connection.execute("SELECT pg_reload_conf()")
        time.sleep(0.3)
