"""What a browser sends when somebody saves a page: Wagtail's scripts make the fields of blocks, so no HTML holds them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import QueryDict
from wagtail.blocks import Block, ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StreamValue, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtail.test.utils.form_data import querydict_from_html

Pair = tuple[str, str]


def sent(html: str, body: StreamValue, **fields: str) -> QueryDict:
    """The form of a page in ``html`` with these fields typed and this body built."""
    data = querydict_from_html(html, form_id="page-edit-form")
    data["pinned-count"] = "0"
    for name, text in [*fields.items(), *pairs(body.stream_block, body, "body")]:
        data[name] = text
    return data


def pairs(block: Block, value: Any, prefix: str) -> Iterator[Pair]:
    """The form fields of a block with a value."""
    if isinstance(block, StreamBlock):
        children = [(child.block, child.value, child.block_type, child.id) for child in value]
        yield from _listed(prefix, children)
    elif isinstance(block, ListBlock):
        yield from _listed(prefix, [(block.child_block, child.value, "", child.id) for child in value.bound_blocks])
    elif isinstance(block, TypedTableBlock):
        yield from _table(value, prefix)
    elif isinstance(block, ImageBlock):
        yield f"{prefix}-image", str(value.pk) if value else ""
        yield f"{prefix}-alt_text", value.contextual_alt_text if value else ""
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from pairs(child, value[name], f"{prefix}-{name}")
    elif isinstance(block, RichTextBlock) and not value.source:
        yield prefix, "null"  # what Draftail sends when nothing is written
    elif isinstance(block, ChooserBlock):
        yield prefix, str(value.pk) if value else ""
    else:
        shown = block.field.widget.format_value(block.value_for_form(value))
        yield prefix, str(shown[0] if isinstance(shown, list) and shown else shown or "")


def _listed(prefix: str, children: Iterable[tuple[Block, Any, str, str | None]]) -> Iterator[Pair]:
    children = list(children)
    yield f"{prefix}-count", str(len(children))
    for number, (block, value, kind, id_) in enumerate(children):
        stem = f"{prefix}-{number}"
        yield from [(f"{stem}-type", kind), (f"{stem}-order", str(number))]
        yield from [(f"{stem}-deleted", ""), (f"{stem}-id", id_ or "")]
        yield from pairs(block, value, f"{stem}-value")


def _table(value: Any, prefix: str) -> Iterator[Pair]:
    yield f"{prefix}-caption", value.caption
    for kind, count in (("column", len(value.columns)), ("row", len(value.row_data))):
        yield f"{prefix}-{kind}-count", str(count)
        for number in range(count):
            yield from [(f"{prefix}-{kind}-{number}-order", str(number)), (f"{prefix}-{kind}-{number}-deleted", "")]
    for number, column in enumerate(value.columns):
        yield f"{prefix}-column-{number}-type", column["block"].name
        yield f"{prefix}-column-{number}-heading", column["heading"]
    for number, row in enumerate(value.row_data):
        for place, (column, cell) in enumerate(zip(value.columns, row["values"], strict=True)):
            yield from pairs(column["block"], cell, f"{prefix}-cell-{number}-{place}")
