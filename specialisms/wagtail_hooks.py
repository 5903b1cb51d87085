"""Evidence in Wagtail's admin: roles, facts and pay bands under one menu, the report, the panel, the editor's button."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from agency.keeping import keep_when
from specialisms.admin import draftail
from specialisms.admin.fact_chooser import fact_chooser
from specialisms.admin.fact_report import FactsByDueDateView
from specialisms.admin.facts import FactViewSet
from specialisms.admin.home_panel import DueFactsPanel
from specialisms.admin.pay_bands import PayBandViewSet
from specialisms.admin.role_chooser import role_chooser
from specialisms.admin.roles import RoleViewSet
from specialisms.models import Fact, PayBand


class EvidenceGroup(ViewSetGroup):
    """Everything pages are founded on, in one place of the menu."""

    menu_label = _("Evidence")
    menu_icon = "order"
    menu_order = 150
    items = [
        FactViewSet,
        RoleViewSet,
        PayBandViewSet,
    ]


@hooks.register("register_admin_viewset")
def register_evidence() -> list[ViewSet | ViewSetGroup]:
    """The menu, and the windows in which editors choose from it."""
    return [EvidenceGroup(), fact_chooser, role_chooser]


@hooks.register("register_rich_text_features")
def register_facts_in_text(features: FeatureRegistry) -> None:
    """Let rich text hold facts."""
    draftail.register(features)


@hooks.register("register_admin_urls")
def register_report() -> list[URLPattern]:
    """The addresses of the report."""
    return [
        path("reports/facts/", FactsByDueDateView.as_view(), name="facts_by_due_date"),
        path(
            "reports/facts/results/", FactsByDueDateView.as_view(results_only=True), name="facts_by_due_date_results"
        ),
    ]


class ReportMenuItem(MenuItem):
    """Seen by those who may see facts."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether they may."""
        policy = FactsByDueDateView.permission_policy
        return policy.user_has_any_permission(request.user, FactsByDueDateView.any_permission_required)


@hooks.register("register_reports_menu_item")
def register_report_menu_item() -> MenuItem:
    """The report in the menu."""
    return ReportMenuItem(
        FactsByDueDateView.page_title,
        reverse("facts_by_due_date"),
        name="facts-by-due-date",
        icon_name="order",
        order=850,
    )


@hooks.register("construct_homepage_panels")
def add_due_facts(request: HttpRequest, panels: list[Component]) -> None:
    """Remind the consultant who is logged in."""
    panels.append(DueFactsPanel(request))


@keep_when
def the_ledger_needs_it(page: Page) -> str:
    """Specialisms with pay bands and consultants with figures stay."""
    bands = PayBand.objects.filter(specialism__path__startswith=page.path).count()
    if bands:
        message = ngettext("%(count)s pay band belongs here.", "%(count)s pay bands belong here.", bands)
        return message % {"count": bands} + " " + _now("Delete or move the pay bands first.")
    owned = sum(model.objects.filter(owner__path__startswith=page.path).count() for model in (Fact, PayBand))
    if owned:
        message = ngettext("%(count)s figure is owned here.", "%(count)s figures are owned here.", owned)
        return message % {"count": owned} + " " + _now("Give it another owner first.")
    return ""
