"""What a panel with somebody's work on Wagtail's front page is: short, and absent when there is nothing to do."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.db.models import Count, Exists, OuterRef, QuerySet, Window
from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from agency.models import User

MOST = 10
"""How many lines a panel has at most; it says how many more there are."""


class WorkPanel(Component):
    """Work that waits for whoever is logged in, the most urgent first; one query, whatever there is.

    A panel says in ``work`` what waits, and shows each of it as a line with ``row_template_name``.
    """

    template_name = "agency/admin/work_panel.html"
    name = ""
    order = 0
    heading: str | Promise = ""
    icon = "list-ul"
    row_template_name = ""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.user = request, cast(User, request.user)

    def work(self) -> QuerySet[Any]:
        """What waits, most urgent first."""
        raise NotImplementedError

    def may_open(self) -> Exists:
        """As a part of a query about pages: whether this person may open each in the editor. Only then is it a link."""
        allowed = page_permission_policy.instances_user_has_permission_for(self.user, "change")
        return Exists(allowed.filter(pk=OuterRef("pk")))

    def rows(self) -> tuple[Sequence[Any], int]:
        """The first of what waits, and how much there is in all."""
        found = list(self.work().annotate(in_all=Window(Count("pk")))[:MOST])
        return found, found[0].in_all if found else 0

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The lines, and how many are left out."""
        found, count = self.rows()
        return {"panel": self, "rows": found, "count": count, "more": count - len(found)}
