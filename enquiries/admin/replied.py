"""“I have replied”: the client sees it in the mandate's room, and nobody else replies a second time. It can be taken back."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import View

from agency.models import User
from enquiries.admin.access import changeable
from enquiries.replying import mark_replied, take_back


class RepliedView(View):
    """Notes the first reply."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Note it, or say that somebody has noted it already."""
        mandate = changeable(request, pk)
        if mark_replied(mandate, cast(User, request.user)):
            messages.success(request, _("Noted. The client sees when you replied."))
        else:
            messages.info(request, _("That a reply has gone out was noted before."))
        return redirect("mandates:inspect", mandate.pk)


class NotRepliedView(View):
    """Takes that note back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take it back, or say that there is nothing to take back."""
        mandate = changeable(request, pk)
        if take_back(mandate, cast(User, request.user)):
            messages.success(request, _("Taken back. The client waits for a reply again."))
        else:
            messages.info(request, _("There was no reply to take back."))
        return redirect("mandates:inspect", mandate.pk)
