"""The form of every page in the CMS."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

HOME_DEPTH = 2
"""Depth of the front page in Wagtail's tree, under the root."""

RESERVED_SLUGS = {"_util", "admin", "documents", "health", "mandate", "media", "pay", "static"}
"""First parts of addresses that are no pages; a test compares them with ``agency.urls``."""


class BasePageForm(WagtailAdminPageForm):
    """Wagtail's, but no page takes an address that the site itself answers."""

    def clean(self) -> dict[str, Any]:
        """Refuse reserved slugs directly under home."""
        cleaned = super().clean()
        if self.parent_page and self.parent_page.depth == HOME_DEPTH and cleaned.get("slug") in RESERVED_SLUGS:
            self.add_error("slug", _("The site uses this address itself. Choose another one."))
        return cleaned
