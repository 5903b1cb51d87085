"""All rules of the thread, a file a subject. A new file is named here."""

from support_pages.thread.rules import (
    canonical,
    duplicates,
    evidence,
    kinds,
    links,
    pictures,
    questions,
    reach,
    review,
    translations,
    writing,
)

__all__ = [
    "canonical",
    "duplicates",
    "evidence",
    "kinds",
    "links",
    "pictures",
    "questions",
    "reach",
    "review",
    "translations",
    "writing",
]
