"""HTML inside Markdown: what is not plainly a tag is text, for people write ``<`` and ``<your name>`` in Markdown."""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from support_pages.importing.html import TAGS
from support_pages.importing.visible import FOREIGN, HIDDEN, RAW

ELEMENTS = (
    TAGS | HIDDEN | RAW | FOREIGN | {"html", "head", "body", "meta", "link", "base", "input", "select", "textarea"}
)
ELEMENTS |= {"col", "colgroup", "picture", "source", "video", "audio", "canvas", "noscript", "ruby", "rt", "rp"}
ELEMENTS |= {"plaintext", "embed", "param", "big", "strike", "nobr", "acronym", "dialog", "hgroup"}
ATTRIBUTES = {
    "href",
    "src",
    "alt",
    "title",
    "id",
    "class",
    "style",
    "name",
    "width",
    "height",
    "align",
    "valign",
    "lang",
}
ATTRIBUTES |= {"dir", "rel", "target", "start", "type", "value", "reversed", "colspan", "rowspan", "scope", "border"}
ATTRIBUTES |= {
    "cellpadding",
    "cellspacing",
    "bgcolor",
    "color",
    "size",
    "face",
    "hidden",
    "open",
    "download",
    "loading",
}
ATTRIBUTES |= {"controls", "disabled", "checked", "selected", "readonly", "required", "nowrap", "compact", "noshade"}
ATTRIBUTES |= {"async", "defer", "autoplay", "loop", "muted", "allowfullscreen", "cite", "datetime", "charset"}
NAME = re.compile(rf"(?:{'|'.join(sorted(ATTRIBUTES))})|(?:data|aria)-.*|on[a-z]+", re.I | re.S)
QUOTES = ("'", '"')
SWALLOWS = HIDDEN | RAW | {"textarea", "plaintext"}
"""Left open, these would take the rest of the document with them."""

TAG = re.compile(
    r"""<(?P<closing>/?)(?P<name>[a-z][a-z0-9:-]*+)
    (?P<rest>(?:\s++[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+)\s*+/?>""",
    re.I | re.X,
)
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+""")
DOCTYPE = re.compile(r"<!doctype[^<>]*>", re.I)


def keep_words(state: StateCore) -> None:
    """In the tokens of a document, turn markup that would lose words into text."""
    for token in state.tokens:
        if token.type == "html_block":
            token.content = _block(token.content)
        elif token.children:
            _line(token.children)


def _line(tokens: list[Token]) -> None:
    drawings = 0
    tags = [TAG.fullmatch(token.content) if token.type == "html_inline" else None for token in tokens]
    names = [("/" if tag["closing"] else "") + tag["name"].lower() if tag else "" for tag in tags]
    last = {name: place for place, name in enumerate(names)}
    for place, token in enumerate(tokens):
        _line(token.children or [])
        if token.type != "html_inline":
            continue
        tag, name = tags[place], names[place]
        drawings += name in FOREIGN
        is_script = name in ("script", "style") and last.get(f"/{name}", -1) > place
        is_end = name in ("/script", "/style")
        is_markup = tag is not None and _is_markup(tag, is_foreign=bool(drawings))
        if (is_markup and (name.lstrip("/") not in SWALLOWS or is_script or is_end)) or token.content.startswith(
            "<!--"
        ):
            continue
        token.type = "text"


def _block(html: str) -> str:
    parts: list[str] = []
    place, is_foreign = 0, False
    lower = html.lower()
    last = {mark: lower.rfind(mark) for mark in ("-->", *(f"</{name}>" for name in SWALLOWS))}
    while (start := html.find("<", place)) >= 0:
        parts.append(html[place:start])
        place = _end(lower, start, last, is_foreign=is_foreign)
        is_foreign = is_foreign or lower.startswith(("<svg", "<math"), start)
        parts.append(html[start:place] if place > start else "&lt;")
        place = max(place, start + 1)
    parts.append(html[place:])
    if "&lt;" in parts[:2]:  # no block after all, but it went on to the end of the document
        parts[::2] = [text.replace("\n\n", "\n<p>") for text in parts[::2]]
    return "".join(parts)


def _end(html: str, start: int, last: dict[str, int], *, is_foreign: bool) -> int:
    """Where the markup that starts at a place ends; the place itself if it is text."""
    if html.startswith("<!--", start):
        return html.find("-->", start) + 3 if last["-->"] > start else start
    tag = TAG.match(html, start)
    if tag is None or not _is_markup(tag, is_foreign=is_foreign):
        doctype = DOCTYPE.match(html, start)
        return doctype.end() if doctype else start
    closing = f"</{tag['name']}>"
    if tag["closing"] or closing not in last:
        return tag.end()
    return html.find(closing, tag.end()) if last[closing] > start else start


def _is_markup(tag: re.Match[str], *, is_foreign: bool) -> bool:
    """Whether a tag has the name of an element, and attributes that are some: by name, or by a value in quotes."""
    if tag["name"].lower() not in ELEMENTS and not is_foreign:
        return False
    return all(value.startswith(QUOTES) or NAME.fullmatch(name) for name, value in ATTRIBUTE.findall(tag["rest"]))
