"""The quarantine: mandates that the screening holds, why, and letting them go or closing them. Nothing is deleted here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import ListView, View
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permissions import ModelPermissionPolicy

from agency.models import User
from enquiries.history import note
from enquiries.models import Mandate
from enquiries.models.event import EventKind
from enquiries.models.mandate import FINISHED, MandateQuerySet, Screening, Status
from enquiries.slots import cancel_all
from enquiries.spam.release import HELD, release
from enquiries.spam.signals import Signal

CHANGE = "enquiries.change_mandate"


@dataclass(frozen=True)
class Reason:
    """A signal in words, and what it counted."""

    words: str | Promise
    points: int


def reasons(mandate: Mandate) -> Iterator[Reason]:
    """Why the screening holds a mandate, what counted most first."""
    labels = dict(Signal.choices)
    for name, points in sorted(mandate.spam_signals, key=lambda signal: -signal[1]):
        yield Reason(labels.get(name, name), points)


def held_context(mandate: Mandate) -> dict[str, Any]:
    """What ``enquiries/admin/held.html`` shows at the head of a mandate."""
    return {"held": mandate.screening in HELD, "reasons": list(reasons(mandate))}


class QuarantineView(PermissionCheckedMixin, WagtailAdminTemplateMixin, ListView):
    """The held mandates that the user may see, newest first; with ``?closed`` those that were closed."""

    http_method_names = ["get", "head", "post"]
    permission_policy = ModelPermissionPolicy(Mandate)
    any_permission_required = ["view", "change"]
    template_name = "enquiries/admin/quarantine.html"
    page_title = gettext_lazy("Quarantine")
    header_icon = "warning"
    paginate_by = 50

    def get_queryset(self) -> MandateQuerySet:
        """Those held and, unless asked for, not closed."""
        held = Mandate.objects.visible_to(self.request.user).filter(screening__in=HELD)
        closed = "closed" in self.request.GET
        held = held.filter(status__in=FINISHED) if closed else held.exclude(status__in=FINISHED)
        return held.for_inbox().order_by("-submitted_at", "-pk")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Below the inbox."""
        inbox = {"url": reverse("mandates:index"), "label": _("Mandates")}
        return [*self.breadcrumbs_items, inbox, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each with its reasons."""
        context = super().get_context_data(**kwargs)
        rows = [(mandate, list(reasons(mandate))) for mandate in context["object_list"]]
        may_change = self.request.user.has_perm(CHANGE)
        return context | {"rows": rows, "may_change": may_change, "closed": "closed" in self.request.GET}

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Close the ones ticked."""
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        ticked = [int(number) for number in request.POST.getlist("mandate") if number.isdecimal() and len(number) < 19]
        count = 0
        with transaction.atomic():
            held = self.get_queryset().select_for_update(of=["self"]).filter(pk__in=ticked).order_by("pk")
            for mandate in held:
                mandate.status = Status.CLOSED
                mandate.save(update_fields=["status"])
                note(mandate, EventKind.STATUS, cast(User, request.user), mandate.get_status_display())
                cancel_all(mandate, cast(User, request.user))
                count += 1
        done = ngettext(
            "%(count)s mandate closed. It stays here.", "%(count)s mandates closed. They stay here.", count
        )
        messages.success(request, done % {"count": count})
        return redirect("mandates:quarantine")


class ReleaseView(View):
    """Lets a held mandate go to the inbox."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Release it: the client and those who answer are told now."""
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        mandate = get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)
        if release(mandate, str(Screening.QUARANTINE.label), cast(User, request.user)):
            messages.success(request, _("Mandate %(reference)s is released.") % {"reference": mandate})
        else:
            messages.info(request, _("Mandate %(reference)s was released already.") % {"reference": mandate})
        return redirect("mandates:inspect", mandate.pk)
