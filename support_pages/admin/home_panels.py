"""Work with guides on Wagtail's front page: reviews, moderation, drafts, clusters with errors."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import GroupApprovalTask, Page, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy
from wagtail.workflows import get_task_types

from agency.work_panel import WorkPanel
from specialisms.models import SpecialismPage
from support_pages.models import ClusterHealth, SpecialismReviewTask, SupportPage

AHEAD = timedelta(days=30)
"""How long before a review is due its reviewer is reminded."""
SUPERSEDED = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation"}
"""Wagtail's own panels, in whose place ``ModerationPanel`` and ``DraftsPanel`` stand: theirs ask again for each page."""


class ReviewsPanel(WorkPanel):
    """Live guides that the consultant is to read again within a month, overdue ones first."""

    name = "guides-to-review"
    order = 20
    heading = _("Your guides to review")
    icon = "doc-full"
    row_template_name = "support_pages/admin/work/review.html"

    def work(self) -> QuerySet[SupportPage]:
        """None for those who review nothing."""
        if self.user.consultant_id is None:
            return SupportPage.objects.none()
        due = SupportPage.objects.to_review(self.user.consultant_id, timezone.localdate() + AHEAD)
        return due.annotate(may_open=self.may_open(), leads=SpecialismPage.objects.names_of_leads("path"))


class ModerationPanel(WorkPanel):
    """Drafts that wait for this person's approval, the longest waiting first.

    One query for the kinds of steps that this site has. If an app adds another kind, every step is asked for itself.
    """

    name = "pages-to-approve"
    order = 30
    heading = _("Waiting for your approval")
    icon = "tick-inverse"
    row_template_name = "support_pages/admin/work/approval.html"

    def work(self) -> QuerySet[TaskState]:
        """The steps of workflows that they may take, with the draft and who wrote it."""
        known = {GroupApprovalTask, SpecialismReviewTask}
        mine = self._mine() if known.issuperset(get_task_types()) else TaskState.objects.reviewable_by(self.user)
        of_pages = mine.filter(revision__base_content_type=ContentType.objects.get_for_model(Page))
        return of_pages.select_related("revision__user").order_by("started_at", "pk")

    def _mine(self) -> QuerySet[TaskState]:
        waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__active=True)
        if self.user.is_superuser:
            return waiting
        by_group = GroupApprovalTask.objects.filter(groups__user=self.user).values("pk")
        by_specialism = SpecialismReviewTask.waiting_for(self.user).values("pk")
        return waiting.filter(Q(task__in=by_group) | Q(pk__in=by_specialism))


class DraftsPanel(WorkPanel):
    """Drafts this person wrote or submitted that are newer than what is published and do not wait for a day to come."""

    name = "own-drafts"
    order = 40
    heading = _("Your drafts")
    icon = "edit"
    row_template_name = "support_pages/admin/work/draft.html"

    def work(self) -> QuerySet[Page]:
        """The last one touched first; each knows since when it is ``submitted``, and the workflow's ``outcome``."""
        steps = WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=Cast(OuterRef("pk"), CharField()),
            status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
        )
        theirs = Q(latest_revision__user=self.user) | Q(Exists(steps.filter(requested_by=self.user)))
        newer = Q(last_published_at=None) | Q(latest_revision__created_at__gt=F("last_published_at"))
        waiting = Page.objects.filter(theirs, newer, has_unpublished_changes=True)
        waiting = waiting.filter(latest_revision__approved_go_live_at=None)
        return waiting.annotate(
            submitted=Subquery(steps.values("created_at")[:1]),
            outcome=Subquery(steps.values("status")[:1]),
            wants_changes=Q(outcome=WorkflowState.STATUS_NEEDS_CHANGES),
            may_open=self.may_open(),
            leads=SpecialismPage.objects.names_of_leads("path"),
        ).order_by("-latest_revision_created_at", "pk")


class ClustersPanel(WorkPanel):
    """Clusters in which the last check found errors: of specialisms that a consultant leads, narrower ones included.

    Those without a consultant page see the clusters that they may publish.
    """

    name = "clusters-with-errors"
    order = 60
    heading = _("Clusters with errors")
    icon = "warning"
    row_template_name = "support_pages/admin/work/cluster.html"

    def work(self) -> QuerySet[ClusterHealth]:
        """The one with most errors first."""
        later = ClusterHealth.objects.filter(specialism=OuterRef("specialism"), date__gt=OuterRef("date"))
        latest = ClusterHealth.objects.filter(~Exists(later), errors__gt=0).select_related("specialism")
        return latest.filter(self._theirs()).order_by("-errors", "specialism__path")

    def _theirs(self) -> Q:
        if self.user.consultant_id is None:
            allowed = page_permission_policy.instances_user_has_permission_for(self.user, "publish")
            return Q(specialism__in=allowed.values("pk"))
        return Q(Exists(SpecialismPage.objects.led_above("specialism__path", self.user.consultant_id)))


@hooks.register("construct_homepage_panels")
def add_work_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put the work with guides on the front page."""
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in SUPERSEDED]
    panels += [kind(request) for kind in (ReviewsPanel, ModerationPanel, DraftsPanel, ClustersPanel)]
