"""The files of a mandate for consultants: they are downloaded, never shown."""

from typing import cast

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.generic import View

from agency.models import User
from enquiries.attachments.downloading import download
from enquiries.models import Attachment, Mandate, MandateEvent
from enquiries.models.event import EventKind


class DownloadView(View):
    """One file, for who may see its mandate. Anything else is not there, so that numbers tell nothing."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int, attachment: int) -> FileResponse:
        """The file, once it has been submitted and is not in quarantine; the history says who took it."""
        mandate = get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)
        files = Attachment.objects.filter(mandate=mandate).submitted().downloadable().select_related("stored")
        file = get_object_or_404(files, pk=attachment)
        response = download(file)
        if request.method == "GET":
            MandateEvent.objects.create(
                mandate=mandate, kind=EventKind.FILE_OPENED, actor=cast(User, request.user), detail=file.name
            )
        return response
