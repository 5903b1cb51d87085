"""The inbox: where consultants find mandates. The page of one is ``mandate.py``."""

import re
from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.db.models import Q
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import ModelChoiceFilter
from django_filters.fields import ModelChoiceField
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from enquiries.admin.again import SendAgainView
from enquiries.admin.attachments import DownloadView
from enquiries.admin.columns import OfficeColumn
from enquiries.admin.consents import TakeBackConsentView
from enquiries.admin.erase import EraseView
from enquiries.admin.links import RevokeLinksView
from enquiries.admin.mandate import MandateView
from enquiries.admin.offering import OfferTimesView
from enquiries.admin.quarantine import QuarantineView, ReleaseView
from enquiries.admin.replied import NotRepliedView, RepliedView
from enquiries.admin.slots import TakeBackView
from enquiries.forms import SpecialismChoiceField
from enquiries.models import Mandate
from enquiries.models.mandate import MandateQuerySet, Screening, Status
from specialisms.models import SpecialismPage

MINE, OVERDUE = "mine", "overdue"

REFERENCE = re.compile(r"M-[A-Z0-9]{4}-[A-Z0-9]{4}")


class SpecialismFilterField(SpecialismChoiceField, ModelChoiceField):
    """The directory as a list to filter by."""


class SpecialismFilter(ModelChoiceFilter):
    """One specialism."""

    field_class = SpecialismFilterField


class MandateFilterSet(WagtailFilterSet):
    """What waits for whoever looks, status, specialism with its narrower ones, who answers, and when it came in."""

    only = django_filters.MultipleChoiceFilter(
        choices=[(MINE, gettext_lazy("Mine")), (OVERDUE, gettext_lazy("Overdue"))],
        widget=forms.CheckboxSelectMultiple,
        method="narrowed",
        label=gettext_lazy("Only"),
    )
    status = django_filters.MultipleChoiceFilter(choices=Status.choices, widget=forms.CheckboxSelectMultiple)
    specialism = SpecialismFilter(
        queryset=SpecialismPage.objects.order_by("path"), method="in_specialism", label=gettext_lazy("Specialism")
    )
    submitted_at = django_filters.DateFromToRangeFilter(widget=DateRangePickerWidget, label=gettext_lazy("Submitted"))

    class Meta:
        model = Mandate
        fields = ["only", "status", "specialism", "assigned_to", "submitted_at"]

    def narrowed(self, queryset: MandateQuerySet, _name: str, wanted: list[str]) -> MandateQuerySet:
        """Those the user answers, those whose reply is overdue, or what is both."""
        queryset = queryset.filter(assigned_to=self.request.user) if MINE in wanted else queryset
        return queryset.overdue() if OVERDUE in wanted else queryset

    def in_specialism(self, queryset: MandateQuerySet, _name: str, page: SpecialismPage) -> MandateQuerySet:
        """Mandates of a specialism or of one under it."""
        return queryset.filter(specialism__path__startswith=page.path)


class IndexView(generic.IndexView):
    """The list, newest first, with only what the user may see; what the screening holds is in the quarantine."""

    page_title = gettext_lazy("Mandates")
    default_ordering = "-submitted_at"
    FORMATS = ()  # nobody downloads everybody's mandates from a list

    def get_base_queryset(self) -> MandateQuerySet:
        """What the user may see; what is held only to whoever looks for its very reference, as a client reads it out."""
        sought = self.request.GET.get("q", "").strip().upper()
        wanted = Q(screening=Screening.CLEAR) | Q(reference=sought if REFERENCE.fullmatch(sought) else None)
        return Mandate.objects.visible_to(self.request.user).filter(wanted).for_inbox()

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """To what is held."""
        return [HeaderButton(_("Quarantine"), url=reverse("mandates:quarantine"), icon_name="warning")]

    def get_edit_url(self, instance: Mandate) -> str:
        """Titles open the mandate."""
        return reverse("mandates:inspect", args=[instance.pk])


class DueColumn(OfficeColumn):
    """By when a reply is due, whether it is overdue, or when it went out; or that the mandate is held."""

    cell_template_name = "enquiries/admin/due_cell.html"


def unless_confidential(field: str) -> Callable[[Mandate], str]:
    """An answer for the list, which nobody opens: of a confidential mandate it shows none."""
    return lambda mandate: str(_("Confidential") if mandate.confidential else getattr(mandate, field))


class MandateViewSet(ModelViewSet):
    """The list, the page of one mandate and what is done there; nothing adds or copies a mandate or indexes what it says."""

    model = Mandate
    name = "mandates"
    icon = "mail"
    menu_label = gettext_lazy("Mandates")
    menu_name = "mandates"
    menu_order = 90
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = IndexView
    inspect_view_class = MandateView
    inspect_view_enabled = True
    copy_view_enabled = False
    filterset_class = MandateFilterSet
    form_fields = ["status", "assigned_to"]
    search_fields = ["reference", "role", "company", "name", "email", "need"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        TitleColumn("reference", label=gettext_lazy("Reference"), url_name="mandates:inspect"),
        Column("company", label=gettext_lazy("Company"), accessor=unless_confidential("company")),
        Column("role", label=gettext_lazy("Role"), accessor=unless_confidential("role")),
        Column("specialism", label=gettext_lazy("Specialism")),
        StatusTagColumn(
            "get_status_display",
            label=gettext_lazy("Status"),
            primary=lambda mandate: mandate.status == Status.NEW,
            sort_key="status",
        ),
        Column("assigned_to", label=gettext_lazy("Assigned to")),
        OfficeColumn("submitted_at", label=gettext_lazy("Submitted"), sort_key="submitted_at"),
        DueColumn("reply_due_at", label=gettext_lazy("Reply"), sort_key="reply_due_at"),
    ]

    @property
    def offer_view(self) -> Callable[..., Any]:
        """The page of a mandate, taking times for a call."""
        return self.construct_view(OfferTimesView, **self.get_inspect_view_kwargs())

    def get_urlpatterns(self) -> list[URLPattern]:
        """Only these: what is not routed cannot be misused."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("quarantine/", QuarantineView.as_view(), name="quarantine"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/release/", ReleaseView.as_view(), name="release"),
            path("<int:pk>/revoke-links/", RevokeLinksView.as_view(), name="revoke_links"),
            path("<int:pk>/attachments/<int:attachment>/", DownloadView.as_view(), name="attachment"),
            path("<int:pk>/replied/", RepliedView.as_view(), name="replied"),
            path("<int:pk>/not-replied/", NotRepliedView.as_view(), name="not_replied"),
            path("<int:pk>/consent/", TakeBackConsentView.as_view(), name="take_back_consent"),
            path("<int:pk>/times/", self.offer_view, name="offer_times"),
            path("<int:pk>/times/<int:slot>/take-back/", TakeBackView.as_view(), name="take_back"),
            path("<int:pk>/erase/", EraseView.as_view(), name="erase"),
            path("<int:pk>/deliveries/<int:delivery>/send-again/", SendAgainView.as_view(), name="send_again"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without links to views that are not there."""
        missing = dict.fromkeys(
            ["add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name"]
        )
        return super().get_common_view_kwargs(**missing | kwargs)
