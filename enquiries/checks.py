"""Rules about clients' files as system checks."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.files.storage import FileSystemStorage

from enquiries.attachments import clamd
from enquiries.attachments.storing import private_storage


@register
def files_lie_apart(**_kwargs: Any) -> list[CheckMessage]:
    """Clients' files are served by nothing: they must not lie in a folder whose files have addresses."""
    storage = private_storage()
    if not isinstance(storage, FileSystemStorage):
        return []
    folder = Path(storage.location).resolve()
    public = {"MEDIA_ROOT": settings.MEDIA_ROOT, "STATIC_ROOT": settings.STATIC_ROOT}
    return [
        Error(
            f"The files of mandates lie inside {name}",
            hint="Set MANDATE_FILES_ROOT to a folder of its own",
            id="enquiries.E001",
        )
        for name, place in public.items()
        if place and folder.is_relative_to(Path(place).resolve())
    ]


@register
def scanner_has_an_address(**_kwargs: Any) -> list[CheckMessage]:
    """A scanner that cannot be reached would keep every file in quarantine."""
    try:
        if settings.CLAMD_URL:
            clamd.address(settings.CLAMD_URL)
    except ValueError as error:
        return [Error(f"CLAMD_URL is {error}", hint="See .env.example", id="enquiries.E002")]
    return []
