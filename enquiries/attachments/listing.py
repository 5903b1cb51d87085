"""A mandate's files as a list, for the tag ``attachment_list``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from enquiries.models import Attachment
from enquiries.models.attachment import Scan


@dataclass(frozen=True)
class Line:
    """One file with the addresses at which it can be had, removed, and sent if it is only in a draft; empty where it cannot."""

    attachment: Attachment
    download: str
    remove: str
    send: str

    @property
    def state(self) -> str:
        """What keeps it from being downloaded, if anything does."""
        held = {Scan.WAITING, Scan.INFECTED}
        return str(self.attachment.get_scan_display()) if self.attachment.scan in held else ""


def lines(
    attachments: Iterable[Attachment],
    download: Callable[[Attachment], str],
    remove: Callable[[Attachment], str] | None = None,
    send: str = "",
) -> list[Line]:
    """The list, with addresses made by the caller; without ``remove`` nothing can be removed.

    ``send`` is where a draft is looked at and sent.
    """
    return [
        Line(
            attachment,
            download(attachment) if attachment.is_downloadable else "",
            remove(attachment) if remove is not None else "",
            send if attachment.submitted_at is None else "",
        )
        for attachment in attachments
    ]
