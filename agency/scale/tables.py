"""Writes many pages at once, as saving them one by one would leave them: tree, own tables, reference index."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Locale, Page, ReferenceIndex

from agency.scale.references import Reference, references_of

ROWS = 1_000
"""Rows a statement writes at most."""
MARK = uuid.UUID("5f2f6d0e-6c0e-4c52-9a55-7d1f0d3c7a11")
"""The translation key of the front page of every made-up site: nothing an editor does gives a page this one."""


class Tree:
    """Pages prepared one under another, then written together."""

    def __init__(self, seed: int) -> None:
        self.locale = Locale.get_default()
        self.now = timezone.now()
        self._keys = uuid.uuid5(MARK, str(seed))
        self._new: list[Page] = []
        self._grown: dict[str, Page] = {}

    def add(self, parent: Page, model: type[Page], slug: str, **fields: Any) -> Page:
        """A live page of a type, the last under its parent, which may be one that is not written yet."""
        parent.numchild += 1
        if parent.pk:
            self._grown[parent.path] = parent
        url_path = f"{parent.url_path}{slug}/"
        made = Page(
            path=Page._get_path(parent.path, parent.depth + 1, parent.numchild),
            depth=parent.depth + 1,
            url_path=url_path,
            slug=slug,
            locale=self.locale,
            content_type=ContentType.objects.get_for_model(model),
            first_published_at=self.now,
            last_published_at=self.now,
            **{"translation_key": uuid.uuid5(self._keys, url_path)} | fields,
        )
        made.draft_title = made.title
        self._new.append(made)
        return made

    def write(self) -> None:
        """Write what was added; then the pages have their primary keys."""
        Page.objects.bulk_create(self._new, batch_size=ROWS)
        for parent in self._grown.values():
            Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)
        self._new.clear()
        self._grown.clear()


def write_own(pages: Sequence[Page]) -> None:
    """Write what the tables of the pages' own types hold; ``Tree`` has written the rest. All are of one type."""
    if not pages:
        return
    meta = pages[0]._meta
    fields = meta.local_concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 - names of the model
    rows = [
        [field.get_db_prep_save(field.value_from_object(page), connection=connection) for field in fields]
        for page in pages
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def index_references(objects: Iterable[Model], children: Collection[str] | None = None) -> None:
    """Write the reference index of objects that are not in it yet; see ``references_of``."""
    rows = (row for one in objects for row in _rows(one, children))
    while chunk := list(islice(rows, ROWS)):
        ReferenceIndex.objects.bulk_create(chunk)


def index_references_again(instance: Model) -> None:
    """The same for one that may be in it."""
    ReferenceIndex.remove_for_object(instance)
    index_references([instance])


def _rows(instance: Model, children: Collection[str] | None) -> Iterator[ReferenceIndex]:
    base = (instance._meta.get_parent_list() or [type(instance)])[-1]
    for found in dict.fromkeys(references_of(instance, children)):
        yield ReferenceIndex(
            content_type=ContentType.objects.get_for_model(instance, for_concrete_model=False),
            base_content_type=ContentType.objects.get_for_model(base, for_concrete_model=False),
            object_id=str(instance.pk),
            to_content_type=_type_of(found),
            to_object_id=found.pk,
            model_path=found.model_path,
            content_path=found.content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(found.content_path),
        )


def _type_of(found: Reference) -> ContentType:
    base = (found.model._meta.get_parent_list() or [found.model])[-1]
    return ContentType.objects.get_for_model(base, for_concrete_model=False)
