"""How alike two texts are, from a sketch of each: the smallest hashes of its runs of words.

The resemblance of two texts is the share of runs ("shingles") they have in common (A. Broder, On the resemblance and
containment of documents, 1997). The ``SIZE`` smallest hashes of both together are a random sample of all runs; the share
of them that both texts have estimates the resemblance, with a standard error of at most 0.05.
"""

import hashlib
import heapq
import re
from array import array
from collections.abc import Iterable

RUN = 4
"""Words in a run."""
SIZE = 128
"""Hashes kept of a text."""
NEAR = 0.5
"""Texts that share half of their runs say the same."""
WORD = re.compile(r"\w+")

Sketch = tuple[int, ...]
"""At most ``SIZE`` hashes of 63 bits, rising."""


def sketch(texts: Iterable[str]) -> Sketch:
    """The sketch of a text in parts; empty if it has fewer words than a run."""
    words = WORD.findall(" ".join(texts).casefold())
    runs = {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    return tuple(heapq.nsmallest(SIZE, {_hash(run) for run in runs}))


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big") >> 1


def resemblance(one: Sketch, other: Sketch) -> float:
    """The estimated share of runs that two texts have in common, between 0 and 1."""
    if not one or not other:
        return 0.0
    sample = sorted({*one, *other})[:SIZE]
    return len(set(one).intersection(other).intersection(sample)) / len(sample)


def may_be_near(one: frozenset[int], other: Sketch) -> bool:
    """Whether the resemblance of two texts can reach ``NEAR``: quick to say no, which it does of most."""
    common = len(one.intersection(other))
    return common > 0 and common >= NEAR * min(SIZE, len(one) + len(other) - common)


def packed(found: Iterable[int]) -> bytes:
    """A sketch, or some of its hashes, as bytes."""
    return array("Q", found).tobytes()


def unpacked(stored: bytes) -> Sketch:
    """A sketch from its bytes."""
    return tuple(array("Q", bytes(stored)))
