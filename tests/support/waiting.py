"""Waiting for what other processes do, without guessing how long it takes them."""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def until(condition: Callable[[], Found], what: str, seconds: float = 60) -> Found:
    """What the condition returns as soon as that is true; raises ``TimeoutError`` that says what never came."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"after {seconds:.0f} seconds still not: {what}")
        time.sleep(0.05)
    return found
