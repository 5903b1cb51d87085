"""Named queries for specialism pages."""

from typing import TYPE_CHECKING

from django.db.models import Prefetch
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from agency.models import ConsultantPage
    from specialisms.models import SpecialismPage


class SpecialismQuerySet(PageQuerySet):
    """What the site asks about specialisms, each in one query."""

    def for_directory(self) -> "SpecialismQuerySet":
        """All live, public specialisms in tree order, without their bodies."""
        return self.live().public().defer_streamfields().order_by("path")

    def narrower_than(self, page: "SpecialismPage") -> "SpecialismQuerySet":
        """The specialisms one level under ``page`` that visitors may see."""
        return self.child_of(page).for_directory()

    def led_by(self, consultant: "ConsultantPage") -> "SpecialismQuerySet":
        """The live specialisms a consultant leads, in tree order; none for a page that is only being previewed."""
        if consultant.pk is None:
            return self.none()
        return self.filter(leads__consultant=consultant).for_directory()

    def with_leads(self) -> "SpecialismQuerySet":
        """Bring the consultants who lead each specialism along, in two further queries at most."""
        leads = self.model._meta.get_field("leads").related_model
        return self.prefetch_related(Prefetch("leads", leads.objects.select_related("consultant")))


SpecialismManager = PageManager.from_queryset(SpecialismQuerySet)
