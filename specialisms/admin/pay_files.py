"""Importing pay bands: upload, preview of every row, confirmation. Nothing is stored before the last of these."""

import base64
import secrets
import zlib
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from agency.models import User
from specialisms.keepers import PAY_BANDS
from specialisms.pay import files, plans, transfer

KEPT = "pay_import"
"""Where the session keeps the file between preview and confirmation."""
SHOWN_PROBLEMS = 200


class ImportersOnly(PermissionCheckedMixin):
    """For those who may add some; which rows are theirs is said beside each."""

    permission_policy = PAY_BANDS
    permission_required = "add"


class UploadForm(forms.Form):
    """The choice of a file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,  # said in our own words, with everything else that can be wrong with a file
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )


class BlankFileView(ImportersOnly, View):
    """A file to fill in."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        """The columns and one example row."""
        response = HttpResponse(files.template(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="pay-bands-template.csv"'
        return response


class ImportView(ImportersOnly, WagtailAdminTemplateMixin, TemplateView):
    """One address for all three steps; a preview that is no longer true is made again instead of confirmed."""

    template_name = "specialisms/admin/pay_import.html"
    page_title = gettext_lazy("Import pay bands")
    header_icon = "upload"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Back to the list."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("pay_bands:index"), "label": _("Pay bands")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form and the description of the columns."""
        context = {"form": UploadForm(), "columns": files.COLUMNS, "most_rows": files.MOST_ROWS}
        return super().get_context_data(**context | kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """A file to preview, or the confirmation of a preview."""
        if "confirm" in request.POST:
            return self.confirm(request)
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        file = form.cleaned_data["file"]
        return self.preview(request, file.read(files.LARGEST_FILE + 1))

    def preview(self, request: HttpRequest, data: bytes, **context: Any) -> HttpResponse:
        """Show what the file would do; if that is possible, keep it for the confirmation."""
        planned = plans.plan(files.read(data), cast(User, request.user))
        request.session.pop(KEPT, None)
        if planned.problems:
            shown = {"problems": planned.problems[:SHOWN_PROBLEMS], "problem_count": len(planned.problems)}
            return self.render_to_response(self.get_context_data(**shown), status=422)
        token = secrets.token_urlsafe(16)
        packed = base64.b85encode(zlib.compress(data)).decode()
        request.session[KEPT] = {"token": token, "file": packed, "digest": planned.digest}
        return self.render_to_response(self.get_context_data(plan=planned, token=token, **context))

    def confirm(self, request: HttpRequest) -> HttpResponse:
        """Store what was previewed, if it is still what the file would do."""
        kept = request.session.get(KEPT)
        if not kept or not secrets.compare_digest(kept["token"], request.POST["confirm"]):
            messages.error(request, _("This preview has been replaced or used already. Upload the file again."))
            return redirect("pay_bands:import")
        data = zlib.decompress(base64.b85decode(kept["file"]))
        try:
            done = transfer.apply(files.read(data), kept["digest"], cast(User, request.user))
        except transfer.OutdatedError:
            return self.preview(request, data, outdated=True)
        del request.session[KEPT]
        messages.success(request, summary(done))
        return redirect("pay_bands:index")


def summary(done: plans.Plan) -> str:
    """What an import did, in a sentence."""
    new, changed = len(done.new), len(done.changed)
    added = ngettext("%(count)d pay band added", "%(count)d pay bands added", new) % {"count": new}
    return _("%(added)s, %(changed)d changed.") % {"added": added, "changed": changed}
