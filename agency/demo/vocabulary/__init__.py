"""The words the demo content is written in: plain records and block shorthands, no Django.

``content/`` holds hand-written records made of these; ``build.py`` turns them into pages.
Rich text is HTML limited to p, ul, ol, li, b, i and a. A link to another demo page is written
``<a href="page:its-slug">``, a figure of the ledger ``{fact:its-key}``; the builder replaces both by references,
and refuses names that nothing has.
"""

from agency.demo.vocabulary.blocks import (
    Block,
    callout,
    checklist,
    client_words,
    compared,
    cta,
    download,
    fact_row,
    facts,
    heading,
    image,
    interview_questions,
    job_description,
    market_map,
    note,
    pay_table,
    process_timeline,
    questions,
    quote,
    related_guides,
    role_comparison,
    table,
    text,
)
from agency.demo.vocabulary.records import Band, Consultant, Ends, Fact, Guide, Plain, Role, Specialism

__all__ = [
    "Band",
    "Block",
    "Consultant",
    "Ends",
    "Fact",
    "Guide",
    "Plain",
    "Role",
    "Specialism",
    "callout",
    "checklist",
    "client_words",
    "compared",
    "cta",
    "download",
    "fact_row",
    "facts",
    "heading",
    "image",
    "interview_questions",
    "job_description",
    "market_map",
    "note",
    "pay_table",
    "process_timeline",
    "questions",
    "quote",
    "related_guides",
    "role_comparison",
    "table",
    "text",
]
