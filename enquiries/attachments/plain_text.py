"""Whether a file is text that a person wrote for persons."""

import re

from enquiries.attachments import refusal
from enquiries.attachments.refusal import RefusedError
from support_pages.importing.detect import BOMS

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that no text holds; terminals act on some of them."""
LATER_CONTROLS = re.compile(r"[\x80-\x84\x86-\x9f]")
"""Their counterparts in Unicode: what is left of a text that was stored in a wrong encoding."""
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BEGINNING = re.compile(r"(?:\s++|<!--(?>.*?-->))*+<(\?xml|!doctype|[a-z][\w:.-]*)(?=[\s/>])", re.I | re.S)
"""The first element, behind white space and comments. Nothing in it is tried twice: a long file costs no more than once."""
PAGE = re.compile(r"<(?:html|head|body|script|iframe|frameset|embed|svg)(?=[\s/>])|<!doctype\s|<\?(?:php|xml)\s", re.I)
WITH_ATTRIBUTES = re.compile(
    r"<(?:a|area|audio|base|button|details|div|font|form|img|input|link|math|meta|object|p|source|span|style|table|td"
    r"|template|video)\s++[\w:@.-]++\s*+=",
    re.I,
)
"""Elements in angle brackets alone, ``<company>`` or ``List<Object>``, are how people write; with attributes they are not."""
UNCOMMON = re.compile(r"[^\w\s.,;:!?'\"()\[\]{}<>/\\|@#$%&*+=~^`€£–—‘’“”„•…§°©®«»¡¿·-]")
MOSTLY = 0.9
"""Share of characters that are common in a text whose encoding had to be guessed."""
BEGIN = 100_000
"""Characters in which markup says what it is."""


def check(data: bytes) -> None:
    """Raise ``RefusedError`` unless this is plain text, without markup and nothing binary."""
    text = decode(data)
    if CONTROLS.search(text):
        raise RefusedError(refusal.UNKNOWN)
    if LATER_CONTROLS.search(text):
        raise RefusedError(refusal.UNREADABLE_TEXT)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise RefusedError(refusal.EMPTY)
    if text.startswith("%!PS"):
        raise RefusedError(refusal.UNKNOWN)
    _refuse_markup(text.removeprefix("\ufeff"))


def is_binary(data: bytes) -> bool:
    """Whether the beginning holds bytes that no text in a common encoding does."""
    return CONTROL_BYTES.search(data[:4096]) is not None


def decode(data: bytes) -> str:
    """The text, if it is in Unicode, or else reads as text in the encoding of Western Europe's Windows."""
    encoding = next((name for mark, name in BOMS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if is_binary(data) or encoding != "utf-8":
            raise RefusedError(refusal.UNKNOWN) from None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise RefusedError(refusal.UNREADABLE_TEXT) from None
    if len(UNCOMMON.findall(text)) > (1 - MOSTLY) * len(text):
        raise RefusedError(refusal.UNREADABLE_TEXT)
    return text


def _refuse_markup(text: str) -> None:
    begin = text[:BEGIN]
    start = BEGINNING.match(begin)
    root = start[1].lower() if start else ""
    if "svg" in root or (root.startswith(("?xml", "!doctype")) and "<svg" in begin.lower()):
        raise RefusedError(refusal.DRAWING)
    if root == "?xml" and "<html" not in begin.lower():
        raise RefusedError(refusal.MARKUP)
    if PAGE.search(text) or WITH_ATTRIBUTES.search(text):
        raise RefusedError(refusal.WEB_PAGE)
    if root and text.rstrip().lower().endswith(f"</{root}>"):
        raise RefusedError(refusal.MARKUP)
