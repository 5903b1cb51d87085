"""Named queries for support pages."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Length, NullIf, Substr, TruncDate
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from specialisms.models.specialism import MAX_DEPTH

if TYPE_CHECKING:
    from specialisms.models import SpecialismPage


DEEPEST = MAX_DEPTH + 1
"""The deepest level a guide can be on. The paths above it are looked up one by one: comparing with every page that is
private would have the database read the whole tree for each guide."""
PARENT_PATH = Substr("path", 1, Length("path") - Page.steplen)


class SupportPageQuerySet(PageQuerySet):
    """What the site asks about support pages, each in one query."""

    def for_cluster(self, canonical: "SpecialismPage") -> "SupportPageQuerySet":
        """The live support pages of a specialism and those that are its guests; without bodies.

        In editorial order. Each knows whether it ``is_guest`` here, and how private it is; see ``with_privacy``.
        """
        visits = self.model.also_supports.through.objects.filter(specialismpage=canonical.pk)
        own = self.model.objects.filter(path__startswith=canonical.path, depth=canonical.depth + 1)
        found = self._any_of([own.values("pk"), visits.values("supportpage")])
        return found.annotate(is_guest=Exists(visits.filter(supportpage=OuterRef("pk")))).for_lists().order_by("path")

    def for_lists(self) -> "SupportPageQuerySet":
        """The live ones as lists show them: how private each is, the name of its specialism, no bodies."""
        return self.with_privacy().with_specialism().live().defer_streamfields()

    def for_clusters(self, paths: Collection[str], guests: Collection[int]) -> "SupportPageQuerySet":
        """As ``for_cluster``, for specialisms by their tree paths and the guests of them all; bodies come along."""
        own = self.model.objects.alias(parent_path=PARENT_PATH).filter(parent_path__in=list(paths))
        if paths:  # only this stretch of the tree is read
            last = Page.alphabet[-1] * Page.steplen
            own = own.filter(path__range=(min(paths), max(path + last for path in paths)))
        return self._any_of([own.values("pk")], guests).with_privacy().live().order_by("path")

    def _any_of(self, lists: Sequence[QuerySet], ids: Collection[int] = ()) -> "SupportPageQuerySet":
        """Those in any of these lists of ids, each found by its own index: one condition would look at every guide."""
        first, *others = [*lists, self.model.objects.filter(pk__in=list(ids)).values("pk")] if ids else lists
        return self.filter(pk__in=first.order_by().union(*(other.order_by() for other in others)) if others else first)

    def with_privacy(self) -> "SupportPageQuerySet":
        """Each page knows whether it is ``private_itself``, and whether it or anything above it is ``private``."""
        above = [Substr(OuterRef("path"), 1, Page.steplen * level) for level in range(1, DEEPEST + 1)]
        return self.annotate(
            private_itself=Exists(PageViewRestriction.objects.filter(page=OuterRef("pk"))),
            private=Exists(PageViewRestriction.objects.filter(page__path__in=above)),
        )

    def with_specialism(self) -> "SupportPageQuerySet":
        """Each page knows its ``specialism_title``: what lists call the specialism it belongs to, its parent."""
        specialisms = self.model._meta.get_field("also_supports").related_model.objects
        name = Coalesce(NullIf("listing_title", Value("")), "title")
        above = specialisms.filter(path=OuterRef("parent_path")).values(name=name)
        return self.alias(parent_path=PARENT_PATH).annotate(specialism_title=Subquery(above))

    def with_news(self) -> "SupportPageQuerySet":
        """Each page knows its ``last_change``, an editor's line, and since when it reads as it does, ``news_on``.

        That is the day of its last material change, else of its first publication. Aliases follow their originals.
        """
        changes = self.model._meta.get_field("changes").related_model.objects
        newest = changes.filter(page=Coalesce(OuterRef("alias_of"), OuterRef("pk"))).order_by("-date", "-pk")
        first = TruncDate("first_published_at")
        return self.annotate(
            last_change=Subquery(newest.values("note")[:1]),
            news_on=Coalesce(Subquery(newest.values("date")[:1]), first),
        )

    def newest(self, number: int, under: "SpecialismPage | None" = None) -> "SupportPageQuerySet":
        """The guides that readers see and that changed or appeared last, with their authors; without bodies.

        Of the whole site, or those that belong to a specialism or a narrower one, or are listed by one of them.
        """
        found = self.live().public().filter(alias_of=None).with_specialism().with_news()
        found = found.filter(specialism_title__isnull=False, news_on__isnull=False)
        if under is not None:
            through = self.model.also_supports.through.objects
            listed = through.filter(supportpage=OuterRef("pk"), specialismpage__path__startswith=under.path)
            found = found.filter(Q(path__startswith=under.path) | Exists(listed.filter(specialismpage__live=True)))
        found = found.select_related("author").defer_streamfields()
        return found.order_by("-news_on", F("first_published_at").desc(nulls_last=True), "-pk")[:number]

    def for_sitemap(self) -> "SupportPageQuerySet":
        """Only what tells where a page is and since when it reads as it does."""
        return self.with_news().only("path", "url_path", "first_published_at", "alias_of")

    def of(self, canonical: "SpecialismPage") -> "SupportPageQuerySet":
        """The support pages directly under a specialism in editorial order, live or not; without bodies."""
        return self.child_of(canonical).defer_streamfields().order_by("path")

    def under(self, canonical: "SpecialismPage") -> "SupportPageQuerySet":
        """Those of a specialism and of all narrower ones, live or not."""
        return self.descendant_of(canonical)

    def outside(self, paths: Collection[str]) -> "SupportPageQuerySet":
        """The live support pages whose parents are not at these tree paths."""
        return self.alias(parent_path=PARENT_PATH).exclude(parent_path__in=paths).live().order_by("path")

    def to_review(self, consultant_id: int, until: date) -> "SupportPageQuerySet":
        """The live guides that a consultant is to read again by a day, those never read and overdue ones first.

        Each knows the title of its ``specialism``. Without a day of their own, half a year after the last review.
        """
        half_a_year = timedelta(days=181)
        by_rule = Q(review_due_on=None) & (Q(reviewed_on=None) | Q(reviewed_on__lte=until - half_a_year))
        due = self.live().filter(Q(review_due_on__lte=until) | by_rule, reviewer=consultant_id)
        above = Page.objects.filter(path=OuterRef("parent_path")).values("title")
        found = due.alias(parent_path=PARENT_PATH).annotate(specialism=Subquery(above))
        return found.defer_streamfields().order_by(F("review_due_on").asc(nulls_first=True), "path")

    def for_counting(self, under: str) -> "SupportPageQuerySet":
        """The tree paths of all live, public support pages at or below one path."""
        return self.filter(path__startswith=under).live().public().values_list("path", flat=True)


SupportPageManager = PageManager.from_queryset(SupportPageQuerySet)
