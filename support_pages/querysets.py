"""Named queries for support pages."""

from typing import TYPE_CHECKING

from wagtail.models import PageManager
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from specialisms.models import SpecialismPage


class SupportPageQuerySet(PageQuerySet):
    """What the site asks about support pages, each in one query."""

    def for_cluster(self, canonical: "SpecialismPage") -> "SupportPageQuerySet":
        """The live support pages of a specialism in editorial order, without their bodies.

        Pages that are private themselves are left out; whoever sees the specialism may see the others.
        """
        siblings = self.child_of(canonical).live().filter(view_restrictions__isnull=True)
        return siblings.defer_streamfields().order_by("path")

    def for_counting(self) -> "SupportPageQuerySet":
        """The tree paths of all live, public support pages."""
        return self.live().public().values_list("path", flat=True)


SupportPageManager = PageManager.from_queryset(SupportPageQuerySet)
