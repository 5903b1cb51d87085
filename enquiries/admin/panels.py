"""What waits in the inbox, on Wagtail's front page: how much and since when, nothing of what clients wrote."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from agency.models import BrandSettings
from agency.work_panel import WorkPanel
from enquiries.models import Mandate
from enquiries.models.mandate import FINISHED, Screening, Status
from enquiries.sla import office_clock


class WaitingMandatesPanel(WorkPanel):
    """Mandates whose clients wait for the first reply, of those that the user may see, as one line; those held as another."""

    name = "waiting-mandates"
    order = 10
    heading = _("Mandates waiting")
    icon = "mail"
    row_template_name = "enquiries/admin/waiting_mandates.html"

    def rows(self) -> tuple[Sequence[dict[str, Any]], int]:
        """How many, how many of them overdue, when the oldest came and by when the first must be answered; how many are held."""
        clear = Q(screening=Screening.CLEAR)
        waits = clear & Q(status=Status.NEW, replied_at__isnull=True)
        found = Mandate.objects.visible_to(self.user).aggregate(
            count=Count("pk", filter=waits),
            overdue=Count("pk", filter=waits & Q(reply_due_at__lt=timezone.now())),
            oldest=Min("submitted_at", filter=waits),
            due=Min("reply_due_at", filter=waits),
            held=Count("pk", filter=~clear & ~Q(status__in=FINISHED)),
        )
        waiting = []
        if found["count"]:
            due = office_clock(found["due"], BrandSettings.load(self.request))
            waiting = [{**found, "due": due, "status": Status.NEW}]
        rows = waiting + ([{"held": found["held"]}] if found["held"] else [])
        return rows, len(rows)


@hooks.register("construct_homepage_panels")
def add_waiting_mandates(request: HttpRequest, panels: list[Component]) -> None:
    """Mandates before anything else."""
    panels.append(WaitingMandatesPanel(request))
