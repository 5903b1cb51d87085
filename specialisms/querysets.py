"""Named queries for specialism pages."""

from typing import TYPE_CHECKING

from django.db.models import CharField, ExpressionWrapper, F, OuterRef, Prefetch, Subquery, Value
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from specialisms.usage import JsonList

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

    def live_in(self, page: "SpecialismPage") -> "SpecialismQuerySet":
        """The live specialisms one level under ``page``, private ones among them, without their bodies."""
        return self.child_of(page).live().defer_streamfields().order_by("path")

    def led_by(self, consultant: "ConsultantPage") -> "SpecialismQuerySet":
        """The live specialisms a consultant leads, in tree order; none for a page that is only being previewed."""
        if consultant.pk is None:
            return self.none()
        return self.filter(leads__consultant=consultant).for_directory()

    def led_above(self, path: str, consultant_id: int) -> "SpecialismQuerySet":
        """Those led by a consultant at or above a tree path, which is a field of the query around this one."""
        outer = ExpressionWrapper(OuterRef(path), output_field=CharField())
        led = self.alias(outer=outer).filter(leads__consultant=consultant_id, outer__startswith=F("path"))
        return led.order_by()

    def names_of_leads(self, path: str) -> Subquery:
        """As a part of a query: a list with the names of who leads what stands at or above a tree path in it."""
        outer = ExpressionWrapper(OuterRef(path), output_field=CharField())
        led = self.alias(outer=outer).filter(leads__isnull=False, outer__startswith=F("path"))
        together = led.order_by().annotate(one=Value(1)).values("one")
        return Subquery(together.annotate(names=JsonList("leads__consultant__title", distinct=True)).values("names"))

    def with_leads(self) -> "SpecialismQuerySet":
        """Bring the consultants who lead each specialism along, in two further queries at most."""
        leads = self.model._meta.get_field("leads").related_model
        return self.prefetch_related(Prefetch("leads", leads.objects.select_related("consultant")))


SpecialismManager = PageManager.from_queryset(SpecialismQuerySet)
