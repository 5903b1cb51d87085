"""The step of a workflow in which a specialism's reviewer approves."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState, Workflow, WorkflowPage, WorkflowState

from agency.models import User
from specialisms.models import SpecialismIndexPage
from support_pages.reviewing import nearest_reviewer, path_of, reviewers_of

Action = tuple[str, str | Promise, bool]


class SpecialismReviewTask(Task):
    """Approval by the reviewer of the specialism a page is in, else by the groups named here; by superusers in any case.

    Who that is, is asked whenever it matters: another reviewer on the specialism takes over at once. A reviewer may edit the
    page and approve it as long as it waits for them, and gains no other right.
    """

    groups = models.ManyToManyField(
        Group,
        verbose_name=_("otherwise"),
        related_name="+",
        limit_choices_to={"of_consultant__isnull": True},
        help_text=_("Who approves where no specialism names a reviewer who can log in."),
    )

    admin_form_fields = [*Task.admin_form_fields, "groups"]
    admin_form_widgets = {"groups": CheckboxSelectMultiple}

    class Meta:
        verbose_name = _("review by the specialism’s reviewer")
        verbose_name_plural = _("reviews by the specialism’s reviewer")
        permissions = [("override_thread", "Can publish in spite of errors of the thread")]

    @classmethod
    def get_description(cls) -> str:
        """What Wagtail says of this kind of step."""
        return str(_("The reviewer named on the specialism approves; where there is none, the chosen groups."))

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """As any step, but a page that somebody else has locked is unlocked: its reviewer could not work on it."""
        page = workflow_state.content_object
        if page.locked_by and not self.is_reviewer(page, page.locked_by):
            page.locked, page.locked_by, page.locked_at = False, None, None
            page.save(update_fields=["locked", "locked_by", "locked_at"])
        return super().start(workflow_state, user=user)

    def reviewers(self, page: Page) -> Iterable[User]:
        """The accounts that approve a page, superusers aside."""
        return reviewers_of([page])[page.pk] or User.objects.filter(groups__in=self.groups.all()).distinct()

    def is_reviewer(self, page: Page, user: User) -> bool:
        """Whether somebody approves a page; asked many times while the editor is drawn, looked up once for each user."""
        if user.is_superuser:
            return True
        known = user.__dict__.setdefault("_reviews", {})
        if (self.pk, page.pk) not in known:
            known[self.pk, page.pk] = user in self.reviewers(page)
        return bool(known[self.pk, page.pk])

    def user_can_access_editor(self, obj: Page, user: User) -> bool:
        """Reviewers mend small things themselves."""
        return self.is_reviewer(obj, user)

    def locked_for_user(self, obj: Page, user: User) -> bool:
        """Nobody else changes a page under its reviewer's eyes."""
        return not self.is_reviewer(obj, user)

    def user_can_lock(self, obj: Page, user: User) -> bool:
        """Reviewers may keep the page to themselves meanwhile."""
        return self.is_reviewer(obj, user)

    def get_actions(self, obj: Page, user: User) -> list[Action]:
        """What a reviewer can do with what was submitted."""
        if not self.is_reviewer(obj, user):
            return []
        return [
            ("reject", _("Request changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with comment"), True),
        ]

    def get_task_states_user_can_moderate(self, user: User, **_kwargs: Any) -> QuerySet[TaskState]:
        """What waits for somebody."""
        return self.task_states.filter(pk__in=self.waiting_for(user).values("pk"))

    @classmethod
    def waiting_for(cls, user: User) -> QuerySet[TaskState]:
        """The steps of this kind that wait for somebody: what ``is_reviewer`` says of each, in one query for all."""
        waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=cls.objects.values("pk"))
        if user.is_superuser:
            return waiting
        decided = waiting.alias(path=path_of("workflow_state__object_id")).alias(decides=nearest_reviewer("path"))
        mine = Q(decides=None, task__in=cls.objects.filter(groups__user=user).values("pk"))
        if user.consultant_id is not None:
            mine |= Q(decides=user.consultant_id)
        return decided.filter(mine)


def review_everything(instance: SpecialismIndexPage, created: bool, raw: bool = False, **_signal: Any) -> None:
    """When a directory of specialisms is made: what is submitted in it goes to the specialism's reviewer."""
    if not created or raw:
        return
    tasks = SpecialismReviewTask.objects.filter(active=True)
    workflow = Workflow.objects.active().filter(workflow_tasks__task__in=tasks).order_by("pk").first()
    if workflow:
        WorkflowPage.objects.get_or_create(page=instance.page_ptr, defaults={"workflow": workflow})
