"""What is different between two texts, word for word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

WORD = re.compile(r"\S+\s*")


class Passage(NamedTuple):
    """Some words: ``equal`` in both texts, an ``addition`` of the later or a ``deletion`` from the earlier."""

    kind: str
    words: str


def differences(before: str, after: str) -> Iterator[Passage]:
    """The passages of both texts in order.

    Lines are compared first, so that a sentence is found again wherever it moved within the text around it, and words within
    the lines that differ. Wagtail's own comparison is made for the short values of fields: it leaves words of four letters
    and frequent ones out, and takes most of a long text for new.
    """
    for kind, old, new in _compared(before.splitlines(keepends=True), after.splitlines(keepends=True)):
        if kind == "equal":
            yield Passage("equal", new)
            continue
        for inner, removed, added in _compared(WORD.findall(old), WORD.findall(new)):
            if inner == "equal":
                yield Passage("equal", added)
                continue
            yield from (Passage(*each) for each in (("deletion", removed), ("addition", added)) if each[1])


def _compared(before: list[str], after: list[str]) -> Iterator[tuple[str, str, str]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, from_, to, start, end in matcher.get_opcodes():
        yield kind, "".join(before[from_:to]), "".join(after[start:end])
