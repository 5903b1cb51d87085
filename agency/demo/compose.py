"""Turns the shorthands of the content into values of StreamFields, led by the definitions of the blocks themselves."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    Block,
    DateBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamValue,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from agency.demo import documents, pictures
from agency.demo.ledger import Ledger, find
from agency.demo.vocabulary import Block as Shorthand
from agency.models import BasePage
from specialisms.blocks import RoleChooserBlock
from specialisms.blocks.facts import FactChooserBlock

LINK = re.compile(r'href="page:([\w-]+)"')
FACT = re.compile(r"\{fact:([\w-]+)\}")
MARKS = ('href="page:', "{fact:")
"""What readers must never get."""


class ContentError(ValueError):
    """The content says something that cannot be built."""


class Composer:
    """Finds what the content names, and refuses what it cannot place."""

    def __init__(self, pages: Mapping[str, BasePage], ledger: Ledger) -> None:
        self.pages = pages
        self.ledger = ledger
        self._named: dict[type[Block], Callable[[Any], Any]] = {
            PageChooserBlock: self._page,
            FactChooserBlock: self._fact,
            RoleChooserBlock: self._role,
            DocumentChooserBlock: self._document,
            ImageBlock: self._picture,
            DateBlock: self._day,
        }

    def stream(self, where: str, model: type[BasePage], field: str, blocks: Sequence[Shorthand]) -> StreamValue:
        """The blocks as the value of a field, cleaned by the same rules as an editor's input; ``where`` is for errors."""
        definition = model._meta.get_field(field).stream_block
        raw = []
        for number, (kind, value) in enumerate(blocks, start=1):
            try:
                child = find("block", definition.child_blocks, kind)
                raw.append({"type": kind, "value": self._raw(child, value)})
            except (LookupError, ContentError) as error:
                message = f"{where}, block {number} ({kind}): {error}"
                raise ContentError(message) from error
        try:
            return definition.clean(definition.to_python(raw))
        except ValidationError as error:
            message = f"{where}: {getattr(error, 'as_json_data', error.messages.copy)()}"
            raise ContentError(message) from error

    def html(self, html: str, *, facts: bool = False) -> str:
        """Rich text with its links as references, and its figures if such a text may hold them."""
        linked = LINK.sub(lambda found: f'linktype="page" id="{self._page(found[1])}"', html)
        if not facts:
            return _plain(linked)
        return FACT.sub(lambda found: f'<embed embedtype="fact" id="{self._fact(found[1])}"/>', linked)

    def _raw(self, block: Block, value: Any) -> Any:
        """What the database holds for a value of the content."""
        if value is None or isinstance(block, TypedTableBlock):
            return value
        for kind, look_up in self._named.items():
            if isinstance(block, kind):
                return look_up(value)
        match block:
            case RichTextBlock():
                return self.html(value, facts="fact" in (block.features or ()))
            case StructBlock():
                return {name: self._raw(find("field", block.child_blocks, name), item) for name, item in value.items()}
            case ListBlock():
                return [self._raw(block.child_block, item) for item in value]
        return _plain(value)

    def _page(self, slug: str) -> int:
        return find("page", self.pages, slug).pk

    def _fact(self, key: str) -> int:
        return find("fact", self.ledger.facts, key).pk

    def _role(self, name: str) -> int:
        return find("role", self.ledger.roles, name).pk

    def _document(self, name: str) -> int:
        return documents.write(name).pk

    def _picture(self, value: Mapping[str, str]) -> dict[str, Any]:
        picture = pictures.draw(value["picture"], value["alt"])
        return {"image": picture.pk, "alt_text": value["alt"], "decorative": False}

    def _day(self, day: datetime.date) -> str:
        return self.ledger.days.moved(day).isoformat()


def _plain(value: Any) -> Any:
    """A value in which no link or figure is left, which would be printed as it is written."""
    if isinstance(value, str) and any(mark in value for mark in MARKS):
        message = f"a link or a figure of the ledger cannot stand here: “{value}”"
        raise ContentError(message)
    return value
