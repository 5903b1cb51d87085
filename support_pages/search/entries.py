"""What the search knows of each page and each fact: its entry, made of what readers see. A few queries for many pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch
from django.utils import timezone
from wagtail.models import Page

from agency.models import BasePage, ConsultantPage, PlainPage
from agency.reading import sections
from agency.rich_text import Resolution, texts
from specialisms.models import Fact, Role, SpecialismLead, SpecialismPage
from specialisms.models.specialism import SECTOR_DEPTH
from support_pages.kinds import PLURALS, Kind
from support_pages.models import SearchEntry, SupportPage
from support_pages.models.search import Found
from support_pages.models.sketch import text_of
from support_pages.search import places
from support_pages.search.words import distinct, plain_text, stems, words

SEARCHED: tuple[type[BasePage], ...] = (SpecialismPage, SupportPage, ConsultantPage, PlainPage)
"""The types of page that are found."""
STANDING = {Found.SPECIALISM: 1, Found.CONSULTANT: 2, Found.FACT: 4, Found.PAGE: 5}
GUIDES_STAND = 3
"""Of two that fit equally well, the one with the lower number comes first: the canonical page before its guides."""
ARROW = " › "
PART = "|"
"""Stands between two names."""
LONGEST_TEXT = 200_000
"""Letters of a page that are read: a hundred times a long guide."""


@dataclass(frozen=True)
class Written:
    """A page's words by their weight: what it is called, what it says it is about, and all the rest."""

    names: Sequence[str]
    head: Sequence[str]
    text: Sequence[str] = ()

    def fill(self, entry: SearchEntry) -> set[str]:
        """Put the words into an entry as it keeps them; returns them in full."""
        called = [found for name in self.names if (found := words(name))]
        head = [word for line in self.head for word in words(line)]
        body = words(" ".join(self.text)[:LONGEST_TEXT])
        said = [word for name in called for word in name]
        entry.names = f" {PART} ".join(" ".join(stems(name)) for name in called)
        entry.spelled = distinct(said)
        entry.head = distinct(stems([*said, *head]))
        entry.text = distinct(stems([*said, *head, *body]))
        return {*said, *head, *body}


@dataclass(frozen=True)
class Ancestor:
    """A page above one that is found."""

    pk: int
    title: str
    live: bool


class Surroundings:
    """What stands around some pages: the titles above them, the pay bands they show. Three queries."""

    def __init__(self, pages: Sequence[BasePage]) -> None:
        above = {page.path[:end] for page in pages for end in _ends(page)}
        above |= {path for page in pages for path in _sectors_led(page)}
        rows = Page.objects.filter(path__in=above).values_list("path", "pk", "title", "live")
        self.above = {path: Ancestor(pk, title, live) for path, pk, title, live in rows}
        self.figures = {page.pk: places.figures_of(page, self.own(page)) for page in pages}
        of_specialisms = [page.pk for page in pages if isinstance(page, SpecialismPage)]
        tables = [table.specialism for found in self.figures.values() for table in found.tables]
        self.bands = places.Bands([*of_specialisms, *tables])

    def own(self, page: BasePage) -> int | None:
        """The specialism a page belongs to."""
        if isinstance(page, SpecialismPage):
            return int(page.pk)
        parent = self.above.get(page.path[: -Page.steplen])
        return parent.pk if parent and isinstance(page, SupportPage) else None

    def titles(self, page: BasePage) -> list[str]:
        """The canonical thread above a page, from its sector down."""
        found = (self.above.get(page.path[:end]) for end in _ends(page))
        return [ancestor.title for ancestor in found if ancestor and ancestor.live]

    def sectors(self, page: BasePage) -> list[int]:
        """The sector a page lies in; of a consultant those that what they lead lies in."""
        if isinstance(page, SpecialismPage) and page.depth == SECTOR_DEPTH:
            return [page.pk]
        paths = _sectors_led(page) or [page.path[: SECTOR_DEPTH * Page.steplen]]
        return [self.above[path].pk for path in paths if path in self.above]

    def places(self, page: BasePage) -> str:
        """Where the figures of a page hold."""
        found = self.figures[page.pk]
        shown = [place for table in found.tables for place in self.bands.in_table(table)]
        own = self.bands.of(page.pk) if isinstance(page, SpecialismPage) else []
        return places.kept([*own, *shown, *found.hubs])


def _ends(page: BasePage) -> range:
    """How much of a page's path leads to each specialism above it."""
    first = SECTOR_DEPTH * Page.steplen
    return range(first, len(page.path), Page.steplen) if isinstance(page, SpecialismPage | SupportPage) else range(0)


def _sectors_led(page: BasePage) -> list[str]:
    """The paths of the sectors in which a consultant leads something, in order."""
    led = [lead.page.path for lead in page.leads.all()] if isinstance(page, ConsultantPage) else []
    return list(dict.fromkeys(path[: SECTOR_DEPTH * Page.steplen] for path in led))


def loaded(model: type[BasePage], ids: Iterable[int]) -> list[BasePage]:
    """Pages of a type with whatever their entries are made of."""
    pages = model.objects.filter(pk__in=list(ids)).order_by("path")
    leads = SpecialismLead.objects.select_related("consultant", "page").order_by("page__path", "sort_order")
    if model is SpecialismPage:
        pages = pages.prefetch_related(Prefetch("leads", leads), Prefetch("roles", Role.objects.all()))
    elif model is ConsultantPage:
        seen = SpecialismPage.objects.live().public()
        pages = pages.prefetch_related(Prefetch("leads", leads.filter(page__in=seen)))
    elif model is SupportPage:
        pages = SupportPage.objects.with_news().filter(pk__in=list(ids)).select_related("role", "author", "reviewer")
    return list(pages)


def entries_of(pages: Sequence[BasePage]) -> list[tuple[SearchEntry, set[str]]]:
    """The entries of public pages of one type, as ``loaded`` loads them, each with its words in full. Not saved."""
    around = Surroundings(pages)
    with Resolution(*(value for page in pages for value in texts(page))).in_use():
        return [_entry(page, around) for page in pages]


def _entry(page: BasePage, around: Surroundings) -> tuple[SearchEntry, set[str]]:
    entry = SearchEntry(
        page_id=page.pk,
        title=page.title,
        summary=(page.list_summary or page.search_description)[:300],
        expires_at=page.expire_at,
        day=_day(page.last_published_at),
        indexed_at=timezone.now(),
    )
    match page:
        case SupportPage():
            written = _guide(page, entry, around)
        case SpecialismPage():
            written = _specialism(page, entry, around)
        case ConsultantPage():
            written = _consultant(page, entry, around)
        case _:
            entry.sort, entry.standing = Found.PAGE, STANDING[Found.PAGE]
            written = Written([page.title, page.listing_title], _opening(page), _body(page))
    return entry, written.fill(entry)


def _guide(page: SupportPage, entry: SearchEntry, around: Surroundings) -> Written:
    kind, above = Kind(page.kind), around.titles(page)
    entry.sort, entry.standing = kind, GUIDES_STAND
    entry.sectors = places.kept(map(str, around.sectors(page)))
    entry.thread, entry.places = ARROW.join(above), around.places(page)
    entry.day = getattr(page, "news_on", None)
    people = [person.title for person in (page.author, page.reviewer) if person]
    return Written(
        [page.title, page.listing_title, *(page.role.titles if page.role else [])],
        [
            *above,
            *(str(kind.label), str(PLURALS[kind]), page.target_question, page.guide_heading),
            *_opening(page),
            *(section.text for section in sections(page.body)),
        ],
        [page.guide_introduction, *people, *places.read(entry.places), *_body(page)],
    )


def _specialism(page: SpecialismPage, entry: SearchEntry, around: Surroundings) -> Written:
    above = around.titles(page)
    entry.sort, entry.standing = Found.SPECIALISM, STANDING[Found.SPECIALISM]
    entry.sectors = places.kept(map(str, around.sectors(page)))
    entry.thread, entry.places = ARROW.join(above), around.places(page)
    roles = [title for role in page.roles.all() for title in role.titles]
    people = [lead.consultant.title for lead in page.leads.all() if lead.consultant.live]
    return Written(
        [page.title, page.heading, page.listing_title],
        [*above, page.target_question, *roles, *_opening(page), *(section.text for section in sections(page.body))],
        [plain_text(page.remit), *people, *_body(page)],
    )


def _consultant(page: ConsultantPage, entry: SearchEntry, around: Surroundings) -> Written:
    led = [lead.page.title for lead in page.leads.all()]
    entry.sort, entry.standing, entry.day = Found.CONSULTANT, STANDING[Found.CONSULTANT], None
    entry.sectors = places.kept(map(str, around.sectors(page)))
    entry.thread = page.role
    return Written([page.title], [page.role, page.languages, *led, *_opening(page)], [plain_text(page.biography)])


def _opening(page: BasePage) -> list[str]:
    return [page.standfirst, page.listing_summary, page.search_description]


def _body(page: SpecialismPage | SupportPage | PlainPage) -> list[str]:
    return text_of(page)


def fact_entry(fact: Fact, page: SearchEntry, field: str) -> tuple[SearchEntry, set[str]]:
    """The entry of a fact of a field that a page shows, which has this entry; with its words in full. Not saved."""
    above = [part for part in (page.thread, page.title) if part]
    ends = datetime.combine(fact.valid_until + timedelta(days=1), time.min, timezone.get_current_timezone())
    entry = SearchEntry(
        page_id=page.page_id,
        fact=fact,
        sort=Found.FACT,
        standing=STANDING[Found.FACT],
        title=fact.says,
        thread=ARROW.join(above)[:800],
        sectors=page.sectors,
        places=places.kept([fact.geography]),
        day=fact.as_of,
        expires_at=min(filter(None, [ends, page.expires_at])),
        indexed_at=timezone.now(),
    )
    written = Written([fact.says], [fact.geography, field, *above], [fact.source_name, fact.publisher, fact.method])
    return entry, written.fill(entry)


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None
