"""How the search grows: the processor time of a question on 100 and on 10,000 guides, on PostgreSQL.

``make bench-search`` starts a server of its own, seeds both sites, asks both the same questions in turn, prints the figures
and writes them to ``benchmarks/search.md``. It fails if a question costs more than three times as much on the large site.
"""

import json
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.thread import Size, commit, environment, machine, name, python
from tests.support.provide import postgres

RESULTS = Path(__file__).with_suffix(".md")
GROWTH = 3.0
"""The processor time of a question on the large site, at most, in those of one on the small site."""
SMALL, LARGE = Size(5, 100, 0), Size(500, 10_000, 0)
ROUNDS = 5
"""Both sites are asked everything so many times, in turn; of each question the least counts."""


def main() -> int:
    """Measure, print, write, judge."""
    os.environ.pop("DATABASE_URL", None)  # always a server of its own, so that figures can be compared
    with postgres() as server, tempfile.TemporaryDirectory(prefix="throughline-bench-") as folder:
        with psycopg.connect(server) as connection:
            database = f"PostgreSQL {connection.execute('SHOW server_version').fetchone()[0].split()[0]}"
        around = {size: environment(size, server, Path(folder)) for size in (SMALL, LARGE)}
        for size, place in around.items():
            build(size, server, place)
        rounds: dict[Size, list[Any]] = {SMALL: [], LARGE: []}
        for _round in range(ROUNDS):
            for size, place in around.items():
                rounds[size].append(json.loads(python("-m", "benchmarks.asked", **place)))
    small, large = (least(rounds[size]) for size in (SMALL, LARGE))
    text = report(small, large, database)
    print(text)
    RESULTS.write_text(text)
    complaints = judge(small, large)
    print("\n".join(complaints) or "Everything within its limits.")
    return 1 if complaints else 0


def build(size: Size, server: str, around: dict[str, str]) -> None:
    """Seed one site and have its search read it."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name(size)}")
    print(f"Seeding {size.support_pages:,} support pages", flush=True)
    python("manage.py", "migrate", "--verbosity=0", **around)
    wanted = ["--specialisms", size.specialisms, "--support-pages", size.support_pages]
    python("manage.py", "seed_scale", *map(str, wanted), **around)
    python("manage.py", "rebuild_search", **around)
    with psycopg.connect(server.rpartition("/")[0] + f"/{name(size)}", autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def least(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Of each question the round that took the least: the others were disturbed."""
    return {
        question: min((one[question] for one in rounds), key=lambda took: took["python"] + took["server"])
        for question in rounds[0]
    }


def total(took: dict[str, float]) -> float:
    """Milliseconds of processor time of both processes."""
    return took["python"] + took["server"]


def mean(site: dict[str, Any]) -> float:
    """Milliseconds a question, on average over the questions."""
    return sum(map(total, site.values())) / len(site)


def judge(small: dict[str, Any], large: dict[str, Any]) -> list[str]:
    """What exceeds its limit."""
    found = [
        f"“{question}” costs {total(large[question]) / total(small[question]):.1f} times as much on the large site."
        for question in small
        if total(large[question]) > GROWTH * total(small[question])
    ]
    queries = {question for question in small if large[question]["queries"] > MOST_QUERIES}
    return found + [f"“{question}” takes more than {MOST_QUERIES} queries." for question in sorted(queries)]


MOST_QUERIES = 30


def report(small: dict[str, Any], large: dict[str, Any], database: str) -> str:
    """The figures as Markdown."""
    rows = [
        (
            f"`{question}`",
            f"{small[question]['found']:,}",
            f"{large[question]['found']:,}",
            f"{total(small[question]):.1f}",
            f"{total(large[question]):.1f}",
            f"{large[question]['server']:.1f}",
            f"{large[question]['queries']}",
            f"{total(large[question]) / total(small[question]):.2f}",
        )
        for question in small
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"""# The search, small and large

Made by `make bench-search` on {datetime.now(UTC):%d %B %Y}, commit {commit()}, {machine()},
Python {platform.python_version()}, Django {version("django")}, Wagtail {version("wagtail")}, {database}.

| question | found in {SMALL.support_pages:,} guides | in {LARGE.support_pages:,} | ms, small | ms, large | of it PostgreSQL | queries, large | ratio |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{table}
| all, on average | | | {mean(small):.1f} | {mean(large):.1f} | | | {mean(large) / mean(small):.2f} |

Milliseconds of processor time, of the web process and of its PostgreSQL process together, for the whole page of results:
its links that narrow it down, its counts, its ten results. The page is asked for 30 times in a process of its own after five
to warm up; {ROUNDS} such rounds a site, in turn; of each question the least counts. Questions that begin with *suggest* are what the
box asks while somebody types.

Limit: a question may cost {GROWTH:g} times as much on the large site, and take {MOST_QUERIES} queries.
"""


if __name__ == "__main__":
    sys.exit(main())
