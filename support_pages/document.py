"""A guide as a document of its own: the HTML its PDF is made from, with every file that HTML shows."""

import hashlib
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from support_pages.models import SupportPage
from support_pages.typesetting import File
from support_pages.visitor import request_for

STYLE_SHEET = "css/pdf.css"
DRAWING_STYLE_SHEET = "css/pdf-drawings.css"
LARGEST = 15 * 1024 * 1024
"""Files with more bytes are left out; pictures on pages are renditions, far below it."""

SHOWN = re.compile(r'<(?:img\b[^>]*?\bsrc|link\b[^>]*?\brel="stylesheet"[^>]*?\bhref)="([^"]+)"')
DRAWING = re.compile(r"<svg\b[^>]*>")
NAME = re.compile(r'\baria-label="([^"]*)"')
STYLED = re.compile(r'url\("?([^")]+)"?\)')


@dataclass(frozen=True)
class Document:
    """The HTML, its address, and the files it shows by their addresses."""

    html: str
    address: str
    files: dict[str, File]

    @cached_property
    def hash(self) -> str:
        """Of everything that decides what the PDF looks like."""
        digest = hashlib.sha256(self.html.encode())
        for url, file in sorted(self.files.items()):
            digest.update(url.encode() + b"\0" + hashlib.sha256(file.content).digest())
        return digest.hexdigest()


def document_of(page: SupportPage) -> Document:
    """The document of a live page as anybody may see it today."""
    request = request_for(page)
    context = {**page.get_context(request), "style_sheet": f"{settings.STATIC_URL}{STYLE_SHEET}"}
    html = _with_drawings(render_to_string("support_pages/pdf.html", context, request))
    address = page.canonical_url
    return Document(html, address, files_of(html, address))


def files_of(html: str, address: str) -> dict[str, File]:
    """Every file of this site that the HTML shows or is styled by, by its absolute address; ``address`` is the HTML's own."""
    return dict(_files(html, address, SHOWN))


def _with_drawings(html: str) -> str:
    """The HTML with the drawings' style inside each, where alone it counts, and their names, which tags must have."""
    style = (_static(DRAWING_STYLE_SHEET) or b"").decode()

    def furnished(tag: re.Match[str]) -> str:
        name = NAME.search(tag[0])
        title = name[1] if name else _("Drawing of the figures beside it")
        return f"{tag[0]}<title>{title}</title><style>{style}</style>"

    return DRAWING.sub(furnished, html)


def _files(text: str, base: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, File]]:
    """The files a text names, and those that its style sheets name in turn."""
    for name in dict.fromkeys(pattern.findall(text)):
        url = urljoin(base, unescape(name))
        content = _read(url)
        if content is None:
            continue
        media_type = mimetypes.guess_type(urlsplit(url).path)[0] or "application/octet-stream"
        yield url, File(content, media_type)
        if media_type == "text/css":
            yield from _files(content.decode(), url, STYLED)


def _read(url: str) -> bytes | None:
    """The content of one of our uploaded or static files; nothing for any other address."""
    for prefix, read in ((settings.MEDIA_URL, _uploaded), (settings.STATIC_URL, _static)):
        start = urljoin(f"{settings.BASE_URL}/", prefix)
        if url.startswith(start):
            try:
                return read(unquote(urlsplit(url.removeprefix(start)).path))
            except (OSError, SuspiciousFileOperation):
                return None
    return None


def _uploaded(name: str) -> bytes | None:
    if default_storage.size(name) > LARGEST:
        return None
    with default_storage.open(name) as file:
        return bytes(file.read())


def _static(name: str) -> bytes | None:
    """From the sources, else, for a name with a hash, from what collectstatic made of them."""
    found = finders.find(name)
    if found:
        return Path(found).read_bytes()
    with staticfiles_storage.open(name) as file:
        return bytes(file.read())
