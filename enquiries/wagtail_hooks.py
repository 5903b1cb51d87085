"""The inbox in Wagtail's admin."""

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

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


@hooks.register("before_delete_page")
def keep_fields_of_open_mandates(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A specialism decides who reads its mandates: while one is open, it stays."""
    count = Mandate.objects.open_under(page).count()
    if not count:
        return None
    messages.error(request, _("%(count)s open mandates belong here. Close them first.") % {"count": count})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_fields_of_open_mandates_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Page], _action: BulkAction
) -> HttpResponse | None:
    """The same for several pages at once."""
    if action_type != "delete":
        return None
    pages = (page for page in objects if isinstance(page, Page))
    return next(filter(None, (keep_fields_of_open_mandates(request, page) for page in pages)), None)
