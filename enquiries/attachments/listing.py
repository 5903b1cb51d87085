"""A mandate's files as a list, for the tag ``attachment_list``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from enquiries.models import Attachment
from enquiries.models.attachment import Scan


@dataclass(frozen=True)
class Line:
    """One file with the addresses at which it can be had and removed; empty where it cannot."""

    attachment: Attachment
    download: str
    remove: str

    @property
    def state(self) -> str:
        """What keeps it from being downloaded, if anything does."""
        held = {Scan.WAITING, Scan.INFECTED}
        return str(self.attachment.get_scan_display()) if self.attachment.scan in held else ""


def lines(
    attachments: Iterable[Attachment],
    download: Callable[[Attachment], str],
    remove: Callable[[Attachment], str] | None = None,
) -> list[Line]:
    """The list, with addresses made by the caller; without ``remove`` nothing can be removed."""
    return [
        Line(
            attachment,
            download(attachment) if attachment.is_downloadable else "",
            remove(attachment) if remove is not None else "",
        )
        for attachment in attachments
    ]
