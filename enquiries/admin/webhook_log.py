"""What was sent to webhooks, try by try, and sending it again."""

from typing import Any, cast

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from agency.models import User
from agency.models.delivery import DeliveryState
from enquiries.admin.columns import OfficeColumn
from enquiries.admin.veil import veiled_for
from enquiries.admin.webhooks import POLICY, ActionView
from enquiries.models import WebhookDelivery
from enquiries.webhooks.outbox import FINISHED, replay


class DeliveryFilterSet(WagtailFilterSet):
    """By endpoint, state and event."""

    class Meta:
        model = WebhookDelivery
        fields = ["endpoint", "state", "event_type"]


class IndexView(generic.IndexView):
    """The log, newest first."""

    page_title = gettext_lazy("Delivery log")
    default_ordering = "-created_at"
    any_permission_required = ["add", "change", "delete", "view"]

    def get_base_queryset(self) -> QuerySet[WebhookDelivery]:
        """With the names of endpoints, without the references of what is confidential."""
        deliveries = WebhookDelivery.objects.select_related("endpoint")
        return veiled_for(cast(User, self.request.user), deliveries)

    def search_queryset(self, queryset: QuerySet[WebhookDelivery]) -> QuerySet[WebhookDelivery]:
        """What matches; a reference that is not shown is not found either, and a message id is."""
        found = super().search_queryset(queryset)
        if not self.is_searching:
            return found
        return found.filter(Q(veiled=False) | Q(message_id__icontains=self.search_query))


class InspectView(generic.InspectView):
    """One delivery with all its attempts."""

    page_title = gettext_lazy("Delivery")
    template_name = "enquiries/admin/webhook_delivery.html"

    def get_object(self, queryset: QuerySet[WebhookDelivery] | None = None) -> WebhookDelivery:
        """The delivery with its endpoint; of what is confidential without the reference."""
        deliveries = WebhookDelivery.objects.select_related("endpoint")
        return get_object_or_404(veiled_for(cast(User, self.request.user), deliveries), pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Its attempts, and whether it can be sent again."""
        may_change = POLICY.user_has_permission(self.request.user, "change")
        context = {
            "delivery": self.object,
            "log": self.object.log.all(),
            "may_replay": may_change and self.object.state in FINISHED and self.object.endpoint.is_active,
        }
        return super().get_context_data(**context | kwargs)


class ReplayView(ActionView):
    """Sends a delivery again, with the same message id."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """If it is not under way, and there is somebody to send it to."""
        delivery = get_object_or_404(WebhookDelivery.objects.select_related("endpoint"), pk=pk)
        if not delivery.endpoint.is_active:
            messages.error(request, _("The webhook is switched off. Switch it on first."))
        elif replay(delivery):
            messages.success(request, _("It is on its way again, with the same message id."))
        else:
            messages.error(request, _("It is on its way already."))
        return redirect("webhook_deliveries:inspect", delivery.pk)


class DeliveryViewSet(ModelViewSet):
    """The log; those look into it who look after webhooks."""

    model = WebhookDelivery
    name = "webhook_deliveries"
    url_prefix = "webhook-deliveries"
    permission_policy = POLICY
    icon = "list-ul"
    add_to_reference_index = False
    form_fields = ["state"]
    index_view_class = IndexView
    inspect_view_class = InspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    filterset_class = DeliveryFilterSet
    search_fields = ["reference", "message_id"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        TitleColumn("__str__", label=gettext_lazy("Event"), url_name="webhook_deliveries:inspect"),
        Column("endpoint", label=gettext_lazy("Webhook"), sort_key="endpoint__name"),
        StatusTagColumn(
            "get_state_display",
            label=gettext_lazy("State"),
            primary=lambda delivery: delivery.state == DeliveryState.SENT,
            sort_key="state",
        ),
        Column("attempts", label=gettext_lazy("Attempts"), sort_key="attempts"),
        Column("last_error", label=gettext_lazy("Last error")),
        OfficeColumn("created_at", label=gettext_lazy("Happened"), sort_key="created_at"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Only these: nobody writes or deletes what the log says."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/replay/", ReplayView.as_view(), name="replay"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without links to views that are not there."""
        missing = dict.fromkeys(
            ["add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name"]
        )
        return super().get_common_view_kwargs(**missing | kwargs)
