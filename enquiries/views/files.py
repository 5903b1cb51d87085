"""A client's files: added to the mandate or to the draft of the brief, downloaded, removed."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from enquiries.attachments import keeping
from enquiries.attachments.downloading import download
from enquiries.attachments.forms import FilesForm
from enquiries.attachments.handing_in import hand_in
from enquiries.attachments.limits import FILES
from enquiries.attachments.listing import Line, lines
from enquiries.attachments.uploading import expect_files
from enquiries.history import note
from enquiries.models import Attachment, Mandate
from enquiries.models.event import EventKind
from enquiries.models.mandate import FINISHED
from enquiries.views.access import Visit, in_room

OVER = _("This mandate is closed, so nothing can be added to it. Write to us if that is wrong.")


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
def files(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The files, and a form for more; what is good is kept and sent to the agency at once, the rest is named with its reason."""
    expect_files(request)
    mandate = visit.mandate
    address = reverse("enquiries:files", args=[visit.token])
    form = FilesForm(mandate=mandate, address=address)
    if request.method == "POST":
        form = FilesForm(request.POST, request.FILES, mandate=mandate, address=address)
        if mandate.status in FINISHED:
            form.add_error("attachments", OVER)
        elif form.keep(submitted=True).kept:
            hand_in(mandate)
        if form.is_valid():
            return visit.go("files")
    held = list(mandate.attachments.all())
    return visit.page(
        request,
        "enquiries/room/files.html",
        status=422 if form.errors else 200,
        form=form,
        lines=listed(visit, held),
        room_for=FILES - len(held),
        finished=mandate.status in FINISHED,
    )


@require_safe
@in_room
def file(request: HttpRequest, visit: Visit, pk: int) -> HttpResponseBase:
    """One file of this mandate as a download."""
    attachment = _own(visit, pk)
    if attachment is None:
        raise Http404
    return download(attachment)


@require_POST
@in_room
def remove(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """Delete one file of this mandate, and go back to the others; a second click finds it gone."""
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=visit.mandate.pk).first()  # of two clicks at once, one waits
        attachment = _own(visit, pk)
        if attachment:
            keeping.remove(attachment)
            if attachment.submitted_at:  # the agency has not seen those of a draft
                note(visit.mandate, EventKind.FILE_REMOVED, detail=attachment.name)
    return visit.go("files")


def listed(visit: Visit, attachments: list[Attachment], removable: bool = True) -> list[Line]:
    """The files as a list, with the addresses of this room."""
    return lines(
        attachments,
        lambda attachment: reverse("enquiries:file", args=[visit.token, attachment.pk]),
        (lambda attachment: reverse("enquiries:file_remove", args=[visit.token, attachment.pk]))
        if removable
        else None,
        send="" if visit.mandate.is_finished else reverse("enquiries:brief_check", args=[visit.token]),
    )


def _own(visit: Visit, pk: int) -> Attachment | None:
    """A file of this mandate; one of another is not there."""
    return next((each for each in visit.mandate.attachments.select_related("stored") if each.pk == pk), None)
