"""What else names a page, told by apps that guides know nothing of: a registry they fill when they are ready."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from agency.models import User


@dataclass(frozen=True)
class Reference:
    """One thing that names a page, as somebody who may see it is told of it."""

    label: str
    url: str


@dataclass(frozen=True)
class Citation:
    """How many things of a kind name a page, in words; ``references`` are those that the person asking may see."""

    words: str
    references: list[Reference] = field(default_factory=list)


Source = Callable[[Collection[int], User], Citation | None]
"""What names any of the pages with these ids, as it may be told to a user; nothing if nothing does."""

SOURCES: list[Source] = []


def cite(source: Source) -> None:
    """Have ``source`` asked before pages leave; naming it again changes nothing."""
    if source not in SOURCES:
        SOURCES.append(source)


def citations_of(pages: Collection[int], user: User) -> list[Citation]:
    """Everything that apps know to name these pages."""
    return [found for source in SOURCES if (found := source(pages, user))]
