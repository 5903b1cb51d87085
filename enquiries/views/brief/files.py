"""The files of the brief: added to the draft and taken away again; they are downloaded as in the room."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from enquiries.attachments import keeping
from enquiries.attachments.listing import lines
from enquiries.attachments.uploading import expect_files
from enquiries.brief import drafts
from enquiries.brief.forms import BriefFilesForm
from enquiries.brief.topics import FILES
from enquiries.history import note
from enquiries.models import Attachment, Brief
from enquiries.models.event import EventKind
from enquiries.views.access import Visit, in_room
from enquiries.views.brief.pages import ask, go_on, with_brief


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
@with_brief
def files(request: HttpRequest, visit: Visit, brief: Brief) -> HttpResponse:
    """Show what there is and take more; files that are good are kept whatever the others are."""
    if request.method != "POST":
        return _ask(request, visit, brief, BriefFilesForm(mandate=visit.mandate))
    expect_files(request)
    form = BriefFilesForm(request.POST, request.FILES, mandate=visit.mandate)
    if "skip" in request.POST:
        drafts.see(brief, FILES)
        return go_on(request, visit, FILES)
    outcome = form.keep(submitted=False)
    if outcome.kept or not form.errors:
        drafts.see(brief, FILES, is_changed=any(each.submitted_at is None for each in outcome.kept))
    if form.errors:
        return _ask(request, visit, drafts.open_brief(visit.mandate), form, status=422)
    return visit.go("brief_files") if outcome.kept and "later" not in request.POST else go_on(request, visit, FILES)


@require_POST
@in_room
@with_brief
def remove(_request: HttpRequest, visit: Visit, brief: Brief, number: int) -> HttpResponse:
    """Delete a file at once, sent or not; a second click finds it gone."""
    with transaction.atomic():
        drafts.locked(brief)
        attachment = visit.mandate.attachments.filter(pk=number).first()
        if attachment:
            if attachment.submitted_at:
                note(visit.mandate, EventKind.FILE_REMOVED, detail=attachment.name)
            keeping.remove(attachment)
            drafts.see(brief, FILES, is_changed=True)
    return visit.go("brief_files")


def _ask(request: HttpRequest, visit: Visit, brief: Brief, form: BriefFilesForm, **more: Any) -> HttpResponse:
    def at(name: str, attachment: Attachment) -> str:
        return reverse(f"enquiries:{name}", args=[visit.token, attachment.pk])

    kept = lines(
        visit.mandate.attachments.all(),
        download=lambda each: at("file", each),
        remove=lambda each: at("brief_file_remove", each),
    )
    return ask(request, visit, brief, FILES, form, kept=kept, **more)
