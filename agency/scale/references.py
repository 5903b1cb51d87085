"""What an object refers to, as Wagtail's reference index records it, read from raw data without a query.

Wagtail loads whatever blocks choose to read its primary key again. A test compares the two.
"""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from django.db.models import ForeignKey, Model, OneToOneField
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.blocks import Block, ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import extract_references_from_rich_text


class Reference(NamedTuple):
    """Something that is referred to, and where: by the names of fields and blocks, and by the ids of blocks."""

    model: type[Model]
    pk: str
    model_path: str
    content_path: str


def references_of(instance: Model, children: Collection[str] | None = None) -> Iterator[Reference]:
    """All references of an object and its children, which are looked up; only those named in ``children`` if given."""
    for field in instance._meta.get_fields():
        name = field.name
        if isinstance(field, StreamField):
            yield from _named(name, name, _in_block(field.stream_block, list(getattr(instance, name).raw_data)))
        elif isinstance(field, RichTextField):
            yield from _named(name, name, _in_text(getattr(instance, name)))
        elif isinstance(field, ForeignKey) and _counts(field):
            pk = field.value_from_object(instance)
            if pk is not None:
                yield Reference(field.related_model, str(pk), name, name)
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(instance):
            name = relation.get_accessor_name()
            if children is None or name in children:
                for child in getattr(instance, name).all():
                    yield from _named(f"{name}.item", f"{name}.{child.pk}", references_of(child))


def _counts(field: "ForeignKey[Any, Any]") -> bool:
    """Whether the index is interested in what the field chooses."""
    ignored = "wagtail_reference_index_ignore"
    is_ignored = getattr(field, ignored, False) or getattr(field.related_model, ignored, False)
    return not (is_ignored or isinstance(field, ParentalKey | OneToOneField))


def _in_block(block: Block | None, raw: Any) -> Iterator[Reference]:
    match block, raw:
        case StreamBlock(), list():
            for child in raw:
                inner = _in_block(block.child_blocks.get(child["type"]), child["value"])
                yield from _named(child["type"], child["id"], inner)
        case ImageBlock(), dict():
            yield from _in_block(block.child_blocks["image"], raw.get("image"))
        case StructBlock(), dict():
            for name, inner in block.child_blocks.items():
                yield from _named(name, name, _in_block(inner, raw.get(name)))
        case ListBlock(), list():
            for item in raw:
                yield from _named("item", item["id"], _in_block(block.child_block, item["value"]))
        case RichTextBlock(), str():
            yield from _in_text(raw)
        case ChooserBlock(), int():
            yield Reference(block.model_class, str(raw), "", "")


def _in_text(html: str) -> Iterator[Reference]:
    yield from (Reference(*found) for found in extract_references_from_rich_text(html))


def _named(model_name: str, content_name: str, found: Iterator[Reference]) -> Iterator[Reference]:
    """The references under a name more."""
    for one in found:
        model_path = f"{model_name}.{one.model_path}" if one.model_path else model_name
        content_path = f"{content_name}.{one.content_path}" if one.content_path else content_name
        yield Reference(one.model, one.pk, model_path, content_path)
