"""Giving a sign of a person, when the screening asks for one: by the browser's work, or by a link sent by mail."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agency.client_address import client_address, public_block
from enquiries import links
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening
from enquiries.room_forms import LinkRequestForm
from enquiries.spam.asking import ask_by_mail, is_asked_by_mail
from enquiries.spam.proof import challenge_for, solves
from enquiries.spam.release import release
from enquiries.views.access import Visit, by_link, in_room


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
def proof(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say that the mandate is stored and one step is left; take the browser's proof; then go to the confirmation.

    A browser that can't work it out has a mail sent, if none is on its way.
    """
    mandate = visit.mandate
    if mandate.screening != Screening.PROOF:
        return visit.go("received")
    if request.method != "POST":
        return _ask(request, visit)
    if request.POST.get("by") == "mail":
        if is_asked_by_mail(mandate) or ask_by_mail(mandate, public_block(client_address(request))):
            return visit.go("proof")
        return _ask(request, visit, status=429, no_mail=True)
    if not solves(request.POST.get("solution", ""), mandate):
        return _ask(request, visit, status=422, refused=True)
    release(mandate, _("proof of work"))
    return visit.go("received")


def _ask(request: HttpRequest, visit: Visit, status: int = 200, **more: bool) -> HttpResponse:
    known = {"challenge": json.dumps(challenge_for(visit.mandate)), "mailed": is_asked_by_mail(visit.mandate)}
    return visit.page(request, "enquiries/room/proof.html", status=status, **known | more)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(LinkPurpose.CONFIRM)
def confirm(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One button, because programs that read mail follow its links; then the confirmation in the mandate's room.

    It leads there once: whoever finds the link later, in an old mail or a browser's history, is not let in by it.
    """
    mandate = visit.mandate
    if request.method == "POST" and release(mandate, _("link sent by mail")):
        return redirect("enquiries:received", links.token_of(links.current(mandate, LinkPurpose.ROOM)))
    confirmed = mandate.screening != Screening.PROOF
    form = LinkRequestForm() if confirmed else None
    return visit.page(request, "enquiries/confirm.html", confirmed=confirmed, form=form)
