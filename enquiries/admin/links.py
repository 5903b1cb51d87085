"""The client's links, for consultants: how many open the room, and closing them all."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import View

from agency.models import User
from enquiries import links
from enquiries.delivery import owe
from enquiries.history import note
from enquiries.models import Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose


def link_context(mandate: Mandate) -> dict[str, Any]:
    """What ``enquiries/admin/links.html`` shows: how many links open the room, and when one was last used."""
    room = mandate.links.filter(purpose=LinkPurpose.ROOM)
    used = room.aggregate(last=Max("last_used_at"))["last"]
    return {"open_links": room.usable().aggregate(count=Count("pk"))["count"], "links_used_at": used}


class RevokeLinksView(View):
    """Closes all links to a mandate's room, as when the client's mailbox was read by others."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Close them, and owe the client a new one if asked to."""
        if not request.user.has_perm("enquiries.change_mandate"):
            raise PermissionDenied
        mandate = get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)
        send = request.POST.get("then") == "send"
        with transaction.atomic():
            links.revoke(mandate)
            note(mandate, EventKind.REVOKED, cast(User, request.user))
            if send:
                owe(mandate, DeliveryKind.LINK, mandate.email)
        done = _("All links to the room are closed, and a new one is on its way to the client.")
        messages.success(request, done if send else _("All links to the room are closed."))
        return redirect("mandates:inspect", mandate.pk)
