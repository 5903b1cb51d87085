"""The inbox in Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks

from enquiries.admin.inbox import MandateViewSet

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
