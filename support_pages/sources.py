"""What a guide rests on: the sources of the figures it shows, and the pages elsewhere it links to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from specialisms.models import Evidence

LINK = re.compile(r'href="(https?://[^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class Source:
    """A line of the list: who says so, where to check it, and for figures as of when."""

    line: str
    url: str = ""
    as_of: date | None = None
    illustrative: bool = False


@dataclass(frozen=True)
class Text:
    """A guide's text as HTML, and what it rests on."""

    html: SafeString
    sources: list[Source]


def sources(cited: Iterable[Evidence], html: str) -> list[Source]:
    """Figures' sources first, then links, each once and in order of appearance."""
    found = dict.fromkeys(
        Source(figure.source_line, figure.source_url, figure.as_of, figure.illustrative) for figure in cited
    )
    named = {source.url for source in found}
    return [*found, *(link for link in _links(html) if link.url not in named)]


def _links(html: str) -> Iterator[Source]:
    """The links to other sites, each by its first wording."""
    seen = set()
    for address, wording in LINK.findall(html):
        url = unescape(address)
        if url not in seen and not url.startswith(f"{settings.BASE_URL}/"):
            seen.add(url)
            yield Source(" ".join(unescape(strip_tags(wording)).split()) or url, url)
