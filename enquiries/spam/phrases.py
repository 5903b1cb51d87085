"""Finding phrases of word stems in a text, in one pass however many phrases there are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from enquiries.spam.letters import plain

WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+|[%$€£]")
KEY = 3
"""Letters by which a phrase is looked up whose first word may have any ending; its stem has as many at least."""

Phrase = tuple[str, ...]
Mark = TypeVar("Mark", int, str)
"""What a phrase stands for: its weight, or the name of a subject."""


def words(text: str) -> list[str]:
    """The words of a text in small letters without accents, Chinese characters one by one, signs of money and per cent."""
    return words_of_plain(plain(text))


def words_of_plain(text: str) -> list[str]:
    """The same of a text that is in small letters without accents already."""
    return WORD.findall(text)


class Phrasebook(Generic[Mark]):
    """Phrases, each with a mark. ``*`` at the end of a word stands for any ending."""

    def __init__(self, by_mark: Mapping[Mark, Iterable[str]]) -> None:
        """Take phrases separated by commas or line ends, by their mark."""
        self._by_pair: dict[Phrase, list[tuple[Mark, Phrase]]] = defaultdict(list)
        self._by_word: dict[str, list[tuple[Mark, Phrase]]] = defaultdict(list)
        self._by_stem: dict[str, list[tuple[Mark, Phrase]]] = defaultdict(list)
        for mark, lists in by_mark.items():
            for phrase in (tuple(phrase.split()) for part in lists for phrase in re.split(r"[,\n]", part)):
                if phrase and phrase[0].endswith("*"):
                    self._by_stem[phrase[0][:KEY]].append((mark, phrase))
                elif len(phrase) > 1 and not phrase[1].endswith("*"):
                    self._by_pair[phrase[:2]].append((mark, phrase))
                elif phrase:
                    self._by_word[phrase[0]].append((mark, phrase))

    def found(self, text: list[str]) -> dict[Phrase, Mark]:
        """The different phrases in the words of a text, with their marks; of those that overlap, the higher mark."""
        found: dict[Phrase, Mark] = {}
        place = 0
        while place < len(text):
            first: str = text[place]
            pair = tuple(text[place : place + 2])
            known = (self._by_pair.get(pair, ()), self._by_word.get(first, ()), self._by_stem.get(first[:KEY], ()))
            candidates = [entry for entries in known for entry in entries]
            here = [entry for entry in candidates if _stands(entry[1], text, place)]
            if here:
                mark, phrase = max(here, key=lambda entry: (entry[0], len(entry[1])))
                found[phrase] = mark
                place += len(phrase)
            else:
                place += 1
        return found


def _stands(phrase: Phrase, text: list[str], place: int) -> bool:
    """Whether the phrase stands in the text at the place."""
    if place + len(phrase) > len(text):
        return False
    for offset, stem in enumerate(phrase):  # a loop: this is asked a thousand times for a long text
        word = text[place + offset]
        if word != stem and not (stem[-1] == "*" and word.startswith(stem[:-1])):
            return False
    return True
