"""``manage.py tidy_mandate_files``: after a backup was restored, make files and mandates agree again."""

from typing import Any

from django.core.files.storage import FileSystemStorage
from django.core.management.base import BaseCommand

from enquiries.attachments.storing import delete_strays, private_storage, without_content


class Command(BaseCommand):
    """Deletes files that belong to no mandate any more and lists attachments whose content is missing, by number."""

    help = "Delete files that belong to no mandate and list attachments without content"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Say what was found."""
        storage = private_storage()
        if isinstance(storage, FileSystemStorage) and not storage.exists(""):
            self.stdout.write("No file was ever stored.")
            return
        self.stdout.write(f"{delete_strays()} files that belong to no mandate deleted.")
        missing = without_content()
        for attachment in missing:
            self.stdout.write(f"{attachment.mandate}: the content of attachment {attachment.pk} is missing.")
        self.stdout.write(f"{len(missing)} attachments without content.")
