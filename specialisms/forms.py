"""Forms of the CMS for specialisms."""

from typing import Any

from django.utils.translation import gettext as _

from agency.forms import BasePageForm, DraftCopyForm


class SpecialismPageForm(BasePageForm):
    """Every page's; who leads a specialism and who reviews it is for those to say who may publish there.

    Leads may publish and read mandates, the reviewer approves. On a page that is not live both would take effect with the
    draft; and somebody who only writes, or who only reviews, would make themselves more than that.
    """

    def clean(self) -> dict[str, Any]:
        """Refuse other leads and another reviewer from anybody else."""
        cleaned: dict[str, Any] = super().clean()
        if self.user_may_publish():
            return cleaned
        if "reviewer" in self.changed_data:
            self.add_error("reviewer", _("Only somebody who may publish here chooses the reviewer."))
        leads = self.formsets.get("leads")
        if leads is not None and leads.has_changed():
            self.add_error(
                None, _("Only somebody who may publish here names the consultants who lead the specialism.")
            )
        return cleaned


class SpecialismCopyForm(DraftCopyForm):
    """Every page's form, which asks whether the page may stand there; this one also asks about what lies under it."""

    def clean(self) -> dict[str, Any]:
        """Refuse a copy that would have a fourth level."""
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page")
        if parent and cleaned.get("copy_subpages") and not self.page.specific.fits_under(parent):
            message = _("Specialisms go three levels deep at most. Copy this one without its subpages, or further up.")
            self.add_error("new_parent_page", message)
        return cleaned
