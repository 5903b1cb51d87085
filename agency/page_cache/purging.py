"""Telling a cache in front of the site which pages have changed, if one is configured.

Wagtail tells it of the page that was published or unpublished; this tells it of the pages that show what changed. Such a
cache is right without being told as well, ``SHARED_CACHE_SECONDS`` later.
"""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Model, Q
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.models import Page, ReferenceIndex, Site

from agency.page_cache.changes import UNSEEN


def pages_showing(thing: Model) -> Q:
    """Which pages may show something of a page or a record.

    Those that point to it, those it points to with what stands under them, and of a page its ancestors, siblings and
    children. What has to do with the settings is on every page.
    """
    if isinstance(thing, BaseGenericSetting | Site) or any(_points_to(thing, BaseGenericSetting)):
        return Q()
    references = ReferenceIndex.get_references_to(thing)
    found = Q(pk__in=[int(pk) for pk in references.values_list("object_id", flat=True) if str(pk).isdecimal()])
    pages = [thing] if isinstance(thing, Page) else []
    pages += Page.objects.filter(pk__in=[pk for pk in _points_to(thing, Page) if pk])
    for page in pages:
        above = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
        found |= Q(path__in=above) | Q(path__startswith=page.path[: -page.steplen], depth=page.depth)
        found |= Q(path__startswith=page.path, depth=page.depth + 1)
    return found


def _points_to(thing: Model, kind: type[Model]) -> Iterator[Any]:
    """The keys of the things of a kind that a record points to; empty ones among them."""
    for field in thing._meta.concrete_fields:
        model = field.related_model
        if isinstance(model, type) and issubclass(model, kind):
            yield getattr(thing, field.attname)


def purge_around(thing: Model) -> None:
    """Have the worker tell the cache of all live pages that may show something."""
    batch = PurgeBatch()
    for page in Page.objects.live().filter(pages_showing(thing)).defer_streamfields().iterator(chunk_size=500):
        batch.add_page(page)
    batch.purge()


def changed(instance: Model, raw: bool = False, **_signal: Any) -> None:
    """Receiver of Wagtail's and Django's signals about pages and records."""
    if settings.WAGTAILFRONTENDCACHE and not raw and instance._meta.db_table not in UNSEEN:
        purge_around(instance)


def record_changed(instance: Model, **signal: Any) -> None:
    """As ``changed``, of what is no page: those are drafts most of the time they are saved."""
    if not isinstance(instance, Page):
        changed(instance, **signal)


def moved(instance: Page, url_path_before: str, url_path_after: str, **_signal: Any) -> None:
    """Receiver of Wagtail's signal: also of the addresses that the page and those below it had until now."""
    if not settings.WAGTAILFRONTENDCACHE:
        return
    batch = PurgeBatch()
    for page in Page.objects.descendant_of(instance, inclusive=True).live().defer_streamfields():
        batch.add_page(page)
        page.url_path = url_path_before + page.url_path.removeprefix(url_path_after)
        batch.add_page(page)
    batch.purge()
    purge_around(instance)
