"""Tells the reviewer of a specialism by mail that something waits for them: its title, and links to it."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from wagtail.admin.mail import EmailNotificationMixin, Notifier
from wagtail.models import TaskState

from agency.models import User
from support_pages.models import SpecialismReviewTask


class ReviewNotifier(EmailNotificationMixin, Notifier):
    """Wagtail's mail about a step that has begun, sent to those who review the page."""

    notification = "submitted"

    def __init__(self) -> None:
        super().__init__((TaskState,))

    def can_handle(self, instance: TaskState, **kwargs: Any) -> bool:
        """Only our kind of step."""
        return super().can_handle(instance, **kwargs) and isinstance(instance.task.specific, SpecialismReviewTask)

    def get_recipient_users(self, task_state: TaskState, **kwargs: Any) -> set[User]:
        """The page's reviewers and, as with Wagtail's own steps, superusers; not whoever submitted it."""
        page = task_state.workflow_state.content_object
        found: Iterable[User] = task_state.task.specific.reviewers(page)
        recipients = set(found)
        if getattr(settings, "WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS", True):
            recipients |= set(User.objects.filter(is_superuser=True))
        return recipients - {kwargs.get("user")}

    def get_context(self, task_state: TaskState, **kwargs: Any) -> dict[str, Any]:
        """What Wagtail's text of the mail shows."""
        page = task_state.workflow_state.content_object.specific
        context: dict[str, Any] = super().get_context(task_state, **kwargs)
        return context | {
            "task": task_state.task.specific,
            "object": page,
            "page": page,
            "model_name": page._meta.verbose_name,
        }

    def get_template_base_prefix(self, instance: TaskState, **_kwargs: Any) -> str:
        """Wagtail's templates, whatever class the state is of."""
        return "task_state_"


tell_reviewers = ReviewNotifier()
