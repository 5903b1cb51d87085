"""Readers while everything changes: two web processes and a worker, pages kept in files or on a server.

60 changes here; ``FRESHNESS=500 pytest tests/faults/test_freshness.py`` makes as many as it says.
"""

import os
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.changing import GONE, is_finished, read_changes, reading, staleness
from tests.support.client import MandateClient
from tests.support.provide import cache_server
from tests.support.stack import Stack
from tests.support.waiting import until

CHANGES = int(os.environ.get("FRESHNESS", "60"))
READERS = 8
VISITORS = 200
STORES = ["files"] if os.environ.get("DATABASE_URL", "sqlite").startswith("sqlite") else ["files", "server"]
LATEST = {"files": 0.0, "server": 1.0}
"""Seconds after its commit by which a change is seen: in files at once, from a server that is asked now and then within one."""

pytestmark = [pytest.mark.slow, pytest.mark.database]


@pytest.fixture(scope="module", params=STORES)
def store(request: pytest.FixtureRequest) -> Iterator[str]:
    """What pages are kept in: ``files``, or ``server`` with one running at CACHE_URL."""
    if request.param == "files":
        yield request.param
        return
    with cache_server() as url:
        os.environ["FRESHNESS_CACHE"] = url
        yield request.param


@pytest.fixture(scope="module")
def changing_site(store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A small running site."""
    folder = tmp_path_factory.mktemp("freshness")
    url = os.environ["FRESHNESS_CACHE"] if store == "server" else f"file://{folder / 'cache'}"
    site = Stack(
        folder,
        os.environ.get("DATABASE_URL", "sqlite:///"),
        CACHE_URL=url,
        RENDERED=str(folder / "rendered"),
        GUNICORN_CMD_ARGS="--config python:tests.support.counting",
    )
    try:
        site.manage("migrate", "--verbosity", "0")
        site.manage("shell", "--no-imports", "-c", "from tests.support import changing; changing.build()")
        site.start()
        yield site
    finally:
        site.stop()


def test_no_reader_sees_what_is_no_longer_true(changing_site: Stack, store: str) -> None:
    log = changing_site.folder / "changes"
    at_first = {f"/specialisms/first/{slug}/": "0" for slug in ("published", "fact", "away", "moved")}
    at_first["/specialisms/second/moved/"] = GONE
    code = f"from tests.support.changing_task import change; change.enqueue({CHANGES}, {str(log)!r})"
    with reading(changing_site.url, list(at_first), READERS) as seen:
        changing_site.manage("shell", "--no-imports", "-c", code)
        until(lambda: is_finished(log), "all changes", 60 + CHANGES)
    changes = read_changes(log, at_first)
    assert len({(change.began) for change in changes}) == CHANGES + 1
    assert not [one for one in seen if one.state.startswith("error")]
    ages = Counter({one: staleness(changes, one) for one in seen})
    print(
        f"\n{store}: {CHANGES} changes, {len(seen)} pages read, the oldest {max(ages.values()) * 1000:.0f} ms too old"
    )
    assert not {one: age for one, age in ages.items() if age > LATEST[store]}
    assert len({one.state for one in seen}) > CHANGES / 10  # they were there when it happened


def test_a_crowd_at_a_cold_page_has_it_rendered_twice_at_most(changing_site: Stack) -> None:
    changing_site.manage("empty_page_cache")
    rendered = Path(changing_site.environment["RENDERED"])
    rendered.write_bytes(b"")
    answers: list[int] = []
    barrier = threading.Barrier(VISITORS)

    def visit() -> None:
        client = MandateClient(changing_site.url, timeout=60)
        barrier.wait()
        answers.append(client.request("GET", "/specialisms/first/published/").status)

    visitors = [threading.Thread(target=visit) for _number in range(VISITORS)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert answers == [200] * VISITORS
    assert 1 <= len(rendered.read_bytes()) <= 2
