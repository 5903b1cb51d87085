"""Where facts are used: on pages as they are stored, and in drafts and versions that wait to be published."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Aggregate,
    BigIntegerField,
    CharField,
    Exists,
    JSONField,
    Model,
    OuterRef,
    ProtectedError,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex, Revision, TaskState, get_page_models

from agency.raw_content import is_id
from agency.rich_text import ID, pieces

EMBED = "<embed"
KIND = 'embedtype="fact"'
Used = TypeVar("Used", bound=Model)


@dataclass(frozen=True)
class Use:
    """A page that uses a fact; ``waiting`` if only a version that is not published yet does."""

    page: Page
    waiting: bool = False


def fact_ids(piece: str | Mapping[str, Any]) -> Iterator[str]:
    """The ids of the facts inside the sentences of a rich text, or chosen in a block."""
    if isinstance(piece, str):
        if KIND in piece:
            for tag in piece.split(EMBED)[1:]:
                inside = tag.partition(">")[0]
                if KIND in inside:
                    yield from ID.findall(inside)
    elif is_id(piece.get("fact")):
        yield str(piece["fact"])


def ids_in(raw: Any) -> set[str]:
    """The ids of all facts in raw data of any nesting."""
    return {id_ for piece in pieces(raw) for id_ in fact_ids(piece)}


def stored(facts: Iterable[Used]) -> dict[int, list[Use]]:
    """The pages each fact is used on by Wagtail's reference index, in two queries whatever their number."""
    facts = list(facts)
    found: dict[int, list[Use]] = {fact.pk: [] for fact in facts}
    pairs = set(
        ReferenceIndex.get_references_to_in_bulk(facts)
        .filter(base_content_type=ContentType.objects.get_for_model(Page))
        .values_list("to_object_id", "object_id")
    )
    pages = _pages(int(page) for _fact, page in pairs)
    for fact, page in pairs:
        if int(page) in pages:
            found[int(fact)].append(Use(pages[int(page)]))
    return {pk: sorted(uses, key=_place) for pk, uses in found.items()}


def pages_stored(model: type[Model], may_open: Exists) -> Subquery:
    """The same as a part of a query about facts: a list of pages, in no order.

    Of each the ``pk`` and ``title``, whether it is ``live``, and whether somebody ``may_open`` it.
    """
    uses = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id=Cast(OuterRef(OuterRef("pk")), CharField()),
    )
    pages = Page.objects.filter(pk__in=uses.values(page=Cast("object_id", BigIntegerField())))
    together = pages.order_by().annotate(one=Value(1)).values("one")
    return Subquery(
        together.annotate(found=JsonList(JSONObject(pk="pk", title="title", live="live", may_open=may_open))).values(
            "found"
        )
    )


class JsonList(Aggregate):
    """The values of a group as one JSON list."""

    function = "JSONB_AGG"
    allow_distinct = True
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """By SQLite's own name."""
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)


def known(fact: Used) -> list[Use]:
    """The pages a fact is used on by the reference index, then those where only a waiting version uses it."""
    uses = stored([fact])[fact.pk]
    seen = {use.page.pk for use in uses}
    ahead = _pages(pk for pk, ids in _waiting() if str(fact.pk) in ids and pk not in seen)
    return uses + sorted((Use(page, waiting=True) for page in ahead.values()), key=_place)


def exact(facts: Iterable[Used]) -> list[Use]:
    """The pages that use any of the facts at this moment, whether or not the index has caught up.

    Reads every stored text: a query for each type of page and one for what waits. For rare, final questions only.
    """
    wanted = {str(fact.pk) for fact in facts}
    live = {pk for pk, ids in _rows() if wanted & ids}
    ahead = {pk for pk, ids in _waiting() if wanted & ids} - live
    pages = _pages(live | ahead)
    return sorted((Use(page, waiting=pk in ahead) for pk, page in pages.items()), key=_place)


def refuse_if_used(facts: "Iterable[Used] | QuerySet") -> None:
    """Raise ``ProtectedError`` with the pages if one of the facts is in use."""
    facts = list(facts)
    uses = exact(facts) if facts else []
    if uses:
        titles = ", ".join(use.page.title for use in uses)
        message = _("Pages use this figure, so it cannot be deleted: %(titles)s.") % {"titles": titles}
        raise ProtectedError(message, {use.page for use in uses})


def _place(use: Use) -> str:
    return use.page.path


def _pages(ids: Iterable[int]) -> dict[int, Page]:
    wanted = set(ids)
    return Page.objects.in_bulk(wanted) if wanted else {}


def _rows() -> Iterator[tuple[int, set[str]]]:
    """Every page with the facts its stored texts use."""
    for model in get_page_models():
        names = [field.name for field in model._meta.local_fields if isinstance(field, StreamField | RichTextField)]
        if names:
            for pk, *values in model.objects.values_list("pk", *names).iterator():
                yield pk, ids_in([getattr(value, "raw_data", value) for value in values])


def waiting_revisions() -> QuerySet:
    """The versions of pages that may be published next: drafts, scheduled versions, those in moderation."""
    drafts = Page.objects.filter(has_unpublished_changes=True).values("latest_revision")
    submitted = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values("revision")
    wanted = Q(pk__in=drafts) | Q(pk__in=submitted) | Q(approved_go_live_at__isnull=False)
    return Revision.page_revisions.filter(wanted)


def _waiting() -> Iterator[tuple[int, set[str]]]:
    """Pages with the facts that a version which waits uses."""
    for pk, content in waiting_revisions().values_list("object_id", "content").iterator():
        yield int(pk), ids_in([_decoded(value) for value in content.values()])


def _decoded(value: Any) -> Any:
    """Revisions hold a StreamField as JSON inside a string."""
    if isinstance(value, str) and value.startswith("["):
        with suppress(ValueError):
            return json.loads(value)
    return value
