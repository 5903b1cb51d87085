"""Shorthands for the blocks of a body: the type of a block with its value, names instead of numbers in it."""

import datetime
from collections.abc import Sequence
from typing import Any

Block = tuple[str, Any]


def heading(text: str, level: int = 2) -> Block:
    """A section heading, level 2 or 3; its anchor is made from the text once, when the site is built."""
    return ("heading", {"text": text, "level": str(level)})


def text(html: str) -> Block:
    """Running text as the HTML described above."""
    return ("text", html.strip())


def facts(*rows: tuple[str, str, str]) -> Block:
    """A row of up to four figures that are typed: (label, value, note)."""
    return ("facts", [{"label": label, "value": value, "note": note} for label, value, note in rows])


def fact_row(*keys: str) -> Block:
    """A row of up to four facts of the ledger, by their keys."""
    return ("facts", [{"fact": key} for key in keys])


def pay_table(
    caption: str,
    *roles: str,
    places: str = "",
    currencies: str = "",
    basis: str = "",
    specialism: str = "",
    note: str = "",
) -> Block:
    """Pay bands of the ledger: all of the page's specialism, or those of some roles, places, currencies or basis."""
    chosen = {"places": places, "currencies": currencies, "basis": basis, "note": note}
    return ("pay_table", {"caption": caption, "roles": list(roles), "specialism": specialism or None, **chosen})


def table(caption: str, header: Sequence[str], *rows: Sequence[str], note: str = "") -> Block:
    """A table whose first column heads its rows; every cell is plain text."""
    columns = [{"type": "text", "heading": name} for name in header]
    cells = [{"values": list(row)} for row in rows]
    return ("table", {"table": {"caption": caption, "columns": columns, "rows": cells}, "note": note})


def quote(words: str, who: str, role: str = "") -> Block:
    """A quotation with who said it."""
    return ("quote", {"words": words, "who": who, "role": role})


def image(name: str, alt: str, caption: str = "") -> Block:
    """A picture the builder draws, by its name in ``pictures.py``."""
    return ("image", {"image": {"picture": name, "alt": alt}, "caption": caption})


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


def process_timeline(title: str, *steps: tuple[str, int, str, str, str], note: str = "") -> Block:
    """Steps one after the other: (name, duration, ``days`` or ``weeks``, what happens, who)."""
    names = ("name", "duration", "unit", "what", "who")
    return (
        "process_timeline",
        {"title": title, "steps": [dict(zip(names, step, strict=True)) for step in steps], "note": note},
    )


def interview_questions(title: str, *asked: tuple[str, str, str, str]) -> Block:
    """Questions for candidates: (question, what it tests, strong answer, weak answer), all plain text."""
    names = ("question", "tests", "strong", "weak")
    return (
        "interview_questions",
        {"title": title, "questions": [dict(zip(names, question, strict=True)) for question in asked]},
    )


def job_description(
    title: str,
    mission: str,
    outcomes: Sequence[str],
    must_have: Sequence[str],
    nice_to_have: Sequence[str] = (),
    reports_to: str = "",
    process: Sequence[str] = (),
) -> Block:
    """A job description that readers can copy as text."""
    lists = {"outcomes": outcomes, "must_have": must_have, "nice_to_have": nice_to_have, "process": process}
    filled = {name: list(lines) for name, lines in lists.items()}
    return ("job_description", {"title": title, "mission": mission, "reports_to": reports_to, **filled})


def market_map(caption: str, types: Sequence[str], *hubs: tuple[str, Sequence[int | None]], source: str) -> Block:
    """Counts by hub and type of employer; ``None`` where nobody counted."""
    columns = [{"type": "hub", "heading": "Hub"}, *({"type": "count", "heading": name} for name in types)]
    rows = [{"values": [hub, *counts]} for hub, counts in hubs]
    return ("market_map", {"counts": {"caption": caption, "columns": columns, "rows": rows}, "source": source})


def compared(
    role: str | None = None,
    *,
    name: str = "",
    mission: str = "",
    reports_to: str = "",
    outputs: Sequence[str] = (),
    skills: Sequence[str] = (),
    when: str = "",
) -> dict[str, Any]:
    """One of the roles of a comparison: a role of the ledger by its name, or one that is only named here."""
    lines = {"outputs": list(outputs), "skills": list(skills)}
    return {"role": role, "name": name, "mission": mission, "reports_to": reports_to, "when": when, **lines}


def role_comparison(title: str, *roles: dict[str, Any], place: str = "", currency: str = "", note: str = "") -> Block:
    """Two to four ``compared`` roles side by side, with what the ledger says they are paid in one place."""
    return (
        "role_comparison",
        {"title": title, "roles": list(roles), "place": place, "currency": currency, "note": note},
    )


def client_words(
    words: str,
    who: str,
    role: str = "",
    *,
    consent_from: str,
    consent_on: datetime.date,
    ends_on: datetime.date,
    company: str = "",
) -> Block:
    """Somebody's words with their consent; both days move along with the day the demo is built."""
    said = {"words": words, "who": who, "role": role, "company": company}
    return ("testimonial", {**said, "consent_from": consent_from, "consent_on": consent_on, "ends_on": ends_on})


def download(document: str, title: str, about: str) -> Block:
    """A document the builder writes, by its name in ``documents.py``."""
    return ("download", {"document": document, "title": title, "about": about})


def related_guides(title: str, *slugs: str) -> Block:
    """One to four other guides as cards."""
    return ("related_guides", {"title": title, "guides": list(slugs)})


def note(words: str) -> Block:
    """A note among editors, which readers never get."""
    return ("note", {"text": words})
