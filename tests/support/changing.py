"""A small site that is changed all the time, and readers who note what they see of it and when.

The changes are a task, so they happen in the worker. Each is written down with the moments it began and was committed.
"""

import http.client
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

GONE = "gone"
SEEN = re.compile(r'<h1>Version (\d+)</h1>|class="fact-value">(\d+)')
PAUSE = 0.01
"""Seconds between two requests of a reader: those who ask without end leave a small machine no time for changes."""
WORDS = '<p>Counted: <embed embedtype="fact" id="{}"/></p>'


@dataclass(frozen=True)
class Change:
    """From which moments on an address shows something else, in seconds since 1970: it may from ``began``, must from ``done``."""

    path: str
    state: str
    began: float
    done: float


@dataclass(frozen=True)
class Reading:
    """What a reader saw at an address, asked at ``began``, answered at ``done``; an error if it is not a page, a way or a gap."""

    path: str
    state: str
    began: float
    done: float


def build() -> dict[str, str]:
    """Make the site in an empty database; the paths that will change, by what changes there."""
    from specialisms.models import SpecialismIndexPage  # noqa: PLC0415 - the module is also read without Django
    from tests import factories  # noqa: PLC0415 - as above

    home = factories.site()
    directory: SpecialismIndexPage = factories.SpecialismIndexPageFactory(parent=home, slug="specialisms")
    first = factories.SpecialismPageFactory(parent=directory, slug="first")
    factories.SpecialismPageFactory(parent=directory, slug="second")
    counted = factories.fact(low=0, unit="", says="Counted")
    body = [{"type": "text", "value": WORDS.format(counted.pk)}]
    for slug in ("published", "fact", "away", "moved"):
        text = {"body": json.dumps(body), "title": "Counted"} if slug == "fact" else {"title": "Version 0"}
        factories.SupportPageFactory(parent=first, slug=slug, **text)
    return {slug: f"/specialisms/first/{slug}/" for slug in ("published", "fact", "away", "moved")}


def change(times: int, log: Path) -> None:
    """Change the site so many times, writing each change to the file as a line once it is committed."""
    with log.open("a", buffering=1) as out:
        for number, act in zip(range(1, times + 1), _acts(), strict=False):
            began = time.time()
            states = act(number)
            for path, state in states.items():
                out.write(json.dumps(asdict(Change(path, state, began, time.time()))) + "\n")
            time.sleep(0.02)
        out.write("\n")


def _acts() -> Iterator[Callable[[int], dict[str, str]]]:
    """What happens, over and over; each says what its addresses show from now on."""
    from specialisms.models import Fact, SpecialismPage  # noqa: PLC0415 - as above
    from support_pages.models import SupportPage  # noqa: PLC0415 - as above

    def page(slug: str) -> SupportPage:
        return SupportPage.objects.get(slug=slug)

    def publish(number: int, slug: str = "published") -> dict[str, str]:
        found = page(slug)
        found.title = f"Version {number}"
        found.save_revision().publish()
        return {found.url: str(number)}

    def edit_fact(number: int) -> dict[str, str]:
        fact = Fact.objects.get()
        fact.low = number
        fact.save()
        return {page("fact").url: str(number)}

    def leave(_number: int) -> dict[str, str]:
        found = page("away")
        found.unpublish()
        return {found.url: GONE}

    def come_back(number: int) -> dict[str, str]:
        return publish(number, "away")

    def move(_number: int) -> dict[str, str]:
        found = page("moved")
        before, here = found.url, found.get_parent()
        target = SpecialismPage.objects.exclude(pk=here.pk).get(slug__in=["first", "second"])
        found.move(target, pos="last-child")
        return {before: GONE, page("moved").url: "0"}

    for _round in count():
        yield from (publish, edit_fact, leave, move, come_back)


class Reader(threading.Thread):
    """Asks for some addresses in turn until it is stopped; ``readings`` is what it saw."""

    def __init__(self, url: str, paths: list[str], stopped: threading.Event) -> None:
        super().__init__(daemon=True)
        self._address, self._paths, self._stopped = urlsplit(url).netloc, paths, stopped
        self.readings: list[Reading] = []

    def run(self) -> None:
        """Until stopped."""
        connection = http.client.HTTPConnection(self._address, timeout=120)  # a busy machine is no error
        for number in count():
            if self._stopped.is_set():
                return
            path = self._paths[number % len(self._paths)]
            began = time.time()
            try:
                connection.request("GET", path, headers={"Accept-Encoding": "identity"})
                response = connection.getresponse()
                state = _state(response.status, response.read().decode())
            except (OSError, http.client.HTTPException) as error:
                state = f"error: {error!r}"
                connection.close()
            self.readings.append(Reading(path, state, began, time.time()))
            self._stopped.wait(PAUSE)


def _state(status: int, page: str) -> str:
    if status in {301, 302, 404}:
        return GONE
    found = SEEN.search(page) if status == http.HTTPStatus.OK else None
    return next(filter(None, found.groups())) if found else f"error: {status} {page[:200]}"


@contextmanager
def reading(url: str, paths: list[str], readers: int) -> Iterator[list[Reading]]:
    """So many readers read these addresses as long as the block lasts; what they saw is in the list afterwards."""
    stopped, seen = threading.Event(), []
    threads = [
        Reader(url, paths[number % len(paths) :] + paths[: number % len(paths)], stopped) for number in range(readers)
    ]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        stopped.set()
        for thread in threads:
            thread.join(timeout=60)
            seen.extend(thread.readings)


def staleness(changes: list[Change], seen: Reading) -> float:
    """For how many seconds what a reader saw was no longer true when they asked; 0 if it was, infinite if it never was."""
    mine = [one for one in changes if one.path == seen.path and one.began <= seen.done]
    worst = float("inf")
    for number, one in enumerate(mine):
        if one.state == seen.state:
            until = mine[number + 1].done if number + 1 < len(mine) else float("inf")
            worst = min(worst, max(0.0, seen.began - until))
    return worst


def read_changes(log: Path, first: dict[str, str]) -> list[Change]:
    """The changes in the file, after what the addresses show at first."""
    lines = [line for line in log.read_text().splitlines() if line]
    return [Change(path, state, 0, 0) for path, state in first.items()] + [
        Change(**json.loads(line)) for line in lines
    ]


def until_finished(log: Path, patience: float = 60) -> None:
    """Return once all changes have been made. However long they take, the next one has to come within ``patience`` seconds."""
    made, since = -1, time.monotonic()
    while True:
        text = log.read_text() if log.exists() else ""
        if text.endswith("\n\n"):
            return
        if len(text) > made:
            made, since = len(text), time.monotonic()
        if time.monotonic() > since + patience:
            raise TimeoutError(f"no change for {patience:.0f} seconds after {text[-300:]}")
        time.sleep(0.1)
