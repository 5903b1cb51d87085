"""Answering from kept pages before Django begins, and keeping what it answers."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from http import HTTPMethod
from typing import Any

from agency.page_cache.asked import Asked, ask
from agency.page_cache.entry import Entry, answer, made_of, unpack
from agency.page_cache.kept import KEEP
from agency.page_cache.memory import Memory
from agency.page_cache.store import Store, Today, release

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]

AT_HAND = 4 * 1024 * 1024
"""Bytes of pages that a process has at hand, besides the shared ones."""
PASSED = 5_000
"""Addresses of which a process remembers that their answers are not kept."""
FAULT = 5.0
"""Seconds for which it remembers that of an answer that was a fault of the site, which may be over by then."""
LOOK = 0.01
WAIT = 5.0
"""Seconds between two looks whether somebody else has rendered a page, and after which nobody waits any longer."""


class AtHand:
    """What this process has read or rendered under one stamp, the last used ones of at most ``AT_HAND`` bytes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._begin("")

    def _begin(self, stamp: str) -> None:
        self._stamp, self._bytes = stamp, 0
        self._pages: OrderedDict[str, Entry] = OrderedDict()
        self._passed: OrderedDict[str, float] = OrderedDict()

    def get(self, stamp: str, key: str) -> Entry | None:
        """A page under this stamp."""
        with self._lock:
            if stamp != self._stamp:
                return None
            if entry := self._pages.get(key):
                self._pages.move_to_end(key)
            return entry

    def put(self, key: str, entry: Entry) -> None:
        """Have a page at hand."""
        with self._lock:
            if entry.stamp != self._stamp:
                self._begin(entry.stamp)
            if before := self._pages.pop(key, None):
                self._bytes -= before.size
            self._pages[key] = entry
            self._bytes += entry.size
            while self._bytes > AT_HAND:
                self._bytes -= self._pages.popitem(last=False)[1].size

    def pass_by(self, stamp: str, key: str, status: str) -> None:
        """Remember that what is at this address is not kept, by the status of the answer."""
        with self._lock:
            if stamp != self._stamp:
                self._begin(stamp)
            self._passed[key] = time.monotonic() + FAULT if status.startswith("5") else float("inf")
            if len(self._passed) > PASSED:
                self._passed.popitem(last=False)

    def passes(self, stamp: str, key: str) -> bool:
        """Whether that is remembered."""
        with self._lock:
            return stamp == self._stamp and time.monotonic() < self._passed.get(key, 0.0)


class Answers:
    """What an application said it would answer, until it is known what becomes of it."""

    def __init__(self) -> None:
        self.begun: tuple[Any, ...] = ("500 Internal Server Error", [])

    def __call__(self, *begun: Any) -> Callable[[bytes], object]:
        self.begun = begun
        return self._refuse

    def _refuse(self, _data: bytes) -> None:
        raise NotImplementedError("Django does not write through this")


class PageCache:
    """A WSGI application in front of Django's: kept pages are answered at once, others by Django, alone.

    ``never`` are the beginnings of paths at which nothing is kept: they do not even come by the cache. A page is rendered
    under the stamp that held before its first query, so what was rendered while something changed is old already. ``renew``
    is called before the first page under a new stamp, to forget what this process itself remembers of the site.
    """

    def __init__(
        self,
        application: Application,
        store: Store,
        never: Sequence[str] = (),
        renew: Callable[[], object] = lambda: None,
    ) -> None:
        self._application, self._store, self._never, self._renew = application, store, tuple(never), renew
        self._at_hand, self._today, self._release, self._memory = AtHand(), Today(), release(), Memory()
        self._store.forget()  # another version may have rendered what is there, or have died before it could empty it

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer one request."""
        if environ.get("PATH_INFO", "").startswith(self._never):
            return self._application(environ, start_response)
        stamp, asked = self._stamp(), ask(environ)
        if stamp is None:
            return self._application(environ, start_response)
        if asked is None:
            return self._remembering(stamp, environ, start_response)
        entry = self._at_hand.get(stamp, asked.key) or self._read(asked.key, {stamp})
        if entry is not None:
            return answer(entry, environ, start_response)
        if self._at_hand.passes(stamp, asked.key):
            return self._remembering(stamp, environ, start_response)
        with self._alone(asked.key, stamp) as (entry, now):
            if entry is None:
                return self._render(environ, start_response, asked, now)
        return answer(entry, environ, start_response)

    def _stamp(self) -> str | None:
        token = self._store.stamp()
        return None if token is None else f"{token} {self._today} {self._release}"

    def _read(self, key: str, stamps: Collection[str]) -> Entry | None:
        stored = self._store.read(key)
        entry = unpack(stored) if stored else None
        if entry is None or entry.stamp not in stamps:
            return None
        self._at_hand.put(key, entry)
        return entry

    @contextmanager
    def _alone(self, key: str, stamp: str) -> Iterator[tuple[Entry | None, str]]:
        """What somebody else has rendered meanwhile, and the stamp by now.

        If it is nothing, the block renders under that stamp while others wait for it. What was rendered under a stamp that
        has held since this reader came is as new as what they would have got at once; so a crowd is answered even while
        the site changes faster than a page is rendered.
        """
        ends = time.monotonic() + WAIT
        held = {stamp}
        while time.monotonic() < ends:
            with self._store.claim(key) as is_mine:
                stamp = self._stamp() or stamp  # under an older one, what is rendered now would be of use to nobody
                held.add(stamp)
                entry = self._at_hand.get(stamp, key) or self._read(key, held)
                if entry is not None or is_mine or self._at_hand.passes(stamp, key):
                    yield entry, stamp
                    return
            time.sleep(LOOK)
        yield None, stamp

    def _remembering(self, stamp: str, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Django's answer, to which it may use what this process has read under this stamp."""
        memory = self._memory
        if memory.stamp != stamp:
            self._renew()
            memory = self._memory = Memory(stamp)
        with memory.in_use():
            return self._application(environ, start_response)

    def _render(self, environ: Environ, start_response: Any, asked: Asked, stamp: str) -> Iterable[bytes]:
        """Django's answer, kept if it may be."""
        is_head = environ["REQUEST_METHOD"] == HTTPMethod.HEAD
        inner = {**environ, "REQUEST_METHOD": str(HTTPMethod.GET), "QUERY_STRING": asked.query, KEEP: False}
        answers = Answers()
        body = self._remembering(stamp, inner, answers)
        if not inner[KEEP]:
            self._at_hand.pass_by(stamp, asked.key, answers.begun[0])
            start_response(*answers.begun)
            if not is_head:
                return body
            _close(body)
            return []
        try:
            content = b"".join(body)
        finally:
            _close(body)
        entry = made_of(stamp, answers.begun[1], content)
        self._store.write(asked.key, entry.pack())
        self._at_hand.put(asked.key, entry)
        return answer(entry, environ, start_response)


def _close(body: Iterable[bytes]) -> None:
    if hasattr(body, "close"):
        body.close()
