"""Recurring jobs of the kernel."""

import logging
from collections.abc import Callable

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from agency import expiry

logger = logging.getLogger(__name__)


def publish_scheduled() -> None:
    """Expire and publish what is due.

    As Wagtail's command of that name, but each page in a transaction of its own with all that follows from it (redirects,
    the log of changes, what is asked of the worker), and one that fails is logged, tried again the next time, and keeps no
    other waiting. Several workers may do this at once: each page is taken by one.
    """
    now = timezone.now()
    expired = Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")
    expired = expired.exclude(alias_of__live=True, alias_of__expire_at__lt=now)  # they go along with their originals
    for pk in list(expired.values_list("pk", flat=True)):
        _alone("expiring page %s failed", pk, _expire)
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    for pk in list(due.values_list("pk", flat=True)):
        _alone("publishing revision %s failed", pk, _publish)


def _alone(failure: str, pk: int, work: Callable[[int], None]) -> None:
    try:
        with transaction.atomic():
            work(pk)
    except Exception:
        logger.exception(failure, pk)


def _expire(pk: int) -> None:
    still_due = Page.objects.select_for_update(skip_locked=True).filter(live=True, expire_at__lt=timezone.now())
    page = still_due.filter(pk=pk).first()
    if page:
        expiry.expire(page)


def _publish(pk: int) -> None:
    still_due = Revision.objects.select_for_update(skip_locked=True).filter(approved_go_live_at__lt=timezone.now())
    revision = still_due.filter(pk=pk).first()
    if revision:
        revision.publish(log_action="wagtail.publish.scheduled")


def prune_task_results() -> None:
    """Forget finished background tasks after two weeks."""
    call_command("prune_db_task_results", min_age_days=14, verbosity=0)
