"""The records the demo content is made of: people, pages, and what stands in the ledger."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from agency.demo.vocabulary.blocks import Block


class Ends(Enum):
    """How long a figure of the ledger still holds on the day the demo is built."""

    LATER = "about a year"
    SOON = "two weeks, so that its owner is reminded"
    OVER = "no longer, so that readers see when it was last checked"


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


@dataclass(frozen=True)
class Role:
    """A role of the ledger; ``neighbours`` are other roles by name."""

    name: str
    specialism: str
    mission: str
    also: Sequence[str] = ()
    neighbours: Sequence[str] = ()


@dataclass(frozen=True)
class Band:
    """A pay band, kept by the first lead of its specialism."""

    specialism: str
    role: str
    level: str
    place: str
    currency: str
    p25: int
    p50: int
    p75: int
    basis: str = "annual_base"
    bonus: str = ""
    equity: str = ""
    ends: Ends = Ends.LATER


@dataclass(frozen=True)
class Fact:
    """A fact of the ledger, named by ``key``, kept by the first lead of its specialism; a range has a high end."""

    specialism: str
    key: str
    says: str
    low: float
    unit: str = ""
    high: float | None = None
    geography: str = ""
    method: str = ""
    sample: str = ""
    ends: Ends = Ends.LATER


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A support page, about a role of the ledger if it is about one; ``author`` and ``reviewer`` are consultants' slugs, the author the first lead unless named.

    ``review_due_on`` is six months after the review unless given. ``changes`` are its log: (day, what changed).
    ``question`` is what it answers; ``also_supports`` are specialisms that list it too, ``pinned`` guides, by slug.
    """

    kind: str
    slug: str
    title: str
    short_title: str
    summary: str
    standfirst: str
    search_description: str
    question: str
    reviewer: str
    reviewed_on: datetime.date
    guide_heading: str
    guide_intro: str
    body: Sequence[Block]
    role: str = ""
    author: str = ""
    review_due_on: datetime.date | None = None
    changes: Sequence[tuple[datetime.date, str]] = ()
    cta_heading: str = ""
    cta_text: str = ""
    search_title: str = ""
    also_supports: Sequence[str] = ()
    pinned: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Specialism:
    """A canonical page with its guides and its narrower specialisms; ``leads`` and ``reviewer`` are consultants' slugs.

    ``key_figures`` are the keys of facts, ``question`` is what the page answers.
    """

    slug: str
    title: str
    heading: str
    summary: str
    standfirst: str
    search_description: str
    question: str
    remit: str
    key_figures: Sequence[str]
    body: Sequence[Block]
    cta_heading: str
    cta_text: str
    leads: Sequence[str] = ()
    reviewer: str = ""
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
