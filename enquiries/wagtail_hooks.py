"""The inbox in Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

import enquiries.admin.panels  # noqa: F401 - its hook: mandates waiting, on the front page
from agency.keeping import keep_when
from enquiries.admin.inbox import MandateViewSet
from enquiries.models import Mandate

mandates = MandateViewSet()


@hooks.register("register_admin_viewset")
def register_mandates() -> MandateViewSet:
    """Mandates in the menu of those who may view them."""
    return mandates


@hooks.register("register_permissions")
def register_mandate_permissions() -> QuerySet[Permission]:
    """Let administrators give groups the right to view, change and see all mandates."""
    return Permission.objects.filter(
        content_type__app_label="enquiries",
        codename__in=["view_mandate", "change_mandate", "view_all_mandates"],
    )


@keep_when
def open_mandates_belong_here(page: Page) -> str:
    """A specialism decides who reads its mandates: while one is open, it stays."""
    count = Mandate.objects.open_under(page).count()
    return _("%(count)s open mandates belong here. Close them first.") % {"count": count} if count else ""
