"""What makes the search fast on PostgreSQL; on other databases nothing.

``search_lexemes`` takes an entry's words, which are folded already, as a set that can be indexed. It is no SQL function: one
of those would be inlined, and then the planner would not know the index for the query's own. Indexes are kept up at once
(no ``fastupdate``): what is published once is searched often. Long texts stand outside of their rows, which are counted.
"""

from django.db import migrations

from support_pages.search.extension import PartsOfWords

ENTRIES = "support_pages_searchentry"
COLUMNS = ("names", "spelled", "head", "text")

THERE = [
    """
    CREATE FUNCTION search_lexemes(words text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000
    AS $$ BEGIN RETURN array_to_tsvector(string_to_array(words, ' ')); END $$
    """,
    f"ALTER TABLE {ENTRIES} ALTER COLUMN text SET STORAGE EXTERNAL",
    f"ALTER TABLE {ENTRIES} SET (toast_tuple_target = 512)",
    *(
        f"CREATE INDEX search_{column} ON {ENTRIES} USING gin (search_lexemes({column})) WITH (fastupdate = off)"
        for column in COLUMNS
    ),
    "CREATE INDEX search_parts ON support_pages_searchword USING gin (word gin_trgm_ops)",
]
BACK = [
    "DROP INDEX search_parts",
    *(f"DROP INDEX search_{column}" for column in COLUMNS),
    f"ALTER TABLE {ENTRIES} RESET (toast_tuple_target)",
    f"ALTER TABLE {ENTRIES} ALTER COLUMN text SET STORAGE EXTENDED",
    "DROP FUNCTION search_lexemes(text)",
]


def run(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


def forwards(_apps, schema_editor):
    run(schema_editor, THERE)


def backwards(_apps, schema_editor):
    run(schema_editor, BACK)


class Migration(migrations.Migration):
    dependencies = [("support_pages", "0011_search")]

    operations = [PartsOfWords(), migrations.RunPython(forwards, backwards)]
