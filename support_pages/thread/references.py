"""Which pages point to which, by Wagtail's reference index."""

from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page, ReferenceIndex

PINNED = "pinned"
"""The field of a guide for those at its foot: a list, and no text."""


def references(
    sources: Iterable[int] | None = None, targets: Iterable[int] | None = None
) -> Iterator[tuple[int, int]]:
    """The links that the texts of pages hold to pages by Wagtail's reference index, as pairs of ids; none to themselves."""
    found = _between_pages().exclude(model_path__startswith="also_supports").exclude(model_path__startswith=PINNED)
    found = found.exclude(model_path__endswith="pay_table.specialism")
    if targets is not None:
        found = found.filter(to_object_id__in=[str(pk) for pk in targets])
    allowed = None if sources is None else set(sources)
    for source, target in found.values_list("object_id", "to_object_id").iterator():
        if source != target and (allowed is None or int(source) in allowed):
            yield int(source), int(target)


def pins() -> Iterator[tuple[int, int]]:
    """From a guide to those that its editor pinned to its foot."""
    found = _between_pages().filter(model_path__startswith=PINNED)
    for source, target in found.values_list("object_id", "to_object_id").iterator():
        yield int(source), int(target)


def _between_pages() -> QuerySet[ReferenceIndex]:
    page_type = ContentType.objects.get_for_model(Page)
    return ReferenceIndex.objects.filter(base_content_type=page_type, to_content_type=page_type)
