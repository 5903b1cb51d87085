"""How well a cluster keeps the thread, as a number, and its record from day to day."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from specialisms.models import SpecialismPage
from support_pages.cluster import Cluster
from support_pages.models import ClusterHealth, PageHealth
from support_pages.thread.check import Report, check, check_cluster, check_site
from support_pages.thread.rule import Problem
from support_pages.thread.site import Site

FULL = 100
WARNING_COSTS = 10


def score(report: Report) -> int:
    """0 to 100, the mean of its pages rounded down: a page with an error counts 0, each warning takes 10 from 100.

    100 only without any problem; an empty cluster has none.
    """
    if not report.pages:
        return FULL
    return sum(page_score(problems) for problems in report.by_page.values()) // len(report.by_page)


def page_score(problems: Iterable[Problem]) -> int:
    """What one page with these problems counts, 0 to 100."""
    problems = list(problems)
    if any(problem.is_error for problem in problems):
        return 0
    return max(0, FULL - WARNING_COSTS * len(problems))


def record(report: Report) -> None:
    """Keep what was found: for each page, and for the cluster as today's line of its trend.

    Pages that were deleted since the check are left out; those of the cluster that are no longer live lose their record.
    """
    now = timezone.now()
    canonical = report.cluster.canonical
    with transaction.atomic():
        ids = {*report.by_page, *([canonical.pk] if canonical else [])}
        locked = Page.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
        there = set(locked.values_list("pk", flat=True))
        rows = [_of_page(pk, problems, now) for pk, problems in report.by_page.items() if pk in there]
        PageHealth.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["page"], update_fields=["errors", "warnings", "checked_at"]
        )
        if canonical is not None and canonical.pk in there:
            PageHealth.objects.of_cluster(canonical).exclude(page__in=report.by_page).delete()
            ClusterHealth.objects.update_or_create(
                specialism=canonical,
                date=timezone.localdate(),
                defaults={
                    "score": score(report),
                    "pages": len(report.pages),
                    "errors": report.errors,
                    "warnings": report.warnings,
                    "by_rule": Counter(problem.rule.code for problem in report.problems),
                    "checked_at": now,
                },
            )


def _of_page(pk: int, problems: list[Problem], now: datetime) -> PageHealth:
    errors = sum(problem.is_error for problem in problems)
    return PageHealth(page_id=pk, errors=errors, warnings=len(problems) - errors, checked_at=now)


def record_cluster(specialism: SpecialismPage) -> Report:
    """Check one cluster and keep what was found."""
    report = check_cluster(specialism)
    record(report)
    return report


def record_all(specialisms: Sequence[SpecialismPage], site: Site) -> None:
    """Check some clusters and keep what was found; a line of no pages for those of which nothing is live."""
    found = {report.cluster.canonical: report for report in check(specialisms, site)}
    for page in specialisms:
        record(found.get(page) or Report(Cluster(page, ()), {}, {}))


def record_site() -> int:
    """Check everything and keep what was found, of nothing else; returns how many clusters there are."""
    began = timezone.now()
    count = 0
    for report in check_site():
        record(report)
        count += report.cluster.canonical is not None
    PageHealth.objects.filter(checked_at__lt=began).delete()
    return count
