"""How the check of the thread grows: 1,000 and 10,000 support pages with faults of every rule, on PostgreSQL.

``make bench-thread`` starts a server of its own, seeds both sites, checks each in a process of its own, prints the figures
and writes them to ``benchmarks/thread.md``. It fails if a planted fault is not found, if anything else is found, or if
time, memory or queries exceed what is allowed below.
"""

import json
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from benchmarks.accounting import postmaster, processor_seconds
from benchmarks.machine import commit, machine
from benchmarks.servers import python
from tests.support.provide import postgres

RESULTS = Path(__file__).with_suffix(".md")
GROWTH = 1.25
"""The time of a page on the large site, at most, in those of a page on the small one."""
MOST_MIB = 1024


@dataclass(frozen=True)
class Size:
    """A site to be checked: as many guides a specialism and as many faults a page on each."""

    specialisms: int
    support_pages: int
    faults: int


SMALL, LARGE = Size(50, 1_000, 2), Size(500, 10_000, 20)


@dataclass(frozen=True)
class Result:
    """What the check of one site took. ``server`` is the processor time of PostgreSQL."""

    size: Size
    pages: int
    clusters: int
    problems: int
    wall: float
    cpu: float
    server: float
    peak_mib: float
    queries: int
    seeding: float

    @property
    def per_page(self) -> float:
        """Milliseconds of processor time a page, of both processes."""
        return (self.cpu + self.server) / self.pages * 1000


def main() -> int:
    """Measure, print, write, judge."""
    os.environ.pop("DATABASE_URL", None)  # always a server of its own, so that figures can be compared
    with postgres() as server, tempfile.TemporaryDirectory(prefix="throughline-bench-") as folder:
        small, large = (measure(size, server, Path(folder)) for size in (SMALL, LARGE))
        queries = json.loads(python("-m", "benchmarks.measured", "--one", **environment(LARGE, server, Path(folder))))
        with psycopg.connect(server) as connection:
            database = f"PostgreSQL {connection.execute('SHOW server_version').fetchone()[0].split()[0]}"
    text = report(small, large, queries, database)
    print(text)
    RESULTS.write_text(text)
    complaints = judge(small, large, queries)
    print("\n".join(complaints) or "Everything within its limits.")
    return 1 if complaints else 0


def measure(size: Size, server: str, folder: Path) -> Result:
    """Seed one site and check it; what is found must be what was planted."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name(size)}")
    around = environment(size, server, folder)
    print(f"Seeding {size.support_pages:,} support pages", flush=True)
    python("manage.py", "migrate", "--verbosity=0", **around)
    began = datetime.now(UTC)
    wanted = ["--specialisms", size.specialisms, "--support-pages", size.support_pages, "--faults", size.faults]
    planted = json.loads(python("manage.py", "seed_scale", *map(str, wanted), **around))
    seeding = (datetime.now(UTC) - began).total_seconds()
    print(f"Checking {size.support_pages:,} support pages", flush=True)
    file = folder / "found.json"
    database = postmaster(server)
    before = processor_seconds(database)
    took = json.loads(python("-m", "benchmarks.measured", str(file), **around))
    used = processor_seconds(database) - before
    found = json.loads(file.read_text())
    compare(planted, found)
    summary = found["summary"]
    return Result(
        size,
        summary["pages"],
        summary["clusters"],
        summary["errors"] + summary["warnings"],
        server=used,
        seeding=seeding,
        **took,
    )


def compare(planted: dict[str, Any], found: dict[str, Any]) -> None:
    """Stop unless exactly what was planted, with its consequences, was found."""
    expected = {(page, code) for code, pages in planted["faults"].items() for page in pages}
    expected |= {(page, one["breaks"]) for one in planted["consequences"] for page in one["pages"]}
    problems = {(one["page"]["id"], one["code"]) for cluster in found["clusters"] for one in cluster["problems"]}
    if problems != expected:
        sys.exit(f"Not found: {sorted(expected - problems)}\nFound besides: {sorted(problems - expected)}")


def judge(small: Result, large: Result, queries: dict[str, int]) -> list[str]:
    """What exceeds its limit."""
    limits = {
        f"A page takes more than {GROWTH} times as long on the large site.": large.per_page <= GROWTH * small.per_page,
        f"The check needs more than {MOST_MIB} MiB.": large.peak_mib < MOST_MIB,
        "The queries of one cluster's check grow with its size.": len(set(queries.values())) == 1,
    }
    return [complaint for complaint, holds in limits.items() if not holds]


def report(small: Result, large: Result, queries: dict[str, int], database: str) -> str:
    """The figures as Markdown."""
    rows = [
        ("support pages (specialisms)", lambda one: f"{one.size.support_pages:,} ({one.size.specialisms:,})", ""),
        ("pages checked", lambda one: f"{one.pages:,}", one_ratio(small.pages, large.pages)),
        ("planted faults of each rule, at least", lambda one: f"{one.size.faults}", ""),
        ("problems found, all of them planted", lambda one: f"{one.problems:,}", ""),
        ("processor time of the check, s", lambda one: f"{one.cpu:.1f}", one_ratio(small.cpu, large.cpu)),
        ("processor time of PostgreSQL, s", lambda one: f"{one.server:.1f}", one_ratio(small.server, large.server)),
        ("processor time a page, ms", lambda one: f"{one.per_page:.2f}", one_ratio(small.per_page, large.per_page)),
        ("time by the clock, s", lambda one: f"{one.wall:.1f}", one_ratio(small.wall, large.wall)),
        ("pages a second", lambda one: f"{one.pages / one.wall:.0f}", ""),
        ("most memory, MiB", lambda one: f"{one.peak_mib:.0f}", one_ratio(small.peak_mib, large.peak_mib)),
        ("queries", lambda one: f"{one.queries:,}", one_ratio(small.queries, large.queries)),
        ("queries a cluster", lambda one: f"{one.queries / one.clusters:.1f}", ""),
        ("seeding, s by the clock", lambda one: f"{one.seeding:.0f}", one_ratio(small.seeding, large.seeding)),
    ]
    table = "\n".join(f"| {label} | {show(small)} | {show(large)} | {ratio} |" for label, show, ratio in rows)
    sizes = ", ".join(f"{count} with {size} guides" for size, count in queries.items())
    return f"""# The check of the thread, small and large

Made by `make bench-thread` on {datetime.now(UTC):%d %B %Y}, commit {commit()}, {machine()},
Python {platform.python_version()}, Django {version("django")}, Wagtail {version("wagtail")}, {database}.

| | small | large | ratio |
| --- | ---: | ---: | ---: |
{table}

Every planted fault was found, and nothing on any other page. Each site is checked by `check_thread --json` in a process of
its own, after one cluster has been checked to load templates and addresses. The check renders every canonical page as a
visitor gets it; most of its queries and half of its time are that.

Queries of the check of one cluster: {sizes}.

Limits: a page may take {GROWTH} times as long on the large site, the check {MOST_MIB:,} MiB, and the queries of one cluster may
not grow with it.
"""


def one_ratio(small: float, large: float) -> str:
    """How many times as much."""
    return f"{large / small:.2f}" if small else ""


def name(size: Size) -> str:
    """The database of a size."""
    return f"bench_{size.support_pages}"


def environment(size: Size, server: str, folder: Path) -> dict[str, str]:
    """Where the site of a size is."""
    url = urlunsplit(urlsplit(server)._replace(path=f"/{name(size)}"))
    return {"DATABASE_URL": url, "VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "agency.settings.test"}


if __name__ == "__main__":
    sys.exit(main())
