"""The extension of PostgreSQL that mistyped words are compared with."""

from typing import Any

from django.contrib.postgres.operations import TrigramExtension
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

ADVICE = """\
The search needs PostgreSQL's extension pg_trgm, and this database user may not create it ({reason}).
Have an administrator of the database server run, in this very database ({name}):

    CREATE EXTENSION IF NOT EXISTS pg_trgm;

(or GRANT CREATE ON DATABASE to this user: it is a trusted extension, no superuser is needed), then run migrate again.
If the server does not know the extension, install its package of additional modules first (Debian: postgresql-contrib)."""


class PartsOfWords(TrigramExtension):
    """Django's operation, which does nothing on other databases or if the extension is there; says what to do if it cannot.

    Going back leaves the extension: something else may use it.
    """

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create it, or raise ``ImproperlyConfigured`` with what an administrator has to do."""
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        except DatabaseError as error:
            reason = str(error).strip().splitlines()[0]
            name = schema_editor.connection.settings_dict["NAME"]
            raise ImproperlyConfigured(ADVICE.format(reason=reason, name=name)) from error

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Leave it."""
