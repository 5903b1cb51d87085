"""What a question finds: a page of results with what surrounds them. A bounded number of queries, whatever is asked.

A question is taken as it is typed; if that finds nothing, with its mistyped words corrected; then with one word left out;
then by any of its words. All entries that fit are counted, but only the two hundred best placed are ranked and listed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Paginator
from django.utils import timezone
from wagtail.models import Page

from specialisms.models import Fact
from support_pages.models import SearchEntry
from support_pages.models.search import SORTS, SearchEntryQuerySet
from support_pages.search import spelling, synonyms
from support_pages.search.asking import Question, ask, read
from support_pages.search.entries import ARROW
from support_pages.search.facets import Choice, Counts, Facet
from support_pages.search.matching import holding, indexed, starting
from support_pages.search.ranking import Candidate, ranked
from support_pages.search.words import stems

COLUMNS = ("names", "head", "text")
"""Where words are looked for, the most telling first; each column holds the words of those before it."""
STAGE = 100
"""Candidates that are taken from each column."""
LENGTH = 10
"""Results on a page."""
SUGGESTED = 8


@dataclass(frozen=True)
class Result:
    """One thing that was found, as it is listed."""

    title: str
    address: str
    sort: str
    thread: str
    summary: str
    day: date | None
    page: int
    value: str = ""

    @property
    def label(self) -> str:
        """What sort of thing it is."""
        return str(SORTS[self.sort].label)

    @property
    def belongs_to(self) -> str:
        """The last of the thread: a guide's specialism, a figure's page, what a consultant does."""
        return self.thread.rpartition(ARROW)[2]


@dataclass
class Findings:
    """A page of results. ``question`` is what was looked for, which may not be what was ``typed``."""

    typed: Question
    question: Question
    choice: Choice
    total: int = 0
    at_least: int | None = None
    listed: int = 0
    results: list[Result] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    page: int = 1
    pages: int = 1
    similar: list[str] = field(default_factory=list)
    is_anything_found: bool = False

    @property
    def is_corrected(self) -> bool:
        """Whether words were taken for others than were typed."""
        return self.question.words != self.typed.words

    @property
    def is_loose(self) -> bool:
        """Whether what is listed has only some of the words."""
        return self.at_least is not None

    @property
    def clear(self) -> str:
        """The query string of the same question without a choice; empty if there is none."""
        return Choice().address(self.question.shown) if self.choice else ""

    @property
    def chosen(self) -> list[str]:
        """What the reader has narrowed it down to, as the links call it."""
        return [value.label for facet in self.facets for value in facet.values if value.chosen]

    @property
    def before(self) -> str:
        """The query string of the previous page, if there is one."""
        return self.choice.address(self.question.shown, self.page - 1) if self.page > 1 else ""

    @property
    def after(self) -> str:
        """The query string of the next page, if there is one."""
        return self.choice.address(self.question.shown, self.page + 1) if self.page < self.pages else ""


def find(text: str, choice: Choice, page: int = 1) -> Findings:
    """What is found by a text within a choice; ``page`` counts from 1 and may be anything."""
    meanings = synonyms.stored()
    typed = read(text, meanings)
    found = Findings(typed, typed, choice)
    if not typed:
        return found
    with indexed():
        counts = _count(found, meanings)
        if counts:
            found.is_anything_found = True
            found.total = counts.total(choice)
            found.facets = counts.facets(choice, found.question.shown, _titles(counts.sectors))
            ids = ranked(_candidates(found), found.question)
            found.listed = len(ids)
            pages = Paginator(ids, LENGTH)
            here = pages.get_page(page)
            found.page, found.pages = here.number, pages.num_pages
            found.results = _results(list(here))
        else:
            near = [word for one in typed.words[:3] for word in spelling.similar(one)]
            found.similar = [word for word in near if holding("text", ask(word, [word]).groups).exists()]
    return found


def _count(found: Findings, meanings: Sequence[tuple[synonyms.Term, ...]]) -> Counts:
    """Count by the strictest reading of the question that finds anything; notes in ``found`` which it is."""
    for question, at_least in _readings(found.typed, meanings):
        found.question, found.at_least = question, at_least
        counts = Counts(holding("text", found.question.groups, found.at_least))
        if counts:
            break
    return counts


def _readings(typed: Question, meanings: Sequence[tuple[synonyms.Term, ...]]) -> Iterator[tuple[Question, int | None]]:
    """A question as it can be taken, the strictest first, with how many of its words are wanted if not all."""
    yield typed, None
    meant = spelling.corrected(typed.words)
    question = _instead(typed, meant, meanings) if meant else typed
    if meant:
        yield question, None
    many = len(question.groups)
    if many > 2:
        yield question, many - 1
    if many > 1:
        yield question, 1


def _instead(typed: Question, meant: Mapping[str, str], meanings: Sequence[tuple[synonyms.Term, ...]]) -> Question:
    words = [meant.get(word, word) for word in typed.words]
    return ask(" ".join(words), words, meanings)


def _candidates(found: Findings) -> list[Candidate]:
    """The entries to be ranked: of each column those that stand highest; of the last only if there are few others."""
    rows: dict[int, Candidate] = {}
    for column in COLUMNS:
        if len(rows) >= found.total or (column == COLUMNS[-1] and len(rows) >= STAGE):
            break
        entries = found.choice.narrow(holding(column, found.question.groups, found.at_least))
        rows |= {one.pk: one for one in _some(entries)}
    return list(rows.values())


def _titles(sectors: set[int]) -> dict[int, str]:
    return dict(Page.objects.filter(pk__in=sectors).values_list("pk", "title")) if sectors else {}


def visible(ids: set[int]) -> dict[int, Page]:
    """Those of some pages that anybody may read at this moment, by primary key. Two queries."""
    pages = Page.objects.filter(pk__in=ids).live().public().exclude(expire_at__lte=timezone.now())
    return {page.pk: page for page in pages.defer_streamfields()}


def _results(ids: Sequence[int]) -> list[Result]:
    """Entries as they are listed, in this order; without those whose page has left since."""
    entries = SearchEntry.objects.current().in_bulk(ids)
    pages = visible({entry.page_id for entry in entries.values()})
    facts = Fact.objects.in_bulk({entry.fact_id for entry in entries.values() if entry.fact_id})
    shown = (entries[pk] for pk in ids if pk in entries and entries[pk].page_id in pages)
    return [_result(entry, pages[entry.page_id], facts.get(entry.fact_id)) for entry in shown]


def _result(entry: SearchEntry, page: Page, fact: Fact | None) -> Result:
    return Result(
        title=fact.says if fact else entry.title,
        address=page.url or "",
        sort=entry.sort,
        thread=entry.thread,
        summary=fact.note if fact else entry.summary,
        day=None if fact else entry.day,
        page=page.pk,
        value=fact.value if fact else "",
    )


def suggest(text: str) -> list[Result]:
    """What somebody may be about to type: the things whose names have words that begin like theirs."""
    question = read(text, synonyms.stored())
    if not question or (len(question.words[-1]) < 2 and len(question.words) == 1):
        return []
    with indexed():
        found = list(dict.fromkeys([*_beginning(question.words), *_some(holding("names", question.groups))]))
        if not found:
            meant = spelling.corrected(question.words)
            found = _beginning([meant.get(word, word) for word in question.words]) if meant else []
            question = _instead(question, meant, ())
        return _results(ranked(found, question)[:SUGGESTED])


def _beginning(words: Sequence[str]) -> list[Candidate]:
    return _some(starting("spelled", words, stems(words)))


def _some(entries: SearchEntryQuerySet) -> list[Candidate]:
    rows = entries.order_by("standing", "-day", "pk").values_list(*Candidate._fields)
    return [Candidate(*row) for row in rows[:STAGE]]
