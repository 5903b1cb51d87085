"""Clean HTML becomes the blocks of a guide, in its order, every word of it."""

import copy
import json
from typing import Any

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from support_pages.importing import limits
from support_pages.importing.html import HEADINGS, WORD, clean_prose
from support_pages.importing.pictures import UNREADABLE, Shelf
from support_pages.importing.prose import LISTS, Line, Lists, plain, runs
from support_pages.importing.remarks import Refusal, Remarks, excerpt
from support_pages.importing.tables import Tables

Block = tuple[str, Any]
QUOTE = limits.QUOTE_WORDS + limits.QUOTE_WHO + limits.QUOTE_ROLE + 20
DASHES = "—–― "
LETTERING = {"code", "span", "kbd", "samp", "var", "tt", "font"}
"""What may stand in preformatted text that has only its lines to keep."""


class Builder:
    """Walks a document once and collects its blocks."""

    def __init__(self, shelf: Shelf, remarks: Remarks) -> None:
        self.blocks: list[Block] = []
        self._shelf = shelf
        self._remarks = remarks
        self._tables = Tables(remarks)
        self._prose: list[str] = []
        self._caption = ""
        self._top = 1

    def build(self, soup: BeautifulSoup) -> list[Block]:
        """The blocks of a document whose title has been taken out."""
        levels = [
            int(tag.name[1]) for tag in soup.find_all(HEADINGS) if "notes" not in tag.get_attribute_list("class")
        ]
        self._top = min(levels, default=2)
        if any(level > self._top + 1 for level in levels):
            self._remarks.add("levels")
        self._flow(soup)
        self._finish_text()
        return self.blocks

    def _flow(self, container: Tag) -> None:
        for run in runs(container.children):
            if isinstance(run, list):
                self._paragraph(run)
            else:
                self._block(run)

    def _block(self, tag: Tag) -> None:
        if tag.name in HEADINGS:
            self._heading(tag)
        elif tag.name in LISTS:
            lists = Lists(self._remarks)
            self._say(lists.write(tag))
            self._pictures(lists.pictures)
        elif tag.name == "table":
            self._table(tag)
        elif tag.name == "blockquote" or (tag.name == "figure" and tag.find("blockquote", recursive=False)):
            self._quote(tag)
        elif tag.name == "pre" and all(inner.name in LETTERING for inner in tag.find_all(True)):
            self._preformatted(tag)
        elif tag.name == "figcaption" or "caption" in tag.get_attribute_list("class"):
            self._take_caption(tag)
        elif tag.name == "hr":
            self._remarks.add("divider")
        elif tag.name in ("dt", "summary", "legend") and not tag.find("img"):
            self._say(f"<p><b>{_inline(plain(tag))}</b></p>" if plain(tag) else "")
        else:
            if tag.name == "a" and tag.get("href"):
                self._remarks.add("link_dropped", words=excerpt(plain(tag)))
            self._flow(tag)

    def _paragraph(self, nodes: list[PageElement]) -> None:
        for piece in Line(self._remarks).write(nodes):
            if isinstance(piece, Tag):
                self._picture(piece)
            else:
                self._say(f"<p>{piece}</p>")

    def _say(self, html: str) -> None:
        if html:
            self._prose.append(html)

    def _finish_text(self) -> None:
        text = clean_prose("".join(self._prose))
        self._prose = []
        if text:
            self._add(("text", text))

    def _add(self, block: Block) -> None:
        if self._prose:
            self._finish_text()
        self.blocks.append(block)
        if len(self.blocks) > limits.BLOCKS:
            raise Refusal("too_many_blocks", limit=limits.BLOCKS)

    def _heading(self, tag: Tag) -> None:
        text = plain(tag)
        if len(text) > limits.HEADING:
            self._remarks.add("heading_too_long", words=excerpt(text), limit=limits.HEADING)
            self._say(f"<p><b>{_inline(text)}</b></p>")
        elif text:
            is_section = int(tag.name[1]) <= self._top or "notes" in tag.get_attribute_list("class")
            self._add(("heading", {"text": text, "level": "2" if is_section else "3", "anchor": ""}))
            for link in tag.find_all("a", href=True):
                if not str(link["href"]).startswith("#"):
                    self._remarks.add("heading_link", words=excerpt(text))
        self._pictures(tag.find_all("img"))

    def _table(self, tag: Tag) -> None:
        grid = None if tag.find("table") else self._tables.read(tag)
        if grid is None or grid.is_layout:
            if plain(tag):
                self._remarks.add("table_unwrapped", words=excerpt(plain(tag)))
            self._say(f"<p>{_inline(self._caption)}</p>" if self._caption else "")
            self._caption = ""
            self._flow(tag)
            return
        grid.caption, self._caption = f"{self._caption} {grid.caption}".strip(), ""
        if not grid.caption:
            self._remarks.add("table_caption", words=excerpt(" · ".join(grid.rows[0])))
        self._tables.note_losses(tag, grid)
        self._add(grid.block())
        self._pictures(grid.pictures)

    def _take_caption(self, tag: Tag) -> None:
        """A caption belongs to the table after it, or to the table or picture before it; else it is a paragraph."""
        text = plain(tag)
        after = next((node for node in tag.next_siblings if isinstance(node, Tag) or str(node).strip()), None)
        name, value = self.blocks[-1] if self.blocks and not self._prose else ("", {})
        if tag.find("img") or not text:
            self._flow(tag)
        elif isinstance(after, Tag) and after.name == "table" and not after.find("table"):
            self._caption = text
        elif name == "table" and not value["note"] and len(text) <= limits.NOTE:
            value["note"] = text
        elif name == "image" and not value["caption"] and len(text) <= limits.CAPTION:
            value["caption"] = text
        else:
            self._remarks.add("caption_kept", words=excerpt(text))
            self._flow(tag)

    def _quote(self, tag: Tag) -> None:
        quote = quotation(tag)
        if quote:
            self._add(("quote", quote))
            return
        self._remarks.add("quote_kept", words=excerpt(plain(tag)))
        self._flow(tag)

    def _preformatted(self, tag: Tag) -> None:
        lines = [_inline(line.rstrip().replace("\t", "    ")) for line in tag.get_text().strip("\n").split("\n")]
        if "".join(lines).strip():
            self._remarks.add("preformatted", words=excerpt(tag.get_text()))
            self._say(f"<p>{'<br/>'.join(lines)}</p>")

    def _pictures(self, tags: list[Tag]) -> None:
        for tag in tags:
            self._picture(tag)

    def _picture(self, tag: Tag) -> None:
        address, alt = str(tag.get("src", "")), " ".join(str(tag.get("alt", "")).split())
        number = self._shelf.number(address)
        if number is not None:
            if not alt:
                self._remarks.add("picture_alt")
            image = {"image": number, "alt_text": alt, "decorative": False}
            self._add(("image", {"image": image, "caption": ""}))
            return
        if address.startswith(("http://", "https://")):
            self._remarks.add("picture_elsewhere", address=excerpt(address, 200))
            link = f'<a href="{_inline(address).replace(chr(34), "&quot;")}">{_inline(alt or address)}</a>'
            self._say(f"<p>{link}</p>")
            return
        if address and address != UNREADABLE:
            self._remarks.add("picture_missing", words=excerpt(alt) or "–")
        self._say(f"<p>{_inline(alt)}</p>" if alt else "")


def quotation(tag: Tag) -> dict[str, str] | None:
    """The quote block for a quotation that names its speaker and fits; otherwise nothing."""
    if not 0 < len(plain(tag)) <= QUOTE or tag.find(["img", "table", "ul", "ol", "pre", "a", *HEADINGS]):
        return None
    words, who = _said(tag)
    name, _comma, role = who.partition(",")
    name, role = name.strip(), role.strip()
    if WORD.findall(f"{words} {who}") != WORD.findall(plain(tag)):
        return None
    fits = len(words) <= limits.QUOTE_WORDS and len(name) <= limits.QUOTE_WHO and len(role) <= limits.QUOTE_ROLE
    return {"words": words, "who": name, "role": role} if words and name and fits else None


def _said(tag: Tag) -> tuple[str, str]:
    """The words, and the speaker named at the end: in a footer, a caption, or after a dash on a line of its own."""
    last = [child for child in tag.children if isinstance(child, Tag)][-1:]
    if last and last[0].name in ("footer", "cite", "figcaption"):
        who = plain(last[0])
        return plain(tag).removesuffix(who).strip(), who.lstrip(DASHES)
    tag = copy.copy(tag)
    for br in tag.find_all("br"):
        br.replace_with("\n")
    paragraphs = tag.find_all("p") or [tag]
    *words, who = [line.strip() for part in paragraphs for line in part.get_text().strip().split("\n") if line.strip()]
    return (" ".join(" ".join(words).split()), who.lstrip(DASHES)) if who[0] in DASHES else ("", "")


def form_bytes(blocks: list[Block]) -> int:
    """About as much as the editor's form will send to save these blocks; rather more than less.

    It sends text as JSON, with some two hundred bytes for each paragraph, item and style, more for each link.
    """
    size = 0
    for name, value in blocks:
        size += 300 + len(json.dumps(value))
        if name == "text":
            size += 220 * sum(value.count(tag) for tag in ("<p>", "<li>", "<b>", "<i>")) + 320 * value.count("<a ")
        elif name == "table":
            size += 40 * len(value["table"]["columns"]) * (1 + len(value["table"]["rows"]))
    return size


def _inline(text: str) -> str:
    return str(NavigableString(text).output_ready("minimal"))


def depth(soup: BeautifulSoup) -> int:
    """How deep the deepest element stands."""
    deepest = 0
    level: list[Tag] = [soup]
    while level:
        level = [child for node in level for child in node.children if isinstance(child, Tag)]
        deepest += bool(level)
    return deepest
