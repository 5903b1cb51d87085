"""The virus scanner: asked by the worker, and until it has answered nobody can download a file.

The row of an attachment is the truth; a task is only a reminder and carries its number. ``sweep`` reminds again of what
waits because the scanner was away or a worker was killed.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from enquiries.attachments import clamd
from enquiries.attachments.storing import private_storage, release
from enquiries.models import Attachment, MandateEvent
from enquiries.models.attachment import Scan
from enquiries.models.event import EventKind

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
"""A reminder nothing came of within this time is written again."""
AGAIN_AFTER = timedelta(minutes=1)
"""When the scanner did not answer."""
BATCH = 5
"""Files that one sweep reminds of: a scanner that cannot be reached must not keep the worker from sending mail."""


def is_configured() -> bool:
    """Whether there is a scanner."""
    return bool(settings.CLAMD_URL)


def enqueue(attachment: Attachment) -> None:
    """Ask the worker to have a file scanned, in the transaction of the caller."""
    attachment.scan_due_at = timezone.now() + LEASE
    attachment.save(update_fields=["scan_due_at"])
    scan.enqueue(attachment.pk)


@task()
def scan(attachment_id: int) -> str:
    """Have a file scanned, if it still waits for it; returns what came of it."""
    attachment = Attachment.objects.filter(pk=attachment_id, scan=Scan.WAITING).select_related("stored").first()
    if attachment is None or attachment.stored is None or not is_configured():
        return "not waiting"
    try:
        with private_storage().open(attachment.stored.name) as content:
            finding = clamd.scan(content, settings.CLAMD_URL)
    except Exception as error:  # noqa: BLE001 - whatever stopped it, the file stays in quarantine and is looked at again
        logger.warning("attachment %s: not scanned: %s", attachment_id, type(error).__name__)
        Attachment.objects.filter(pk=attachment_id).update(scan_due_at=timezone.now() + AGAIN_AFTER)
        return "still waiting"
    if finding:
        return _found(attachment_id, finding)
    Attachment.objects.filter(pk=attachment_id, scan=Scan.WAITING).update(scan=Scan.CLEAN)
    return "clean"


def sweep() -> int:
    """Remind the worker of what still waits; without a scanner, let it out of quarantine. Returns how many files."""
    waiting = Attachment.objects.filter(scan=Scan.WAITING)
    if not is_configured():
        return waiting.update(scan=Scan.UNSCANNED)
    with transaction.atomic():
        overdue = waiting.filter(scan_due_at__lte=timezone.now()).select_for_update(skip_locked=True)[:BATCH]
        for attachment in overdue:
            enqueue(attachment)
        return len(overdue)


def _found(attachment_id: int, finding: str) -> str:
    """Delete the content; the row stays and says why."""
    with transaction.atomic():
        attachment = Attachment.objects.select_for_update().filter(pk=attachment_id, scan=Scan.WAITING).first()
        if attachment is None or attachment.stored_id is None:
            return "not waiting"
        release(attachment.stored_id)
        attachment.scan, attachment.stored = Scan.INFECTED, None
        attachment.finding = "".join(filter(str.isprintable, finding))[:80]
        attachment.save(update_fields=["scan", "stored", "finding"])
        MandateEvent.objects.create(mandate_id=attachment.mandate_id, kind=EventKind.FILE_INFECTED)
    logger.warning("attachment %s: a virus was found, its content is deleted", attachment_id)
    return "infected"
