"""How far a long command has come, for whoever watches it."""

from typing import Any, TextIO

CLEAR = "\r\x1b[K"


class Progress:
    """One line on a terminal that is written over; nothing elsewhere, so that logs and pipes stay clean."""

    def __init__(self, stream: Any) -> None:
        self._stream: TextIO = getattr(stream, "_out", stream)
        self._shown = False

    def __call__(self, what: str, done: int, of: int) -> None:
        """Show what is being done, how much has been, and of how much."""
        if self._stream.isatty():
            self._stream.write(f"{CLEAR}{what} {done:,} of {of:,}" if of > 1 else f"{CLEAR}{what}")
            self._stream.flush()
            self._shown = True

    def clear(self) -> None:
        """Leave the line empty for what is printed next."""
        if self._shown:
            self._stream.write(CLEAR)
            self._stream.flush()
            self._shown = False
