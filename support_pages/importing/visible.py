"""What a reader of an HTML document sees, found by the tags alone, apart from the parser that cleans it.

Two uses: the words that must arrive are counted here, and text a parser drops together with its element (in drawings,
formulas and raw text) is put where it keeps it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import escape, unescape

from support_pages.importing.html import INLINE, TAGS, WORD

KEPT = "object"
"""The element around text that stood where a guide has none; a parser nests anything in it."""
HIDDEN = {"script", "style", "title", "template"}
"""Their content is not seen."""
RAW = {"xmp", "iframe", "noembed", "noframes"}
"""Their content is text to the letter, tags and all."""
FOREIGN = {"svg", "math"}
APART = {"text", "tspan", "title", "desc", "mtext"}
"""Parts of drawings and formulas that are read apart from one another."""
BREAKS = (TAGS - INLINE) | {"br", "img"}

TAG = re.compile(
    r"""<!--(?:>|->|.*?(?:--!?>|\Z))
    |(?P<cdata><!\[CDATA\[)
    |<(?:[!?]|/(?![a-z]|\Z))[^>]*(?:>|\Z)
    |<(?P<closing>/?)(?P<name>[a-z][^\s/>]*+)(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)*+(?:>|\Z)""",
    re.I | re.S | re.X,
)
Piece = tuple[str, str]
"""What to go on with, and the text a reader sees of it."""


def text_of(html: str) -> str:
    """The text a reader sees: no comments, attributes, scripts, styles, templates or title of the window."""
    return "".join(text for _markup, text in _pieces(html))


def with_all_text(html: str) -> str:
    """The document without anything a parser would drop together with its text."""
    return "".join(markup for markup, _text in _pieces(html))


def lost(before: str, after: str) -> Counter[str]:
    """The words of one text that another lacks; letters decide, for a tag inside a word may part it or not."""
    if Counter("".join(WORD.findall(before))) <= Counter("".join(WORD.findall(after))):
        return Counter()
    return Counter(WORD.findall(before)) - Counter(WORD.findall(after))


def _pieces(html: str) -> Iterator[Piece]:
    place = foreign = 0
    while found := TAG.search(html, place):
        yield _text(html[place : found.start()])
        place = found.end()
        name, opens = (found["name"] or "").lower(), not found["closing"]
        if found["cdata"]:
            content, place = _until("]]>" if foreign else ">", html, place)
            if foreign:
                yield escape(content, quote=False), content
        elif name in FOREIGN and not found[0].endswith("/>"):
            foreign = max(foreign + (1 if opens else -1), 0)
            yield f"<{'' if opens else '/'}{KEPT}>", " "
        elif foreign and name in APART:
            yield "<br>", " "
        elif name == "plaintext" and opens:
            yield _kept(html[place:])
            return
        elif opens and (name in HIDDEN or name in RAW or name == "textarea"):
            content, place = _content(name, html, place)
            if name in RAW:
                yield _kept(content)
            else:
                # the sheet of styles says which classes are bold
                sheet = html[found.start() : place] if name == "style" else ""
                yield (sheet, "") if name in HIDDEN else _text(content)
        elif name in TAGS and not (name == KEPT and found[0].endswith("/>")):
            yield found[0], " " if name in BREAKS else ""
    yield _text(html[place:])


def _text(written: str) -> Piece:
    """Written anew, so that nothing becomes a tag or a character by what is taken out beside it."""
    text = unescape(written)
    return escape(text, quote=False), text


def _kept(text: str) -> Piece:
    return f"<{KEPT}>{escape(text, quote=False)}</{KEPT}>", f" {text} "


def _until(end: str, html: str, place: int) -> tuple[str, int]:
    """The text up to a mark, and the place behind it."""
    found = html.find(end, place)
    return (html[place:found], found + len(end)) if found >= 0 else (html[place:], len(html))


def _content(name: str, html: str, place: int) -> tuple[str, int]:
    """The content of an element whose tag ends at a place, and the place behind it; templates stand in templates."""
    depth = 1
    for tag in _ends(name).finditer(html, place):
        depth += -1 if tag[1] else name == "template"
        if not depth:
            return html[place : tag.start()], tag.end()
    return html[place:], len(html)


@cache
def _ends(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}(?=[\s/>])[^>]*>", re.I)
