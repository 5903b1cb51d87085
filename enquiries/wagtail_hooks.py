"""The inbox in Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

import enquiries.admin.panels  # noqa: F401 - its hook: mandates waiting, on the front page
from agency.keeping import keep_when
from enquiries.admin.inbox import MandateViewSet
from enquiries.admin.notices import PrivacyNoticeViewSet
from enquiries.admin.webhook_log import DeliveryViewSet
from enquiries.admin.webhooks import EndpointViewSet
from enquiries.models import Mandate

mandates = MandateViewSet()
privacy_notices = PrivacyNoticeViewSet()


@hooks.register("register_admin_viewset")
def register_mandates() -> MandateViewSet:
    """Mandates in the menu of those who may view them."""
    return mandates


@hooks.register("register_admin_viewset")
def register_privacy_notices() -> PrivacyNoticeViewSet:
    """The versions of the privacy notice among the reports of those who may view them."""
    return privacy_notices


@hooks.register("register_admin_viewset")
def register_webhooks() -> list[ModelViewSet]:
    """Webhooks under Settings, and the log of what was sent to them."""
    return [EndpointViewSet(), DeliveryViewSet()]


@hooks.register("register_permissions")
def register_mandate_permissions() -> QuerySet[Permission]:
    """Let administrators give groups the right to view, change, see all and erase mandates, and to view the notices."""
    rights = ["view_mandate", "change_mandate", "view_all_mandates", "delete_mandate", "view_privacynotice"]
    return Permission.objects.filter(
        content_type__app_label="enquiries",
        codename__in=rights,
    )


@keep_when
def open_mandates_belong_here(page: Page) -> str:
    """A specialism decides who reads its mandates: while one is open, it stays."""
    count = Mandate.objects.open_under(page).count()
    return _("%(count)s open mandates belong here. Close them first.") % {"count": count} if count else ""
