"""Forms of the CMS for specialisms."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import CopyForm


class SpecialismCopyForm(CopyForm):
    """Wagtail's form, which asks whether the page may stand there; this one also asks about what lies under it."""

    def clean(self) -> dict[str, Any]:
        """Refuse a copy that would have a fourth level."""
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page")
        if parent and cleaned.get("copy_subpages") and not self.page.specific.fits_under(parent):
            message = _("Specialisms go three levels deep at most. Copy this one without its subpages, or further up.")
            self.add_error("new_parent_page", message)
        return cleaned
