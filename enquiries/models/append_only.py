"""Rows that are written once: what proves something must not be changed afterwards."""

import hashlib
from typing import Any, NoReturn

from django.db import models


class UnchangeableError(TypeError):
    """Somebody tried to change a row that is only ever written once."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Refuses to change rows. The database's own duties, when what they point to goes, pass it by."""

    def update(self, **_values: Any) -> NoReturn:
        """Refused."""
        raise UnchangeableError(self.model.__name__)


class AppendOnly(models.Model):
    """A row that can be added and read, and never changed."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Django's own for a new row; refused for one that is stored."""
        if not self._state.adding:
            raise UnchangeableError(type(self).__name__)
        super().save(*args, **kwargs)


def fingerprint(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
