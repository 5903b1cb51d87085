"""Keeps what the search knows in line with what readers see.

What leaves is forgotten in the transaction in which it leaves; what comes is read by the worker, since taking a long guide
apart is nothing to wait for. Every ten minutes the worker looks for what no signal told of.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django_tasks import task
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet

from agency.models import BasePage, ConsultantPage
from specialisms.models import Fact
from support_pages.content import content_of
from support_pages.models import SearchEntry, SearchWord
from support_pages.search.entries import SEARCHED, entries_of, fact_entry, loaded
from support_pages.search.words import stem

BATCH = 50
"""Pages that are read together; a long guide with its blocks takes half a megabyte."""
SWEPT = 500
"""The most pages that one sweep asks for."""


def public(pages: type[BasePage]) -> PageQuerySet:
    """The pages of a type that can be found: anybody may read them, and they are no aliases."""
    return pages.objects.live().public().filter(alias_of=None)


def index(ids: Iterable[int]) -> int:
    """Read these pages again, with the facts they show; forget those that are not public. Returns how many are known."""
    known = 0
    for batch in _batches(ids):
        seen: list[BasePage] = []
        for model in SEARCHED:
            seen += loaded(model, public(model).filter(pk__in=batch).values_list("pk", flat=True))
        with transaction.atomic():
            before = SearchEntry.objects.filter(page__in=batch, fact__isnull=False).values_list("fact", flat=True)
            facts = set(before)
            SearchEntry.objects.filter(page__in=batch, fact=None).delete()
            _keep(row for model in SEARCHED for row in entries_of([page for page in seen if type(page) is model]))
            shown = {(fact, int(page.pk)) for page in seen for fact in content_of(page).facts}
            index_facts(facts | {fact for fact, _page in shown}, shown)
        known += len(seen)
    return known


def index_facts(ids: Collection[int], shown: Collection[tuple[int, int]] = ()) -> None:
    """Read these facts again. A fact is found on the first page that shows it to everybody; without one it is not.

    ``shown`` are facts with pages that are known to show them, by their ids: Wagtail's index of references may be behind.
    """
    facts = Fact.objects.filter(pk__in=ids).select_related("specialism")
    homes = _homes(ids, shown)
    SearchEntry.objects.filter(fact__in=ids).delete()
    _keep(fact_entry(fact, homes[fact.pk]) for fact in facts if fact.pk in homes)


def _homes(ids: Collection[int], shown: Collection[tuple[int, int]]) -> dict[int, SearchEntry]:
    """For each fact the entry of the page on which it is found: the first in the tree, canonical pages before guides."""
    if not ids:
        return {}
    rows = ReferenceIndex.objects.filter(
        to_content_type__app_label="specialisms",
        to_content_type__model="fact",
        to_object_id__in=[str(pk) for pk in ids],
        base_content_type__model="page",
    ).values_list("to_object_id", "object_id")
    pairs = {(int(fact), int(page)) for fact, page in rows} | set(shown)
    entries = SearchEntry.objects.filter(fact=None, page__in={page for _fact, page in pairs}).select_related("page")
    pages = {entry.page_id: entry for entry in entries}
    found: dict[int, SearchEntry] = {}
    for fact, page in sorted((fact, page) for fact, page in pairs if page in pages):
        one = pages[page]
        if fact not in found or (one.standing, one.page.path) < (found[fact].standing, found[fact].page.path):
            found[fact] = one
    return found


def _keep(made: Iterable[tuple[SearchEntry, set[str]]]) -> None:
    """Store entries, and the words in them. One that another worker has just stored is the same."""
    words: Counter[str] = Counter()
    entries = []
    for entry, spelled in made:
        entries.append(entry)
        words.update(spelled)
    SearchEntry.objects.bulk_create(entries, ignore_conflicts=True)
    _learn(words)


def _learn(words: Counter[str]) -> None:
    """Add words that are new; how often all are used is counted at night."""
    old = set(SearchWord.objects.filter(word__in=words).values_list("word", flat=True)) if words else set()
    new = (SearchWord(word=word, stem=stem(word), uses=uses) for word, uses in words.items() if word not in old)
    SearchWord.objects.bulk_create(new, ignore_conflicts=True, batch_size=1000)


@task(priority=-5)
def read_again(ids: list[int]) -> int:
    """The worker's ``index``."""
    return index(ids)


@task(priority=-5)
def read_below(pk: int, only_if_renamed: bool = False) -> int:
    """Read a page again and everything below it, or itself only if it is called as before; returns how many are known."""
    page = Page.objects.filter(pk=pk).first()
    if page is None:
        return 0
    below = Page.objects.filter(path__startswith=page.path).order_by("path").values_list("pk", flat=True)
    is_same = SearchEntry.objects.filter(page=pk, fact=None, title=page.title).exists()
    people = ConsultantPage.objects.filter(leads__page=pk).values_list("pk", flat=True)
    return index([*([pk] if only_if_renamed and is_same else below), *people])


@task(priority=-5)
def read_facts(ids: list[int]) -> None:
    """The worker's ``index_facts``."""
    with transaction.atomic():
        index_facts(set(ids))


def sweep() -> int:
    """Ask for what nobody asked for: public pages without an entry, entries older than their page or without a public one."""
    own = SearchEntry.objects.filter(fact=None, page=OuterRef("pk"))
    fresh = own.filter(Q(indexed_at__gte=OuterRef("last_published_at")) | Q(page__last_published_at=None))
    missing = [
        pk for model in SEARCHED for pk in public(model).exclude(Exists(fresh)).values_list("pk", flat=True)[:SWEPT]
    ]
    entries = SearchEntry.objects.exclude(page__in=Page.objects.live().public().filter(alias_of=None))
    ids = sorted({*missing[:SWEPT], *entries.values_list("page", flat=True)[:SWEPT]})
    for start in range(0, len(ids), BATCH):
        read_again.enqueue(ids[start : start + BATCH])
    return len(ids)


@task(priority=-10)
def recount() -> int:
    """Count how many entries use each word and forget those that none does; returns how many words are left."""
    uses: Counter[str] = Counter()
    for text in SearchEntry.objects.values_list("text", flat=True).iterator(chunk_size=200):
        uses.update(text.split(" "))
    changed = []
    for row in SearchWord.objects.iterator(chunk_size=2000):
        if row.uses != uses[row.stem]:
            row.uses = uses[row.stem]
            changed.append(row)
    SearchWord.objects.bulk_update([row for row in changed if row.uses], ["uses"], batch_size=500)
    SearchWord.objects.filter(pk__in=[row.pk for row in changed if not row.uses]).delete()
    return SearchWord.objects.count()


def recount_later() -> None:
    """Have the worker count the words."""
    recount.enqueue()


def rebuild() -> Iterator[tuple[int, int]]:
    """Read everything again, batch by batch: how many pages were read, and of how many."""
    ids = [pk for model in SEARCHED for pk in public(model).order_by("path").values_list("pk", flat=True)]
    SearchEntry.objects.exclude(page__in=ids).delete()
    for start in range(0, len(ids), BATCH):
        index(ids[start : start + BATCH])
        yield min(start + BATCH, len(ids)), len(ids)
    recount.func()


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    remaining = iter(dict.fromkeys(ids))
    while batch := list(islice(remaining, BATCH)):
        yield batch
