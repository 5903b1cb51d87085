"""Kept pages in Redis or Valkey, shared by all machines."""

import logging
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager

import redis
from redis.backoff import NoBackoff
from redis.exceptions import LockError, RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

PREFIX = "pages:"
DAY = 24 * 60 * 60
PATIENCE = 0.5
"""Seconds that a request waits for an answer."""
PAUSE = 1.0
"""Seconds for which a server that did not answer is left alone: requests must not wait for it one after the other."""
TRUST = 0.2
"""Seconds for which the stamp is believed without asking again."""
LONGEST_RENDER = 10
"""Seconds after which whoever claimed a page is believed to have been killed."""


class Server:
    """Pages on a server with its own limit of memory, which forgets the pages that nobody asks for.

    The stamp is a key of its own. Who changes the site deletes it; who finds none makes a random one, also when the server
    has dropped it for want of space. A server that does not answer is a cache that knows nothing; who has lost it empties
    it first when it is back, because what was to be forgotten in the meantime is not known.
    """

    def __init__(self, url: str) -> None:
        self._client = redis.Redis.from_url(
            url,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            retry=Retry(NoBackoff(), 1),  # a connection from before the server was restarted
        )
        self._known: tuple[float, str] | None = None
        self._away_until = 0.0
        self._is_lost = False

    def stamp(self) -> str | None:
        """Under what pages are kept now; none while the server is away."""
        now = time.monotonic()
        known = self._known
        if known is not None and now < known[0] + TRUST:
            return known[1]
        if now < self._away_until:
            return None
        try:
            if self._is_lost:
                self._client.delete(PREFIX + "stamp")
                self._is_lost = False
            found = self._client.get(PREFIX + "stamp")
            if found is None:
                self._client.set(PREFIX + "stamp", secrets.token_hex(16), nx=True)
                found = self._client.get(PREFIX + "stamp")
        except RedisError as error:
            self._lose(error)
            return None
        if found is None:
            return None
        stamp = str(found, "ascii") if isinstance(found, bytes) else found
        self._known = (now, stamp)
        return stamp

    def forget(self) -> bool:
        """Have no page that was rendered before now answer a request; whether that was possible."""
        self._known = None
        try:
            self._client.delete(PREFIX + "stamp")
        except RedisError as error:
            self._lose(error)
            return False
        return True

    def read(self, key: str) -> bytes | None:
        """What lies under a key."""
        try:
            found = self._client.get(PREFIX + key)
        except RedisError as error:
            self._lose(error)
            return None
        return found if isinstance(found, bytes) else None

    def write(self, key: str, content: bytes) -> None:
        """Put something under a key, in place of what lies there."""
        try:
            self._client.set(PREFIX + key, content, ex=DAY)
        except RedisError as error:
            self._lose(error)

    @contextmanager
    def claim(self, key: str) -> Iterator[bool]:
        """Whether this thread alone renders what belongs under a key, as long as the block lasts; also if it is killed."""
        lock = self._client.lock(f"{PREFIX}{key}:claim", timeout=LONGEST_RENDER, blocking=False)
        try:
            is_mine = lock.acquire()
        except RedisError as error:
            self._lose(error)
            yield True
            return
        try:
            yield is_mine
        finally:
            if is_mine:
                try:
                    lock.release()
                except LockError:
                    logger.info("a page took longer than %s seconds to render", LONGEST_RENDER)
                except RedisError as error:
                    self._lose(error)

    def tidy(self) -> int:
        """Nothing: the server sees to its size."""
        return 0

    def _lose(self, error: RedisError) -> None:
        logger.warning("the page cache does not answer: %s", type(error).__name__)
        self._known, self._is_lost, self._away_until = None, True, time.monotonic() + PAUSE
