"""The cluster: a canonical specialism page with its live support pages. Nothing else walks this part of the tree.

The rail, the related pages, the specialism page, the sitemap, the feeds and the rules of the thread all read it here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from agency.models.home import PAGE_AT
from agency.page_cache.memory import note, remember
from agency.raw_content import is_id
from specialisms.models import SpecialismPage
from support_pages.content import linked_from
from support_pages.kinds import PLURALS, Kind
from support_pages.models import SupportPage
from support_pages.models.page import RELATED

if TYPE_CHECKING:
    from support_pages.querysets import SupportPageQuerySet

PINNED = _("pinned by an editor")
SAME_ROLE = _("about the same role")
LINKED = _("linked in the text")
OTHER_KIND = _("another kind of page")
POINTS: dict[Promise, int] = {SAME_ROLE: 4, LINKED: 2, OTHER_KIND: 1}
"""What makes one guide more related than another: each reason outweighs all below it, being a power of two."""
WITH_TEXT = 20
"""How many pages without their text weigh as much as one with it."""


@dataclass(frozen=True)
class KindGroup:
    """The support pages of one kind, under the kind's plural name."""

    kind: Kind
    label: str
    pages: list[SupportPage]


@dataclass(frozen=True)
class Place:
    """Where a page stands among the guides of its specialism: its number from 1, of how many, and its neighbours."""

    number: int
    of: int
    before: SupportPage | None
    after: SupportPage | None


@dataclass(frozen=True)
class Related:
    """A guide to read next, and why it was chosen."""

    page: SupportPage
    reasons: tuple[Promise, ...]


@dataclass(frozen=True)
class Cluster:
    """A canonical page and its support pages in editorial order.

    ``pages`` are those that readers see. ``guests`` belong to other specialisms and are listed by this one too.
    ``hidden`` are live but private themselves. ``pinned`` are the pages that the page at hand names as related.
    Without a canonical page it holds one guide that stands under no specialism, which only the checks look for.
    """

    canonical: SpecialismPage | None
    pages: tuple[SupportPage, ...]
    guests: tuple[SupportPage, ...] = ()
    hidden: tuple[SupportPage, ...] = ()
    pinned: tuple[SupportPage, ...] = ()

    def __len__(self) -> int:
        return len(self.pages)

    @cached_property
    def numbers(self) -> dict[int, int]:
        """Where among ``pages`` each stands, from 0, by primary key."""
        return {page.pk: number for number, page in enumerate(self.pages)}

    @property
    def listed(self) -> tuple[SupportPage, ...]:
        """What the specialism's page lists: its own guides, then its guests."""
        return self.pages + self.guests

    @cached_property
    def by_kind(self) -> list[KindGroup]:
        """What the specialism's page lists, grouped by kind, kinds in their own order, empty ones left out."""
        groups = [
            KindGroup(kind, str(PLURALS[kind]), [page for page in self.listed if page.kind == kind]) for kind in Kind
        ]
        return [group for group in groups if group.pages]

    @property
    def missing(self) -> list[Kind]:
        """The kinds of guide that the specialism does not list."""
        present = {page.kind for page in self.listed}
        return [kind for kind in Kind if kind not in present]

    def origin_of(self, page: SupportPage) -> str:
        """The specialism that a guide belongs to if that is another one; empty for the cluster's own."""
        return "" if page.pk in self.numbers else getattr(page, "specialism_title", None) or ""

    def place_of(self, page: SupportPage) -> Place | None:
        """Where a page stands; nowhere if readers don't see it here."""
        number = self.numbers.get(page.pk)
        if number is None:
            return None
        before = self.pages[number - 1] if number else None
        after = self.pages[number + 1] if number + 1 < len(self.pages) else None
        return Place(number + 1, len(self.pages), before, after)

    def coming_place_of(self, page: SupportPage) -> Place:
        """Where a page stands, or will stand once readers see it here."""
        place = self.place_of(page)
        if place is not None:
            return place
        before = [sibling for sibling in self.pages if not page.path or sibling.path < page.path]
        after = self.pages[len(before) :]
        return Place(len(before) + 1, len(self.pages) + 1, before[-1] if before else None, after[0] if after else None)

    def ranked(self, page: SupportPage) -> list[Related]:
        """All guides that can stand at the foot of a page, the most related first, with the reasons.

        First those its editor pinned, in order. Then its siblings and the guests by points; with equal points in
        editorial order, starting after the page and going round.
        """
        return self._most_related(page, len(self.listed) + len(self.pinned))

    def related_to(self, page: SupportPage, limit: int = RELATED) -> list[SupportPage]:
        """The guides at the foot of a page."""
        return [related.page for related in self._most_related(page, limit)]

    def _most_related(self, page: SupportPage, limit: int) -> list[Related]:
        pinned = [Related(guide, (PINNED,)) for guide in self.pinned if guide.pk != page.pk]
        seen = {page.pk, *(related.page.pk for related in pinned)}
        own, start = len(self.pages), self.numbers.get(page.pk, -1) + 1
        onward = self._traits[start:own] + self._traits[:start] + self._traits[own:]
        linked, role, kind = linked_from(page), page.role_id, page.kind
        same_role, link, other_kind = POINTS.values()
        others = (
            (
                same_role * (its_role == role and role is not None)
                + link * (pk in linked)
                + other_kind * (its_kind != kind),
                guide,
            )
            for pk, its_role, its_kind, guide in onward
            if pk not in seen
        )
        best = nlargest(limit - len(pinned), others, key=itemgetter(0))
        return (pinned + [Related(guide, _reasons(points)) for points, guide in best])[:limit]

    @cached_property
    def _traits(self) -> list[tuple[int, int | None, str, SupportPage]]:
        """What makes the listed guides more or less related, read once however many pages ask."""
        return [(guide.pk, guide.role_id, guide.kind, guide) for guide in self.listed]


def _reasons(points: int) -> tuple[Promise, ...]:
    return tuple(reason for reason, worth in POINTS.items() if points & worth)


def cluster_of(canonical: SpecialismPage, page: SupportPage | None = None) -> Cluster:
    """The cluster of a specialism in one query, whatever its size; with the pages that ``page`` has pinned.

    A second query if there are pages of other specialisms among those.
    """
    found: Cluster = remember(("cluster", canonical.pk), lambda: _read(canonical), _weigh)
    wanted = dict.fromkeys(pinned_by(page)) if page else {}
    if not wanted:
        return found
    at_hand = {guide.pk: guide for guide in found.listed}
    if elsewhere := wanted.keys() - at_hand.keys():
        at_hand |= {guide.pk: guide for guide in SupportPage.objects.filter(pk__in=elsewhere).for_lists()}
    return replace(found, pinned=tuple(at_hand[pk] for pk in wanted if pk in at_hand and not at_hand[pk].private))


def _weigh(found: Cluster) -> int:
    """What it takes to remember a cluster, whose canonical page may have come with its text."""
    text = 1 if found.canonical is None or found.canonical.get_deferred_fields() else WITH_TEXT
    return text + len(found.listed) + len(found.hidden)


def _read(canonical: SpecialismPage) -> Cluster:
    guides = list(SupportPage.objects.for_cluster(canonical))
    own = [guide for guide in guides if _parent_path(guide) == canonical.path]
    guests = [guide for guide in guides if guide.is_guest and _parent_path(guide) != canonical.path]
    for guide in own:
        note((PAGE_AT, guide.url_path), guide)
    return _cluster(canonical, own, guests)


def clusters(specialisms: Iterable[SpecialismPage], guides: "SupportPageQuerySet | None" = None) -> dict[int, Cluster]:
    """The clusters of several specialisms by primary key, in two queries however many and however large.

    ``guides`` may bring more along than lists need, such as bodies.
    """
    wanted = {page.path: page for page in specialisms}
    visits = SupportPage.also_supports.through.objects.filter(specialismpage__in=wanted.values())
    hosts: dict[int, set[int]] = defaultdict(set)
    for specialism, guide in visits.values_list("specialismpage_id", "supportpage_id"):
        hosts[guide].add(specialism)
    at_hand = guides if guides is not None else SupportPage.objects.defer_streamfields()
    own: dict[str, list[SupportPage]] = defaultdict(list)
    guests: dict[int, list[SupportPage]] = defaultdict(list)
    for page in at_hand.for_clusters(wanted, hosts):
        own[_parent_path(page)].append(page)
        parent = wanted.get(_parent_path(page))
        for host in hosts.get(page.pk, set()) - {parent.pk if parent else None}:
            guests[host].append(page)
    return {page.pk: _cluster(page, own[path], guests[page.pk]) for path, page in wanted.items()}


def _parent_path(page: Page) -> str:
    return page.path[: -Page.steplen]


def _cluster(canonical: SpecialismPage, own: list[SupportPage], guests: list[SupportPage]) -> Cluster:
    """A cluster of live guides, each list in order, without what readers don't see."""
    return Cluster(
        canonical,
        pages=tuple(guide for guide in own if not guide.private_itself),
        guests=tuple(guide for guide in guests if not guide.private),
        hidden=tuple(guide for guide in own if guide.private_itself),
    )


def newest(number: int, under: SpecialismPage | None = None) -> list[SupportPage]:
    """The guides that changed or appeared last, newest first: of all clusters, or of a specialism and narrower ones.

    Guests are among those of their hosts; aliases are left out, since each guide is told of once. In two queries.
    """
    return list(SupportPage.objects.newest(number, under))


def pinned_by(page: SupportPage) -> list[int]:
    """The ids of the pages a guide has pinned, in order."""
    return [child["value"] for child in page.pinned.raw_data if is_id(child.get("value"))]


def guide_counts(within: SpecialismPage | None = None) -> Counter[str]:
    """How many visible support pages lie under each specialism, by its tree path, counting narrower ones.

    Under one specialism and those within it, or under all.
    """
    counts: Counter[str] = Counter()
    for path in SupportPage.objects.for_counting(within.path if within else ""):
        for end in range(len(path) - Page.steplen, 0, -Page.steplen):
            counts[path[:end]] += 1
    return counts
