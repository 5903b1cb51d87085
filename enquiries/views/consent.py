"""Taking back, in the room, what a client agreed to."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from enquiries import privacy, withdrawal
from enquiries.models.consent import How, Purpose
from enquiries.models.mandate import FINISHED
from enquiries.views.access import Visit, in_room


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
def consent(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What stands, with a button for each; then take one back and show what is left."""
    if request.POST.get("purpose") in Purpose.values:
        _take_back(visit, Purpose(request.POST["purpose"]))
        return visit.go("consent")
    standing = [purpose for purpose, granted in privacy.standing(visit.mandate).items() if granted]
    return visit.page(
        request,
        "enquiries/room/consent.html",
        status=422 if request.method == "POST" else 200,
        standing=[(Purpose(purpose), privacy.WITHDRAWALS[purpose]) for purpose in standing],
        finished=visit.mandate.status in FINISHED,
    )


def _take_back(visit: Visit, purpose: Purpose) -> None:
    """New guides stop for everything sent from the address. Without leave to answer there is no mandate: it is withdrawn."""
    page = f"{reverse('enquiries:mandate')}room/consent/"
    with transaction.atomic():
        if purpose == Purpose.MARKETING:
            privacy.stop_marketing(visit.mandate, How.ROOM, page)
        else:
            privacy.withdraw(visit.mandate, purpose, How.ROOM, page)
            withdrawal.withdraw(visit.mandate)
