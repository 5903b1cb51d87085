"""What a page's texts hold, read from its stored data: what they link to, how they are built, what they rest on.

Reading costs no query. Rules of the thread, related pages and screens about links all read it here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.html import strip_tags
from wagtail.blocks import Block, RichTextBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from agency.blocks.heading import HeadingBlock
from agency.raw_content import Piece, is_id, of_page, of_revision
from agency.rich_text import LONGEST_ID, linked_ids
from specialisms.blocks.pay import PayTableBlock
from specialisms.usage import fact_ids
from support_pages.blocks.related import GuideChooserBlock
from support_pages.blocks.testimonial import TestimonialBlock

ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
ID = re.compile(r'\bid="(\d{1,18})"')
HREF = re.compile(r'\bhref="([^"]*)"')
NOT_IN_THE_TEXT = frozenset({"pinned"})
"""Fields whose choices are no links of the text."""
SECTION = 2
LEVELS = {"2": SECTION, "3": 3}
"""Heading levels as blocks hold them."""


@dataclass(frozen=True)
class Link:
    """A link in a text: to a page or a document of ours by its id, or to an address; with its words.

    None of these for a card, which shows a page, and for a download, which offers a document.
    """

    words: str
    page: int | None = None
    address: str = ""
    document: int | None = None


@dataclass
class Content:
    """What was found. ``headings`` are levels and texts; ``unnamed_pictures`` counts those without alternative text."""

    links: list[Link] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    unnamed_pictures: int = 0
    testimonials: list[tuple[str, date | None]] = field(default_factory=list)
    facts: set[int] = field(default_factory=set)
    pay_tables: list[int | None] = field(default_factory=list)

    @property
    def linked(self) -> set[int]:
        """The ids of the pages its links choose."""
        return {link.page for link in self.links if link.page is not None}

    @property
    def addresses(self) -> list[Link]:
        """The links that somebody typed or pasted."""
        return [link for link in self.links if link.page is None and link.document is None]

    @property
    def documents(self) -> set[int]:
        """The ids of the documents they lead to."""
        return {link.document for link in self.links if link.document is not None}


def content_of(page: Page) -> Content:
    """What the texts of a page hold: a stored one, a revision's or one that is being edited."""
    return _content(of_page(page, leave_out=NOT_IN_THE_TEXT))


def linked_from(page: Page) -> set[int]:
    """The ids of the pages that the texts of a page link to and its cards show: ``content_of(page).linked``, and sooner."""
    texts, shown = [], set()
    for block, raw in of_page(page, leave_out=NOT_IN_THE_TEXT):
        if isinstance(raw, str) and (block is None or isinstance(block, RichTextBlock)):
            texts.append(raw)
        elif isinstance(block, GuideChooserBlock) and is_id(raw):
            shown.add(raw)
    return shown.union(int(pk) for pk in linked_ids("\n".join(texts)) if len(pk) <= LONGEST_ID)


def content_of_revision(model: type[Page], content: Mapping[str, Any]) -> Content:
    """What the texts of a page of this type hold in a version that is given as its revision holds it."""
    return _content(of_revision(model, content, leave_out=NOT_IN_THE_TEXT))


def _content(pieces: Iterable[Piece]) -> Content:
    found = Content()
    for piece in pieces:
        _note(found, *piece)
    return found


def links_in(texts: Iterable[str]) -> Iterator[Link]:
    """The links of rich texts as they are stored, in order."""
    for text in texts:
        for attributes, inside in ANCHOR.findall(text):
            words = " ".join(unescape(strip_tags(inside)).split())
            if 'linktype="page"' in attributes:
                yield from (Link(words, page=int(pk)) for pk in ID.findall(attributes)[:1])
            elif 'linktype="document"' in attributes:
                yield from (Link(words, document=int(pk)) for pk in ID.findall(attributes)[:1])
            elif "linktype=" not in attributes:
                yield from (Link(words, address=unescape(href)) for href in HREF.findall(attributes)[:1])


def _note(found: Content, block: Block | None, raw: Any) -> None:
    match block, raw:
        case ((None | RichTextBlock()), str()):
            found.links += links_in([raw])
            found.facts.update(_facts(raw))
        case GuideChooserBlock(), int() if is_id(raw):
            found.links.append(Link("", page=raw))
        case DocumentChooserBlock(), int() if is_id(raw):
            found.links.append(Link("", document=raw))
        case HeadingBlock(), dict():
            found.headings.append((LEVELS.get(str(raw.get("level")), SECTION), _text(raw.get("text"))))
        case ImageBlock(), dict() if raw.get("image"):
            found.unnamed_pictures += not (raw.get("decorative") or _text(raw.get("alt_text")).strip())
        case TestimonialBlock(), dict():
            found.testimonials.append((_text(raw.get("who")), _day(raw.get("ends_on"))))
        case PayTableBlock(), dict():
            found.pay_tables.append(raw["specialism"] if is_id(raw.get("specialism")) else None)
    if isinstance(raw, dict):
        found.facts.update(_facts(raw))


def _facts(raw: str | dict[str, Any]) -> set[int]:
    return {int(pk) for pk in fact_ids(raw) if len(pk) <= LONGEST_ID}


def _text(raw: Any) -> str:
    return raw if isinstance(raw, str) else ""


def _day(raw: Any) -> date | None:
    """A date as the database holds it, or as the form of the page has just made it."""
    if isinstance(raw, date):
        return raw
    with suppress(ValueError):
        return parse_date(_text(raw))
    return None
