"""Words that were mistyped: the one in use that is nearest.

PostgreSQL looks for candidates by the parts of three letters they share (``pg_trgm``, as its manual proposes: over a table
of the words in use, not over texts), SQLite by length and first or last letter. Which candidate it is, is then decided in
the same way: by the fewest slips, and among equals by how often a word is used.
"""

from collections.abc import Sequence

from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models.functions import Length

from support_pages.models import SearchWord
from support_pages.search.matching import is_postgresql
from support_pages.search.words import stem

CANDIDATES = 25
SIMILAR = 2
MOST_CORRECTED = 4
SHORTEST = 4
"""Shorter words have too many neighbours: ``ML`` is not a slip for ``AI``."""
SLIPS = ((6, 1), (9, 2))
"""The slips that are forgiven in words shorter than so many letters."""
MOST_SLIPS = 3


def forgiven(word: str) -> int:
    """How many slips a word may have."""
    return next((slips for letters, slips in SLIPS if len(word) < letters), MOST_SLIPS)


def unknown(words: Sequence[str]) -> list[str]:
    """Those of some words that nothing on the site holds, in any of their forms. One query."""
    stems = {word: stem(word) for word in words}
    known = SearchWord.objects.filter(models.Q(word__in=words) | models.Q(stem__in=set(stems.values())))
    found = {text for row in known.values_list("word", "stem") for text in row}
    return [word for word in words if word not in found and stems[word] not in found]


def nearest(word: str) -> str | None:
    """The word in use that somebody meant, if one is near enough. One query."""
    if len(word) < SHORTEST:
        return None
    near = [(slips(word, found), -uses, found) for found, uses in _candidates(word)]
    began = [found for _slips, _uses, found in sorted(near, key=lambda one: one[1:]) if found.startswith(word)]
    close = sorted(one for one in near if one[0] <= forgiven(word))
    return close[0][2] if close else next(iter(began), None)


def corrected(words: Sequence[str]) -> dict[str, str]:
    """What is meant by those words that nothing holds, the first few of them: a query for all, and one for each."""
    return {word: found for word in unknown(words)[:MOST_CORRECTED] if (found := nearest(word))}


def similar(word: str) -> list[str]:
    """Words in use that look like one that finds nothing, the most alike first. One query."""
    if len(word) < SHORTEST:
        return []
    found = sorted((slips(word, found), -uses, found) for found, uses in _candidates(word))
    return [text for distance, _uses, text in found if distance <= len(word) // 2][:SIMILAR]


def _candidates(word: str) -> list[tuple[str, int]]:
    rows: models.QuerySet[SearchWord] = SearchWord.objects.all()
    if is_postgresql():
        near = rows.filter(word__trigram_similar=word).annotate(alike=TrigramSimilarity("word", word))
        return list(near.order_by("-alike", "-uses").values_list("word", "uses")[:CANDIDATES])
    spread = forgiven(word)
    same_end = rows.filter(models.Q(word__startswith=word[0]) | models.Q(word__endswith=word[-1]))
    sized = same_end.alias(letters=Length("word"))
    fitting = sized.filter(letters__gte=len(word) - spread, letters__lte=len(word) + spread)
    longer = rows.filter(word__startswith=word).order_by("-uses")[:CANDIDATES]
    return list({*fitting.values_list("word", "uses"), *longer.values_list("word", "uses")})


def slips(typed: str, meant: str) -> int:
    """Letters left out, added, changed, or swapped with their neighbour: the optimal string alignment distance."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(meant, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]
