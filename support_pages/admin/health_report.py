"""The report "Cluster health": every cluster with its score, what is wrong with it, and where it is going."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, cast

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from agency.models import User
from specialisms.admin.exporting import ProtectedExport
from specialisms.models import SpecialismPage
from support_pages.admin.rights import known_to
from support_pages.admin.standing import SEES_PAGES, ClusterFilterSet, with_health
from support_pages.admin.trend import trends
from support_pages.thread.rule import RULES


class RulesColumn(Column):
    """Which rules are broken, and how often."""

    cell_template_name = "support_pages/admin/rules_cell.html"


class TrendColumn(Column):
    """The scores of the last three months."""

    cell_template_name = "support_pages/admin/trend_cell.html"


def plain(value: int | None) -> str:
    """A number; a dash where nothing has been checked."""
    return "–" if value is None else str(value)


def difference(value: int | None) -> str:
    """A difference with its sign; a dash if there is nothing to compare with."""
    if value is None:
        return "–"
    return f"{value:+d}".replace("-", "−") if value else "0"


def number(name: str, label: str | Promise, show: Callable[[int | None], str] = plain) -> Column:
    """A column of numbers, sorted by them."""
    return Column(
        name, label=label, sort_key=name, accessor=lambda page: show(getattr(page, name)), classname="thread-number"
    )


def with_details(pages: Iterable[SpecialismPage]) -> list[SpecialismPage]:
    """The specialisms, each knowing how often it breaks which rule, and its trend; one query whatever their number."""
    pages = list(pages)
    found = trends(page.pk for page in pages)
    for page in pages:
        page.counts = Counter(page.by_rule or {})
        page.broken = [(rule, page.counts[code]) for code, rule in RULES.items() if page.counts[code]]
        page.broken.sort(key=lambda pair: -pair[1])
        page.trend = found[page.pk]
    return pages


class ClusterHealthView(ProtectedExport, ReportView):
    """All clusters, the worst first. The numbers are those of the last check, which is at most a day old."""

    model = SpecialismPage
    page_title = _("Cluster health")
    header_icon = "site"
    index_url_name = "thread:report"
    index_results_url_name = "thread:report_results"
    filterset_class = ClusterFilterSet
    permission_policy = page_permission_policy
    any_permission_required = SEES_PAGES
    default_ordering = "score"
    is_searchable = True
    search_backend_name = None  # the table itself: what was written a moment ago is found at once
    search_fields = ["title"]
    export_filename = "cluster-health"
    list_export = [
        "title", "level", "score", "errors", "warnings", "checked_pages", "week", "month", "checked_at",
        *(f"counts.{code}" for code in RULES),
    ]  # fmt: skip
    export_headings = {
        "title": _("Specialism"),
        "level": _("Level"),
        "score": _("Score"),
        "errors": _("Errors"),
        "warnings": _("Warnings"),
        "checked_pages": _("Pages"),
        "week": _("Change in 7 days"),
        "month": _("Change in 30 days"),
        "checked_at": _("Checked"),
        **{f"counts.{code}": rule.title for code, rule in RULES.items()},
    }
    columns = [
        TitleColumn(
            "title",
            label=_("Specialism"),
            sort_key="title",
            get_url=lambda page: reverse("thread:cluster", args=[page.pk]),
        ),
        number("score", _("Score")),
        number("errors", _("Errors")),
        number("warnings", _("Warnings")),
        RulesColumn("broken", label=_("What is wrong")),
        number("week", _("7 days"), difference),
        number("month", _("30 days"), difference),
        TrendColumn("trend", label=_("Three months")),
        DateColumn("checked_at", label=_("Checked"), sort_key="checked_at"),
    ]

    def get_base_queryset(self) -> QuerySet:
        """Those whose titles the user may read, with what their last checks found."""
        return with_health().filter(known_to(cast(User, self.request.user)))

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """What has not been checked comes last; equals stand as in the tree."""
        column = F(self.ordering.lstrip("-"))
        falling = self.ordering.startswith("-")
        return queryset.order_by(column.desc(nulls_last=True) if falling else column.asc(nulls_last=True), "path")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """With the rules they break and their trends."""
        return with_details(object_list)

    def get_preprocess_function(self, field: str, value: Any, export_format: str) -> Callable[[Any], Any] | None:
        """Numbers stay numbers, even negative ones; nothing is an empty cell."""
        if value is None:
            return lambda _nothing: ""
        return None if isinstance(value, int) else super().get_preprocess_function(field, value, export_format)
