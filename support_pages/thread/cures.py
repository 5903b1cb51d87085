"""Where problems are mended."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from support_pages.thread.rule import Cure

FIELD = "#:w:contentpath="
"""How Wagtail's editor is asked to open at a field."""


def edit(page: Page, label: str = "", field: str = "title") -> Cure:
    """The page's editor, at one of its fields. A page that is not stored yet is in its editor already."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page.pk else ""
    return Cure(label or _("Edit the page"), f"{address}{FIELD}{field}")


def edit_other(pk: int, title: str) -> Cure:
    """The editor of another page."""
    return Cure(_("Open “%(title)s”") % {"title": title}, reverse("wagtailadmin_pages:edit", args=[pk]))


def move(page: Page) -> Cure:
    """Where a page is moved to another place in the tree. One that is not stored yet is in its editor."""
    if not page.pk:
        return edit(page)
    return Cure(_("Move the page"), reverse("wagtailadmin_pages:move", args=[page.pk]))


def privacy(pk: int, title: str = "") -> Cure:
    """The page whose privacy is set beside its title; named if it is another than the one with the problem."""
    label = _("Change the privacy of “%(title)s”") % {"title": title} if title else _("Change the privacy")
    return Cure(label, reverse("wagtailadmin_pages:edit", args=[pk]))


def add_guide(specialism: Page, kind: str) -> Cure:
    """The form of a new guide of a kind."""
    return Cure(_("Write one"), reverse("guides:add", args=[specialism.pk, kind]))


def fact(pk: int) -> Cure:
    """The fact in the ledger."""
    return Cure(_("Check the fact"), reverse("facts:edit", args=[pk]))


def pay_bands(specialism: Page) -> Cure:
    """The specialism's expired pay bands."""
    query = urlencode({"specialism": specialism.pk, "state": "expired"})
    return Cure(_("Check the pay bands"), f"{reverse('pay_bands:index')}?{query}")
