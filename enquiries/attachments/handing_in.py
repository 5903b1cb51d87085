"""Handing in files by themselves, without a brief: kept for the receipt, and told of."""

from collections.abc import Sequence
from typing import TypedDict

from django.db import transaction

from enquiries.changing import tell_of_change
from enquiries.models import Attachment, Mandate, Submission
from enquiries.models.attachment import Scan
from enquiries.models.brief import SubmissionKind
from enquiries.models.event import EventKind


class File(TypedDict):
    """What is kept of a file that was sent."""

    name: str
    size: int
    sha256: str


def named(files: Sequence[Attachment]) -> list[File]:
    """What is kept of files that are sent."""
    return [File(name=each.name, size=each.size, sha256=each.sha256) for each in files]


def hand_in(mandate: Mandate) -> Submission | None:
    """Keep for the receipt, and tell the agency of, what was sent by itself and stands in no submission yet; None if nothing.

    Files are stored before this, outside of a transaction. Should the process end in between, the client has been told of
    nothing and sends them again; they are known then, and stand in the submission all the same.
    """
    with transaction.atomic():
        locked = Mandate.objects.select_for_update(of=["self"]).filter(pk=mandate.pk).first()
        if locked is None:  # erased meanwhile
            return None
        sent = list(locked.submissions.all())
        handed_in = locked.attachments.submitted().exclude(scan=Scan.INFECTED)
        files = [each for each in handed_in if not _stands_in(sent, each)]
        if not files:
            return None
        number = max((each.number for each in sent), default=0) + 1
        kept = Submission.objects.create(
            mandate=locked, number=number, kind=SubmissionKind.FILES, topics=[], files=named(files)
        )
        tell_of_change(locked, EventKind.FILES, ", ".join(each.name for each in files))
    return kept


def _stands_in(sent: Sequence[Submission], file: Attachment) -> bool:
    """Whether a submission has the file: one since it was handed in, for it may have been removed and sent again."""
    since = [each for each in sent if file.submitted_at and each.submitted_at >= file.submitted_at]
    return any(kept["sha256"] == file.sha256 for each in since for kept in each.files)
