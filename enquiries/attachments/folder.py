"""A local folder for clients' files, which no address leads to."""

import os
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class PrivateFolder(FileSystemStorage):
    """Only this account may read it, and what was stored is on the disk when ``save`` returns.

    ``location`` comes from ``STORAGES``; ``enquiries.checks`` makes sure that no web server serves it.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700, **options)

    def url(self, name: str | None) -> str:
        """There is none: files go through a view that asks who wants them."""
        raise ValueError("Files of mandates have no address.")

    def _save(self, name: str, content: File) -> str:
        """Also survive a power cut, as the row that names the file does."""
        name = super()._save(name, content)  # type: ignore[misc] # the stubs leave out what Django asks storages to write
        for path in (self.path(name), self.location):
            opened = os.open(path, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
        return name
