"""Taking back, in the room, what a client agreed to."""

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
        page = f"{reverse('enquiries:mandate')}room/consent/"
        withdrawal.take_back(visit.mandate, Purpose(request.POST["purpose"]), How.ROOM, page)
        return visit.go("consent")
    standing = [purpose for purpose, granted in privacy.standing(visit.mandate).items() if granted]
    return visit.page(
        request,
        "enquiries/room/consent.html",
        status=422 if request.method == "POST" else 200,
        standing=[(Purpose(purpose), privacy.WITHDRAWALS[purpose]) for purpose in standing],
        finished=visit.mandate.status in FINISHED,
    )
