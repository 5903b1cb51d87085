"""Offering times for a call on the page of a mandate."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from agency.models import BrandSettings, User
from enquiries.admin.access import changeable
from enquiries.admin.mandate import MandateView
from enquiries.admin.slots import OfferForm


class OfferTimesView(MandateView):
    """Takes the times; shows the mandate's page again with what was typed if they cannot be offered."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Offer them."""
        mandate = changeable(request, self.object.pk)
        form = OfferForm(request.POST, brand=BrandSettings.load())
        if not form.is_valid() or not form.offer(mandate, cast(User, request.user)):
            return self.page(status=422, offer_form=form)
        messages.success(request, _("The times are offered. The client has a mail about them."))
        return redirect("mandates:inspect", mandate.pk)
