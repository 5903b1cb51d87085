"""The inbox: where consultants find mandates, see everything about one, and say who answers it."""

from typing import Any, cast

import django_filters
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from django_filters import ModelChoiceFilter
from django_filters.fields import ModelChoiceField
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import ModelPermissionPolicy

from agency.models import User
from enquiries.delivery import send_again
from enquiries.forms import SpecialismChoiceField
from enquiries.models import Delivery, Mandate, MandateEvent
from enquiries.models.event import EventKind
from enquiries.models.mandate import MandateQuerySet, Status
from specialisms.models import SpecialismPage


class SpecialismFilterField(SpecialismChoiceField, ModelChoiceField):
    """The directory as a list to filter by."""


class SpecialismFilter(ModelChoiceFilter):
    """One specialism."""

    field_class = SpecialismFilterField


class MandateFilterSet(WagtailFilterSet):
    """Status, specialism with its narrower ones, who answers, and when it came in."""

    status = django_filters.MultipleChoiceFilter(choices=Status.choices, widget=forms.CheckboxSelectMultiple)
    specialism = SpecialismFilter(
        queryset=SpecialismPage.objects.order_by("path"), method="in_specialism", label=gettext_lazy("Specialism")
    )
    submitted_at = django_filters.DateFromToRangeFilter(widget=DateRangePickerWidget, label=gettext_lazy("Submitted"))

    class Meta:
        model = Mandate
        fields = ["status", "specialism", "assigned_to", "submitted_at"]

    def in_specialism(self, queryset: MandateQuerySet, _name: str, page: SpecialismPage) -> MandateQuerySet:
        """Mandates of a specialism or of one under it."""
        return queryset.filter(specialism__path__startswith=page.path)


class IndexView(generic.IndexView):
    """The list, newest first, with only what the user may see."""

    page_title = gettext_lazy("Mandates")
    default_ordering = "-submitted_at"
    FORMATS = ()  # nobody downloads everybody's mandates from a list

    def get_base_queryset(self) -> MandateQuerySet:
        """What the user may see."""
        return Mandate.objects.visible_to(self.request.user).for_inbox()

    def get_edit_url(self, instance: Mandate) -> str:
        """Titles open the mandate."""
        return reverse("mandates:inspect", args=[instance.pk])


class MandateForm(forms.ModelForm):
    """What a consultant changes about a mandate."""

    class Meta:
        model = Mandate
        fields = ["status", "assigned_to"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer those who can open the inbox."""
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["assigned_to"]).queryset = User.objects.with_perm(
            "enquiries.view_mandate", backend="django.contrib.auth.backends.ModelBackend"
        ).order_by("last_name", "first_name")

    def record(self, actor: User) -> None:
        """Save, and note each change in the mandate's history."""
        labels = {"status": EventKind.STATUS, "assigned_to": EventKind.ASSIGNED}
        with transaction.atomic():
            mandate = self.save()
            details = {"status": mandate.get_status_display(), "assigned_to": str(mandate.assigned_to or _("Nobody"))}
            for field in self.changed_data:
                MandateEvent.objects.create(mandate=mandate, kind=labels[field], actor=actor, detail=details[field])


class MandateView(generic.InspectView):
    """Everything submitted, where it came from, its mails and its history; status and assignment change here."""

    page_title = gettext_lazy("Mandate")
    template_name = "enquiries/admin/mandate.html"

    def get_object(self, queryset: MandateQuerySet | None = None) -> Mandate:
        """The mandate, if the user may see it; 404 otherwise, so that numbers tell nothing."""
        shown = ("specialism", "known_role", "source_page", "assigned_to")
        mine = Mandate.objects.visible_to(self.request.user).select_related(*shown)
        return get_object_or_404(mine, pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, the mails and the history."""
        may_change = self.permission_policy.user_has_permission(self.request.user, "change")
        context: dict[str, Any] = {
            "mandate": self.object,
            "form": MandateForm(instance=self.object) if may_change else None,
            "deliveries": self.object.deliveries.all(),
            "events": self.object.events.select_related("actor"),
            "consents": self.object.consents.all(),
        }
        return super().get_context_data(**context | kwargs)

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Change status or assignment."""
        if not self.permission_policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        form = MandateForm(request.POST, instance=self.object)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        form.record(cast(User, request.user))
        messages.success(request, _("Mandate %(reference)s saved.") % {"reference": self.object})
        if not Mandate.objects.visible_to(request.user).filter(pk=self.object.pk).exists():
            return redirect("mandates:index")
        return redirect("mandates:inspect", self.object.pk)


class SendAgainView(View):
    """Starts a mail over."""

    http_method_names = ["post"]
    permission_policy: ModelPermissionPolicy | None = None

    def post(self, request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
        """Queue the mail again and note who asked."""
        if self.permission_policy is None or not self.permission_policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        mandate = get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)
        mail = get_object_or_404(Delivery, pk=delivery, mandate=mandate)
        with transaction.atomic():
            send_again(mail)
            MandateEvent.objects.create(
                mandate=mandate,
                kind=EventKind.SENT_AGAIN,
                actor=cast(User, request.user),
                detail=str(mail.get_kind_display()),
            )
        messages.success(request, _("The mail is on its way again."))
        return redirect("mandates:inspect", mandate.pk)


def moment(field: str, label: str | Promise) -> Column:
    """A column with a date and a time: Wagtail's own shows what lies ahead as "just now"."""
    return Column(
        field,
        label=label,
        sort_key=field,
        accessor=lambda row: date_format(localtime(getattr(row, field)), "j M Y, H:i"),
    )


class MandateViewSet(ModelViewSet):
    """List, detail and "send again"; nothing here adds, copies or deletes a mandate or indexes what it says."""

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
        Column("company", label=gettext_lazy("Company"), sort_key="company"),
        Column("role", label=gettext_lazy("Role")),
        Column("specialism", label=gettext_lazy("Specialism")),
        StatusTagColumn(
            "get_status_display",
            label=gettext_lazy("Status"),
            primary=lambda mandate: mandate.status == Status.NEW,
            sort_key="status",
        ),
        Column("assigned_to", label=gettext_lazy("Assigned to")),
        moment("submitted_at", gettext_lazy("Submitted")),
        moment("reply_due_at", gettext_lazy("Reply due")),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Only these: what is not routed cannot be misused."""
        again = SendAgainView.as_view(permission_policy=self.permission_policy)
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/deliveries/<int:delivery>/send-again/", again, name="send_again"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without links to views that are not there."""
        missing = dict.fromkeys(
            ["add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name"]
        )
        return super().get_common_view_kwargs(**missing | kwargs)
