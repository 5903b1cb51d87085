"""Reads one file in a process of its own, so that a hostile one costs that process and nothing else.

``convert`` starts ``python -m support_pages.importing.convert``. The request is a line of JSON with the file's name and
the labels of the kinds, then the file; the answer is JSON. Imports nothing of Django: the process knows neither
settings nor database.
"""

import base64
import gc
import json
import logging
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from agency import child_process
from support_pages.importing import detect, docx, exported, html, limits, markdown, plain_text, visible
from support_pages.importing.blocks import Block, Builder, depth, form_bytes
from support_pages.importing.html import HEADINGS, WORD, Source, count
from support_pages.importing.pictures import Picture, Shelf
from support_pages.importing.prose import plain
from support_pages.importing.remarks import Refusal, Remark, Remarks, excerpt

logger = logging.getLogger(__name__)
RECURSION = 20_000
"""Below this, documents of the depth allowed would fail."""
PLACE = re.compile(r'File "(?P<file>[^"]*)", line (?P<line>\d+)')


@dataclass(frozen=True)
class Draft:
    """A file as fields and blocks, with numbers in place of pictures."""

    fields: dict[str, str]
    blocks: list[Block]
    pictures: list[Picture]
    remarks: list[Remark]
    words: int

    def as_json(self) -> dict[str, Any]:
        """What travels to the process that asked."""
        pictures = [(picture.name, base64.b64encode(picture.data).decode()) for picture in self.pictures]
        return {**self.__dict__, "pictures": pictures}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Draft":
        """The draft from what ``as_json`` made."""
        pictures = [Picture(name, base64.b64decode(picture)) for name, picture in data["pictures"]]
        pairs = {name: [(first, second) for first, second in data[name]] for name in ("blocks", "remarks")}
        return cls(**{**data, **pairs, "pictures": pictures})


def convert(name: str, data: bytes, kinds: Mapping[str, str]) -> Draft:
    """The draft a file makes, ``kinds`` being the values of the kinds by their labels; raises ``Refusal``."""
    if len(data) > limits.FILE_BYTES:
        raise Refusal("too_large")
    request = json.dumps({"name": name, "kinds": dict(kinds)}).encode() + b"\n"
    try:
        done = child_process.run(__name__, request + data, limits.SECONDS)
    except subprocess.TimeoutExpired:
        raise Refusal("too_heavy") from None
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise Refusal("too_heavy")
    if done.returncode:
        logger.error("A file could not be read: %s", _fault(done.stderr.decode(errors="replace")))
        raise Refusal("failed")
    answer = json.loads(done.stdout)
    if "refusal" in answer:
        code, values = answer["refusal"]
        raise Refusal(code, **values)
    return Draft.from_json(answer["draft"])


def _fault(trace: str) -> str:
    """Which error and where, without a word of the file."""
    places = [f"{Path(place['file']).name}:{place['line']}" for place in PLACE.finditer(trace)][-2:]
    return " ".join([trace.strip().rpartition("\n")[2].partition(":")[0], *places])


def read(name: str, data: bytes, kinds: Mapping[str, str]) -> Draft:
    """What ``convert`` answers, read in this process."""
    remarks = Remarks()
    shelf = Shelf(remarks)
    source = _source(detect.detect(name, data), data, kinds, shelf, remarks)
    html.weigh(source.html)
    text = source.text or visible.text_of(html.tidy(source.html))
    html.check_size(text)
    soup = BeautifulSoup(html.clean(visible.with_all_text(source.html), shelf, remarks), "html.parser")
    exported.nest(soup)
    _note_kept(soup, remarks)
    if depth(soup) > limits.NESTING:
        raise Refusal("too_deep")
    parsed = source.text or plain(soup)
    fields = source.fields or _heading_fields(soup, kinds)
    blocks = Builder(shelf, remarks).build(soup)
    if not blocks and not fields:
        raise Refusal("no_text")
    if form_bytes(blocks) > limits.FORM_BYTES:
        raise Refusal("too_large_to_edit")
    if "title" not in fields and source.title:
        fields["title"] = source.title
        remarks.add("title_from_properties", words=excerpt(source.title))
    _compare(text, parsed, fields, blocks, remarks)
    return Draft(fields, blocks, shelf.pictures, remarks.as_list(), count(text))


def _source(kind: str, data: bytes, kinds: Mapping[str, str], shelf: Shelf, remarks: Remarks) -> Source:
    if kind == "word":
        return docx.read(data, shelf, remarks)
    text = detect.read_text(data, remarks)
    if kind == "markdown":
        return markdown.read(text, remarks)
    return html.read(text) if kind == "html" else plain_text.read(text, kinds, remarks)


def _note_kept(soup: BeautifulSoup, remarks: Remarks) -> None:
    """List the text that stood where a guide has none; it stays in its place. Without text nothing parts the line."""
    for frame in soup.find_all(visible.KEPT):
        if not plain(frame):
            frame.unwrap()
        elif not frame.find_parent(visible.KEPT):
            remarks.add("unusual_kept", words=excerpt(plain(frame)))


def _heading_fields(soup: BeautifulSoup, kinds: Mapping[str, str]) -> dict[str, str]:
    """Title, kind and stand-first from the top of the document, taken out of it.

    Only what stands before all other text may move up; a document with several first-level headings keeps them as
    sections, unless one is marked as its title.
    """
    titles = soup.find_all("h1")
    marked = soup.find_all(["h1", "p"], class_="title")
    title = (marked or titles)[0] if marked or len(titles) == 1 else None
    if title is None or not plain(title):
        return {}
    fields = {"title": plain(title)}
    before = [text for text in title.find_all_previous(string=True) if text.strip()]
    if before:
        label = before[-1].find_parent("p")
        kind = kinds.get(plain(label).casefold(), "") if label and len(before) == 1 else ""
        if not label or not kind:
            return {}
        fields["kind"] = kind
        label.decompose()
    following = title.find_next(["p", *HEADINGS])
    if following and "subtitle" in following.get_attribute_list("class") and not following.find("img"):
        fields["standfirst"] = plain(following)
        following.decompose()
    for picture in title.find_all("img"):
        title.insert_after(picture)
    title.decompose()
    return fields


def texts(blocks: list[Block]) -> list[str]:
    """The text of blocks, one string a line, cell or paragraph."""
    found: list[str] = []
    for name, value in blocks:
        if name == "text":
            found.append(plain(BeautifulSoup(value, "html.parser")))
        elif name == "heading":
            found.append(value["text"])
        elif name == "quote":
            found += [value["words"], value["who"], value["role"]]
        elif name == "table":
            table = value["table"]
            found += [table["caption"], *(column["heading"] for column in table["columns"])]
            found += [cell for row in table["rows"] for cell in row["values"]]
            found.append(value["note"])
        elif name == "image":
            found.append(value["caption"])
    return found


def _compare(text: str, parsed: str, fields: dict[str, str], blocks: list[Block], remarks: Remarks) -> None:
    """Report words of the file that did not arrive, be it in what was parsed or on the page.

    Nothing should cause it; an editor must know if it happens.
    """
    kept = [value for name, value in fields.items() if name != "kind"]
    missing = Counter(WORD.findall(parsed)) - Counter(WORD.findall(" ".join([*kept, *texts(blocks)])))
    missing += visible.lost(text, parsed)
    if missing:
        words = [word for word, _times in missing.most_common(30)]
        remarks.add("words_missing", number=missing.total(), words=", ".join(words))


def main() -> None:
    """Answer one request."""
    child_process.limit(limits.MEMORY_BYTES, limits.SECONDS)
    sys.setrecursionlimit(RECURSION)
    gc.disable()  # the process lives for one file
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    answer: dict[str, Any]
    try:
        answer = {"draft": read(request["name"], data, request["kinds"]).as_json()}
    except Refusal as refusal:
        answer = {"refusal": [refusal.code, refusal.values]}
    except MemoryError:
        answer = {"refusal": ["too_heavy", {}]}
    except RecursionError:
        answer = {"refusal": ["too_deep", {}]}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
