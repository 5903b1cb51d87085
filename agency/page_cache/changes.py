"""What makes kept pages old: a transaction that writes to a table from which readers are shown something.

Statements are watched where every one of them passes, on the way to the database: also those of bulk operations, of raw SQL
and of management commands, which send no signals. What readers never see is named; a table that nobody thought of counts.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from agency.page_cache.store import forget_pages

UNSEEN: set[str] = set()
"""Tables of which readers are shown nothing."""
UNSEEN_COLUMNS: dict[str, frozenset[str]] = {}
"""Columns of which readers are shown nothing, of tables of which they are."""
UNSEEN_WHEN_NEW: set[str] = set()
"""Tables of whose new rows readers are shown nothing until something else says so."""

READS = (
    "SELECT",
    "SAVEPOINT",
    "RELEASE",
    "ROLLBACK",
    "PRAGMA",
    "EXPLAIN",
    "SET ",
    "SHOW",
    "BEGIN",
    "DECLARE",
    "FETCH",
)
TABLE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM(?:\s+ONLY)?)\s+[\"`]?(\w+)",
    re.I,
)
UPDATE = re.compile(r"\s*UPDATE\s.+?\sSET\s([^()]+?)(?:\sWHERE\s.*)?$", re.I | re.S)
"""An update to plain values. One that calculates them is not looked into: what seems its end may be that of a subquery."""
COLUMN = re.compile(r"[\"`](\w+)[\"`]\s*=")
ADDS = re.compile(r"INSERT\s+(?:OR\s+IGNORE\s+)?INTO\b(?!.*\bDO\s+UPDATE\b)", re.I | re.S)
"""A statement that leaves the rows that there are as they are."""


def unseen(*what: type[models.Model] | AppConfig, columns: Iterable[str] = (), when_new: bool = False) -> None:
    """Say that readers are shown nothing of these models, or of no model of these apps; or nothing of these columns.

    With ``when_new`` it is their new rows of which nothing is shown until they are changed or ``shown_anew`` says so.
    """
    found = [
        model
        for one in what
        for model in (one.get_models(include_auto_created=True) if isinstance(one, AppConfig) else [one])
    ]
    tables = [model._meta.db_table for model in found]
    if names := frozenset(columns):
        UNSEEN_COLUMNS.update(dict.fromkeys(tables, names))
    if when_new:
        UNSEEN_WHEN_NEW.update(tables)
    if not names and not when_new:
        UNSEEN.update(tables)


def shows(sql: str) -> bool:
    """Whether readers may be shown something else once this statement is done."""
    if sql.startswith(READS):
        return False
    found = TABLE.match(sql)
    if found is None:
        return sql.lstrip("( \n")[:6].upper() != "SELECT"
    table = found[1].lower()
    if table in UNSEEN or (table in UNSEEN_WHEN_NEW and ADDS.match(sql.lstrip())):
        return False
    if (columns := UNSEEN_COLUMNS.get(table)) and (update := UPDATE.match(sql)):
        changed = set(COLUMN.findall(update[1]))
        return not changed or not changed <= columns
    return True


def watch(execute: Callable[..., Any], sql: Any, parameters: Any, many: bool, context: dict[str, Any]) -> Any:
    """Have pages forgotten when the transaction is committed in which this statement is executed; see Django's wrappers."""
    done = execute(sql, parameters, many, context)
    connection = context["connection"]
    if shows(sql if isinstance(sql, str) else str(sql)):
        shown_anew(connection)
    return done


def shown_anew(connection: BaseDatabaseWrapper) -> None:
    """Have all pages forgotten when the transaction that this connection is in is committed; at once if it is in none."""
    if not _is_owed(connection):
        transaction.on_commit(forget_pages, using=connection.alias, robust=True)


def _is_owed(connection: BaseDatabaseWrapper) -> bool:
    """Whether this transaction does it already; what was rolled back to a savepoint no longer does."""
    return any(one[1] is forget_pages for one in connection.run_on_commit)


def connected(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Receiver of Django's signal: watch a connection."""
    if connection.alias == DEFAULT_DB_ALIAS and watch not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, watch)  # who wraps for a while takes off the last one afterwards
