"""Plain text: paragraphs, lists by their marks, headings by standing alone, and the shape of a finished guide."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby

from support_pages.importing import shape
from support_pages.importing.html import Source, check_size, tidy
from support_pages.importing.remarks import Remarks

BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*•‣◦▪●○–—·])[ \t]+(?P<text>\S.*)")
NUMBER = re.compile(r"(?P<indent>[ \t]*)(?P<mark>\d{1,3})[.)][ \t]+(?P<text>\S.*)")
LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]’”']")
WRAPPED = 100
"""Lines no longer than this, in a file with paragraphs, were broken by an editor and belong together."""
HEADING_LETTERS, HEADING_WORDS = 80, 12


@dataclass
class Item:
    """A paragraph, or an item of a list with its mark; alone if blank lines stand around it."""

    text: str
    mark: str = ""
    indent: int = 0
    is_alone: bool = False


def read(text: str, kinds: Mapping[str, str], remarks: Remarks) -> Source:
    """The document in a text file."""
    text = tidy(text).expandtabs(4)
    check_size(text)
    items = _without_false_lists(list(_items(text)))
    found = shape.find([item.text for item in items if not item.mark], kinds)
    if found and not any(item.mark for item in [*items[: found.head], *items[len(items) - found.tail :]]):
        items = items[found.head : len(items) - found.tail]
    else:
        found = None
    html = _html(items, has_title=bool(found))
    shown = " ".join(item.text for item in items)
    if not found:
        return Source(html, shown)
    for code, values in found.remarks:
        remarks.add(code, **values)
    before = "".join(f"<p>{_line(line)}</p>" for line in found.before)
    after = "".join(f"<p>{_line(line)}</p>" for line in found.after)
    filled = [value for name, value in found.fields.items() if name != "kind"]
    words = [*filled, *found.before, shown, *found.after]
    return Source(before + html + after, " ".join(words), fields=found.fields)


def _items(text: str) -> Iterator[Item]:
    lines = text.split("\n")
    blocks = [list(block) for is_text, block in groupby(lines, lambda line: bool(line.strip())) if is_text]
    width = max(map(len, lines))
    is_wrapped = _is_wrapped(blocks, width)
    for block in blocks:
        items: list[Item] = []
        room = width
        for line in block:
            marked = BULLET.fullmatch(line) or NUMBER.fullmatch(line)
            if marked:
                items.append(Item(marked["text"].strip(), marked["mark"], len(marked["indent"])))
            elif items and (_hangs(line, items[-1]) or (is_wrapped and room <= len(line.split()[0]))):
                items[-1].text += f" {line.strip()}"
            else:
                items.append(Item(line.strip()))
            room = width - len(line.rstrip())
        for item in items:
            item.is_alone = len(items) == 1 or len(blocks) == 1
        yield from items


def _hangs(line: str, item: Item) -> bool:
    """Whether a line goes on under the text of a list item."""
    return bool(item.mark) and line.startswith(" " * (item.indent + 2))


def _is_wrapped(blocks: list[list[str]], width: int) -> bool:
    """Whether an editor broke the lines: most that others follow reach close to the same width."""
    followed = [len(line) for block in blocks for line in block[:-1] if not BULLET.match(line)]
    full = sum(length > width - 20 for length in followed)
    return width <= WRAPPED and full >= 3 and full * 10 >= len(followed) * 6


def _without_false_lists(items: list[Item]) -> list[Item]:
    """Numbers make a list only if they count from 1; a dash only if another follows. The rest stays as written."""
    counted: list[tuple[int, int]] = []  # indent and last number of the lists that are open, outermost first
    for place, item in enumerate(items):
        if not item.mark:
            counted.clear()
            continue
        before = items[place - 1] if place else Item("")
        after = items[place + 1] if place + 1 < len(items) else Item("")
        while counted and counted[-1][0] >= item.indent + item.mark.isdecimal():
            counted.pop()
        number = 0
        if item.mark.isdecimal():
            number = counted.pop()[1] + 1 if counted and counted[-1][0] == item.indent else 1
            is_item = int(item.mark) == number and (number > 1 or after.mark == "2" or bool(after.indent))
        else:
            is_item = item.mark not in ("–", "—") or item.mark in (before.mark, after.mark)
        if is_item:
            counted.append((item.indent, number))
        else:
            closing = "." if item.mark.isdecimal() else ""
            items[place] = Item(f"{item.mark}{closing} {item.text}", is_alone=item.is_alone)
            counted.clear()
    return items


def _html(items: list[Item], *, has_title: bool) -> str:
    parts: list[str] = []
    place = 0
    headings = _headings(items)
    while place < len(items):
        if items[place].mark:
            end = place
            while end < len(items) and items[end].mark:
                end += 1
            parts.append(_list(items[place:end]))
            place = end
            continue
        tag = "p"
        if place in headings:
            tag = "h2" if place or has_title else "h1"
        parts.append(f"<{tag}>{_line(items[place].text)}</{tag}>")
        place += 1
    return "".join(parts)


def _list(items: list[Item]) -> str:
    """Items with those indented further inside the one before."""
    parts: list[str] = []
    place, kind = 0, ""
    while place < len(items):
        item = items[place]
        end = place + 1
        while end < len(items) and items[end].indent > item.indent:
            end += 1
        tag = "ol" if item.mark.isdecimal() else "ul"
        if tag != kind:
            parts.append(f"</{kind}>" if kind else "")
            parts.append(f"<{tag}>")
            kind = tag
        inner = _list(items[place + 1 : end]) if end > place + 1 else ""
        parts.append(f"<li>{_line(item.text)}{inner}</li>")
        place = end
    return "".join([*parts, f"</{kind}>"])


def _headings(items: list[Item]) -> set[int]:
    """Which paragraphs start a section: those that look like it, unless three in a row or with nothing after."""
    found: set[int] = set()
    place = 0
    while place < len(items):
        end = place
        while end < len(items) and _looks_like_heading(items[end]):
            end += 1
        if end < len(items) and end - place <= 2:
            found.update(range(place, end))
        place = max(end, place + 1)
    return found


def _looks_like_heading(item: Item) -> bool:
    """A short line between blank lines, without a mark at its end."""
    text = item.text
    return (
        item.is_alone
        and not item.mark
        and len(text) <= HEADING_LETTERS
        and len(text.split()) <= HEADING_WORDS
        and not next((letter for letter in text if letter.isalnum()), "a").islower()
        and any(letter.isalpha() for letter in text)
        and not text.endswith((".", ",", ";", ":", "!", "?", "…", ")", "”", "’"))
        and not LINK.search(text)
    )


def _line(text: str) -> str:
    """Escaped, with web addresses as links."""
    parts, place = [], 0
    for link in LINK.finditer(text):
        parts.append(escape(text[place : link.start()]))
        parts.append(f'<a href="{escape(link[0])}">{escape(link[0])}</a>')
        place = link.end()
    return "".join([*parts, escape(text[place:])])
