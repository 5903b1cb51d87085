"""Whether two questions ask the same thing: what is left of them without their small words and endings."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import snowballstemmer

SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "be",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "has",
        "have",
        "how",
        "i",
        "in",
        "is",
        "it",
        "its",
        "many",
        "me",
        "much",
        "my",
        "of",
        "on",
        "or",
        "our",
        "shall",
        "should",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "which",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
"""Words that two wordings of one question may differ in, as far as they don't change what is asked; see ``_kept``. *When*,
*where*, *who* and *why* are not among them: with another of these it is another question. Neither is *not*."""
WHETHER = {"can": "can", "could": "can", "shall": "should", "should": "should", "will": "will", "would": "will"}
"""What asks whether, if nothing asks how, what or when before it."""
ASKING = frozenset(["how", "what", "when", "where", "which", "who", "whom", "whose", "why"])
READER = frozenset(["i", "we", "you"])
DO = frozenset(["did", "do", "does"])
UNTIL = frozenset(["at", "by", "for", "in", "on", "to", "with"])
"""Where what stands after *from* ends."""
WORD = re.compile(r"[\w+#]+(?:\.[\w+#]+)*")
POSSESSIVE = re.compile(r"['’]s\b")
LONGEST_KEY = 200


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


def question_key(question: str) -> str:
    """The stems of a question's words, each once and sorted, with what says how it asks; empty without any word.

    ``What does a Machine Learning Engineer cost?`` and ``How much do machine-learning engineers cost`` have the same
    key; ``Should we hire one?``, ``How do I hire one?`` and ``Hiring one from Berlin`` have three. Stems follow Porter's
    second algorithm (M. F. Porter, Snowball, 2001).
    """
    plain = unicodedata.normalize("NFKD", question).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = WORD.findall(POSSESSIVE.sub("", plain))
    stems = _stems(words)
    if not stems:
        return " ".join(sorted(set(_stemmer().stemWords(words))))[:LONGEST_KEY]
    return " ".join(sorted({*stems, *_kept(words)}))[:LONGEST_KEY]


def _stems(words: Sequence[str]) -> list[str]:
    """The stems of the words that are not small. Those after *from* say so: from Berlin to London is not the way back."""
    found = []
    is_origin = False
    for word in words:
        is_origin = word == "from" or (is_origin and word not in UNTIL)
        if word not in SMALL_WORDS:
            found.append(("from:" if is_origin else "") + _stemmer().stemWord(word))
    return found


def _kept(words: Sequence[str]) -> Iterator[str]:
    """The small words that change what is asked, each in one form.

    *can*, *should* or *will* for a question whether; *many* for one about a number; *what* for what or how much the reader
    does, which a bare heading (``Hiring engineers``) leaves to *how*; *how* for the way of others, where it leaves *what*
    (``Engineer pay``); *do* at the end, as in ``What does an engineer do?``.
    """
    asking = next((place for place, word in enumerate(words) if word in ASKING), len(words))
    yield from (WHETHER[word] for word in words[:asking] if word in WHETHER)
    if words[-1] in DO:
        yield "do"
    is_of_reader = not READER.isdisjoint(words)
    match words[asking:]:
        case ["how", "many", *_]:
            yield "many"
        case ["how", "much", *rest] | ["what" | "which", *rest]:
            if is_of_reader or rest[:1] == ["to"]:
                yield "what"
        case ["how", "did" | "do" | "does", *_] if not is_of_reader:
            yield "how"
