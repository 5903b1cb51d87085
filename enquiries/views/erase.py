"""Erasing a mandate: a question, the deed, and a confirmation that holds nothing but the reference."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from agency.models import BrandSettings
from enquiries import erasure
from enquiries.sla import office_clock
from enquiries.slots import spoken
from enquiries.views.access import Visit, in_room, opens_nothing, unlisted


class EraseForm(forms.Form):
    """Asks once more: it cannot be undone."""

    sure = forms.BooleanField(
        label=_("Yes, erase everything you hold about this mandate."),
        error_messages={"required": _("Tick the box if you want everything erased")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
def erase(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask, then erase and go to the confirmation, as does a second click at the same moment."""
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        done = erasure.erase(visit.mandate)
        return redirect("enquiries:erased", erasure.signed(done)) if done else opens_nothing(request)
    call = visit.mandate.slots.ahead().picked().first()
    return visit.page(
        request,
        "enquiries/room/erase.html",
        status=422 if form.is_bound else 200,
        form=form,
        call=spoken(call) if call else "",
        wanted_guides=erasure.wanted_guides(visit.mandate),
    )


@require_safe
def erased(request: HttpRequest, signed: str) -> HttpResponse:
    """Says that a mandate is erased, and when."""
    done = erasure.find(signed)
    if done is None:
        raise Http404
    at = office_clock(done.erased_at, BrandSettings.load())
    return unlisted(render(request, "enquiries/erased.html", {"erasure": done, "erased_at": at}))
