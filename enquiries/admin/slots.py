"""Times for a call, for consultants: those offered and picked, and the form that offers more."""

from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.widgets import AdminDateTimeInput

from agency.models import BrandSettings, User
from enquiries import slots
from enquiries.admin.access import changeable
from enquiries.fields import LineField
from enquiries.models import Mandate, Slot

ROWS = 3
"""Times offered at once: a choice, and quickly typed."""

LENGTHS = [(minutes, gettext_lazy("%(minutes)s minutes") % {"minutes": minutes}) for minutes in (15, 30, 45, 60)]


class OfficeTimeField(forms.DateTimeField):
    """A date and a time as the clock in the agency's office shows it, whatever zone the user or the server is in."""

    widget = AdminDateTimeInput
    zone = ZoneInfo("UTC")

    def to_python(self, value: Any) -> datetime | None:
        """The instant. In the hour that comes twice when the clocks go back nobody knows which one is meant."""
        try:
            with timezone.override(self.zone):
                return super().to_python(value)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
        message = _("The clocks change at this hour: it comes twice, or not at all. Choose another time.")
        raise forms.ValidationError(message, code="ambiguous_timezone")


class OfferForm(forms.Form):
    """Up to three times, how long, and how they will talk."""

    time_1 = OfficeTimeField(label=gettext_lazy("First time"), required=False)
    time_2 = OfficeTimeField(label=gettext_lazy("Second time"), required=False)
    time_3 = OfficeTimeField(label=gettext_lazy("Third time"), required=False)
    minutes = forms.TypedChoiceField(label=gettext_lazy("How long"), choices=LENGTHS, coerce=int, initial=30)
    way = LineField(
        label=gettext_lazy("How you will talk"),
        max_length=200,
        help_text=gettext_lazy(
            "“I call you”, or the link of a video call. It stands in mail and calendars: nothing the client wrote."
        ),
        error_messages={"required": gettext_lazy("Say how you will talk, like “I call you”")},
    )

    def __init__(self, *args: Any, brand: BrandSettings, **kwargs: Any) -> None:
        """A form that reads times as the clock in the office shows them."""
        super().__init__(*args, **kwargs)
        for name in self.rows():
            cast(OfficeTimeField, self.fields[name]).zone = ZoneInfo(brand.time_zone)
        self.fields["time_1"].help_text = _("%(zone)s time, as all times here.") % {"zone": brand.time_zone}

    def rows(self) -> list[str]:
        """The names of the fields for times."""
        return [f"time_{number}" for number in range(1, ROWS + 1)]

    def clean(self) -> dict[str, Any]:
        """Refuse a form without any time."""
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) or name in self.errors for name in self.rows()):
            self.add_error("time_1", _("Enter a time"))
        return cleaned

    def offer(self, mandate: Mandate, user: User) -> bool:
        """Offer the times of a valid form; if that cannot be, say why beside them and return False."""
        filled = [name for name in self.rows() if self.cleaned_data[name]]
        times = [self.cleaned_data[name] for name in filled]
        try:
            slots.offer(mandate, times, self.cleaned_data["minutes"], self.cleaned_data["way"], user)
        except slots.RefusedTimesError as refused:
            for place, reason in refused.refusals.items():
                self.add_error(None if place is None else filled[place], reason)
            return False
        return True


class TakeBackView(View):
    """Takes a time back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, slot: int) -> HttpResponse:
        """Offer it no longer; whoever has it in a calendar is told."""
        mandate = changeable(request, pk)
        offered = get_object_or_404(Slot, pk=slot, mandate=mandate)
        try:
            slots.take_back(offered, cast(User, request.user))
        except slots.NotToBeHadError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The time is taken back."))
        return redirect("mandates:inspect", mandate.pk)


def slots_context(mandate: Mandate, brand: BrandSettings) -> dict[str, Any]:
    """What ``enquiries/admin/slots.html`` shows: the times, and the form for more, both as the office's clock has them."""
    known = list(mandate.slots.filter(cancelled_at__isnull=True).select_related("offered_by"))
    return {
        "calls": [slot for slot in known if slot.is_picked],
        "offered_slots": [slot for slot in known if not slot.is_picked and slot.starts_at > timezone.now()],
        "offer_form": OfferForm(brand=brand, initial={"way": _("I call you.") if mandate.telephone else ""}),
        "brand": brand,
    }
