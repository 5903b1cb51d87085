"""Kept pages in a folder, shared by the processes of one machine."""

import fcntl
import logging
import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

logger = logging.getLogger(__name__)

LOCKS = 256
"""Files that those who render wait at: pages that share one wait for each other, now and then."""
ABANDONED = 60 * 60
"""Seconds after which a file that nobody has finished writing belongs to a process that was killed."""
ROOM = 0.8
"""How full the folder is left once it has been too full."""


class Files:
    """Pages as files under ``folder``, of ``most`` bytes together as long as somebody calls ``tidy``.

    The stamp is a file, too. Who changes the site removes it, which needs no space on a full disk; who finds none makes one
    with a random name that was never there before. A folder that cannot be used is a cache that knows nothing.
    """

    def __init__(self, folder: Path, most: int) -> None:
        self._folder, self._most = folder, most
        self._stamp = folder / "stamp"
        self._said = False

    def stamp(self) -> str | None:
        """Under what pages are kept now; none if there is no place to keep them."""
        for _attempt in range(3):
            try:
                return _read(self._stamp).decode("ascii")
            except FileNotFoundError:
                self._make_stamp()
            except (OSError, UnicodeDecodeError) as error:
                self._say(error)
                return None
        return None

    def _make_stamp(self) -> None:
        with self._careful():
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix="new-") as file, suppress(FileExistsError):
                file.write(secrets.token_hex(16).encode())
                file.flush()
                os.link(file.name, self._stamp)  # whole or not at all, and the first one stays

    def forget(self) -> bool:
        """Have no page that was rendered before now answer a request; whether that was possible."""
        try:
            self._stamp.unlink(missing_ok=True)
        except NotADirectoryError:
            return True
        except OSError as error:
            logger.error("the page cache cannot be emptied: %s", error)  # noqa: TRY400 - no fault of the program
            return False
        return True

    def read(self, key: str) -> bytes | None:
        """What lies under a key."""
        try:
            return _read(self._place(key))
        except FileNotFoundError:
            return None
        except OSError as error:
            self._say(error)
            return None

    def write(self, key: str, content: bytes) -> None:
        """Put something under a key, in place of what lies there."""
        place = self._place(key)
        with self._careful():
            place.parent.mkdir(exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix="new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                Path(name).replace(place)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    @contextmanager
    def claim(self, key: str) -> Iterator[bool]:
        """Whether this thread alone renders what belongs under a key, as long as the block lasts; also if it is killed."""
        try:
            folder = self._folder / "locks"
            folder.mkdir(exist_ok=True, mode=0o700)
            handle = os.open(folder / str(int(key[:8], 16) % LOCKS), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            self._say(error)
            yield True
            return
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                yield False
            else:
                yield True
        finally:
            os.close(handle)

    def tidy(self) -> int:
        """Remove the oldest pages if all together are too large, and what killed processes left; returns how many went.

        Nobody waits for it: a page that is gone is rendered again.
        """
        for path in self._folder.glob("new-*"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - ABANDONED:
                    path.unlink()
        found = sorted(self._pages(), key=lambda page: page[0])
        total = sum(size for _age, size, _path in found)
        most, gone = self._most * ROOM if total > self._most else self._most, 0
        for _age, size, path in found:
            if total <= most:
                break
            path.unlink(missing_ok=True)
            total, gone = total - size, gone + 1
        return gone

    def _pages(self) -> Iterator[tuple[float, int, Path]]:
        for path in self._folder.glob("??/*"):
            with suppress(OSError):
                about = path.stat()
                yield about.st_mtime, about.st_size, path

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / key

    @contextmanager
    def _careful(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._say(error)

    def _say(self, error: Exception) -> None:
        """Log the first failure; a full disk fails at every page."""
        if not self._said:
            logger.warning("pages cannot be kept: %s", error)
            self._said = True


def _read(path: Path) -> bytes:
    """A small file, without the layers that make reading convenient and take twice as long."""
    handle = os.open(path, os.O_RDONLY)
    try:
        return os.read(handle, os.fstat(handle).st_size)
    finally:
        os.close(handle)
