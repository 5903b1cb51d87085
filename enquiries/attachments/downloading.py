"""Handing a file out: to be saved, never to be shown."""

import logging

from django.http import FileResponse, Http404

from enquiries.attachments.storing import private_storage
from enquiries.models import Attachment
from enquiries.models.attachment import Kind

logger = logging.getLogger(__name__)

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}
"""Whatever a file may turn out to be, a browser saves it and runs nothing of it, and nobody on the way keeps it."""


def download(attachment: Attachment) -> FileResponse:
    """The file as a download. Whoever calls this has made sure that who asks may have it.

    Raises ``Http404`` for what is in quarantine, deleted, or no longer in the storage.
    """
    if not attachment.is_downloadable or attachment.stored is None:
        raise Http404
    try:
        content = private_storage().open(attachment.stored.name)
    except FileNotFoundError:
        logger.error("attachment %s: its content is not in the storage", attachment.pk)  # noqa: TRY400 - no path in logs
        raise Http404 from None
    return FileResponse(
        content,
        as_attachment=True,
        filename=attachment.name,
        content_type=Kind(attachment.kind).media_type,
        headers=HEADERS,
    )
