"""The fact ledger in the CMS: the list, a fact with its uses and history, and what may be done with it."""

from typing import Any, cast

import django_filters
from django.contrib import messages
from django.db.models import ProtectedError, QuerySet
from django.forms import Form, RadioSelect
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.log_actions import log

from agency.models import ConsultantPage, User
from specialisms import usage
from specialisms.admin import ledger
from specialisms.admin.exporting import ProtectedExport
from specialisms.admin.fact_forms import ConfirmForm, FactForm
from specialisms.keepers import FACTS
from specialisms.models import Fact, SpecialismPage
from specialisms.models.evidence import EvidenceQuerySet, State

ELSEWHERE = gettext_lazy("Choose a specialism in which you may publish; or none, if you own the figure yourself.")


def day(field: str, label: str | Promise) -> Column:
    """A column with a day, sorted by it."""
    return Column(field, label=label, sort_key=field, accessor=lambda row: date_format(getattr(row, field), "j M Y"))


def said_if_illustrative(fact: Fact) -> str:
    """The word, or nothing."""
    return _("Illustrative") if fact.illustrative else ""


class FactFilterSet(WagtailFilterSet):
    """State today, owner, specialism with its narrower ones, and whether it is illustrative."""

    state = django_filters.ChoiceFilter(
        choices=State.choices, method="in_state", label=gettext_lazy("State"), widget=RadioSelect, empty_label=None
    )
    owner = django_filters.ModelChoiceFilter(
        queryset=ConsultantPage.objects.order_by("title"), label=gettext_lazy("Owner")
    )
    specialism = django_filters.ModelChoiceFilter(
        queryset=SpecialismPage.objects.order_by("path"), method="in_specialism", label=gettext_lazy("Specialism")
    )

    class Meta:
        model = Fact
        fields = ["state", "owner", "specialism", "illustrative"]

    def in_state(self, queryset: EvidenceQuerySet, _name: str, state: str) -> EvidenceQuerySet:
        """Facts that stand like that today."""
        return queryset.in_state(state)

    def in_specialism(self, queryset: QuerySet, _name: str, page: SpecialismPage) -> QuerySet:
        """Facts about a specialism or one under it."""
        return queryset.filter(specialism__path__startswith=page.path)


class IndexView(ProtectedExport, generic.IndexView):
    """The ledger, what expires first on top."""

    default_ordering = "valid_until"
    export_headings = {"value": gettext_lazy("Value"), "state.label": gettext_lazy("State")}

    def get_base_queryset(self) -> QuerySet:
        """With owners and specialisms."""
        return Fact.objects.by_due_date()


class CreateView(ledger.CreateView):
    """A new fact, owned by whoever writes it unless they name somebody else."""

    elsewhere = ELSEWHERE

    def get_initial(self) -> dict[str, Any]:
        """With the consultant who is logged in."""
        return {**super().get_initial(), "owner": self.request.user.consultant_id}


class EditView(ledger.EditView):
    """A fact with everything that depends on it, before anything is changed."""

    template_name = "specialisms/admin/fact_edit.html"
    elsewhere = ELSEWHERE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Where it is used, what it said before, and the form to confirm it."""
        return super().get_context_data(**ledger_entry(self.object) | confirmation(self.object) | kwargs)


class InspectView(ledger.InspectView):
    """A fact to read, with where it is used and what it said before."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As its form has them."""
        return super().get_context_data(**ledger_entry(self.object) | kwargs)


def ledger_entry(fact: Fact) -> dict[str, Any]:
    """What the CMS shows about a fact beside its form."""
    return {
        "fact": fact,
        "uses": usage.known(fact),
        "history": fact.history.select_related("actor"),
    }


def confirmation(fact: Fact) -> dict[str, Any]:
    """The form that says it still holds."""
    return {"confirm_form": ConfirmForm.for_fact(fact), "confirm_url": reverse("facts:confirm", args=[fact.pk])}


class ConfirmView(generic.PermissionCheckedMixin, generic.WagtailAdminTemplateMixin, FormView):
    """Still true, checked today, next check on a day."""

    permission_policy = FACTS
    permission_required = "change"
    form_class = ConfirmForm
    template_name = "specialisms/admin/fact_confirm.html"
    page_title = gettext_lazy("Confirm")
    header_icon = "check"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the fact."""
        super().setup(request, *args, **kwargs)
        self.fact = get_object_or_404(Fact, pk=kwargs["pk"])

    def user_has_permission(self, permission: str) -> bool:
        """On this fact."""
        return self.user_has_permission_for_instance(permission, self.fact)

    def get_page_subtitle(self) -> str:
        """What is confirmed."""
        return str(self.fact)

    def get_initial(self) -> dict[str, Any]:
        """As long as last time."""
        return ConfirmForm.proposal(self.fact)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the fact, for what it affects."""
        context = ledger_entry(self.fact) | confirmation(self.fact)
        return super().get_context_data(**context | {"media": context["confirm_form"].media} | kwargs)

    def form_valid(self, form: ConfirmForm) -> HttpResponse:
        """Keep it in the history and go back to the fact."""
        self.fact.confirm(cast(User, self.request.user), form.cleaned_data["valid_until"], form.cleaned_data["note"])
        log(self.fact, "wagtail.edit", user=self.request.user, content_changed=True)
        until = date_format(self.fact.valid_until, "j F Y")
        messages.success(
            self.request, _("“%(fact)s” confirmed until %(until)s.") % {"fact": self.fact, "until": until}
        )
        return redirect("facts:edit", self.fact.pk)

    def form_invalid(self, form: ConfirmForm) -> HttpResponse:
        """Say what is wrong beside the field."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class DeleteView(ledger.DeleteView):
    """Only what no page and no draft uses can be deleted; the page says where it is used."""

    template_name = "specialisms/admin/fact_delete.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The pages that use it at this moment."""
        uses = usage.exact([self.object])
        return {**super().get_context_data(**kwargs), "uses": uses, "is_protected": bool(uses)}

    def form_valid(self, form: Form) -> HttpResponse:
        """Delete it, or say again why not."""
        try:
            return super().form_valid(form)
        except ProtectedError as error:
            messages.error(self.request, error.args[0])
            return redirect("facts:delete", self.object.pk)


class FactViewSet(ledger.LedgerViewSet):
    """The ledger."""

    model = Fact
    name = "facts"
    permission_policy = FACTS
    icon = "order"
    menu_label = gettext_lazy("Facts")
    edit_handler = ObjectList([*Fact.panels, FieldPanel("history_note")], base_form_class=FactForm)
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView
    inspect_view_class = InspectView
    edit_template_name = EditView.template_name
    delete_template_name = DeleteView.template_name
    inspect_template_name = "specialisms/admin/fact_inspect.html"
    inspect_view_fields = [
        *("says", "value", "geography", "method", "sample", "specialism", "source_name", "publisher", "source_url"),
        *("as_of", "checked_on", "valid_until", "owner", "illustrative"),
    ]
    filterset_class = FactFilterSet
    search_backend_name = None  # the table itself: what was written a moment ago is found at once
    search_fields = ["says", "geography", "source_name", "specialism__title"]
    list_per_page = 50
    list_export = [
        "says",
        "value",
        "geography",
        "owner",
        "source_name",
        "as_of",
        "checked_on",
        "valid_until",
        "state.label",
    ]
    export_filename = "facts"
    list_display = [
        ledger.FigureColumn("says", "facts", FACTS, label=gettext_lazy("What it says"), sort_key="says"),
        Column("value", label=gettext_lazy("Value")),
        Column("owner", label=gettext_lazy("Owner"), sort_key="owner__title"),
        day("valid_until", gettext_lazy("Valid until")),
        StatusTagColumn(
            "state",
            label=gettext_lazy("State"),
            accessor="state.label",
            primary=lambda fact: fact.state != State.VALID,
        ),
        Column("illustrative", label=gettext_lazy("Illustrative"), accessor=said_if_illustrative),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """With the confirmation."""
        return [*super().get_urlpatterns(), path("confirm/<int:pk>/", ConfirmView.as_view(), name="confirm")]
