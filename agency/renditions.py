"""Renditions of uploaded pictures, made by the worker before a page needs them."""

import datetime
import logging

from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from wagtail.images.models import SourceImageIOError

from agency.models import AgencyImage
from agency.page_cache import purging
from agency.page_cache.changes import shown_anew
from agency.pictures import all_filters

logger = logging.getLogger(__name__)

BATCH = 100
"""The most pictures one sweep asks for."""
PATIENCE = datetime.timedelta(days=1)
"""How long after it was asked for a picture is left alone: it may wait, or be one that cannot be read."""


@task(priority=-5)
def make(image_id: int) -> int:
    """Make the renditions that a picture lacks, one after the other; returns how many there are in the end.

    One at a time, not all at once as Wagtail would: each unpacks the whole picture, and the worker's memory is small.
    Pages that were kept without them are old once the last one is made, not at each.
    """
    image = AgencyImage.objects.filter(pk=image_id).first()
    if image is None:
        return 0
    filters = all_filters()
    made = image.find_existing_renditions(*filters)
    before = len(made)
    for wanted in filters:
        if wanted not in made:
            try:
                made[wanted] = image.get_rendition(wanted)
            except SourceImageIOError:
                logger.warning("the file of picture %s cannot be read", image_id)
                break
    if len(made) > before:
        shown_anew(connection)
        purging.changed(image)
    return len(made)


def saved(instance: AgencyImage, raw: bool = False, **_signal: object) -> None:
    """Ask the worker, in the transaction that stores the picture: a new one, a new file or a new focal point."""
    if not raw:
        make.enqueue(instance.pk)


def sweep() -> int:
    """Ask for pictures that lack renditions: those from before a size was added, or brought in without a signal."""
    specs = [wanted.spec for wanted in all_filters()]
    made = Count("renditions__filter_spec", filter=Q(renditions__filter_spec__in=specs), distinct=True)
    lacking = AgencyImage.objects.annotate(made=made).filter(made__lt=len(specs)).order_by("-pk")
    asked = DBTaskResult.objects.filter(task_path=make.module_path, enqueued_at__gte=timezone.now() - PATIENCE)
    left_alone = {arguments["args"][0] for arguments in asked.values_list("args_kwargs", flat=True)}
    ids = [pk for pk in lacking.values_list("pk", flat=True) if pk not in left_alone][:BATCH]
    for pk in ids:
        make.enqueue(pk)
    return len(ids)
