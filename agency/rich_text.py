"""What texts point to, looked up once a page: links to pages, and whatever else an app registers a lookup for."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.html import escape
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.rich_text.pages import PageLinkHandler

from agency.page_cache.memory import remember_each

LINK = re.compile(r"<a(\b[^>]*)>")
TO_PAGE = 'linktype="page"'
ID = re.compile(r"\bid=\"(\d+)\"")
LONGEST_ID = 18
"""Digits of the largest number of which every database can hold all."""


@dataclass(frozen=True)
class Lookup:
    """One kind of thing that texts point to.

    ``find`` gives the ids in one string or one mapping of raw StreamField data, ``load`` what they stand for, by id.
    An id that is found for nothing costs a row, one that is overlooked a query; neither is wrong.
    """

    name: str
    find: Callable[[str | Mapping[str, Any]], Iterable[str]]
    load: Callable[[set[str]], dict[str, Any]]


LOOKUPS: dict[str, Lookup] = {}
_current: ContextVar["Resolution | None"] = ContextVar("resolution", default=None)


def register(lookup: Lookup) -> None:
    """Have ``lookup`` done for every page; registering it again changes nothing."""
    LOOKUPS[lookup.name] = lookup


def pieces(value: Any) -> Iterator[str | Mapping[str, Any]]:
    """Every string and every mapping in raw StreamField data, rich text or any nesting of them, in order."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, RichText):
            yield one.source
        elif isinstance(one, dict | Mapping):
            yield one
            left.extend(reversed([*one.values()]))
        elif isinstance(one, Iterable):
            left.extend(reversed([*one]))


class Resolution:
    """What the texts of one page point to: everything of one kind in one query, whichever text needs it first."""

    def __init__(self, *values: Any) -> None:
        self._found: dict[str, dict[str, Any]] = {name: {} for name in LOOKUPS}
        self._included: list[Any] = []
        self.include(*values)

    def include(self, *values: Any) -> None:
        """Look up what these StreamField values and rich texts point to and is not at hand yet."""
        raw = [
            getattr(value, "raw_data", value)
            for value in values
            if not any(value is included for included in self._included)
        ]
        self._included += values
        strings: list[str] = []
        searched: list[str | Mapping[str, Any]] = []
        for piece in pieces(raw):
            strings.append(piece) if isinstance(piece, str) else searched.append(piece)
        searched.append("\n".join(strings))
        for name, lookup in LOOKUPS.items():
            self.get(name, {id_ for piece in searched for id_ in lookup.find(piece)})

    def get(self, name: str, ids: Iterable[str]) -> dict[str, Any]:
        """What these ids stand for, among others; ``None`` for those that stand for nothing. No query if all are at hand.

        What cannot be an id stands for nothing: a text that was pasted or imported must not break its page.
        """
        found = self._found[name]
        if missing := set(ids) - found.keys():
            found.update(dict.fromkeys(missing))
            if loadable := {id_ for id_ in missing if id_.isdecimal() and len(id_) <= LONGEST_ID}:
                found.update(remember_each(name, loadable, LOOKUPS[name].load))
        return found

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Within this block, texts find here what they point to."""
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)


def look_up(name: str, ids: Iterable[str]) -> dict[str, Any]:
    """What the ids of one kind stand for, from the page's resolution if there is one."""
    return (_current.get() or Resolution()).get(name, ids)


def texts(page: Model | None) -> list[Any]:
    """The StreamField values of a page, which are looked up together."""
    fields = page._meta.get_fields() if isinstance(page, Page) else []
    return [getattr(page, field.name) for field in fields if isinstance(field, StreamField)]


def linked_ids(piece: str | Mapping[str, Any]) -> Iterator[str]:
    """The ids of the pages that a string links to."""
    if isinstance(piece, str) and "<a" in piece:
        for attributes in LINK.findall(piece):
            if TO_PAGE in attributes:
                yield from ID.findall(attributes)


def addresses(ids: set[str]) -> dict[str, str]:
    """The addresses of the live pages among ``ids``, as they stand in HTML, in one query."""
    pages = Page.objects.filter(pk__in=ids).live().defer_streamfields()
    return {str(page.pk): escape(page.url or "") for page in pages}


register(Lookup("page", linked_ids, addresses))


class LivePageLinkHandler(PageLinkHandler):
    """Wagtail's page links, from the addresses at hand; a page that is not live leaves the text without a link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Opening tags for the links of one rich text."""
        ids = [attrs.get("id", "") for attrs in attrs_list]
        at_hand = look_up("page", ids)
        return [f'<a href="{at_hand[id_]}">' if at_hand[id_] else "<a>" for id_ in ids]
