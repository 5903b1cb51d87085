"""What somebody asked, made ready to be looked for; nothing that can be typed breaks it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from support_pages.search.synonyms import Term, expanded
from support_pages.search.words import SMALL, stems, words

LONGEST = 100
"""Letters of a question that are looked at."""
MOST_WORDS = 8
"""Words that are looked for; a question that names more is found by its first ones."""
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")

Group = tuple[Term, ...]
"""Terms of which one has to be found, each as its stems."""


@dataclass(frozen=True)
class Question:
    """A question as it is shown, its words that are looked for, and what has to be found for each."""

    shown: str
    words: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)


def cleaned(text: str) -> str:
    """What was typed, in one line of a reasonable length."""
    return " ".join(CONTROLS.sub(" ", text[: 4 * LONGEST]).split())[:LONGEST].strip()


def read(text: str, meanings: Sequence[tuple[Term, ...]] = ()) -> Question:
    """What was typed as a question. Small words are left out unless there are no others or they are shouted: ``IT``."""
    shown = cleaned(text)
    return ask(shown, _wanted(shown), meanings)


def ask(shown: str, wanted: Sequence[str], meanings: Sequence[tuple[Term, ...]] = ()) -> Question:
    """A question by its words, which are folded."""
    wanted = list(dict.fromkeys(wanted))[:MOST_WORDS]
    return Question(shown, tuple(wanted), tuple(expanded(stems(wanted), meanings)))


def _wanted(shown: str) -> list[str]:
    mixed = shown != shown.upper()
    meant = {word for part in shown.split() if mixed and len(part) > 1 and part.isupper() for word in words(part)}
    found = words(shown)
    return [word for word in found if word not in SMALL or word in meant] or found
