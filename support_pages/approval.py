"""What happens when the last step of a workflow approves: the page is published, unless there is something to say first."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from agency.models import User
from support_pages.admin.publication import Publication

View = Callable[..., HttpResponseBase]

COMMENT = "approval_comment"
"""What a session calls what somebody typed when they approved, by the id of the page, until they have seen the screen."""


class HeldError(Exception):
    """There is something to say about what was approved. Nothing is approved and nothing is published."""

    def __init__(self, publication: Publication, comment: str) -> None:
        super().__init__(publication, comment)
        self.publication, self.comment = publication, comment

    def __str__(self) -> str:
        """Why, in words for whoever approved."""
        words = {"page": self.publication.version.get_admin_display_title()}
        if self.publication.obstacles:
            said = _("“%(page)s” was not approved: it cannot be published as it is.")
        elif count := len(self.publication.errors):
            said = ngettext(
                "“%(page)s” was not approved: the thread would have %(count)s error.",
                "“%(page)s” was not approved: the thread would have %(count)s errors.",
                count,
            )
            words["count"] = str(count)
        else:
            said = _("“%(page)s” is not approved yet. Look at this first.")
        return said % words


def publish_approved(workflow_state: WorkflowState, user: User) -> None:
    """Publish the latest version; raises ``HeldError`` instead if publishing it from the editor would ask first.

    Raised here, inside Wagtail's transaction, it takes the approval back, whichever kind of step approved. The screen that
    asks marks the state ``was_asked``.
    """
    publication = Publication(Page.objects.get(pk=workflow_state.object_id).specific, user)
    if not getattr(workflow_state, "was_asked", False) and publication.asks:
        raise HeldError(publication, workflow_state.current_task_state.comment)
    # Approving it was their right, by the step.
    publication.page.get_latest_revision().publish(user=user, skip_permission_checks=True)


def lead_to_screen(view: View) -> View:
    """Lead whoever approves what has to be looked at first to the screen, from wherever they approved. Decorates a view.

    What they changed in the same form stays saved, and what they said with it stands on the screen. Wagtail's windows,
    which ask by script, are told where the screen is.
    """

    @wraps(view)
    def leading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except HeldError as held:
            messages.warning(request, str(held))
            pk = held.publication.page.pk
            request.session[COMMENT] = {str(pk): held.comment}
            address = reverse("thread:publish", args=[pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)

    return leading
