"""Builds a made-up site from an order: the same one for the same seed, in bulk, in one transaction."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from agency.demo.build import NotEmptyError, is_empty
from agency.models import HomePage
from agency.questions import question_key
from agency.rich_text import Resolution
from agency.scale import firm, ledger
from agency.scale.bodies import Composer, Ingredients, Named, stored
from agency.scale.firm import Firm, own
from agency.scale.ledger import Evidence
from agency.scale.plan import Field, Guide, Order, plan, walk
from agency.scale.tables import MARK, ROWS, Tree, index_references, write_own
from specialisms.models import SpecialismLead, SpecialismPage
from support_pages.models import BodySketch, PageChange, SupportPage
from support_pages.models.sketch import text_of
from support_pages.sketch import packed, sketch

READ_FIRST = 3
"""So many guides of a cluster are linked in the text of the canonical page."""
A_PICTURE_IN = 5
REVIEWED = timedelta(days=45)
DUE = timedelta(days=300)
Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it has been, and of how much."""


class OtherSiteError(Exception):
    """The database holds a made-up site of another order."""


class Site:
    """A made-up site: its fields, with the primary keys of their pages and of their guides."""

    def __init__(self, order: Order, made: Firm, sectors: list[Field], evidence: dict[int, Evidence]) -> None:
        self.order, self.firm, self.sectors, self.evidence = order, made, sectors, evidence

    @property
    def fields(self) -> list[Field]:
        """All of them, from the top."""
        return list(walk(self.sectors))

    def owner_of(self, one: Field) -> int:
        """The consultant who leads a field."""
        return self.firm.people[one.pk % len(self.firm.people)]


def is_scale() -> bool:
    """Whether this database holds a made-up site, by what no editor can change."""
    return HomePage.objects.filter(translation_key=MARK).exists()


def has_been_built(order: Order) -> bool:
    """Whether the site of this order is here already. Raises ``OtherSiteError`` if it is one of another order."""
    home = HomePage.objects.filter(translation_key=MARK).first()
    if home and home.standfirst != str(order):
        raise OtherSiteError(home.standfirst)
    return home is not None


def build(order: Order, progress: Progress) -> Site:
    """Build the site. Raises ``NotEmptyError`` if the database holds anything else."""
    if not is_empty():
        raise NotEmptyError
    sectors = plan(order)
    with transaction.atomic():
        return Builder(order, sectors, progress).run()


class Builder:
    """One run of the build: the tree first, then texts, whose links can then be made."""

    def __init__(self, order: Order, sectors: list[Field], progress: Progress) -> None:
        self.order, self.sectors, self.progress = order, sectors, progress
        self.tree = Tree(order.seed)
        self.rows: dict[Field | Guide, Page] = {}
        self.today = timezone.localdate()

    def run(self) -> Site:
        """Everything but faults."""
        made = firm.found(self.order, self.tree)
        for sector in self.sectors:
            self._grow(made.directory, sector)
        self.progress("tree", 0, 1)
        self.tree.write()
        for one, row in self.rows.items():
            one.pk = row.pk
        self.pictures = firm.furnish(made, self.order)
        self.site = Site(self.order, made, self.sectors, {})
        fields = self.site.fields
        self.progress("ledger", 0, 1)
        self.site.evidence = ledger.fill(fields, {one.pk: self.site.owner_of(one) for one in fields})
        self._specialisms(fields)
        done = 0
        for one in fields:
            self._guides(one)
            done += len(one.guides)
            self.progress("guides", done, self.order.support_pages)
        return self.site

    def _grow(self, parent: Page, one: Field) -> None:
        row = self.rows[one] = self.tree.add(
            parent, SpecialismPage, one.slug, title=one.title, search_description=f"Recruitment in {one.title}."
        )
        for guide in one.guides:
            self.rows[guide] = self.tree.add(
                row,
                SupportPage,
                f"guide-{guide.number + 1}",
                title=guide.title,
                search_description=f"{guide.title}: for {one.title}, from our own searches.",
            )
        for narrower in one.narrower:
            self._grow(row, narrower)

    def _specialisms(self, fields: Sequence[Field]) -> None:
        pages = [self._specialism(one) for one in fields]
        write_own(pages)
        people = self.site.firm.people
        leads = [
            SpecialismLead(page=page, consultant_id=people[(page.pk + step) % len(people)], sort_order=step)
            for page in pages
            for step in range(2)
        ]
        SpecialismLead.objects.bulk_create(leads, batch_size=ROWS)
        index_references(pages, children=["leads"])

    def _specialism(self, one: Field) -> SpecialismPage:
        writer = Composer(one.key)
        evidence = self.site.evidence.get(one.pk, Evidence())
        first = [named(guide) for guide in one.guides[:READ_FIRST]]
        return own(
            SpecialismPage,
            self.rows[one],
            heading=f"{one.title} recruitment",
            standfirst=writer.sentence()[:300],
            target_question=one.question,
            question_key=question_key(one.question),
            remit=writer.paragraph(),
            key_figures=stored(writer.figures(evidence.facts[:2])),
            body=stored(writer.specialism(Ingredients(sideways=first, roles=evidence.roles))),
            reviewer_id=self.site.owner_of(one),
        )

    def _guides(self, one: Field) -> None:
        pages = [self._guide(guide) for guide in one.guides]
        if not pages:
            return
        with Resolution(*(page.body for page in pages)).in_use():  # the facts of the whole cluster in one query
            sketches = []
            for page in pages:
                page.word_count = page.counted_words()
                sketches.append(BodySketch(page_id=page.pk, hashes=packed(sketch(text_of(page)))))
        write_own(pages)
        BodySketch.objects.bulk_create(sketches)
        day = self.today - REVIEWED
        changes = [PageChange(page_id=page.pk, date=day, note="Figures checked again.") for page in pages]
        PageChange.objects.bulk_create(changes)
        index_references(pages, children=[])
        index_references(changes)

    def _guide(self, guide: Guide) -> SupportPage:
        random = Random(f"{guide.key}/facts")  # noqa: S311 - made up, nothing secret
        evidence = self.site.evidence[guide.field.pk]
        owner = self.site.owner_of(guide.field)
        writer = Composer(guide.key)
        given = Ingredients(
            up=named(guide.field),
            sideways=[named(other) for other in guide.field.linked_from(guide.number)],
            facts=random.sample(evidence.facts, min(3, len(evidence.facts))),
            pictures=[random.choice(self.pictures)] if random.randrange(A_PICTURE_IN) == 0 else [],
            roles=evidence.roles[:2],
        )
        return own(
            SupportPage,
            self.rows[guide],
            kind=guide.kind,
            role_id=random.choice(evidence.roles),
            standfirst=writer.sentence()[:300],
            target_question=guide.question,
            question_key=question_key(guide.question),
            author_id=owner,
            reviewer_id=random.choice(self.site.firm.people),
            reviewed_on=self.today - REVIEWED,
            review_due_on=self.today + DUE,
            guide_heading=writer.heading()[:120],
            guide_introduction=writer.sentence()[:250],
            body=stored(writer.guide(guide.kind, given)),
        )


def named(page: Field | Guide) -> Named:
    """A page as texts link to it."""
    return page.pk, page.title
