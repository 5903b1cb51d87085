"""Giving a sign of a person, when the screening asks for one: by the browser's work, or by a link sent by mail."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enquiries import links
from enquiries.models.delivery import DeliveryKind
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening
from enquiries.spam.proof import challenge_for, solves
from enquiries.spam.release import release
from enquiries.views.access import Visit, by_link, in_room


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
def proof(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say that the mandate is stored and one step is left; take the browser's proof; then go to the confirmation."""
    mandate, refused = visit.mandate, False
    if mandate.screening == Screening.PROOF and request.method == "POST":
        refused = not solves(request.POST.get("solution", ""), mandate)
        if not refused:
            release(mandate, _("proof of work"))
    if mandate.screening != Screening.PROOF:
        return visit.go("received")
    return visit.page(
        request,
        "enquiries/room/proof.html",
        status=422 if refused else 200,
        challenge=json.dumps(challenge_for(mandate)),
        refused=refused,
        mailed=mandate.deliveries.filter(kind=DeliveryKind.CONFIRM).exists(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(LinkPurpose.CONFIRM)
def confirm(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One button, because programs that read mail follow its links; then the confirmation in the mandate's room."""
    mandate = visit.mandate
    if request.method == "POST" and mandate.screening == Screening.PROOF:
        release(mandate, _("link sent by mail"))
    if mandate.screening != Screening.PROOF:
        room = links.current(mandate, LinkPurpose.ROOM)
        return redirect("enquiries:received", links.token_of(room))
    return visit.page(request, "enquiries/confirm.html")
