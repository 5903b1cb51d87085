"""Webhooks in the CMS: the endpoints, and what is done with one."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.log_actions import LogActionRegistry, log
from wagtail.permissions import ModelPermissionPolicy

from agency.models import User
from enquiries.admin.veil import veiled_for
from enquiries.models import Mandate, WebhookEndpoint
from enquiries.models.webhook import EVENTS, SwitchedOff
from enquiries.webhooks import endpoints, outbox, signing

POLICY = ModelPermissionPolicy(WebhookEndpoint)
RENEWED = "enquiries.webhook_secret"
RECENT = 10


def may_read_mandates(user: User) -> bool:
    """Whether somebody may see all mandates, and so decide where everything that clients write is sent."""
    return user.has_perms(["enquiries.view_mandate", "enquiries.view_all_mandates"])


def webhooks_of(mandate: Mandate) -> dict[str, Any]:
    """What the page of a mandate shows of its webhooks (``enquiries/admin/webhooks.html``): names, never addresses."""
    return {"webhook_deliveries": mandate.webhook_deliveries.select_related("endpoint")}


class EndpointForm(WagtailAdminModelForm):
    """An endpoint. Where everything is sent, only those change who may see everything."""

    events = forms.MultipleChoiceField(
        label=gettext_lazy("Events"),
        choices=[(event.value, event.label) for event in EVENTS],
        initial=[event.value for event in EVENTS],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What it is told of."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_read_mandates(cast(User, self.for_user)):
            self.fields["full"].disabled = True
            self.fields["url"].disabled = self.instance.full


class IndexView(generic.IndexView):
    """The endpoints."""

    @cached_property
    def header_buttons(self) -> list[Button]:
        """With the log of everything that was sent."""
        log_url = reverse("webhook_deliveries:index")
        return [*super().header_buttons, HeaderButton(_("Delivery log"), url=log_url, icon_name="list-ul")]


class CreateView(generic.CreateView):
    """A new endpoint, with its secret."""

    def save_instance(self) -> WebhookEndpoint:
        """Both or neither."""
        with transaction.atomic():
            endpoint: WebhookEndpoint = super().save_instance()
            signing.renew(endpoint)
        return endpoint

    def get_success_url(self) -> str:
        """Where the secret is shown."""
        return reverse("webhooks:inspect", args=[self.object.pk])


class InspectView(generic.InspectView):
    """An endpoint with its secrets, what can be done with it, and what was sent to it last."""

    page_title = gettext_lazy("Webhook")
    template_name = "enquiries/admin/webhook.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page shows."""
        endpoint = cast(WebhookEndpoint, self.object)
        events = dict(EndpointForm.base_fields["events"].choices)
        secrets = list(endpoint.secrets.signing(timezone.now()))
        context = {
            "endpoint": endpoint,
            "events": [events.get(event, event) for event in endpoint.events],
            "secrets": secrets,
            "is_lost": not any(signing.is_known(secret) for secret in secrets),
            "recent": veiled_for(cast(User, self.request.user), endpoint.deliveries.all())[:RECENT],
            "may_change": POLICY.user_has_permission(self.request.user, "change"),
        }
        return super().get_context_data(**context | kwargs)


class ActionView(View):
    """Does something with an endpoint and goes back to it."""

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for those who may change endpoints."""
        if not POLICY.user_has_permission(request.user, "change"):
            raise PermissionDenied
        return cast(HttpResponse, super().dispatch(request, *args, **kwargs))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do it and say so."""
        endpoint = get_object_or_404(WebhookEndpoint, pk=pk)
        self.act(request, endpoint)
        return redirect("webhooks:inspect", endpoint.pk)

    def act(self, request: HttpRequest, endpoint: WebhookEndpoint) -> None:
        """What is done."""
        raise NotImplementedError


class RevealView(ActionView):
    """Shows the newest secret, once."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The secret, or that it has been shown before."""
        endpoint = get_object_or_404(WebhookEndpoint, pk=pk)
        newest = endpoint.secrets.first()
        secret = signing.reveal(newest) if newest else None
        context = {"endpoint": endpoint, "secret": secret, "page_title": _("Secret")}
        return render(request, "enquiries/admin/webhook_secret.html", context, status=200 if secret else 409)


class RenewView(ActionView):
    """Makes a new secret."""

    def act(self, request: HttpRequest, endpoint: WebhookEndpoint) -> None:
        """The old one signs for another day."""
        with transaction.atomic():
            signing.renew(endpoint)
            log(endpoint, RENEWED, user=request.user)
        messages.success(request, _("There is a new secret. The old one goes on signing for 24 hours."))


class TestView(ActionView):
    """Sends an event that says nothing."""

    def act(self, request: HttpRequest, endpoint: WebhookEndpoint) -> None:
        """By the same way as all others."""
        if endpoint.is_active:
            outbox.ping(endpoint)
            messages.success(request, _("A test is on its way. Reload this page to see whether it arrives."))
        else:
            messages.error(request, _("Switch it on first."))


class SwitchView(ActionView):
    """Switches it on or off, as the button said: what has happened meanwhile is not turned round."""

    def act(self, request: HttpRequest, endpoint: WebhookEndpoint) -> None:
        """The way that was asked for."""
        on = request.POST.get("to") == "on"
        if endpoint.is_active == on:
            return
        if on:
            endpoints.switch_on(endpoint)
        else:
            endpoints.switch_off(endpoint, SwitchedOff.HERE)
        log(endpoint, "wagtail.edit", user=request.user, content_changed=True)


class EndpointViewSet(ModelViewSet):
    """Where events are sent."""

    model = WebhookEndpoint
    name = "webhooks"
    icon = "link-external"
    menu_label = gettext_lazy("Webhooks")
    add_to_settings_menu = True
    add_to_reference_index = False
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["name", "url"]
    search_backend_name = None
    index_view_class = IndexView
    add_view_class = CreateView
    inspect_view_class = InspectView
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("url"), FieldPanel("events"), FieldPanel("full")], base_form_class=EndpointForm
    )
    list_display = [
        TitleColumn("name", label=gettext_lazy("Name"), url_name="webhooks:inspect", sort_key="name"),
        Column("host", label=gettext_lazy("Host")),
        StatusTagColumn(
            "standing",
            label=gettext_lazy("State"),
            primary=lambda endpoint: endpoint.is_active,
            sort_key="is_active",
        ),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Wagtail's own that make sense here, and what can be done with an endpoint."""
        left_out = {"usage"}
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name not in left_out),
            path("secret/<int:pk>/", RevealView.as_view(), name="secret"),
            path("renew/<int:pk>/", RenewView.as_view(), name="renew"),
            path("test/<int:pk>/", TestView.as_view(), name="test"),
            path("switch/<int:pk>/", SwitchView.as_view(), name="switch"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without links to a view that is not there."""
        return super().get_common_view_kwargs(**{"usage_url_name": None} | kwargs)


@hooks.register("register_log_actions")
def register_renewal(actions: LogActionRegistry) -> None:
    """What the history of an endpoint says of its secret."""
    actions.register_action(RENEWED, gettext_lazy("Make a new secret"), gettext_lazy("A new secret was made"))
