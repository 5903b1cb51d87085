"""Links between pages inside rich text: looked up once a page, and never leading to a page that is not there."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.rich_text.pages import PageLinkHandler

LINK = re.compile(r"<a\b[^>]*\blinktype=\"page\"[^>]*>")
ID = re.compile(r"\bid=\"(\d+)\"")
LONGEST_ID = 18
"""Digits of the largest number of which every database can hold all."""

_addresses: ContextVar[dict[str, str] | None] = ContextVar("addresses", default=None)


def linked_ids(value: Any) -> Iterator[str]:
    """The ids of the pages that raw StreamField data, rich text or any nesting of them links to."""
    if isinstance(value, str):
        for link in LINK.findall(value):
            yield from ID.findall(link)
    elif isinstance(value, RichText):
        yield from linked_ids(value.source)
    elif isinstance(value, dict):
        for item in value.values():
            yield from linked_ids(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from linked_ids(item)


def addresses(ids: Iterable[str]) -> dict[str, str]:
    """The addresses of the live pages among ``ids``; no query if there are none, one otherwise.

    What cannot be an id finds no page: a text that was pasted or imported must not break the page it stands on.
    """
    wanted = {id_ for id_ in ids if id_.isdecimal() and len(id_) <= LONGEST_ID}
    if not wanted:
        return {}
    pages = Page.objects.filter(pk__in=wanted).live().defer_streamfields()
    return {str(page.pk): page.url or "" for page in pages}


@contextmanager
def resolved_links(*values: Any) -> Iterator[None]:
    """Within this block, links in the given StreamField values and rich texts are already looked up."""
    raw = [getattr(value, "raw_data", value) for value in values]
    token = _addresses.set(addresses(linked_ids(raw)))
    try:
        yield
    finally:
        _addresses.reset(token)


class LivePageLinkHandler(PageLinkHandler):
    """Wagtail's page links, from the addresses at hand; a page that is not live leaves the text without a link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Opening tags for the links of one rich text."""
        at_hand = _addresses.get()
        ids = [attrs.get("id", "") for attrs in attrs_list]
        if at_hand is None:
            at_hand = addresses(ids)
        return [f'<a href="{escape(at_hand[id_])}">' if at_hand.get(id_) else "<a>" for id_ in ids]
