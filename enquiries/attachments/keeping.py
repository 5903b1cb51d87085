"""Adding files to a mandate, handing them in, and taking them away again."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise

from enquiries.attachments import limits, names, refusal, scanning
from enquiries.attachments.kinds import kind_of
from enquiries.attachments.refusal import RefusedError
from enquiries.attachments.storing import NotStoredError, claim, release, store
from enquiries.models import Attachment, Mandate, StoredFile
from enquiries.models.attachment import Kind, Scan

logger = logging.getLogger(__name__)


@dataclass
class Outcome:
    """What became of each file: the attachments that are kept, and the names of the others with the reason."""

    kept: list[Attachment] = field(default_factory=list)
    refused: list[tuple[str, str | Promise]] = field(default_factory=list)


@dataclass(frozen=True)
class Judged:
    """A file that we take."""

    name: str
    kind: Kind
    content: bytes
    sha256: str


def add_files(mandate: Mandate, files: Sequence[UploadedFile], submitted: bool) -> Outcome:
    """Keep each file that is good, whatever the others are; ``submitted`` shows it to consultants at once.

    The same content is one file, however often and under whatever name it is sent. Not inside a transaction (see
    ``storing.store``). What is returned as kept is stored, committed and whole. The history is the caller's to write.
    """
    outcome = Outcome()
    for file in files[: limits.FILES_AT_ONCE]:
        try:
            attachment = _add(mandate, judge(file), submitted)
        except RefusedError as refused:
            outcome.refused.append((names.spoken(file.name or ""), refused.message))
        else:
            if attachment not in outcome.kept:
                outcome.kept.append(attachment)
    outcome.refused += [(names.spoken(file.name or ""), refusal.TOO_MANY) for file in files[limits.FILES_AT_ONCE :]]
    return outcome


def judge(file: UploadedFile) -> Judged:
    """The file with its kind and its name; raises ``RefusedError`` if we don't take it. One is in memory at a time."""
    size = file.size or 0
    if size > limits.FILE_BYTES:
        raise RefusedError(refusal.TOO_LARGE)
    if not getattr(file, "is_whole", True):
        raise RefusedError(refusal.NOT_NOW)
    file.seek(0)
    content = file.read(limits.FILE_BYTES + 1)
    if len(content) != size:
        raise RefusedError(refusal.NOT_NOW)
    kind = kind_of(content)
    return Judged(names.cleaned(file.name or "", kind), kind, content, hashlib.sha256(content).hexdigest())


def submit(mandate: Mandate) -> int:
    """Hand in the files of a draft, in the transaction of the caller; returns how many."""
    return mandate.attachments.filter(submitted_at=None).update(submitted_at=timezone.now())


def remove(attachment: Attachment) -> None:
    """Delete a file of a mandate; its content goes when the transaction is committed."""
    attachment.delete()


def _add(mandate: Mandate, judged: Judged, submitted: bool) -> Attachment:
    """Write the file, then claim it under a lock of the mandate: two requests at once make no sixth file."""
    if known := _known(mandate, judged, submitted):
        return known
    _check_room(mandate)
    try:
        record = store(judged.content)
    except NotStoredError as error:
        logger.warning("a file of mandate %s could not be stored: %s", mandate.pk, type(error.__cause__).__name__)
        raise RefusedError(refusal.NOT_NOW) from error
    try:
        with transaction.atomic():
            attachment = _attach(mandate, judged, record, submitted)
    except (RefusedError, Mandate.DoesNotExist, StoredFile.DoesNotExist) as error:
        release(record.pk)
        raise error if isinstance(error, RefusedError) else RefusedError(refusal.NOT_NOW) from error
    if attachment.stored_id != record.pk:
        release(record.pk)
    return attachment


def _attach(mandate: Mandate, judged: Judged, record: StoredFile, submitted: bool) -> Attachment:
    locked = Mandate.objects.select_for_update().get(pk=mandate.pk)
    if known := _known(locked, judged, submitted):
        return known
    _check_room(locked)
    attachment = Attachment.objects.create(
        mandate=locked,
        stored=claim(record),
        name=judged.name,
        kind=judged.kind,
        size=len(judged.content),
        sha256=judged.sha256,
        scan=Scan.WAITING if scanning.is_configured() else Scan.UNSCANNED,
        submitted_at=timezone.now() if submitted else None,
    )
    if attachment.scan == Scan.WAITING:
        scanning.enqueue(attachment)
    return attachment


def _known(mandate: Mandate, judged: Judged, submitted: bool) -> Attachment | None:
    """The mandate's file with this content, handed in now if it is sent as part of what is submitted."""
    known = Attachment.objects.filter(mandate=mandate, sha256=judged.sha256).first()
    if known is None:
        return None
    if known.scan == Scan.INFECTED:
        raise RefusedError(refusal.INFECTED)
    if submitted and known.submitted_at is None:
        known.submitted_at = timezone.now()
        known.save(update_fields=["submitted_at"])
    return known


def _check_room(mandate: Mandate) -> None:
    if Attachment.objects.filter(mandate=mandate).count() >= limits.FILES:
        raise RefusedError(refusal.NO_ROOM)
