"""What a client agreed to, for those who may open the mandate, and writing down what they no longer agree to."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import View

from agency.models import User
from enquiries import withdrawal
from enquiries.admin.access import changeable
from enquiries.models import Consent, Mandate
from enquiries.models.consent import How, Purpose


def consents_of(mandate: Mandate) -> dict[str, list[Consent]]:
    """What ``enquiries/admin/consents.html`` shows: every answer in order, each with its version of the notice and ``holds``,
    whether it is the newest; and those by which the client agrees now.
    """
    consents = list(mandate.consents.select_related("notice").order_by("pk"))
    newest = {consent.purpose: consent.pk for consent in consents}
    for consent in consents:
        consent.holds = newest[consent.purpose] == consent.pk
    standing = [consent for consent in consents if consent.holds and consent.granted]
    return {"consents": consents, "standing_consents": standing}


class TakeBackConsentView(View):
    """Takes a consent back for a client who has said so by telephone or mail."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write it down, with what follows from it; taken back before, it stays as it is."""
        mandate = changeable(request, pk)
        if request.POST.get("purpose") not in Purpose.values:
            raise BadRequest("No such purpose.")
        withdrawal.take_back(mandate, Purpose(request.POST["purpose"]), How.TOLD, "", cast(User, request.user))
        messages.success(request, _("Noted. It is in the history, and the client sees it in the room."))
        return redirect("mandates:inspect", mandate.pk)
