"""Of which tables of the kernel and its libraries readers are shown nothing; other apps name their own when they are ready."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail import models as wagtail
from wagtail.models import Page

from agency.models import AgencyRendition, User
from agency.models.access import ConsultantGroup
from agency.models.letters import Letter
from agency.page_cache.changes import unseen

APPS = [
    "auth",
    "django_tasks_database",
    "sessions",
    "wagtailadmin",
    "wagtailsearch",
    "wagtailsearchpromotions",
    "wagtailusers",
]


def name_unseen() -> None:
    """Tell ``changes``. A rendition is made by the page that is to show it, or by the worker, which says when it is ready."""
    unseen(*map(apps.get_app_config, APPS))
    unseen(ContentType, User, User.groups.through, User.user_permissions.through, ConsultantGroup, Letter)
    unseen(AgencyRendition, when_new=True)
    unseen(
        wagtail.Comment,
        wagtail.CommentReply,
        wagtail.GroupApprovalTask,
        wagtail.GroupApprovalTask.groups.through,
        wagtail.GroupCollectionPermission,
        wagtail.GroupPagePermission,
        wagtail.ModelLogEntry,
        wagtail.PageLogEntry,
        wagtail.PageSubscription,
        wagtail.ReferenceIndex,
        wagtail.Revision,
        wagtail.Task,
        wagtail.TaskState,
        wagtail.UploadedFile,
        wagtail.Workflow,
        wagtail.WorkflowContentType,
        wagtail.WorkflowPage,
        wagtail.WorkflowState,
        wagtail.WorkflowTask,
    )
    unseen(
        Page,
        columns=[
            "draft_title",
            "has_unpublished_changes",
            "latest_revision_id",
            "latest_revision_created_at",
            "locked",
            "locked_at",
            "locked_by_id",
        ],
    )
