"""The mandate form and its confirmation. Thin: taking a mandate in is ``enquiries.intake``."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import View
from wagtail.models import Page

from agency.models import BrandSettings
from agency.signed_context import unsign
from enquiries.forms import MandateForm, new_key, read_key
from enquiries.intake import AlreadySubmittedError, Source, submit
from enquiries.models import Mandate
from enquiries.routing import consultants_for
from enquiries.sla import office_clock, promise
from specialisms.models import Role, SpecialismPage

CONFIRMATION_SALT = "mandate-confirmation"


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
        initial = {"ctx": context if source.page else "", "key": new_key(), **known}
        return self._page(request, self._form(source, initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take the mandate in and go to its confirmation; otherwise show the form with what was typed."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig  # Django's own check leaves out files, and this form takes none
        source, _known = read_context(request.POST.get("ctx", ""))
        key = read_key(request.POST.get("key", ""))
        form = self._form(source, data=request.POST)
        if not form.is_valid():
            return self._page(request, form if key else self._with_new_key(form), status=422)
        if key is None:
            form.add_error(None, _("This form was open for a long time. Check your answers and send it again."))
            return self._page(request, self._with_new_key(form), status=409)
        try:
            mandate = submit(form.save(commit=False), key, source, form.answers())
        except AlreadySubmittedError as earlier:
            message = _(
                "You have sent this form already, as %(reference)s. Send it again to add this as another mandate."
            )
            form.add_error(None, message % {"reference": earlier.mandate.reference})
            return self._page(request, self._with_new_key(form), status=409)
        return redirect("enquiries:received", Signer(salt=CONFIRMATION_SALT).sign(mandate.reference))

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


@require_safe
def received(request: HttpRequest, token: str) -> HttpResponse:
    """The confirmation: the reference and what happens next. It shows nothing of what was submitted."""
    try:
        reference = Signer(salt=CONFIRMATION_SALT).unsign(token)
        mandate = Mandate.objects.select_related("specialism").get(reference=reference)
    except (BadSignature, Mandate.DoesNotExist):
        raise Http404 from None
    brand = BrandSettings.load()
    context = {
        "mandate": mandate,
        "brand": brand,
        "due": office_clock(mandate.reply_due_at, brand),
        "consultants": [user.get_full_name() for user in consultants_for(mandate.specialism)],
    }
    return render(request, "enquiries/received.html", context)


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
