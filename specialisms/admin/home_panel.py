"""What a consultant finds on Wagtail's front page: their facts that want a look."""

from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from agency.models import User
from specialisms.admin.fact_report import with_pages
from specialisms.models import Fact


class DueFactsPanel(Component):
    """The consultant's facts that are due or expired, with every page each affects; three queries in all."""

    name = "due_facts"
    order = 90
    template_name = "specialisms/admin/due_facts.html"

    def __init__(self, request: HttpRequest) -> None:
        self.consultant_id = cast(User, request.user).consultant_id

    def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """None for those who own no facts."""
        if self.consultant_id is None:
            return {"facts": []}
        mine = Fact.objects.filter(owner=self.consultant_id)
        return {"facts": with_pages(mine.due().order_by("valid_until", "pk")), "heading": _("Your facts to check")}
