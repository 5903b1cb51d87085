"""The report on facts by due date, with the pages each affects."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.reports import ReportView

from specialisms import usage
from specialisms.admin.exporting import ProtectedExport
from specialisms.admin.facts import FactFilterSet, day
from specialisms.admin.ledger import FigureColumn
from specialisms.keepers import FACTS
from specialisms.models import Fact
from specialisms.models.evidence import State


class PagesColumn(Column):
    """The pages a fact affects, each a link to its editor."""

    cell_template_name = "specialisms/admin/pages_cell.html"


def with_pages(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, each knowing the stored pages it affects; two queries whatever their number."""
    facts = list(facts)
    found = usage.stored(facts)
    for fact in facts:
        fact.affected = [use.page for use in found[fact.pk]]
        fact.affected_titles = "; ".join(page.title for page in fact.affected)
    return facts


class FactsByDueDateView(ProtectedExport, ReportView):
    """What expires first comes first."""

    model = Fact
    page_title = _("Facts by due date")
    header_icon = "order"
    index_url_name = "facts_by_due_date"
    index_results_url_name = "facts_by_due_date_results"
    filterset_class = FactFilterSet
    permission_policy = FACTS
    any_permission_required = ["view", "change"]
    is_searchable = False
    export_filename = "facts-by-due-date"
    list_export = [
        "valid_until", "state.label", "says", "value", "owner", "specialism", "source_line", "checked_on",
        "illustrative", "affected_titles",
    ]  # fmt: skip
    export_headings = {
        "state.label": _("State"),
        "value": _("Value"),
        "source_line": _("Source"),
        "affected_titles": _("Pages"),
    }

    @property
    def columns(self) -> list[Column]:
        """Due date, state, figure, owner, pages."""
        return [
            FigureColumn("says", "facts", FACTS, label=_("Fact"), accessor=str),
            day("valid_until", _("Valid until")),
            StatusTagColumn(
                "state", label=_("State"), accessor="state.label", primary=lambda fact: fact.state != State.VALID
            ),
            Column("owner", label=_("Owner")),
            PagesColumn("affected", label=_("Pages it affects")),
        ]

    def get_queryset(self) -> QuerySet:
        """All facts by the day they expire."""
        self.queryset = Fact.objects.by_due_date()
        return super().get_queryset()

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """With the pages they affect."""
        return with_pages(object_list)
