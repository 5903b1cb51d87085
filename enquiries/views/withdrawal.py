"""Taking a mandate back: a question, and the deed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from enquiries import withdrawal
from enquiries.models.mandate import FINISHED
from enquiries.room_forms import WithdrawForm
from enquiries.views.access import Visit, in_room


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
def withdraw(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask, with a reason if the client likes to give one; then withdraw and go back to the room, which says so."""
    if visit.mandate.status in FINISHED:
        return visit.go("room")
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        withdrawal.withdraw(visit.mandate, form.cleaned_data["reason"])
        return visit.go("room")
    return visit.page(request, "enquiries/room/withdraw.html", status=422 if form.is_bound else 200, form=form)
