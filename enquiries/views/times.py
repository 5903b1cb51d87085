"""Times for a call: the client picks one of those offered, gives it back, or takes it along for a calendar."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agency.letters import ENTRY_FILE
from enquiries import slots
from enquiries.calendar_entries import to_keep
from enquiries.views.access import Visit, in_room


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
def times(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The times, and what the client does about them. What cannot be had is said above those that can."""
    if request.method != "POST":
        return visit.page(request, "enquiries/room/times.html")
    wanted = request.POST.get("time", "")
    slot = next((slot for slot in visit.mandate.slots.all() if str(slot.pk) == wanted), None)
    if slot is None:
        return visit.page(request, "enquiries/room/times.html", status=422, trouble=_("Choose one of the times."))
    try:
        slots.give_back(slot) if request.POST.get("do") == "give_back" else slots.pick(slot)
    except slots.NotToBeHadError as refusal:
        return visit.page(request, "enquiries/room/times.html", status=409, trouble=str(refusal))
    return redirect(f"{reverse('enquiries:room', args=[visit.token])}#room-times")


@require_safe
@in_room
def call(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """The calendar entry of the call that is picked, as a file."""
    slot = next((slot for slot in visit.mandate.slots.picked() if slot.pk == pk), None)
    if slot is None:
        raise Http404
    name = f"{visit.mandate.reference}-{ENTRY_FILE}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(to_keep(slot, visit.brand), content_type="text/calendar; charset=utf-8", headers=headers)
