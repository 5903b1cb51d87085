"""What guides add to Wagtail."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.signals import init_new_page

import support_pages.importing.admin  # noqa: F401 - its hooks: "Import a document"
from agency.models import User
from specialisms.models import SpecialismPage
from support_pages.adding import GuideCreateView, KindView
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.outlines import outline


@receiver(init_new_page, dispatch_uid="lay_out_guide")
def lay_out(page: Page, **_signal: Any) -> None:
    """Open the form of a new guide with the outline of its kind."""
    if isinstance(page, SupportPage) and not page.body:
        page.body = outline(Kind(page.kind), page.body.stream_block)


@hooks.register("register_admin_urls")
def guide_urls() -> list[URLPattern | URLResolver]:
    """Where the kind of a new guide is chosen, and where it is then written."""
    urls = [
        path("add/<int:parent_page_id>/", KindView.as_view(), name="kinds"),
        path("add/<int:parent_page_id>/<slug:kind>/", GuideCreateView.as_view(), name="add"),
    ]
    return [path("guides/", include((urls, "guides")))]


def add_button(page: Page, user: User) -> Iterator[Button]:
    """On specialisms, for those who may add to them."""
    if page.specific_class is SpecialismPage and page.permissions_for_user(user).can_add_subpage():
        yield Button(_("Add a guide"), reverse("guides:kinds", args=[page.pk]), icon_name="doc-full", priority=7)


@hooks.register("register_page_header_buttons")
def header_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a specialism's own view."""
    return add_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a specialism in a list."""
    return add_button(page, user)


@hooks.register("before_bulk_action")
def keep_unfinished_guides(
    request: HttpRequest, action_type: str, objects: list[Page], action: BulkAction
) -> HttpResponse | None:
    """Publish no guide together with others whose form would refuse it: an outline that nobody filled in, say."""
    if action_type != "publish":
        return None
    chosen = Q(pk__in=[page.pk for page in objects])
    if action.get_execution_context()["include_descendants"]:
        for page in objects:
            chosen |= Q(path__startswith=page.path, live=False)
    unfinished = [page.title for page in SupportPage.objects.filter(chosen) if not finished(page)]
    if not unfinished:
        return None
    message = _(
        "Nothing was published. Blocks are still empty in: %(guides)s. Open them and fill or remove the blocks."
    )
    messages.error(request, message % {"guides": ", ".join(unfinished)})
    return redirect(action.next_url)


def finished(page: SupportPage) -> bool:
    """Whether all blocks of its latest version are as publishing wants them."""
    body = page.get_latest_revision_as_object().body
    try:
        body.stream_block.clean(body)
    except ValidationError:
        return False
    return True
