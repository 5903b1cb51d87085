"""Readers while everything changes: two web processes and a worker, pages kept in files or on a server.

60 changes here; ``FRESHNESS=500 pytest tests/faults/test_freshness.py`` makes as many as it says.
"""

import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.changing import GONE, read_changes, reading, staleness, until_finished
from tests.support.client import MandateClient
from tests.support.counting import Rendering
from tests.support.provide import cache_server
from tests.support.stack import Stack
from tests.support.waiting import until

CHANGES = int(os.environ.get("FRESHNESS", "60"))
READERS = 8
VISITORS = 200
STORES = ["files"] if os.environ.get("DATABASE_URL", "sqlite").startswith("sqlite") else ["files", "server"]
LONGEST_WAIT = 60
"""Seconds, on a busy machine, within which nobody waits any longer for whoever renders: 5 in front.py, 10 in server.py."""
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


@pytest.fixture
def rendering(changing_site: Stack) -> Iterator[Rendering]:
    """What the site renders, from a cold cache on, while nobody changes it."""
    changing_site.wait_for_worker()
    found = Rendering(Path(changing_site.environment["RENDERED"]))
    changing_site.manage("empty_page_cache")
    yield found
    found.forget()


def test_no_reader_sees_what_is_no_longer_true(changing_site: Stack, store: str) -> None:
    log = changing_site.folder / "changes"
    at_first = {f"/specialisms/first/{slug}/": "0" for slug in ("published", "fact", "away", "moved")}
    at_first["/specialisms/second/moved/"] = GONE
    code = f"from tests.support.changing_task import change; change.enqueue({CHANGES}, {str(log)!r})"
    with reading(changing_site.url, list(at_first), READERS) as seen:
        changing_site.manage("shell", "--no-imports", "-c", code)
        until_finished(log)
    changes = read_changes(log, at_first)
    assert len({(change.began) for change in changes}) == CHANGES + 1
    assert not [one for one in seen if one.state.startswith("error")]
    ages = Counter({one: staleness(changes, one) for one in seen})
    took = max(one.done - one.began for one in seen)
    print(
        f"\n{store}: {CHANGES} changes, {len(seen)} pages read, the oldest {max(ages.values()) * 1000:.0f} ms too old,"
        f" the slowest after {took * 1000:.0f} ms"
    )
    assert not {one: age for one, age in ages.items() if age > LATEST[store]}
    assert len({one.state for one in seen}) > CHANGES / 10  # they were there when it happened


def test_a_crowd_at_a_cold_page_has_it_rendered_twice_at_most(changing_site: Stack, rendering: Rendering) -> None:
    assert [visitor.result() for visitor in crowd(changing_site, VISITORS)] == [200] * VISITORS
    assert 1 <= len(rendering.processes()) <= 2


def test_a_crowd_goes_on_when_the_process_that_renders_dies(changing_site: Stack, rendering: Rendering) -> None:
    rendering.hold()
    visitors = crowd(changing_site, 20)
    first = until(rendering.processes, "a page is begun")[0]
    os.kill(first, signal.SIGKILL)
    visitors_after = crowd(changing_site, 4)  # all of the others may have been connected to that process
    until(lambda: set(rendering.processes()) != {first}, "another process begins it", LONGEST_WAIT)
    rendering.held.unlink()
    assert {visitor.result() for visitor in visitors if not visitor.exception()} <= {200}
    assert [visitor.result() for visitor in visitors_after] == [200] * 4


def test_a_crowd_gets_an_answer_when_a_page_takes_too_long(changing_site: Stack, rendering: Rendering) -> None:
    rendering.hold()
    visitors = crowd(changing_site, 6)
    until(lambda: len(rendering.processes()) > 1, "who has waited long enough renders", LONGEST_WAIT)
    rendering.held.unlink()
    assert [visitor.result() for visitor in visitors] == [200] * 6


def crowd(site: Stack, size: int) -> list[Future[int]]:
    """So many visitors ask for the same page at the same moment; the status each gets, or what the connection raised."""
    barrier, pool = threading.Barrier(size), ThreadPoolExecutor(size)

    def visit() -> int:
        client = MandateClient(site.url, timeout=120)
        barrier.wait()
        return client.request("GET", "/specialisms/first/published/").status

    visitors = [pool.submit(visit) for _number in range(size)]
    pool.shutdown(wait=False)
    return visitors
