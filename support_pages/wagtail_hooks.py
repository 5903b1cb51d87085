"""What guides add to Wagtail."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.signals import init_new_page

import support_pages.admin.bulk_publishing
import support_pages.admin.expiring
import support_pages.admin.home_panels
import support_pages.admin.hooks  # its hooks: cluster health, columns of lists
import support_pages.admin.publishing
import support_pages.admin.thread_panel  # their hooks: work on the front page, the panel in the editor
import support_pages.departures.bulk
import support_pages.departures.screens  # their hooks: the screens before a page is published or leaves
import support_pages.importing.admin  # noqa: F401 - its hooks: "Import a document"
from agency.models import User
from specialisms.models import SpecialismPage
from support_pages.adding import GuideCreateView, KindView
from support_pages.kinds import Kind
from support_pages.models import PageChange, SupportPage
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


@hooks.register("before_convert_alias_page")
def keep_log(request: HttpRequest, page: Page) -> None:
    """An alias that becomes a page of its own keeps the log its readers have seen so far."""
    if request.method == "POST" and isinstance(page, SupportPage):
        PageChange.objects.bulk_create(
            PageChange(page=page, date=line.date, note=line.note) for line in reversed(page.log)
        )


@hooks.register("register_permissions")
def register_override() -> QuerySet[Permission]:
    """Let administrators give groups the right to publish in spite of errors of the thread."""
    return Permission.objects.filter(content_type__app_label="support_pages", codename="override_thread")
