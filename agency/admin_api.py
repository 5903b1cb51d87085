"""The pages of Wagtail's admin API: what the explorer's menu reads, and nothing that changes a page."""

from typing import Any

from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter


class ReadOnlyPagesViewSet(PagesAdminAPIViewSet):
    """Wagtail's, without its actions.

    They publish, move, copy and delete pages without asking the hooks by which this site keeps pages, lists what a
    departure breaks and stops what must not go live. Nothing in the admin calls them.
    """

    actions: dict[str, Any] = {}

    @classmethod
    def get_urlpatterns(cls) -> list[URLPattern]:
        """Without the address of the actions: what is not routed cannot be misused."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "action"]


@hooks.register("construct_admin_api")
def read_only(router: WagtailAPIRouter) -> None:
    """Put it in the place of Wagtail's."""
    router.register_endpoint("pages", ReadOnlyPagesViewSet)
