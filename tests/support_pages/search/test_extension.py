"""The migration says what to do if this database user may not create the extension, and does nothing on SQLite."""

from unittest import mock

import pytest
from django.contrib.postgres.operations import TrigramExtension
from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, connection

from support_pages.search.extension import PartsOfWords


def editor(vendor: str) -> mock.Mock:
    """A schema editor of a kind of database."""
    return mock.Mock(connection=mock.Mock(vendor=vendor, alias="default", settings_dict={"NAME": "agency"}))


def test_refusal_names_the_command() -> None:
    refused = ProgrammingError('permission denied to create extension "pg_trgm"\nHINT: …')
    with (
        mock.patch.object(TrigramExtension, "database_forwards", side_effect=refused),
        pytest.raises(ImproperlyConfigured) as raised,
    ):
        PartsOfWords().database_forwards("support_pages", editor("postgresql"), None, None)
    assert "CREATE EXTENSION IF NOT EXISTS pg_trgm;" in str(raised.value)
    assert "permission denied" in str(raised.value)
    assert "(agency)" in str(raised.value)


def test_other_databases_are_left_alone() -> None:
    schema_editor = editor("sqlite")
    PartsOfWords().database_forwards("support_pages", schema_editor, None, None)
    schema_editor.execute.assert_not_called()


@pytest.mark.django_db
@pytest.mark.database
def test_words_have_their_indexes_on_postgresql() -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname LIKE 'search\\_%%'")
        found = {name for (name,) in cursor.fetchall()}
    assert found == {"search_names", "search_spelled", "search_head", "search_text", "search_parts"}
