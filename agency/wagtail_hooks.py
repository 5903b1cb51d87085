"""What the kernel adds to Wagtail."""

from datetime import datetime
from typing import cast

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry
from wagtail.rich_text.feature_registry import FeatureRegistry

import agency.admin_api  # noqa: F401 - its hook
from agency import expiry
from agency.granting import groups_to_give, may_change_account
from agency.handbook import HandbookView
from agency.keeping import keep_when
from agency.leaving import AWAY, BACK
from agency.models import User
from agency.rich_text import LivePageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    """Let rich text use our page links."""
    features.register_link_type(LivePageLinkHandler)


@keep_when
def is_the_front_page(page: Page) -> str:
    """A site without its front page is no site."""
    return _("This is the front page of the site. It cannot be deleted.") if page.sites_rooted_here.exists() else ""


@hooks.register("register_admin_urls")
def handbook_url() -> list[URLPattern]:
    """Where the handbook is read."""
    return [path("handbook/", HandbookView.as_view(), name="handbook")]


@hooks.register("register_help_menu_item")
def handbook_menu_item() -> MenuItem:
    """The handbook, first under Help."""
    return MenuItem(HandbookView.page_title, reverse("handbook"), name="handbook", icon_name="help", order=10)


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """The admin wears the site's colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_editor_js")
def autosave_script() -> SafeString:
    """What is typed while Wagtail stores a draft by itself is stored next."""
    return format_html('<script src="{}" defer></script>', static("js/admin/autosave.js"))


@hooks.register("register_log_actions")
def register_addresses(actions: LogActionRegistry) -> None:
    """What the history of a page says of where its readers are sent."""
    actions.register_action(
        BACK, gettext_lazy("Take addresses back"), gettext_lazy("Readers find it at its own addresses again")
    )

    @actions.register_action(AWAY)
    class AwayFormatter(LogFormatter):
        label = gettext_lazy("Send readers elsewhere")

        def format_message(self, log_entry: PageLogEntry) -> str:
            """Where to."""
            return _("Readers are sent to “%(title)s” until the page is published again") % log_entry.data

    @actions.register_action(expiry.ACTION)
    class ExpiryFormatter(LogFormatter):
        label = gettext_lazy("Choose where readers go when it expires")

        def format_message(self, log_entry: PageLogEntry) -> str:
            """When, and where to."""
            when = localtime(datetime.fromisoformat(log_entry.data["expire_at"]))
            words = {"title": log_entry.data["title"], "when": date_format(when, "DATETIME_FORMAT")}
            if not log_entry.data["target"]:
                return _("From %(when)s its readers are told that there is no such page") % words
            return _("From %(when)s its readers are sent to “%(title)s”") % words


@hooks.register("register_permissions")
def register_link_permission() -> QuerySet[Permission]:
    """Let administrators decide who may link accounts to consultants."""
    return Permission.objects.filter(content_type__app_label="agency", codename="link_consultant")


@hooks.register("before_delete_user")
def keep_account(request: HttpRequest, account: User) -> HttpResponse | None:
    """Nobody deletes an account with more rights than their own."""
    return refuse_accounts(request, [account])


@hooks.register("before_bulk_action")
def keep_accounts(
    request: HttpRequest, action_type: str, objects: list[User], action: BulkAction
) -> HttpResponse | None:
    """Nor several, nor does anybody put others into a group with such rights or wake them up."""
    if action.model is not User:
        return None
    if action_type == "assign_role":
        role = action.get_execution_context()["role"]
        if not groups_to_give(cast(User, request.user)).filter(pk=role.pk).exists():
            messages.error(request, _("You cannot give the rights of this group."))
            return redirect("wagtailusers_users:index")
    return refuse_accounts(request, objects)


def refuse_accounts(request: HttpRequest, accounts: list[User]) -> HttpResponse | None:
    """Say which accounts have rights that their user does not have."""
    names = [str(account) for account in accounts if not may_change_account(cast(User, request.user), account)]
    if not names:
        return None
    messages.error(request, _("These accounts have rights that you do not have: %s.") % ", ".join(names))
    return redirect("wagtailusers_users:index")


@hooks.register("before_convert_alias_page")
def convert_out_of_sight(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An alias that readers see would go on as a page of its own with the words of another, and nobody would be asked."""
    if not page.live:
        return None
    words = _("“%(title)s” is published. Unpublish it first, then make it a page of its own and publish that.")
    messages.error(request, words % {"title": page.get_admin_display_title()})
    return redirect("wagtailadmin_explore", page.get_parent().pk)
