"""Running text: what stands in a line becomes rich text, with pictures taken out where they stood."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from bs4 import PageElement, Tag

from support_pages.importing.html import INLINE, is_address
from support_pages.importing.remarks import Remarks, excerpt

EMPHASIS = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "dfn": "i", "var": "i"}
LOST = {"s": "struck", "del": "struck", "sup": "raised", "sub": "raised"}
SPACE = re.compile(r"[ \t\n\r]+")
NOTE_MARK = re.compile(r"\[\d+\]")

LISTS = ("ul", "ol", "menu")
FLATTENED = ("table", "blockquote", "pre", "dl", "h1", "h2", "h3", "h4", "h5", "h6")

Piece = str | Tag
"""Rich text, or an ``img`` that stood there."""


def is_inline(node: PageElement) -> bool:
    """Whether a node belongs to a line of text."""
    if not isinstance(node, Tag):
        return True
    return node.name in INLINE and all(tag.name in INLINE for tag in node.find_all(True))


def plain(node: PageElement) -> str:
    """The text of a node in one line; text of different paragraphs, cells or lines stays apart."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: PageElement) -> Iterator[str]:
    if not isinstance(node, Tag):
        yield str(node)
        return
    apart = "" if is_inline(node) and node.name not in ("br", "img") else " "
    yield apart
    for child in node.children:
        yield from _texts(child)
    yield apart


class Line:
    """Writes one run of inline nodes; emphasis and links are opened only where there is text for them."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._pieces: list[Piece] = []
        self._text: list[str] = []
        self._open: list[str] = []

    def write(self, nodes: Iterable[PageElement]) -> list[Piece]:
        """The run as rich text without a surrounding tag, cut where pictures stand in it."""
        for node in nodes:
            self._walk(node, [])
        self._cut()
        return self._pieces

    def _walk(self, node: PageElement, inside: list[str]) -> None:
        if not isinstance(node, Tag):
            self._say(SPACE.sub(" ", str(node)), inside)
        elif node.name == "br":
            self._break()
        elif node.name == "img":
            self._cut()
            self._pieces.append(node)
        else:
            inside = [*inside, *(tag for tag in self._tags_of(node) if tag not in inside)]
            for child in node.children:
                self._walk(child, inside)

    def _tags_of(self, node: Tag) -> list[str]:
        if node.name in LOST and not NOTE_MARK.fullmatch(node.get_text()):
            self._remarks.add(LOST[node.name])
        if node.name != "a":
            looks = {*node.get_attribute_list("class"), *str(node.get("style", "")).split()}  # as ``exported`` says
            return [EMPHASIS[node.name]] if node.name in EMPHASIS else [look for look in ("b", "i") if look in looks]
        href, words = str(node.get("href", "")).strip(), plain(node)
        if is_address(href):
            return [f'a href="{escape(href)}"']
        if words and not NOTE_MARK.fullmatch(words):
            self._remarks.add("link_dropped", words=excerpt(words))
        return []

    def _say(self, text: str, inside: list[str]) -> None:
        follows_space = not self._text or self._text[-1].endswith((" ", "<br/>"))
        if follows_space:
            text = text.lstrip(" ")
        shared = 0
        while shared < min(len(self._open), len(inside)) and self._open[shared] == inside[shared]:
            shared += 1
        self._close(shared)
        if not text.strip():
            self._text.append(" " if text else "")
            return
        for tag in inside[shared:]:
            self._text.append(f"<{tag}>")
            self._open.append(tag)
        self._text.append(escape(text, quote=False))

    def _break(self) -> None:
        self._close(0)
        if self._text:
            self._text.append("<br/>")

    def _close(self, keep: int) -> None:
        while len(self._open) > keep:
            self._text.append(f"</{self._open.pop().partition(' ')[0]}>")

    def _cut(self) -> None:
        self._close(0)
        text = "".join(self._text).strip()
        while text.endswith("<br/>"):
            text = text.removesuffix("<br/>").rstrip()
        if text:
            self._pieces.append(text)
        self._text = []


class Lists:
    """Writes lists, nested ones included; items hold only text, lists and, taken out behind, pictures."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self.pictures: list[Tag] = []

    def write(self, tag: Tag) -> str:
        """A list as rich text, or nothing if it has no text."""
        items = list(self._items(tag))
        kind = "ol" if tag.name == "ol" else "ul"
        if kind == "ol" and str(tag.get("start", "1")) != "1":
            self._remarks.add("numbering")
        return f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>" if items else ""

    def _items(self, tag: Tag) -> Iterator[str]:
        waiting = ""
        for run in runs(tag.children):
            nodes = run if isinstance(run, list) else run.children if run.name == "li" else [run]
            parts: list[tuple[str, list[Tag]]] = [("", [])]
            self._sort(nodes, parts)
            for text, nested in parts:
                if text:
                    if waiting:
                        yield waiting
                    waiting = text
                if waiting:
                    waiting += "".join(map(self.write, nested))
                else:  # an item with nothing but a list: its items stand in its place
                    for inner in nested:
                        yield from self._items(inner)
        if waiting:
            yield waiting

    def _sort(self, nodes: Iterable[PageElement], parts: list[tuple[str, list[Tag]]]) -> None:
        """Take the content of an item apart: texts, each with the lists that follow it."""
        for run in runs(nodes):
            if isinstance(run, list):
                self._add(Line(self._remarks).write(run), parts)
            elif run.name in LISTS:
                parts[-1][1].append(run)
            elif run.name == "tr":
                self._add([escape(" · ".join(filter(None, map(plain, run.children))), quote=False)], parts)
            else:
                if run.name in FLATTENED:
                    self._remarks.add("flattened", words=excerpt(plain(run)))
                self._sort(run.children, parts)

    def _add(self, pieces: list[Piece], parts: list[tuple[str, list[Tag]]]) -> None:
        for piece in pieces:
            text, nested = parts[-1]
            if isinstance(piece, Tag):
                self.pictures.append(piece)
                self._remarks.add("picture_moved")
            elif not piece:
                continue
            elif nested:
                parts.append((piece, []))  # text behind a nested list would end up inside it
            else:
                parts[-1] = (f"{text}<br/>{piece}" if text else piece, nested)


def runs(nodes: Iterable[PageElement]) -> Iterator[list[PageElement] | Tag]:
    """Inline nodes that stand together, as lists, and the blocks between them."""
    line: list[PageElement] = []
    for node in nodes:
        if is_inline(node):
            line.append(node)
            continue
        if line:
            yield line
            line = []
        if isinstance(node, Tag):
            yield node
    if line:
        yield line
