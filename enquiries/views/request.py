"""The mandate form. Thin: taking a mandate in is ``enquiries.intake``."""

import time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View
from wagtail.models import Page

from agency.client_address import client_address
from agency.models import BrandSettings
from agency.signed_context import unsign
from enquiries import links
from enquiries.forms import MandateForm, new_key, read_key
from enquiries.intake import AlreadySubmittedError, Source, submit
from enquiries.models.mandate import Screening
from enquiries.sla import office_clock, promise
from enquiries.spam.screening import Circumstances
from specialisms.models import Role, SpecialismPage


@method_decorator(csrf_exempt, name="dispatch")  # no session, no cookie: see docs/decisions/0005
class MandateView(View):
    """The short request."""

    http_method_names = ["get", "head", "post"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Read every request as UTF-8, as the form is sent: a browser says nothing else, and whoever does means harm."""
        request.encoding = "utf-8"
        super().setup(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form, knowing where the client came from."""
        context = request.GET.get("ctx", "")
        source, known = read_context(context)
        initial = {"ctx": context if source.page else "", "key": new_key(time.time()), **known}
        return self._page(request, self._form(source, initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take the mandate in and go to its confirmation; otherwise show the form with what was typed."""
        source, _known = read_context(request.POST.get("ctx", ""))
        key = read_key(request.POST.get("key", ""))
        form = self._form(source, data=request.POST)
        if not form.is_valid():
            return self._page(request, form if key else self._with_new_key(form), status=422)
        if key is None:
            form.add_error(None, _("This form was open for a long time. Check your answers and send it again."))
            return self._page(request, self._with_new_key(form), status=409)
        came = Circumstances(key.seconds, form.cleaned_data["subject"] or "", client_address(request))
        try:
            mandate = submit(form.save(commit=False), key.identity, source, form.answers(), form.said(), came)
        except AlreadySubmittedError as earlier:
            message = _(
                "You have sent this form already, as %(reference)s. Send it again to add this as another mandate."
            )
            form.add_error(None, message % {"reference": earlier.mandate.reference})
            return self._page(request, self._with_new_key(form), status=409)
        link = links.first(mandate)  # sent again, it leads to where it led then, and to no link that was made since
        step = "proof" if mandate.screening == Screening.PROOF else "received"
        return redirect(f"enquiries:{step}", links.token_of(link))

    def _form(self, source: Source, **kwargs: Any) -> MandateForm:
        return MandateForm(brand=BrandSettings.load(), source=source, **kwargs)

    def _with_new_key(self, form: MandateForm) -> MandateForm:
        """The form as it was sent, but good for another mandate."""
        form.data = dict(form.data.items()) | {"key": new_key()}
        return form

    def _page(self, request: HttpRequest, form: MandateForm, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "source": form.source,
            "brand": form.brand,
            "roles": Role.objects.values_list("name", flat=True),
            "due": office_clock(promise(timezone.now(), form.brand), form.brand),
            "team": (form.cleaned_data if form.is_bound else form.initial).get("specialism"),
        }
        return render(request, "enquiries/mandate.html", context, status=status)


def read_context(value: str) -> tuple[Source, dict[str, Any]]:
    """The page a call to action is on, and the answers it knows; nothing if tampered with or outdated."""
    context = unsign(value)
    pages = Page.objects.live().public().defer_streamfields()
    page = pages.filter(pk=context.get("page")).first() if context else None
    if page is None:
        return Source(), {}
    role = Role.objects.filter(pk=context["role"]).first() if "role" in context else None
    specialism = SpecialismPage.objects.for_directory().filter(pk=context.get("specialism")).first()
    return Source(page, str(context.get("call", ""))[:20]), {"specialism": specialism, "role": role}
