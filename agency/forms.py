"""The forms of every page in the CMS."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

HOME_DEPTH = 2
"""Depth of the front page in Wagtail's tree, under the root."""

RESERVED_SLUGS = {"_util", "admin", "documents", "feed", "health", "mandate", "media", "pay", "search", "static"}
"""First parts of addresses that are no pages; a test compares them with ``agency.urls``."""


class BasePageForm(WagtailAdminPageForm):
    """Wagtail's, but no page takes an address that the site itself answers."""

    def clean(self) -> dict[str, Any]:
        """Refuse reserved slugs directly under home."""
        cleaned = super().clean()
        if self.parent_page and self.parent_page.depth == HOME_DEPTH and cleaned.get("slug") in RESERVED_SLUGS:
            self.add_error("slug", _("The site uses this address itself. Choose another one."))
        return cleaned

    def user_may_publish(self) -> bool:
        """Whether whoever fills in the form could publish the page without a review; so could code without a user."""
        if self.for_user is None:
            return True
        if self.instance.pk:
            return bool(self.instance.permissions_for_user(self.for_user).can_publish())
        return bool(self.parent_page.permissions_for_user(self.for_user).can_publish_subpage())


class DraftCopyForm(CopyForm):
    """Wagtail's form for copying pages, without what would put a copy before readers straight away.

    A copy is a draft, and published like any other draft: what is asked before a publication is asked then. An alias would
    be live with its original and show the same words at a second address.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out both questions; whoever answers them all the same gets a draft."""
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
        self.fields["new_title"].help_text = _("The copy is a draft until you publish it.")
