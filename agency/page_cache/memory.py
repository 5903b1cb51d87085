"""What a process remembers of the site while nothing changes: what many pages share is read and set once.

It holds under the stamp that whole pages are kept under, and is given up with it: see ``changes``. Only requests that
``front`` has stamped remember anything. Elsewhere (the CMS with its previews, mandates, commands, the worker) the same
functions read everything anew.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.dummy import DummyCache

Thing = TypeVar("Thing")

ROOM = 6_000
"""The most a process remembers: so many things that weigh 1, which is about a page without its text, some 3 KB."""

_current: ContextVar["Memory | None"] = ContextVar("memory", default=None)
_NOTHING = object()


class Memory:
    """What is remembered under one stamp; what was not used for longest goes first. All threads share it.

    Nobody may change what they find in it.
    """

    def __init__(self, stamp: str = "", room: int = ROOM) -> None:
        self.stamp = stamp
        self._lock = threading.Lock()
        self._room, self._left = room, room
        self._things: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()

    def get(self, key: Hashable, otherwise: Any = None) -> Any:
        """What is remembered by this key."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return otherwise
            self._things.move_to_end(key)
        return found[0]

    def those(self, kind: str, ids: Iterable[Hashable]) -> dict[Any, Any]:
        """What is remembered of one kind, by its ids."""
        with self._lock:
            found = {one: self._things[kind, one][0] for one in ids if (kind, one) in self._things}
            for one in found:
                self._things.move_to_end((kind, one))
        return found

    def put(self, key: Hashable, thing: Any, weight: int = 1) -> None:
        """Remember something that takes as much room as ``weight`` pages without their texts."""
        with self._lock:
            self._forget(key)
            if weight > self._room:
                return
            self._things[key] = thing, weight
            self._left -= weight
            while self._left < 0:
                self._forget(next(iter(self._things)))

    def _forget(self, key: Hashable) -> None:
        _thing, weight = self._things.pop(key, (None, 0))
        self._left += weight

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Within this block, it is what this thread remembers."""
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)


def is_remembering() -> bool:
    """Whether what is read now may be remembered."""
    return _current.get() is not None


def remember(key: Hashable, make: Callable[[], Thing], weigh: Callable[[Thing], int] = lambda _thing: 1) -> Thing:
    """What is remembered by a key, else what ``make`` makes. What it raises is not remembered."""
    memory = _current.get()
    if memory is None:
        return make()
    thing = memory.get(key, _NOTHING)
    if thing is _NOTHING:
        thing = make()
        memory.put(key, thing, weigh(thing))
    return cast("Thing", thing)


def note(key: Hashable, thing: Any) -> None:
    """Remember what was read along with something else."""
    memory = _current.get()
    if memory is not None:
        memory.put(key, thing)


def remember_each(
    kind: str, ids: Iterable[Hashable], load: Callable[[set[Any]], dict[Any, Thing]]
) -> dict[Any, Thing | None]:
    """Things of one kind by their ids, ``None`` for those that there are not; ``load`` is asked once for all unknown ones."""
    memory = _current.get()
    wanted = set(ids)
    found: dict[Any, Thing | None] = {} if memory is None else memory.those(kind, wanted)
    if unknown := wanted - found.keys():
        loaded = load(unknown)
        for one in unknown:
            found[one] = loaded.get(one)
            if memory is not None:
                memory.put((kind, one), found[one])
    return found


class Fragments(DummyCache):
    """A cache of Django's for parts of templates, which holds what the ``cache`` tag makes as long as it is true."""

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """A part that is remembered."""
        memory = _current.get()
        return default if memory is None else memory.get(("fragment", key), default)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Remember a part, however long it may be kept: the stamp decides."""
        memory = _current.get()
        if memory is not None:
            memory.put(("fragment", key), value)
