"""StreamField data as the database holds it, walked along the definitions of its blocks.

Nothing that blocks choose is loaded: what is looked for in ten thousand pages costs their texts and no more.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from django.db.models import Model
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import RichTextField, StreamField

from agency.rich_text import LONGEST_ID

Piece = tuple[Block | None, Any]
"""A block with its raw value; no block for the text of a ``RichTextField``."""


def is_id(raw: Any) -> bool:
    """Whether this can be the primary key of something: a whole number that every database can hold."""
    return isinstance(raw, int) and not isinstance(raw, bool) and 0 < raw < 10**LONGEST_ID


def pieces(block: Block, raw: Any) -> Iterator[Piece]:
    """The block with its raw value, then everything inside it in order. What no longer fits a definition is left out."""
    yield block, raw
    for inner, value in _inside(block, raw):
        if inner is not None:
            yield from pieces(inner, value)


def _inside(block: Block, raw: Any) -> Iterator[Piece]:
    match block, raw:
        case StreamBlock(), list():
            yield from ((_named(block, child), child.get("value")) for child in _mappings(raw))
        case StructBlock(), dict():
            for name, inner in block.child_blocks.items():
                if name in raw:
                    yield inner, raw[name]
        case ListBlock(), list():
            for item in raw:
                is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
                yield block.child_block, item["value"] if is_wrapped else item
        case BaseTypedTableBlock(), dict():
            yield from _cells(block, raw)


def _cells(block: BaseTypedTableBlock, raw: dict[str, Any]) -> Iterator[Piece]:
    kinds = [_named(block, column) for column in _mappings(raw.get("columns"))]
    for row in _mappings(raw.get("rows")):
        yield from zip(kinds, _list(row.get("values")), strict=False)


def _named(block: StreamBlock | BaseTypedTableBlock, child: Mapping[str, Any]) -> Block | None:
    name = child.get("type")
    return block.child_blocks.get(name) if isinstance(name, str) else None


def _mappings(raw: Any) -> list[Mapping[str, Any]]:
    return [item for item in _list(raw) if isinstance(item, Mapping)]


def _list(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else []


def of_page(page: Model, leave_out: frozenset[str] = frozenset()) -> Iterator[Piece]:
    """Everything in the StreamFields and RichTextFields of a page, without the fields named in ``leave_out``."""
    for field in page._meta.get_fields():
        if getattr(field, "name", "") in leave_out:
            continue
        if isinstance(field, StreamField):
            yield from pieces(field.stream_block, list(getattr(page, field.name).raw_data))
        elif isinstance(field, RichTextField):
            yield None, getattr(page, field.name)


def of_revision(
    model: type[Model], content: Mapping[str, Any], leave_out: frozenset[str] = frozenset()
) -> Iterator[Piece]:
    """As ``of_page``, for a version of a page as its revision holds it: a StreamField is JSON inside a string there."""
    for field in model._meta.get_fields():
        raw = content.get(getattr(field, "name", ""))
        if raw is None or field.name in leave_out:
            continue
        if isinstance(field, StreamField):
            with suppress(ValueError):
                yield from pieces(field.stream_block, json.loads(raw) if isinstance(raw, str) else raw)
        elif isinstance(field, RichTextField):
            yield None, raw
