"""``make bench``: how fast the site is, against what, and whether that is what was promised.

It starts PostgreSQL, gunicorn and nginx itself, on loopback, seeds, measures, prints the tables and writes them to
``benchmarks/results.md``. ``python -m benchmarks PART…`` measures only some parts and writes nothing; ``--quick`` shows on a
tiny site that everything still runs. The exit status is 1 if a promise is not met, unless it was quick.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import cached, floor, growth, search, starting, uncached, wire
from benchmarks.ground import QUICK, Ground, Sizes
from benchmarks.machine import commit, machine, versions
from benchmarks.report import Part
from benchmarks.servers import Server
from tests.support.provide import postgres

RESULTS = Path(__file__).with_name("results.md")
PARTS: dict[str, Callable[[Ground, Server], Part]] = {
    "uncached": uncached.measure,
    "cached": cached.measure,
    "starting": starting.measure,
    "search": search.measure,
    "growth": growth.measure,
    "wire": wire.measure,
}
ELSEWHERE = """## Measured elsewhere

Freshness with several processes, and a crowd at a page that is not kept: `python -m pytest tests/faults/test_freshness.py
tests/agency/page_cache`, part of `make test`. Lighthouse: `make lighthouse`. The check of the thread: [thread.md](thread.md).
A flood of hostile submissions: [flood.md](flood.md)."""


def main() -> int:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the site.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"only these: {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="tiny: shows that everything still runs")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(unknown)}")
    os.environ.pop("DATABASE_URL", None)  # always a server of its own, so that figures can be compared
    sizes = QUICK if given.quick else Sizes()
    chosen = given.parts or [name for name in PARTS if name != "wire" or sizes.browser]
    with ExitStack() as running:
        server = running.enter_context(postgres())
        folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="throughline-bench-")))
        ground = Ground(server, folder, sizes)
        with ThreadPoolExecutor(1) as beside:
            made = beside.submit(floor.make, ground)
            ground.seed(sizes.large, sizes.siblings)
            ground.seed(sizes.small, sizes.siblings[:1])
            ground.seed(sizes.searched)
            made.result()
        floor.fill(ground, ground.guides[sizes.large]["text"])
        bare = running.enter_context(floor.stock(ground))
        parts = []
        for name in chosen:
            print(f"Measuring: {name}", flush=True)
            parts.append(PARTS[name](ground, bare))
        told = report(parts, ground)
    print(told)
    if not given.parts and not given.quick:
        RESULTS.write_text(f"{told}\n")
    missed = [promise for part in parts for promise in part.promises if not promise.is_met]
    print(f"{len(missed)} promises are not met." if missed else "Everything within its limits.")
    return 1 if missed and not given.quick else 0


def report(parts: list[Part], ground: Ground) -> str:
    """Everything as Markdown."""
    large = ground.sizes.large
    today = datetime.now(UTC)
    head = f"""# How fast it is

Made by `make bench` on {today.day} {today:%B %Y}, commit {commit()}, {machine()},
{versions(ground.server)}.

The site has {large.specialisms:,} specialisms, {large.support_pages:,} support pages and {large.mandates:,} mandates, made by `manage.py seed_scale`; migrating,
seeding and indexing it took {ground.seeded[large]:,.0f} seconds. Everything runs on this machine: PostgreSQL (without fsync), gunicorn with two workers of
two threads, nginx, and whoever asks."""
    return "\n\n".join([head, *map(str, parts), ELSEWHERE])


if __name__ == "__main__":
    sys.exit(main())
