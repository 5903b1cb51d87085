"""Blocks as full as the form lets them be: the longest texts, without a space to break at, and the most of everything."""

from typing import Any

from wagtail.blocks import StreamValue

from tests.support_pages.bodies import body

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
HUBS = 60
LARGEST = 2**31 - 1


def long(letters: int) -> str:
    """One word of so many letters."""
    return (WORD * (letters // len(WORD) + 1))[:letters]


TIMELINE = {
    "title": long(100),
    "steps": [{"name": long(60), "duration": 365, "unit": "weeks", "what": long(300), "who": long(80)}]
    + [{"name": "Short", "duration": 1, "unit": "days", "what": "Work.", "who": ""}] * 11,
    "note": long(200),
}
COMPARISON = {
    "title": long(100),
    "roles": [
        {
            "name": long(80),
            "mission": long(300),
            "reports_to": long(160),
            "outputs": [long(160)] * 6,
            "skills": [long(160)] * 6,
            "when": long(300),
        }
    ]
    * 4,
    "note": long(200),
}
INTERVIEW = {
    "title": long(100),
    "questions": [{"question": long(240), "tests": long(160), "strong": long(500), "weak": long(500)}] * 20,
}
JOB = {
    "title": long(100),
    "mission": long(600),
    "outcomes": [long(240)] * 8,
    "must_have": [long(240)] * 8,
    "nice_to_have": [long(240)] * 8,
    "reports_to": long(160),
    "process": [long(240)] * 8,
}
MAP = {
    "counts": {
        "caption": long(160),
        "columns": [{"type": "hub", "heading": "Hub"}]
        + [{"type": "count", "heading": f"{long(40)} {number}"} for number in range(8)],
        "rows": [
            {"values": [f"{long(50)} {hub}", LARGEST if hub == 7 else 0, hub * 37, *[None] * 6]} for hub in range(HUBS)
        ],
    },
    "source": long(200),
}
TABLE = {
    "table": {
        "caption": long(160),
        "columns": [{"type": "text", "heading": long(60)}] * 8,
        "rows": [{"values": [long(60)] * 8}] * 60,
    },
    "note": long(200),
}
EXTREMES: list[tuple[str, Any]] = [
    ("heading", {"text": long(120), "level": "2"}),
    ("text", f"<p>{long(900)}</p>"),
    ("quote", {"words": long(500), "who": long(80), "role": long(80)}),
    ("callout", {"title": long(100), "text": f"<p>{long(500)}</p>"}),
    ("facts", [{"label": long(40), "value": long(20), "note": long(80)}] * 4),
    ("table", TABLE),
    ("checklist", {"title": long(100), "items": [long(240)] * 60}),
    ("questions", {"title": long(100), "items": [{"question": long(200), "answer": f"<p>{long(900)}</p>"}]}),
    ("call_to_action", {"question": long(80), "invitation": long(300)}),
    ("process_timeline", TIMELINE),
    ("role_comparison", COMPARISON),
    ("interview_questions", INTERVIEW),
    ("job_description", JOB),
    ("market_map", MAP),
    (
        "testimonial",
        {
            "words": long(600),
            "who": long(80),
            "role": long(80),
            "company": long(80),
            "consent_from": long(120),
            "consent_on": "2026-01-02",
            "ends_on": "2199-12-31",
        },
    ),
    ("note", {"text": long(500)}),
]


def extreme_body() -> StreamValue:
    """All of them, one after the other."""
    return body(*EXTREMES)
