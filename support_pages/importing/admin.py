"""“Import a document” on a specialism in the CMS; imported by ``support_pages.wagtail_hooks``."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail import hooks
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry

from agency.models import User
from specialisms.models import SpecialismPage
from support_pages.importing import limits
from support_pages.importing.detect import EXTENSIONS
from support_pages.importing.guide import ACTION, import_guide
from support_pages.importing.remarks import Refusal
from support_pages.importing.report import REFUSALS, refusal_text
from support_pages.kinds import Kind
from support_pages.models import SupportPage


def may_import(specialism: Page, user: User | AnonymousUser) -> bool:
    """Whether somebody may add guides there."""
    return specialism.permissions_for_user(user).can_add_subpage() and SupportPage.can_create_at(specialism)


class ImportForm(forms.Form):
    """The file, and what it is."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("Word (.docx), Markdown (.md), HTML (.html) or plain text (.txt), at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{extension}" for extension in EXTENSIONS)}),
        allow_empty_file=True,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        required=False,
        choices=[("", gettext_lazy("As the file says")), *Kind.choices],
        help_text=gettext_lazy("What the guide gives the reader."),
    )

    def clean_file(self) -> Any:
        """Refuse by size before anything is read."""
        file = self.cleaned_data["file"]
        if file.size > limits.FILE_BYTES:
            raise forms.ValidationError(REFUSALS["too_large"])
        return file


class ImportView(WagtailAdminTemplateMixin, FormView):
    """Takes the file."""

    form_class = ImportForm
    template_name = "support_pages/admin/import.html"
    page_title = gettext_lazy("Import a document")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for those who may add guides to this specialism."""
        if not may_import(self.specialism, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def specialism(self) -> SpecialismPage:
        """Where the guide goes."""
        return get_object_or_404(SpecialismPage, pk=self.kwargs["specialism"])

    def get_page_subtitle(self) -> str:
        """The specialism."""
        return self.specialism.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way through the explorer."""
        above = get_breadcrumbs_items_for_page(self.specialism, self.request.user)
        return [*above, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        """Import; a refusal stands beside the file."""
        file = form.cleaned_data["file"]
        try:
            user = cast(User, self.request.user)
            result = import_guide(file, self.specialism, form.cleaned_data["kind"], user=user)
        except Refusal as refusal:
            form.add_error("file", refusal_text(refusal))
            return self.form_invalid(form)
        return redirect("guide_imported", result.page.pk)

    def form_invalid(self, form: ImportForm) -> HttpResponse:
        """The form again, with a status that says it was not taken."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the specialism."""
        return super().get_context_data(specialism=self.specialism, **kwargs)


class ImportedView(WagtailAdminTemplateMixin, TemplateView):
    """What came of it: the report, kept in the page's history, and the way to the draft."""

    template_name = "support_pages/admin/imported.html"
    page_title = gettext_lazy("Imported")
    header_icon = "upload"

    @cached_property
    def page(self) -> SupportPage:
        """The guide, for those who may edit it."""
        page = get_object_or_404(SupportPage, pk=self.kwargs["page"])
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page

    def get_page_subtitle(self) -> str:
        """The guide."""
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way through the explorer."""
        above = get_breadcrumbs_items_for_page(self.page.get_parent(), self.request.user)
        return [*above, {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the latest report."""
        entries = PageLogEntry.objects.filter(page=self.page.pk, action=ACTION).order_by("-timestamp", "-pk")
        report = get_object_or_404(entries[:1]).data
        return super().get_context_data(guide=self.page, report=report, **kwargs)


class ImportButton(PageMenuItem):
    """The way to the form, on specialisms only."""

    label = gettext_lazy("Import a document")
    icon_name = "upload"

    @cached_property
    def url(self) -> str:
        """The form for this specialism."""
        return reverse("import_guide", args=[self.page.pk])

    def is_shown(self, user: User) -> bool:
        """Where guides may be added, to those who may."""
        return issubclass(self.page.specific_class or Page, SpecialismPage) and may_import(self.page, user)


@hooks.register("register_page_header_buttons")
def header_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[ImportButton]:
    """In the menu beside a specialism's title."""
    yield ImportButton(page=page, priority=16)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Page, user: User, next_url: str | None = None) -> Iterator[ImportButton]:
    """In the menu of a specialism in lists."""
    yield ImportButton(page=page, priority=9)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Form and report."""
    return [
        path(
            "guides/import/<int:specialism>/",
            non_atomic_requests(ImportView.as_view()),  # reading a file takes long, storing it is one transaction
            name="import_guide",
        ),
        path("guides/imported/<int:page>/", ImportedView.as_view(), name="guide_imported"),
    ]


@hooks.register("register_log_actions")
def register_import(actions: LogActionRegistry) -> None:
    """What the page's history says."""

    @actions.register_action(ACTION)
    class ImportFormatter(LogFormatter):
        label = gettext_lazy("Import a document")

        def format_message(self, log_entry: PageLogEntry) -> str:
            """The file, and how much of it arrived."""
            data = log_entry.data
            remarks = ngettext("%d remark", "%d remarks", len(data["warnings"])) % len(data["warnings"])
            return _("Imported from %(file)s: %(words_in)d words in, %(words_out)d on the page, %(remarks)s") % {
                **data,
                "remarks": remarks,
            }

        def format_comment(self, log_entry: PageLogEntry) -> str:
            """The remarks of the report."""
            return " ".join(log_entry.data["warnings"])
