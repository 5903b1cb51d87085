"""The cluster: a canonical specialism page with its live support pages. Nothing else walks this part of the tree."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from wagtail.models import Page

from specialisms.models import SpecialismPage
from support_pages.kinds import PLURALS, Kind
from support_pages.models import SupportPage

RELATED = 4


@dataclass(frozen=True)
class KindGroup:
    """The support pages of one kind, under the kind's plural name."""

    kind: Kind
    label: str
    pages: list[SupportPage]


@dataclass(frozen=True)
class Cluster:
    """A canonical page and its support pages in editorial order."""

    canonical: SpecialismPage
    pages: tuple[SupportPage, ...]

    def __len__(self) -> int:
        return len(self.pages)

    @cached_property
    def by_kind(self) -> list[KindGroup]:
        """The support pages grouped by kind, kinds in their own order, empty ones left out."""
        groups = [
            KindGroup(kind, str(PLURALS[kind]), [page for page in self.pages if page.kind == kind]) for kind in Kind
        ]
        return [group for group in groups if group.pages]

    def related_to(self, page: SupportPage, limit: int = RELATED) -> list[SupportPage]:
        """Siblings to read next: other kinds before the page's own, then in order, starting after the page."""
        pages = list(self.pages)
        place = next((number for number, sibling in enumerate(pages) if sibling.pk == page.pk), -1)
        onward = [sibling for sibling in pages[place + 1 :] + pages[: max(place, 0)] if sibling.pk != page.pk]
        return sorted(onward, key=lambda sibling: sibling.kind == page.kind)[:limit]


def cluster_of(canonical: SpecialismPage) -> Cluster:
    """The cluster of a specialism in one query, whatever its size."""
    return Cluster(canonical, tuple(SupportPage.objects.for_cluster(canonical)))


def guide_counts() -> Counter[str]:
    """How many visible support pages lie under each specialism, by its tree path, counting narrower ones."""
    counts: Counter[str] = Counter()
    for path in SupportPage.objects.for_counting():
        for end in range(len(path) - Page.steplen, 0, -Page.steplen):
            counts[path[:end]] += 1
    return counts
