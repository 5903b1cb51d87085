"""Sending a mail again."""

from typing import cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from agency.models import User
from enquiries.admin.access import changeable
from enquiries.delivery import send_again
from enquiries.history import note
from enquiries.models import Delivery
from enquiries.models.event import EventKind


class SendAgainView(View):
    """Starts a mail over."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
        """Queue the mail again and note who asked; not an entry of a call that has changed since."""
        mandate = changeable(request, pk)
        mail = get_object_or_404(Delivery.objects.select_related("slot"), pk=delivery, mandate=mandate)
        if mail.is_overtaken:
            messages.error(request, _("The call has changed since, so this entry is not sent again."))
        else:
            with transaction.atomic():
                send_again(mail)
                note(mandate, EventKind.SENT_AGAIN, cast(User, request.user), str(mail.get_kind_display()))
            messages.success(request, _("The mail is on its way again."))
        return redirect(f"{reverse('mandates:inspect', args=[mandate.pk])}#tab-mail")
