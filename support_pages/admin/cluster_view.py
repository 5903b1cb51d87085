"""One cluster in the CMS: its score and how it comes about, its trend, the map, and the table beside it."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import page_permission_policy

from agency.models import User
from specialisms.models import SpecialismPage
from support_pages.admin.health_report import ClusterHealthView, difference
from support_pages.admin.map import map_of
from support_pages.admin.overview import overview_of
from support_pages.admin.rights import known_to
from support_pages.admin.standing import MONTH, SEES_PAGES, WEEK
from support_pages.admin.trend import trends
from support_pages.thread.health import WARNING_COSTS, record_cluster, score


class ClusterView(generic.PermissionCheckedMixin, generic.WagtailAdminTemplateMixin, TemplateView):
    """A specialism with its guides, checked at this moment; what was found is kept."""

    permission_policy = page_permission_policy
    any_permission_required = SEES_PAGES
    template_name = "support_pages/admin/cluster.html"
    page_title = ClusterHealthView.page_title
    header_icon = "site"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the specialism; one that is not published is there for those who may open it."""
        super().setup(request, *args, **kwargs)
        known = SpecialismPage.objects.filter(known_to(cast(User, request.user)))
        self.specialism = get_object_or_404(known, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Which cluster it is."""
        return self.specialism.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The report above it."""
        report = {"url": reverse("thread:report"), "label": str(ClusterHealthView.page_title)}
        return [*self.breadcrumbs_items, report, {"url": "", "label": self.get_page_subtitle()}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """To the pages themselves."""
        return [
            HeaderButton(
                _("Pages"),
                url=reverse("wagtailadmin_explore", args=[self.specialism.pk]),
                icon_name="folder-open-inverse",
            )
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What was found, drawn and listed."""
        report = record_cluster(self.specialism)
        overview = overview_of(report, cast(User, self.request.user))
        trend = trends([self.specialism.pk])[self.specialism.pk]
        may_add = self.specialism.permissions_for_user(self.request.user).can_add_subpage()
        return super().get_context_data(
            specialism=self.specialism,
            report=report,
            overview=overview,
            map=map_of(overview),
            score=score(report),
            warning_costs=WARNING_COSTS,
            trend=trend,
            changes=[(WEEK, difference(trend.since(WEEK))), (MONTH, difference(trend.since(MONTH)))],
            missing=[
                (kind.label, reverse("guides:add", args=[self.specialism.pk, kind])) for kind in report.cluster.missing
            ],
            may_add=may_add,
            now=timezone.now(),
            today=timezone.localdate(),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check it again, keep what is found, and show it."""
        report = record_cluster(self.specialism)
        words = {"title": self.specialism.title, "errors": report.errors, "warnings": report.warnings}
        messages.success(request, _("“%(title)s” was checked: %(errors)s errors, %(warnings)s warnings.") % words)
        return redirect("thread:cluster", self.specialism.pk)
