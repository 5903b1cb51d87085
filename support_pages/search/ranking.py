"""Which of the entries that hold the words fit best. The same for both databases, and said in a few numbers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from support_pages.search.asking import Group, Question
from support_pages.search.entries import PART
from support_pages.search.synonyms import Term

IN_TITLE, IN_NAMES, IN_HEAD, IN_TEXT = 6.0, 5.0, 2.0, 0.5
"""What a word is worth where it stands: in the title, in another name, among what the page says it is about, elsewhere."""
COVERED = 3.0
"""For a name that consists of nothing but the question, in proportion."""
IN_ONE_PIECE = 2.0
"""For a name that has the words next to one another, in order."""
FIRST = date.min


class Candidate(NamedTuple):
    """What ranking needs of an entry; the columns are fetched by these names."""

    pk: int
    names: str
    head: str
    standing: int
    day: date | None


def ranked(candidates: Iterable[Candidate], question: Question) -> list[int]:
    """The primary keys of the candidates, the best first; of equal ones the more canonical, then the newer."""
    asked = tuple(term for group in question.groups for term in group[0])
    scored = [
        (-score(one, question.groups, asked), one.standing, -(one.day or FIRST).toordinal(), one.pk)
        for one in candidates
    ]
    return [pk for _score, _standing, _day, pk in sorted(scored)]


def score(candidate: Candidate, groups: Sequence[Group], asked: Term) -> float:
    """How well a candidate fits: what its words are worth where they stand, on average, and what its best name is."""
    names = [tuple(name.split()) for name in candidate.names.split(f" {PART} ")]
    title, others = frozenset(names[0]), frozenset(word for name in names[1:] for word in name)
    head = frozenset(candidate.head.split())
    places = [_worth(group, title, others, head) for group in groups]
    name = max(_fit(name, groups, asked) for name in names)
    return sum(places) / len(groups) + name


def _worth(group: Group, title: frozenset[str], others: frozenset[str], head: frozenset[str]) -> float:
    """What the best place is worth at which all words of one of the terms stand."""
    found = IN_TEXT
    for term in group:
        for words, worth in ((title, IN_TITLE), (others, IN_NAMES), (head, IN_HEAD)):
            if words.issuperset(term):
                found = max(found, worth)
                break
    return found


def _fit(name: Term, groups: Sequence[Group], asked: Term) -> float:
    """How much of a name is asked for, and whether in one piece."""
    wanted = {word for group in groups for term in group if set(term) <= set(name) for word in term}
    covered = COVERED * sum(word in wanted for word in name) / len(name) if name else 0.0
    pieces = [asked] if len(asked) > 1 else []
    pieces += [term for group in groups for term in group if len(term) > 1] if len(groups) == 1 else []
    return covered + (IN_ONE_PIECE if any(_has_piece(name, piece) for piece in pieces) else 0.0)


def _has_piece(name: Term, piece: Term) -> bool:
    return any(name[start : start + len(piece)] == piece for start in range(len(name) - len(piece) + 1))
