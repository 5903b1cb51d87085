"""The page of one mandate in the CMS. Each part is a template with a context of its own, both called after it."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views import generic

from agency.models import BrandSettings, User
from enquiries.admin.consents import consents_of
from enquiries.admin.erase import PERMISSION as ERASE
from enquiries.admin.links import link_context
from enquiries.admin.mandate_form import MandateForm
from enquiries.admin.quarantine import held_context
from enquiries.admin.slots import slots_context
from enquiries.admin.webhooks import webhooks_of
from enquiries.history import opened
from enquiries.models import Mandate
from enquiries.models.event import EventKind
from enquiries.models.mandate import MandateQuerySet
from enquiries.relatives import relatives_of
from enquiries.replying import can_be_taken_back

SHOWN = ("specialism", "known_role", "source_page", "assigned_to")
"""What the page shows of other tables, read with the mandate."""


class MandateView(generic.InspectView):
    """Everything about a mandate; where it stands, who answers and who may open it change here."""

    page_title = gettext_lazy("Mandate")
    template_name = "enquiries/admin/mandate.html"
    http_method_names = ["get", "head", "post"]

    def get_object(self, queryset: MandateQuerySet | None = None) -> Mandate:
        """The mandate, if the user may see it; 404 otherwise, so that numbers tell nothing."""
        mandates = Mandate.objects.all() if queryset is None else queryset
        return get_object_or_404(mandates.visible_to(self.request.user).select_related(*SHOWN), pk=self.pk)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it."""
        return self.page()

    def page(self, status: int = 200, **context: Any) -> HttpResponse:
        """The page as an answer. Whatever brings it, somebody has opened the mandate, and the client may ask who did."""
        opened(self.object, cast(User, self.request.user))
        return self.render_to_response(self.get_context_data(**context), status=status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What each part of the page shows; a line a part."""
        mandate, brand = self.object, BrandSettings.load()
        context: dict[str, Any] = {
            "mandate": mandate,
            "form": MandateForm(instance=mandate) if self.may_change() else None,
            "submissions": list(mandate.submissions.with_answers().order_by("-number")),
            "deliveries": mandate.deliveries.select_related("slot"),
            "may_erase": self.request.user.has_perm(ERASE),
            "can_take_back_reply": can_be_taken_back(mandate),
            "relatives": relatives_of(mandate, cast(User, self.request.user)),
            "attachments": mandate.attachments.submitted(),
            **consents_of(mandate),
            **held_context(mandate),
            **link_context(mandate),
            **webhooks_of(mandate),
            **history_context(mandate),
            **slots_context(mandate, brand),
        }
        return super().get_context_data(**context | kwargs)

    def may_change(self) -> bool:
        """Whether the user may do more than read."""
        return bool(self.permission_policy.user_has_permission(self.request.user, "change"))

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Save what was changed; ask first if whoever saves could not open the mandate afterwards."""
        if not self.may_change():
            raise PermissionDenied
        user = cast(User, request.user)
        with transaction.atomic():
            self.object = self.get_object(Mandate.objects.select_for_update(of=("self",)))
            form = MandateForm(request.POST, instance=self.object)
            if form.is_valid():
                form.record(user)
                stays = Mandate.objects.visible_to(user).filter(pk=self.object.pk).exists()
                if stays or "leave" in request.POST:
                    return self.saved(stays)
                form.asks_to_leave = True
                transaction.set_rollback(True)
        self.object = self.get_object()
        return self.page(status=422, form=form)

    def saved(self, stays: bool) -> HttpResponse:
        """On to the mandate, or to the list if it is in other hands now."""
        messages.success(self.request, _("Mandate %(reference)s saved.") % {"reference": self.object})
        if stays:
            return redirect("mandates:inspect", self.object.pk)
        messages.warning(self.request, _("You can no longer open %(reference)s.") % {"reference": self.object})
        return redirect("mandates:index")


def history_context(mandate: Mandate) -> dict[str, Any]:
    """What ``enquiries/admin/history.html`` and ``openings.html`` show: what happened, and who has read it, latest first."""
    events = list(mandate.events.select_related("actor"))[::-1]
    reading = {EventKind.OPENED, EventKind.FILE_OPENED}
    return {
        "events": [event for event in events if event.kind not in reading],
        "openings": [event for event in events if event.kind in reading],
    }
