"""What changed in a guide: one line a material change, for its readers."""

from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry, Revision

from support_pages.models.page import SupportPage

NOTHING = {"material_change": False, "change_note": ""}
"""The two fields of a page when no change waits to be recorded."""
PUBLICATIONS = ("wagtail.publish", "wagtail.publish.scheduled")
"""What Wagtail's log calls it when a version goes live."""


class PageChange(models.Model):
    """A material change: the day its revision was published, and the editor's line about it."""

    page = models.ForeignKey(SupportPage, on_delete=models.CASCADE, related_name="changes")
    date = models.DateField(_("date"), default=timezone.localdate)
    note = models.CharField(_("note"), max_length=250)
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

    A page that is only scheduled keeps its line until it does go live. If the version is an earlier one, or made from an
    earlier one, and changes were published since, the log says so first: readers no longer find what it told them.
    """
    if not instance.live or revision is None:
        return
    with transaction.atomic():
        note = instance.change_note if instance.material_change else ""
        line = " ".join(filter(None, [_went_back(instance, revision), note]))
        if line:
            _keep(instance, revision, line)
        if note:
            SupportPage.objects.filter(pk=instance.pk).update(**NOTHING)
        _forget(instance, revision, note)
    for name, value in NOTHING.items():
        setattr(instance, name, value)


def _keep(page: SupportPage, revision: Revision, line: str) -> None:
    """One line a revision; one that is published again after others, and so brought back, has another."""
    _kept, is_new = PageChange.objects.get_or_create(page=page, revision=revision, defaults={"note": line})
    if not is_new and _last_published(page) != revision.pk:
        PageChange.objects.create(page=page, note=line)


def _went_back(page: SupportPage, published: Revision) -> str:
    """The line about an earlier version that comes back, if changes that it does not have were published since it."""
    last = _last_published(page)
    if last == published.pk:
        return ""
    pk, day = _origin(page, published, since=last or 0)
    is_later = Q(revision__gt=pk) | Q(revision=None, date__gt=day)
    if not page.changes.filter(is_later).exclude(revision=published).exists():
        return ""
    shown = _days_published(page).filter(revision=pk).first()
    return gettext("Went back to the version of %(day)s.") % {
        "day": date_format(timezone.localtime(shown).date() if shown else day, "j F Y")
    }


def _origin(page: SupportPage, published: Revision, since: int) -> tuple[int, date]:
    """The id and the day of the version that the published one was made from.

    That is itself, unless an editor has gone back to an earlier one since the last publication; drafts that were saved
    after that carry the earlier one along.
    """
    reverts = PageLogEntry.objects.filter(page=page.pk, action="wagtail.revert")
    reverts = reverts.filter(revision__gt=since, revision__lte=published.pk).order_by("-revision", "-timestamp")
    entry = reverts.first()
    if entry is None:
        return published.pk, timezone.localtime(published.created_at).date()
    earlier = entry.data["revision"]
    return earlier["id"], timezone.localtime(datetime.fromisoformat(earlier["created"])).date()


def _days_published(page: SupportPage) -> models.QuerySet[PageLogEntry, datetime]:
    """When versions of a page went live, the last one first."""
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=PUBLICATIONS).order_by("-timestamp", "-pk")
    return entries.values_list("timestamp", flat=True)


def _last_published(page: SupportPage) -> int | None:
    """The id of the version that went live before the one that does now, which Wagtail has not logged yet."""
    return _days_published(page).values_list("revision", flat=True).first()


def _forget(page: SupportPage, published: Revision, note: str) -> None:
    """Clear what waits in this revision and all before it, and in later drafts that carry the same line along."""
    for revision in page.revisions.filter(content__material_change=True):
        if revision.pk <= published.pk or revision.content["change_note"] == note:
            Revision.objects.filter(pk=revision.pk).update(content=revision.content | NOTHING)
    published.content |= NOTHING
