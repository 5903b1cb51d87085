"""What rules need to know of the whole site: read when first asked for, and once for all clusters of a check."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import permutations
from typing import NamedTuple

from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.models import Site as WagtailSite

from agency.models import ConsultantPage
from agency.models.navigation import navigation
from specialisms.models import SpecialismLead, SpecialismPage
from specialisms.models.specialism import SECTOR_DEPTH
from support_pages.models import BodySketch, SupportPage
from support_pages.models.sketch import keep_missing_sketches
from support_pages.sketch import NEAR, Sketch, may_be_near, resemblance, unpacked
from support_pages.thread.references import pins, references
from support_pages.thread.typed import named, naming

TELLING = 16
"""The smallest hashes of a sketch by which texts like it are looked for. Of two texts that share half of their runs,
one in 65,000 pairs has none of them in common."""
COMPARED = 12
"""How many of the texts with the same hash are compared at most: a phrase that stands everywhere tells nothing."""
STEP = Page.steplen


class Named(NamedTuple):
    """A page by what a link to it needs."""

    pk: int
    title: str


class Sketched(NamedTuple):
    """What is known of a live guide's text."""

    title: str
    locale: int
    hashes: bytes


class Site:
    """The site as one check sees it."""

    @cached_property
    def root(self) -> Page | None:
        """The front page."""
        site = WagtailSite.objects.filter(is_default_site=True).select_related("root_page").first()
        return site.root_page if site else None

    @cached_property
    def _private(self) -> dict[str, Named]:
        """All pages that are private themselves, by their tree paths."""
        rows = PageViewRestriction.objects.order_by("page__path").values_list("page__path", "page_id", "page__title")
        return {path: Named(pk, title) for path, pk, title in rows}

    @cached_property
    def private_paths(self) -> tuple[str, ...]:
        """The tree paths of all pages that are private themselves."""
        return tuple(self._private)

    def is_private(self, page: Page) -> bool:
        """Whether a page or one above it is private."""
        return page.path.startswith(self.private_paths) if self.private_paths else False

    def made_private_by(self, page: Page) -> Named | None:
        """The page that makes a page private: itself or the topmost above it that is private itself."""
        return next((found for path, found in self._private.items() if page.path.startswith(path)), None)

    @cached_property
    def _unpublished(self) -> dict[str, Named]:
        """The specialisms that are not live, by their tree paths."""
        rows = SpecialismPage.objects.not_live().values_list("path", "pk", "title")
        return {path: Named(pk, title) for path, pk, title in rows}

    def unlisted_by(self, specialism: SpecialismPage) -> Named | None:
        """The topmost specialism that is not live, of this one and those above it: with it the directory leaves out all."""
        return next((self._unpublished[path] for path in down_to(specialism.path) if path in self._unpublished), None)

    @cached_property
    def specialisms(self) -> dict[str, int]:
        """The ids of all live specialisms by their tree paths."""
        return dict(SpecialismPage.objects.live().order_by("path").values_list("path", "pk"))

    def has_narrower(self, specialism: SpecialismPage) -> bool:
        """Whether a live specialism stands directly under this one."""
        return specialism.path in self._wider

    @cached_property
    def _wider(self) -> set[str]:
        return {path[:-STEP] for path in self.specialisms}

    @cached_property
    def _sketched(self) -> dict[int, Sketched]:
        """The live guides with their sketches, in the order of the tree; no aliases, which say what their originals say.

        Those that have none yet get one first.
        """
        keep_missing_sketches()
        live = BodySketch.objects.filter(page__live=True, page__alias_of=None).order_by("page__path")
        rows = live.values_list("page_id", "page__title", "page__locale", "hashes")
        return {pk: Sketched(title, locale, bytes(hashes)) for pk, title, locale, hashes in rows}

    @cached_property
    def _with_hash(self) -> dict[tuple[int, int], list[int]]:
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for pk, guide in self._sketched.items():
            for one in unpacked(guide.hashes)[:TELLING]:
                if len(found[guide.locale, one]) < COMPARED:
                    found[guide.locale, one].append(pk)
        return found

    def most_alike(self, sketch: Sketch, page: SupportPage) -> tuple[int, str, float] | None:
        """The other live guide of a page's language whose text is most like this: its id, its title, the resemblance.

        None if there is none that is near.
        """
        alike = self.candidates(sketch, page.locale_id or Locale.get_default().pk)
        own = frozenset(sketch)
        sketches = {pk: unpacked(alike[pk].hashes) for pk in sorted(alike) if pk != page.pk}
        likeness = {pk: resemblance(sketch, other) for pk, other in sketches.items() if may_be_near(own, other)}
        best = max(likeness, key=lambda pk: likeness[pk], default=None)
        if best is None or likeness[best] < NEAR:
            return None
        return best, alike[best].title, likeness[best]

    def candidates(self, sketch: Sketch, locale: int) -> dict[int, Sketched]:
        """The live guides of a language whose texts may be like this one, by id."""
        alike = {pk for one in sketch[:TELLING] for pk in self._with_hash.get((locale, one), ())}
        return {pk: self._sketched[pk] for pk in alike}

    def sketch_of(self, page: SupportPage) -> Sketch:
        """The stored sketch of a live guide."""
        return unpacked(self._sketched[page.pk].hashes) if page.pk in self._sketched else ()

    def naming(self, pages: Iterable[Page]) -> dict[int, set[int]]:
        """The ids of the live pages whose texts name the address of each of these, besides its own."""
        return named(pages, self._naming)

    @cached_property
    def _naming(self) -> dict[str, set[int]]:
        return naming()

    def is_in_directory(self, specialism: SpecialismPage) -> bool:
        """Whether the front page's directory lists a specialism: it and all above it are live and public."""
        return self._is_listed(specialism.path)

    def _is_listed(self, path: str) -> bool:
        is_private = bool(self.private_paths) and path.startswith(self.private_paths)
        return all(one in self.specialisms for one in down_to(path)) and not is_private

    def clicks_to(self, page: Page) -> int | None:
        """How many clicks from the front page a reader needs at least; none if no click leads there."""
        return self._clicks.get(page.pk)

    @cached_property
    def _clicks(self) -> dict[int, int]:
        """Distances by breadth-first search over all links that pages show."""
        onward = self._links()
        start = self.root.pk if self.root else None
        clicks = {start: 0} if start else {}
        queue = deque(clicks)
        while queue:
            pk = queue.popleft()
            for target in onward.get(pk, ()):
                if target not in clicks:
                    clicks[target] = clicks[pk] + 1
                    queue.append(target)
        return clicks

    def _links(self) -> dict[int, set[int]]:
        """Which live pages a live page links to: in its text, in lists of its template, in header and footer."""
        live = dict(Page.objects.live().values_list("pk", "path"))
        private = self.private_paths
        shown = {pk for pk, path in live.items() if not (private and path.startswith(private))}
        found: dict[int, set[int]] = defaultdict(set)
        by_path = {live[pk]: pk for pk in shown}
        for links in (_links_up(by_path, self.specialisms), self._lists(by_path), references(shown)):
            for source, target in links:
                if source in shown and target in shown:
                    found[source].add(target)
        if self.root:
            found[self.root.pk] |= {link.page_id for links in navigation().values() for link in links}
        return found

    def _lists(self, by_path: dict[str, int]) -> Iterator[tuple[int, int]]:
        """What templates list: the directory on the front page, guides and narrower fields on a specialism, people.

        Guides of a specialism that the directory lists are two clicks away; elsewhere one leads to the next by the rail.
        """
        for path, pk in self.specialisms.items():
            if self.root and self._is_listed(path):
                yield self.root.pk, pk
            if path[:-STEP] in self.specialisms:
                yield self.specialisms[path[:-STEP]], pk
        siblings: dict[str, list[int]] = defaultdict(list)
        for path, pk in SupportPage.objects.live().order_by("path").values_list("path", "pk"):
            if path[:-STEP] in by_path:
                yield by_path[path[:-STEP]], pk
            if not self._is_listed(path[:-STEP]):
                siblings[path[:-STEP]].append(pk)
        for guides in siblings.values():
            yield from permutations(guides, 2)
        yield from pins()
        yield from SupportPage.also_supports.through.objects.values_list("specialismpage_id", "supportpage_id")
        yield from SpecialismLead.objects.values_list("consultant_id", "page_id")
        for path, pk in ConsultantPage.objects.live().values_list("path", "pk"):
            if path[:-STEP] in by_path:
                yield by_path[path[:-STEP]], pk


def down_to(path: str) -> list[str]:
    """The tree paths of a specialism and of those above it, from the sector down."""
    return [path[:end] for end in range(SECTOR_DEPTH * STEP, len(path) + 1, STEP)]


def _links_up(by_path: dict[str, int], specialisms: dict[str, int]) -> Iterator[tuple[int, int]]:
    """From every page to the live specialisms above it, by its breadcrumbs."""
    for path, pk in by_path.items():
        for end in range(SECTOR_DEPTH * STEP, len(path), STEP):
            if path[:end] in specialisms:
                yield pk, specialisms[path[:end]]
