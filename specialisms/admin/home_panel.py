"""What a consultant finds on Wagtail's front page: their facts that want a look."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from agency.work_panel import WorkPanel
from specialisms import usage
from specialisms.models import Fact


class DueFactsPanel(WorkPanel):
    """The consultant's facts that are due or expired, with every page each affects."""

    name = "due-facts"
    order = 50
    heading = _("Your facts to check")
    icon = "order"
    row_template_name = "specialisms/admin/due_fact.html"

    def work(self) -> QuerySet[Any]:
        """None for those who own no facts; each knows its ``pages``."""
        if self.user.consultant_id is None:
            return Fact.objects.none()
        mine = Fact.objects.due().filter(owner=self.user.consultant_id).order_by("valid_until", "pk")
        return mine.annotate(pages=usage.pages_stored(Fact, self.may_open()))
