"""Where faults can be planted: hands out pages of a clean site, each once, with room around those that need it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from agency.scale.build import READ_FIRST, Site
from agency.scale.plan import Field, Guide
from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage

AROUND = 2
"""A guide is linked from so many siblings before it, and links to as many after it."""
ENOUGH = READ_FIRST + 2 * AROUND + 1
"""Guides of a cluster in which one can lose its links without another losing its last."""
NEEDED = {Kind.HIRING_GUIDE, Kind.SALARY_GUIDE}
"""Kinds that a cluster must not lose."""
A_SPECIALISM_IN = 10
"""Of the faults that both kinds of page can have, so many are on guides for one on a specialism."""
TOO_SMALL = "The site is too small for so many faults. Ask for more specialisms or more support pages."
Found = TypeVar("Found", Field, Guide)


class NoRoomError(Exception):
    """The site is too small for so many faults."""


class Ground:
    """The pages of a clean site that no fault has been planted on yet."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._fields = [one for one in site.fields if one.guides]
        self._leaves = [one for one in self._fields if not one.narrower]
        self._groupings = [one for one in site.fields if not one.guides]
        self._families = [one for one in site.fields if one.narrower and not one.guides and one.wider]
        self._taken: set[Field | Guide] = set()
        self._touched: set[Guide] = set()

    def guide(self) -> SupportPage:
        """A guide, to change what stands on it; its links must stay."""
        return self.page_of(self._take(self._guides(), lambda guide: guide not in self._taken))

    def loner(self) -> Guide:
        """A guide to change the links from and to, or to take out of its cluster: none near it is another such one."""
        found = self._take(self._guides(), self._stands_free)
        self._touched.update(self.near(found))
        return found

    def near(self, guide: Guide) -> list[Guide]:
        """A guide with those that link to it and those it links to, in order."""
        guides = guide.field.guides
        return [guides[(guide.number + step) % len(guides)] for step in range(-AROUND, AROUND + 1)]

    def take(self, guides: Iterable[Guide]) -> None:
        """Have no other fault planted on these."""
        self._taken.update(guides)

    def field(self) -> Field:
        """A specialism with guides, whose own page or whose evidence is to change."""
        return self._take(self._fields, lambda one: one not in self._taken)

    def canonical(self) -> SpecialismPage:
        """The page of such a specialism."""
        return SpecialismPage.objects.get(pk=self.field().pk)

    def either(self, number: int) -> SupportPage | SpecialismPage:
        """A guide, or for every tenth number a specialism."""
        return self.guide() if number % A_SPECIALISM_IN else self.canonical()

    def original(self) -> SpecialismPage:
        """A specialism without guides, for another to be a translation of; nothing of it changes."""
        if not self._groupings:
            raise NoRoomError(TOO_SMALL)
        return SpecialismPage.objects.get(pk=self._groupings.pop(0).pk)

    def clusters(self, count: int) -> list[Field]:
        """Whole clusters of at least so many guides together, of which nothing has been changed."""
        found: list[Field] = []
        while sum(len(one.guides) for one in found) < count:
            found.append(self._whole(self._leaves, self._is_untouched))
        return found

    def family(self) -> Field:
        """A family without guides of its own, and all narrower specialisms with it."""
        return self._whole(self._families, lambda one: all(map(self._is_untouched, one.narrower)))

    @staticmethod
    def page_of(guide: Guide) -> SupportPage:
        """The page of a guide."""
        return SupportPage.objects.get(pk=guide.pk)

    def _guides(self) -> Iterator[Guide]:
        """From all clusters in turn, so that no cluster is full of faults."""
        longest = max((len(one.guides) for one in self._fields), default=0)
        yield from (
            one.guides[number] for number in range(longest) for one in self._fields if number < len(one.guides)
        )

    def _stands_free(self, guide: Guide) -> bool:
        if guide.number < READ_FIRST or guide.kind in NEEDED or len(guide.field.guides) < ENOUGH:
            return False
        return guide not in self._taken and not self._touched & set(self.near(guide))

    def _is_untouched(self, one: Field) -> bool:
        return one not in self._taken and not (self._taken | self._touched) & set(one.guides)

    def _whole(self, fields: list[Field], is_free: Callable[[Field], bool]) -> Field:
        found = self._take(fields, is_free)
        for one in (found, *found.narrower):
            self._taken |= {one, *one.guides}
            self._touched.update(one.guides)
        return found

    def _take(self, among: Iterable[Found], is_free: Callable[[Found], bool]) -> Found:
        found = next((one for one in among if is_free(one)), None)
        if found is None:
            raise NoRoomError(TOO_SMALL)
        self._taken.add(found)
        return found
