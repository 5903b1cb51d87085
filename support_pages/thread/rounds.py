"""The worker's rounds: the clusters that changed, as soon as it gets to them, and every cluster once a day.

A ``WantedCheck`` row says that a cluster wants checking. Workers claim some rows at a time, check these clusters together
and record what they found, until none are left. What a killed worker had claimed is free again after a while.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_tasks import task

from specialisms.models import SpecialismPage
from specialisms.querysets import SpecialismQuerySet
from support_pages.models import ClusterHealth, SupportPage, WantedCheck
from support_pages.models.sketch import keep_sketch
from support_pages.thread.check import BATCH, check_strays
from support_pages.thread.health import record, record_all
from support_pages.thread.site import Site

logger = logging.getLogger(__name__)

NIGHT = time(2)
"""When the day's check of the whole site begins, by the site's own clock."""
KEPT = timedelta(days=400)
"""How long the trend goes back: a year, and the month before it to compare with."""
SKETCHES = 200
"""The most texts that one task sketches."""


def ask(specialism_ids: Iterable[int]) -> int:
    """Have the worker check these clusters; asking again before it has changes nothing. Returns how many exist."""
    ids = set(SpecialismPage.objects.filter(pk__in=specialism_ids).values_list("pk", flat=True))
    if not ids:
        return 0
    wanted = WantedCheck.objects.filter(pk__in=ids)
    waiting = set(wanted.filter(claimed_at__isnull=True).values_list("pk", flat=True))
    wanted.filter(claimed_at__isnull=False).update(wanted_at=timezone.now())  # first: then they are not deleted
    WantedCheck.objects.bulk_create((WantedCheck(specialism_id=pk) for pk in sorted(ids)), ignore_conflicts=True)
    if ids - waiting:
        check_wanted.enqueue()
    return len(ids)


def ask_after_commit(specialism_ids: Iterable[int]) -> None:
    """As ``ask``, once what has changed is there for the worker to see; it never fails what was done."""
    ids = set(specialism_ids)
    if ids:
        transaction.on_commit(lambda: ask(ids), robust=True)


@task(priority=-5)
def check_wanted() -> int:
    """Check some of the clusters that want it and ask for the others; returns how many were checked.

    The last one also looks at guides that stand under no specialism.
    """
    claimed_at, claimed = _claim(BATCH)
    if not claimed:
        return 0
    site = Site()
    checked = _record(list(SpecialismPage.objects.filter(pk__in=claimed).order_by("path")), site)
    for pk in checked:
        WantedCheck.objects.filter(pk=pk, claimed_at=claimed_at, wanted_at=claimed[pk]).delete()
    WantedCheck.objects.filter(pk__in=checked, claimed_at=claimed_at).update(claimed_at=None)  # asked for meanwhile
    if WantedCheck.objects.free(timezone.now()).exists():
        check_wanted.enqueue()
    else:
        for report in check_strays(site):
            record(report)
    return len(checked)


def _claim(limit: int) -> tuple[datetime, dict[int, datetime]]:
    """Claim some rows that no other worker has: when, and when each was wanted."""
    now = timezone.now()
    free = WantedCheck.objects.free(now)
    while seen := list(free.order_by("wanted_at", "pk").values_list("pk", flat=True)[:limit]):
        taken = [pk for pk in seen if free.filter(pk=pk).update(claimed_at=now)]
        if taken:
            return now, dict(WantedCheck.objects.filter(pk__in=taken).values_list("pk", "wanted_at"))
    return now, {}


def _record(specialisms: Sequence[SpecialismPage], site: Site) -> list[int]:
    """Check clusters together and keep what was found; if that fails, each by itself. Returns which were checked.

    One that fails stays claimed: it is tried again when the claim is forgotten, and holds up no other.
    """
    try:
        record_all(specialisms, site)
    except Exception:
        if len(specialisms) > 1:
            return [pk for page in specialisms for pk in _record([page], site)]
        logger.exception("cluster %s could not be checked", specialisms[0].pk)
        return []
    return [page.pk for page in specialisms]


def look_after() -> None:
    """What the worker does every few minutes: what was forgotten, what is due tonight, what has grown old."""
    if WantedCheck.objects.free(timezone.now()).exists():
        check_wanted.enqueue()
    if timezone.localtime().time() >= NIGHT:
        ask(due().values_list("pk", flat=True))
    if SupportPage.objects.filter(sketch__isnull=True).exists():
        sketch_missing.enqueue()
    ClusterHealth.objects.filter(date__lt=timezone.localdate() - KEPT).delete()


def due() -> SpecialismQuerySet:
    """The specialisms that nobody has checked since tonight's check began, and that nobody has asked for."""
    today = timezone.localdate()
    begins = timezone.make_aware(datetime.combine(today, NIGHT))
    tonight = ClusterHealth.objects.filter(specialism=OuterRef("pk"), date=today, checked_at__gte=begins)
    return SpecialismPage.objects.filter(~Exists(tonight), wanted_check__isnull=True)


@task(priority=-5)
def sketch_missing() -> int:
    """Sketch guides that were stored before sketches were kept, or without the signals that keep them."""
    pages = list(SupportPage.objects.filter(sketch__isnull=True).order_by("pk")[:SKETCHES])
    for page in pages:
        keep_sketch(page)
    if SupportPage.objects.filter(sketch__isnull=True).exists():
        sketch_missing.enqueue()
    return len(pages)
