"""Erasing a mandate for a client who has asked by other means: by telephone, or without a link that works."""

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from agency.models import User
from enquiries.erasure import erase, wanted_guides
from enquiries.models import Mandate

PERMISSION = "enquiries.delete_mandate"


class EraseForm(forms.Form):
    """Has the reference typed: it cannot be undone."""

    reference = forms.CharField(
        label=gettext_lazy("Its reference"),
        max_length=12,
        help_text=gettext_lazy("Type it to show that you mean this one."),
    )

    def __init__(self, *args: object, mandate: Mandate, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed on as they come
        self.mandate = mandate

    def clean_reference(self) -> str:
        """The reference, if it is this mandate's."""
        typed = self.cleaned_data["reference"].strip().upper()
        if typed != self.mandate.reference:
            raise forms.ValidationError(_("This is the reference of another mandate, or of none."))
        return typed


class EraseView(View):
    """Asks, then erases. For those who may delete mandates, which no group may unless an administrator says so."""

    http_method_names = ["get", "post"]

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Only for those who may."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value] # the stubs know less than a plain response

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What goes, and the question."""
        mandate = get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)
        return self._page(request, EraseForm(mandate=mandate))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Erase if the reference is right."""
        mandate = get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)
        form = EraseForm(request.POST, mandate=mandate)
        if not form.is_valid():
            return self._page(request, form, status=422)
        erase(mandate, cast(User, request.user))
        messages.success(request, _("Mandate %(reference)s is erased.") % {"reference": mandate.reference})
        return redirect("mandates:index")

    def _page(self, request: HttpRequest, form: EraseForm, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "mandate": form.mandate,
            "page_title": _("Erase mandate"),
            "wanted_guides": wanted_guides(form.mandate),
        }
        return render(request, "enquiries/admin/erase.html", context, status=status)
