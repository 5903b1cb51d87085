"""What a browser sends when an editor saves a page: Wagtail's scripts make the fields of blocks, so no HTML holds them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import QueryDict
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

Pair = tuple[str, str]


def answers(html: str, page: Page | type[Page]) -> QueryDict:
    """Everything in the editing form of a page; of a page type, the form of a new page with empty bodies."""
    data = querydict_from_html(html, form_id="page-edit-form")
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name) if isinstance(page, Page) else field.stream_block.empty_value()
            for name, text in fields_of(field.stream_block, value, field.name):
                data[name] = text
    return data


def fields_of(block: Block, value: Any, prefix: str) -> Iterator[Pair]:
    """The form fields of a block that holds a value."""
    if isinstance(block, StreamBlock):
        yield from _repeated(
            value, prefix, ((child.block, child.value, child.block_type, child.id) for child in value)
        )
    elif isinstance(block, ListBlock):
        yield from _repeated(value, prefix, ((block.child_block, c.value, "item", c.id) for c in value.bound_blocks))
    elif isinstance(block, BaseTypedTableBlock):
        yield from _table(value, prefix)
    elif isinstance(block, ImageBlock):
        yield f"{prefix}-image", str(value.pk)
        yield f"{prefix}-alt_text", value.contextual_alt_text
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from fields_of(child, value[name], f"{prefix}-{name}")
    else:
        shown = block.field.widget.format_value(block.value_for_form(value))
        yield prefix, str(shown[0] if isinstance(shown, list) else shown or "")


def _repeated(value: Any, prefix: str, children: Iterable[tuple[Block, Any, str, str | None]]) -> Iterator[Pair]:
    yield f"{prefix}-count", str(len(value))
    for number, (block, inner, kind, id_) in enumerate(children):
        stem = f"{prefix}-{number}"
        yield from [
            (f"{stem}-type", kind),
            (f"{stem}-order", str(number)),
            (f"{stem}-deleted", ""),
            (f"{stem}-id", id_ or ""),
        ]
        yield from fields_of(block, inner, f"{stem}-value")


def _table(value: Any, prefix: str) -> Iterator[Pair]:
    yield f"{prefix}-caption", value.caption
    for kind, count in (("column", len(value.columns)), ("row", len(value.row_data))):
        yield f"{prefix}-{kind}-count", str(count)
        for number in range(count):
            yield f"{prefix}-{kind}-{number}-order", str(number)
            yield f"{prefix}-{kind}-{number}-deleted", ""
    for number, column in enumerate(value.columns):
        yield f"{prefix}-column-{number}-type", column["block"].name
        yield f"{prefix}-column-{number}-heading", column["heading"]
    for number, row in enumerate(value.row_data):
        for place, (column, cell) in enumerate(zip(value.columns, row["values"], strict=True)):
            yield from fields_of(column["block"], cell, f"{prefix}-cell-{number}-{place}")
