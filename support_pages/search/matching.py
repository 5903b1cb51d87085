"""Which entries hold some words: asked of PostgreSQL's indexes, or of SQLite by reading the words of all entries.

On PostgreSQL each column of words has a GIN index over ``search_lexemes``, a function of migration 0012. The planner would
often rather read a table than an index if a word is in most rows, and reading means taking every text apart again; so it
is told not to, for these queries only (``indexed``).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models, transaction
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat
from django.db.models.sql.compiler import SQLCompiler

from support_pages.models import SearchEntry
from support_pages.models.search import SearchEntryQuerySet
from support_pages.search.asking import Group


def is_postgresql() -> bool:
    """Whether there are indexes of words and of their parts."""
    return connection.vendor == "postgresql"


@contextmanager
def indexed() -> Iterator[None]:
    """Within this block PostgreSQL finds words by their indexes."""
    with transaction.atomic():
        if is_postgresql():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL enable_seqscan = off")
        yield


class Lexemes(models.Func):
    """The words of a column as the index has them."""

    function = "search_lexemes"
    output_field = SearchVectorField()


class LexemeQuery(models.Value):
    """A condition on words in PostgreSQL's own syntax, taken as it stands: no parser changes the words in it."""

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """A cast, where Django's ``SearchQuery`` would call a function that parses."""
        sql, parameters = super().as_sql(compiler, connection)
        return f"{sql}::tsquery", parameters


class Holds(models.Lookup):
    """Words satisfy a condition."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """PostgreSQL's operator for it."""
        left, left_parameters = self.process_lhs(compiler, connection)
        right, right_parameters = self.process_rhs(compiler, connection)
        return f"{left} @@ {right}", (*left_parameters, *right_parameters)


SearchVectorField.register_lookup(Holds)


def holding(column: str, groups: Sequence[Group], at_least: int | None = None) -> SearchEntryQuerySet:
    """The entries whose ``column`` holds a term of each group, or of ``at_least`` so many of them. Not evaluated.

    With no groups none.
    """
    entries = SearchEntry.objects.current()
    if not groups:
        return entries.none()
    wanted = len(groups) if at_least is None else max(1, min(at_least, len(groups)))
    choices = list(combinations(groups, wanted))
    if is_postgresql():
        condition = " | ".join(f"({' & '.join(map(_one_of, choice))})" for choice in choices)
        return _with(entries, column, condition)
    padded = entries.alias(padded=_padded(column))
    return padded.filter(
        _any(_all(_any(_all(map(_has, term)) for term in group) for group in choice) for choice in choices)
    )


def starting(column: str, wanted: Sequence[str], stems: Sequence[str]) -> SearchEntryQuerySet:
    """The entries in whose ``column`` for each word one begins with it, or with its stem. Not evaluated."""
    entries = SearchEntry.objects.current()
    pairs = [dict.fromkeys(pair) for pair in zip(wanted, stems, strict=True)]
    if not pairs:
        return entries.none()
    if is_postgresql():
        parts = (" | ".join(f"{_quoted(word)}:*" for word in pair) for pair in pairs)
        return _with(entries, column, " & ".join(f"({part})" for part in parts))
    padded = entries.alias(padded=_padded(column))
    return padded.filter(_all(_any(models.Q(padded__contains=f" {word}") for word in pair) for pair in pairs))


def _with(entries: SearchEntryQuerySet, column: str, condition: str) -> SearchEntryQuerySet:
    return entries.alias(lexemes=Lexemes(column)).filter(lexemes__holds=LexemeQuery(condition))


def _one_of(group: Group) -> str:
    return f"({' | '.join(' & '.join(map(_quoted, term)) for term in group)})"


def _quoted(word: str) -> str:
    doubled = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def _padded(column: str) -> Combinable:
    return Concat(models.Value(" "), column, models.Value(" "), output_field=models.TextField())


def _has(word: str) -> models.Q:
    return models.Q(padded__contains=f" {word} ")


def _all(conditions: Any) -> models.Q:
    together = models.Q()
    for condition in conditions:
        together &= condition
    return together


def _any(conditions: Any) -> models.Q:
    together = models.Q()
    for condition in conditions:
        together |= condition
    return together
