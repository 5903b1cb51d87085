"""Pages that stay: whoever deletes one in the CMS, alone or with others, is told why it cannot go."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

Reason = Callable[[Page], str]
"""Why a page with everything below it must stay; empty if it need not."""


def keep_when(reason: Reason) -> Reason:
    """Have the CMS ask ``reason`` before it deletes pages, and delete nothing if there is one. Decorates a function."""

    def alone(request: HttpRequest, page: Page) -> HttpResponse | None:
        why = reason(page)
        if not why:
            return None
        messages.error(request, f"“{page.title}”: {why}")
        return redirect("wagtailadmin_explore", page.pk)

    def together(
        request: HttpRequest, action_type: str, objects: list[Page], _action: BulkAction
    ) -> HttpResponse | None:
        if action_type != "delete":
            return None
        pages = (page for page in objects if isinstance(page, Page))
        return next(filter(None, (alone(request, page) for page in pages)), None)

    hooks.register("before_delete_page", alone)
    hooks.register("before_bulk_action", together)
    return reason
