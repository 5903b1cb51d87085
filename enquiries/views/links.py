"""Closing links, and asking for new ones."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from agency.client_address import client_address, public_block
from enquiries import link_requests
from enquiries import links as tokens
from enquiries.delivery import owe
from enquiries.history import note
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose
from enquiries.room_forms import LinkRequestForm
from enquiries.spam.rates import count
from enquiries.views.access import MINUTE, Visit, in_room

REQUESTS_A_MINUTE = 10
"""Requests for links from one network; more are a program."""


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
def close(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say which links are open; close this one, or all of them and owe the client a new one."""
    which = request.POST.get("which")
    if which == "this":
        _close_this(visit)
    elif which == "all":
        _close_all(visit)
    else:
        others = visit.mandate.links.usable().filter(purpose=LinkPurpose.ROOM).exclude(pk=visit.link.pk).count()
        status = 422 if request.method == "POST" else 200
        return visit.page(request, "enquiries/room/close.html", status=status, others=others)
    return visit.page(request, "enquiries/room/link_closed.html", all_closed=which == "all")


@csrf_exempt  # no session, no cookie: see docs/decisions/0005
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Where a client asks for new links. What is answered, and how fast, is the same for every address."""
    request.encoding = "utf-8"
    form = LinkRequestForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return render(request, "enquiries/link.html", {"form": form}, status=422 if form.is_bound else 200)
    if count("requests for links", public_block(client_address(request)), MINUTE) >= REQUESTS_A_MINUTE:
        form.add_error(None, _("Many links were asked for from your network just now. Try again in a minute."))
        response = render(request, "enquiries/link.html", {"form": form}, status=429)
        response["Retry-After"] = str(MINUTE.seconds)
        return response
    link_requests.ask(form.cleaned_data["email"])
    return redirect("enquiries:asked")


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What happens now, if we know the address."""
    return render(request, "enquiries/link_asked.html")


def _close_this(visit: Visit) -> None:
    with transaction.atomic():
        visit.mandate.links.usable().filter(pk=visit.link.pk).update(revoked_at=timezone.now())
        note(visit.mandate, EventKind.REVOKED, detail=_("One link"))


def _close_all(visit: Visit) -> None:
    with transaction.atomic():
        tokens.revoke(visit.mandate)
        note(visit.mandate, EventKind.REVOKED, detail=_("All links, for a new one by mail"))
        owe(visit.mandate, DeliveryKind.LINK, visit.mandate.email)
