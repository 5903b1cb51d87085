"""What lies in the private storage, and that nothing lies there which no attachment claims.

A name is on record before anything is written under it, and until all of it is gone. An attachment claims its file in the
transaction that creates it. Whatever is killed in between, ``sweep`` finds the name and clears it away; the same holds
for what was released when a mandate was erased, however the rows went.
"""

import logging
from datetime import timedelta
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import models, transaction
from django.utils import timezone

from enquiries.models import Attachment, StoredFile

logger = logging.getLogger(__name__)

TIME_TO_CLAIM = timedelta(hours=1)
"""Nobody needs that long from writing a file to claiming it."""
AGAIN_AFTER = timedelta(minutes=10)
"""When the storage did not delete a file."""
BATCH = 100


class NotStoredError(Exception):
    """The storage did not take a file; what it said is the cause."""


def private_storage() -> Storage:
    """Where the files of mandates lie: a folder or a bucket, by the settings."""
    return storages["mandates"]


def store(content: bytes) -> StoredFile:
    """Write a file, and return its record, which must be claimed. Raises ``NotStoredError`` if it cannot be written.

    Not inside a transaction: the record has to be there even if this process is not a moment later.
    """
    with transaction.atomic(durable=True):
        record = StoredFile.objects.create(due_at=timezone.now() + TIME_TO_CLAIM)
    try:
        private_storage().save(record.name, ContentFile(content))
    except Exception as error:
        release(record.pk)
        raise NotStoredError from error
    return record


def claim(record: StoredFile) -> StoredFile:
    """Hold a record for an attachment that this transaction creates; raises ``StoredFile.DoesNotExist`` if it was swept."""
    return StoredFile.objects.select_for_update().get(pk=record.pk)


def release(pk: int) -> None:
    """Clear a file away once the transaction of the caller is committed; if that fails, ``sweep`` does it later."""
    StoredFile.objects.filter(pk=pk).update(due_at=timezone.now())
    transaction.on_commit(partial(discard, pk), robust=True)


def release_with_attachment(instance: Attachment, **_signal: Any) -> None:
    """However an attachment goes, alone or with its mandate, its file goes too. Receives ``post_delete``."""
    if instance.stored_id is not None:
        release(instance.stored_id)


def discard(pk: int) -> bool:
    """Delete the content and then the record, unless an attachment has it; returns whether both are gone now."""
    try:
        with transaction.atomic():
            record = StoredFile.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
            # Asked once the record is ours: who claims it holds it until the attachment is there to be seen.
            if record is None or Attachment.objects.filter(stored=record).exists():
                return False
            private_storage().delete(record.name)
            record.delete()
    except Exception as error:  # noqa: BLE001 - whatever the storage raises, the record stays and is looked at again
        logger.warning("stored file %s: not deleted: %s", pk, type(error).__name__)
        StoredFile.objects.filter(pk=pk).update(due_at=timezone.now() + AGAIN_AFTER)
        return False
    return True


def sweep() -> int:
    """Clear away what nobody has claimed in time. Returns how many files went."""
    claimed = models.Exists(Attachment.objects.filter(stored=models.OuterRef("pk")))
    due = StoredFile.objects.filter(~claimed, due_at__lte=timezone.now()).order_by("due_at")
    return sum(discard(pk) for pk in list(due.values_list("pk", flat=True)[:BATCH]))


def delete_strays() -> int:
    """Delete what lies in the storage without a record; returns how many files.

    The site leaves none, but a backup of database and files can, since the two are not taken at the same moment. What
    is just being added has its record before it lies there, so this may run at any time.
    """
    storage = private_storage()
    lying = storage.listdir("")[1]
    strays = set(lying) - set(StoredFile.objects.values_list("name", flat=True))
    for name in strays:
        storage.delete(name)
    return len(strays)


def without_content() -> list[Attachment]:
    """The attachments whose content is not where it should be."""
    storage = private_storage()
    kept = Attachment.objects.filter(stored__isnull=False).select_related("stored", "mandate")
    return [attachment for attachment in kept if attachment.stored and not storage.exists(attachment.stored.name)]
