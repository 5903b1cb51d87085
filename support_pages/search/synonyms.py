"""Terms that mean the same, as editors list them."""

from collections.abc import Iterator, Sequence

from support_pages.models.search import USUAL, SearchSettings
from support_pages.search.words import stems, words

Term = tuple[str, ...]
"""The stems of a term, in order."""


def read(text: str) -> list[tuple[Term, ...]]:
    """The meanings of a list, each as its terms; lines with fewer than two say nothing."""
    meanings = [tuple(dict.fromkeys(_terms(line))) for line in text.splitlines()]
    return [terms for terms in meanings if len(terms) > 1]


def _terms(line: str) -> Iterator[Term]:
    for term in line.split(","):
        if found := tuple(stems(words(term))):
            yield found


def stored() -> list[tuple[Term, ...]]:
    """The meanings as the CMS holds them, else the usual ones. One query."""
    text = SearchSettings.objects.values_list("synonyms", flat=True).first()
    return read(USUAL if text is None else text)


def expanded(asked: Sequence[str], meanings: Sequence[tuple[Term, ...]]) -> list[tuple[Term, ...]]:
    """What has to be found, in order: for each word or known term of a question everything that means the same.

    ``asked`` are stems. The longest term wins: with *machine learning* and *learning* on the list, the former.
    """
    found: list[tuple[Term, ...]] = []
    place = 0
    while place < len(asked):
        span, group = _longest(asked[place:], meanings)
        found.append(group)
        place += span
    return found


def _longest(asked: Sequence[str], meanings: Sequence[tuple[Term, ...]]) -> tuple[int, tuple[Term, ...]]:
    word: Term = (asked[0],)
    span, group = 1, [word]
    for terms in meanings:
        for term in terms:
            if term != tuple(asked[: len(term)]) or len(term) < span:
                continue
            if len(term) > span:
                span, group = len(term), [term]
            group += terms
    return span, tuple(dict.fromkeys(group))
