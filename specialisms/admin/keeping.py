"""What the ledger needs is not deleted along with something else: whoever deletes is told what to do first."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.views import generic
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page, ReferenceIndex

from specialisms.models import Fact, PayBand


def reason_to_keep(page: Page) -> str:
    """Why a page cannot be deleted with everything below it; empty if it can."""
    bands = PayBand.objects.filter(specialism__path__startswith=page.path).count()
    if bands:
        message = ngettext("%(count)s pay band belongs here.", "%(count)s pay bands belong here.", bands)
        return message % {"count": bands} + " " + _("Delete or move the pay bands first.")
    owned = sum(model.objects.filter(owner__path__startswith=page.path).count() for model in (Fact, PayBand))
    if owned:
        message = ngettext("%(count)s figure is owned here.", "%(count)s figures are owned here.", owned)
        return message % {"count": owned} + " " + _("Give it another owner first.")
    return ""


def keep_what_the_ledger_needs(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Specialisms with pay bands and consultants with figures stay."""
    reason = reason_to_keep(page)
    if not reason:
        return None
    messages.error(request, f"“{page.title}”: {reason}")
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def keep_what_the_ledger_needs_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Page], _action: BulkAction
) -> HttpResponse | None:
    """The same for several pages at once."""
    if action_type != "delete":
        return None
    pages = (page for page in objects if isinstance(page, Page))
    return next(filter(None, (keep_what_the_ledger_needs(request, page) for page in pages)), None)


class DeleteRoleView(generic.DeleteView):
    """A role that pay bands or pages name stays."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Delete it, or say who names it."""
        pages = ReferenceIndex.get_references_to(self.object).filter(base_content_type__model="page")
        count = pages.values("object_id").distinct().count()
        bands = self.object.pay_bands.count()
        if not count and not bands:
            return super().form_valid(form)
        message = _("%(bands)s pay bands and %(pages)s pages name this role, so it cannot be deleted.")
        messages.error(self.request, message % {"bands": bands, "pages": count})
        return redirect("roles:edit", self.object.pk)
