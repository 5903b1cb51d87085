"""The shape of a finished guide in plain text: label, title, stand-first, heading and line; related; closing call."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from support_pages.importing.remarks import Remark, excerpt

HEAD = ("title", "standfirst", "guide_heading", "guide_introduction")
TAIL = 4
"""Heading and line of the related pages, closing question and invitation."""
RELATED = re.compile(r"\b(?:related|read next|further reading|keep reading|more (?:guides|pages|on)|see also)\b", re.I)
LABEL_LETTERS, LINE_LETTERS = 60, 120


@dataclass
class Shape:
    """What was recognised: how many lines at either end, the fields they fill, what stays in the text and why."""

    head: int
    tail: int
    fields: dict[str, str]
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def find(lines: list[str], kinds: Mapping[str, str]) -> Shape | None:
    """The shape of a text, given its lines and the kinds by their labels; nothing if it has none."""
    if len(lines) < 2:
        return None
    kind = kinds.get(_bare(lines[0]), "")
    has_tail = len(lines) >= 5 + TAIL and _is_tail(lines[-TAIL:])
    has_head = len(lines) > 5 and _is_head(lines[:5])
    if has_head and has_tail:
        return _full(lines, kind or _named_in(lines[0], kinds), is_kind=bool(kind))
    if kind and _is_short(lines[1], LINE_LETTERS):
        return Shape(2, 0, {"kind": kind, "title": lines[1]}, remarks=[("shape_partly", {})])
    return None


def _full(lines: list[str], kind: str, *, is_kind: bool) -> Shape:
    related_heading, related_line, question, invitation = lines[-TAIL:]
    fields = {**dict(zip(HEAD, lines[1:5], strict=True))}
    fields |= {"closing_question": question, "closing_invitation": invitation}
    if kind:
        fields["kind"] = kind
    shape = Shape(5, TAIL, fields, after=[related_heading, related_line])
    shape.remarks.append(("related_kept", {"words": excerpt(related_heading)}))
    if not is_kind:
        shape.before.append(lines[0])
        shape.remarks.append(("label_kept", {"words": excerpt(lines[0])}))
    return shape


def _is_head(lines: list[str]) -> bool:
    label, title, standfirst, heading, _line = lines
    return (
        _is_short(label, LABEL_LETTERS)
        and not title.endswith((".", ";", ","))
        and len(standfirst) > len(label)
        and not heading.endswith((";", ","))
    )


def _is_tail(lines: list[str]) -> bool:
    heading, _line, question, _invitation = lines
    return _is_short(heading, LINE_LETTERS) and bool(RELATED.search(heading)) and not question.endswith((";", ","))


def _is_short(line: str, letters: int) -> bool:
    return len(line) <= letters and not line.endswith((".", ";", ",", "!"))


def _bare(line: str) -> str:
    """A label as the kinds are looked up: ``Hiring guide:`` and ``HIRING GUIDE`` are one."""
    return " ".join(line.casefold().strip(" :#*").split())


def _named_in(label: str, kinds: Mapping[str, str]) -> str:
    return next((kind for name, kind in kinds.items() if name in _bare(label)), "")
