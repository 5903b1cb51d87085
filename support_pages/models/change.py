"""What changed in a guide: one line a material change, for its readers."""

from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from support_pages.models.page import SupportPage

NOTHING = {"material_change": False, "change_note": ""}
"""The two fields of a page when no change waits to be recorded."""


class PageChange(models.Model):
    """A material change: the day its revision was published, and the editor's line about it."""

    page = models.ForeignKey(SupportPage, on_delete=models.CASCADE, related_name="changes")
    date = models.DateField(_("date"), default=timezone.localdate)
    note = models.CharField(_("note"), max_length=200)
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-date", "-pk"]
        constraints = [models.UniqueConstraint(fields=["page", "revision"], name="one_note_a_revision")]

    def __str__(self) -> str:
        return f"{self.date:%d %B %Y}: {self.note}"


def record_change(instance: SupportPage, revision: Revision | None, **_signal: Any) -> None:
    """When a page goes live: keep the line that waits in its revision, then let no revision repeat it.

    A page that is only scheduled keeps its line until it does go live.
    """
    if not instance.live or revision is None:
        return
    with transaction.atomic():
        note = instance.change_note if instance.material_change else ""
        if note:
            PageChange.objects.get_or_create(page=instance, revision=revision, defaults={"note": note})
            SupportPage.objects.filter(pk=instance.pk).update(**NOTHING)
        _forget(instance, revision, note)
    for name, value in NOTHING.items():
        setattr(instance, name, value)


def _forget(page: SupportPage, published: Revision, note: str) -> None:
    """Clear what waits in this revision and all before it, and in later drafts that carry the same line along."""
    for revision in page.revisions.filter(content__material_change=True):
        if revision.pk <= published.pk or revision.content["change_note"] == note:
            Revision.objects.filter(pk=revision.pk).update(content=revision.content | NOTHING)
    published.content |= NOTHING
