"""The words the demo content is written in: plain records and block shorthands, no Django.

``content/`` holds hand-written records made of these; ``build.py`` turns them into pages.
Rich text is HTML limited to p, ul, ol, li, b, i and a. A link to another demo page is written
``<a href="page:its-slug">``; the builder replaces it by a real page link and refuses unknown slugs.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Block = tuple[str, Any]


@dataclass(frozen=True, kw_only=True)
class Consultant:
    """A demo consultant; ``portrait`` is always a monogram, since these people do not exist."""

    slug: str
    name: str
    role: str
    languages: str
    standfirst: str
    biography: str
    summary: str


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A support page; ``reviewer`` is a consultant's slug."""

    kind: str
    slug: str
    title: str
    short_title: str
    summary: str
    standfirst: str
    search_description: str
    reviewer: str
    reviewed_on: datetime.date
    guide_heading: str
    guide_intro: str
    body: Sequence[Block]
    cta_heading: str = ""
    cta_text: str = ""


@dataclass(frozen=True, kw_only=True)
class Specialism:
    """A canonical page with its guides and its narrower specialisms; ``leads`` are consultants' slugs."""

    slug: str
    title: str
    heading: str
    summary: str
    standfirst: str
    search_description: str
    remit: str
    key_figures: Sequence[tuple[str, str, str]]
    body: Sequence[Block]
    cta_heading: str
    cta_text: str
    leads: Sequence[str] = ()
    guides: Sequence[Guide] = ()
    narrower: "Sequence[Specialism]" = field(default=())


@dataclass(frozen=True, kw_only=True)
class Plain:
    """A plain page: about, fees, privacy and the like."""

    slug: str
    title: str
    summary: str
    standfirst: str
    search_description: str
    body: Sequence[Block]


def heading(text: str, level: int = 2) -> Block:
    """A section heading, level 2 or 3; its anchor is made from the text once, when the site is built."""
    return ("heading", {"text": text, "level": str(level)})


def text(html: str) -> Block:
    """Running text as the HTML described above."""
    return ("text", html.strip())


def facts(*rows: tuple[str, str, str]) -> Block:
    """A row of up to four figures: (label, value, note)."""
    return ("facts", [{"label": label, "value": value, "note": note} for label, value, note in rows])


def table(caption: str, header: Sequence[str], *rows: Sequence[str], note: str = "") -> Block:
    """A table whose first column heads its rows; every cell is plain text."""
    return ("table", {"caption": caption, "header": list(header), "rows": [list(row) for row in rows], "note": note})


def quote(words: str, who: str, role: str = "") -> Block:
    """A quotation with who said it."""
    return ("quote", {"words": words, "who": who, "role": role})


def image(name: str, alt: str, caption: str = "") -> Block:
    """A picture the builder draws, by its name in ``pictures.py``."""
    return ("image", {"picture": name, "alt": alt, "caption": caption})


def checklist(title: str, *items: str) -> Block:
    """A list to tick off on paper."""
    return ("checklist", {"title": title, "items": list(items)})


def questions(title: str, *pairs: tuple[str, str]) -> Block:
    """Questions with answers; the answer is HTML as above."""
    return ("questions", {"title": title, "items": [{"question": q, "answer": a} for q, a in pairs]})


def callout(title: str, html: str) -> Block:
    """A remark set apart from the text."""
    return ("callout", {"title": title, "text": html.strip()})


def cta(question: str, invitation: str) -> Block:
    """A call to action inside the text; its button leads to the mandate form."""
    return ("call_to_action", {"question": question, "invitation": invitation})
