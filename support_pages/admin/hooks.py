"""Cluster health in Wagtail's admin: the report, one cluster, buttons that lead there, and what lists of pages show."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from agency.models import User
from specialisms.models import SpecialismPage
from support_pages.admin.cluster_view import ClusterView
from support_pages.admin.explorer import GuideListing, SpecialismChildren
from support_pages.admin.health_report import ClusterHealthView
from support_pages.admin.publishing import PublishView
from support_pages.admin.standing import may_see


@hooks.register("register_admin_urls")
def thread_urls() -> list[URLPattern | URLResolver]:
    """The report, the view of one cluster, and the screen before a publication."""
    urls = [
        path("report/", ClusterHealthView.as_view(), name="report"),
        path("report/results/", ClusterHealthView.as_view(results_only=True), name="report_results"),
        path("cluster/<int:pk>/", ClusterView.as_view(), name="cluster"),
        path("publish/<int:pk>/", PublishView.as_view(), name="publish"),
    ]
    return [path("thread/", include((urls, "thread")))]


class HealthMenuItem(MenuItem):
    """Seen by whoever works on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether they do."""
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The report in the menu."""
    return HealthMenuItem(
        ClusterHealthView.page_title, reverse("thread:report"), name="cluster-health", icon_name="site", order=840
    )


@hooks.register("register_admin_viewset")
def page_lists() -> list[ViewSet]:
    """What is under a specialism, and all guides."""
    return [SpecialismChildren(), GuideListing()]


def health_button(page: Page, user: User) -> Iterator[Button]:
    """On specialisms, for whoever works on pages."""
    if page.specific_class is SpecialismPage and may_see(user):
        yield Button(_("Cluster health"), reverse("thread:cluster", args=[page.pk]), icon_name="site", priority=8)


@hooks.register("register_page_header_buttons")
def header_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a specialism's own view."""
    return health_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a specialism in a list."""
    return health_button(page, user)
