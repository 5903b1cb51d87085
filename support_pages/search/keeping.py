"""Keeps what the search knows in line with what readers see.

What leaves is forgotten in the transaction in which it leaves; what comes is read by the worker, since taking a long guide
apart is nothing to wait for. When it starts, and every ten minutes, the worker looks for what no signal told of: after an
upgrade that is every page.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet

from agency.models import BasePage, ConsultantPage
from specialisms.models import Fact, SpecialismPage
from support_pages.cluster import cluster_of
from support_pages.content import content_of
from support_pages.models import SearchEntry, SearchWord, SupportPage
from support_pages.search import places
from support_pages.search.entries import SEARCHED, entries_of, fact_entry, loaded
from support_pages.search.words import stem

BATCH = 50
"""Pages that are read together; a long guide with its blocks takes half a megabyte."""
A_WEEK = timedelta(days=7)
"""So old an entry is made again: what it is made of changes by ways that tell nobody, such as a file of pay bands."""


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
    facts = list(Fact.objects.filter(pk__in=ids))
    fields = public(SpecialismPage).filter(pk__in={fact.specialism_id for fact in facts if fact.specialism_id})
    titles = dict(fields.values_list("pk", "title"))
    homes = _homes(ids, shown)
    SearchEntry.objects.filter(fact__in=ids).delete()
    _keep(fact_entry(one, homes[one.pk], titles.get(one.specialism_id, "")) for one in facts if one.pk in homes)


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
def read_around(pk: int, only_if_renamed: bool = False) -> int:
    """Read a page again with all that names it, or itself only if it is called as before; returns how many are known.

    The pages below name it, the people who lead one of them, the specialisms that a consultant leads, and their guides.
    """
    page = Page.objects.filter(pk=pk).first()
    if page is None:
        return 0
    people = ConsultantPage.objects.filter(leads__page__path__startswith=page.path).values_list("pk", flat=True)
    if only_if_renamed and SearchEntry.objects.filter(page=pk, fact=None, title=page.title).exists():
        return index([pk, *people])
    below = Page.objects.filter(path__startswith=page.path).order_by("path").values_list("pk", flat=True)
    led = SpecialismPage.objects.filter(leads__consultant=pk).values_list("pk", flat=True)
    return index([*below, *people, *led, *guides_of(pk)])


def guides_of(person: int) -> list[int]:
    """The guides that a consultant has written or reviewed, by primary key."""
    return list(SupportPage.objects.live().filter(Q(author=person) | Q(reviewer=person)).values_list("pk", flat=True))


def read_later(ids: Iterable[int]) -> None:
    """Have the worker read these pages again, batch by batch."""
    for batch in _batches(ids):
        read_again.enqueue(batch)


@task(priority=-5)
def read_pay(specialism: int) -> int:
    """Read what shows the pay bands of a specialism, if they are for other places than it is known for."""
    bands = places.kept(places.Bands([specialism]).of(specialism))
    known = SearchEntry.objects.filter(page=specialism, fact=None).values_list("places", flat=True).first()
    page = SpecialismPage.objects.filter(pk=specialism).first()
    if page is None or (known is not None and {*places.read(known)} == {*places.read(bands)}):
        return 0
    naming = ReferenceIndex.get_references_to(page).filter(base_content_type__model="page")
    others = [int(pk) for pk in naming.values_list("object_id", flat=True)]
    return index([specialism, *(guide.pk for guide in cluster_of(page).pages), *others])


@task(priority=-5)
def read_facts(ids: list[int]) -> None:
    """The worker's ``index_facts``, for facts that stand where they stood."""
    with transaction.atomic():
        index_facts(set(ids), set(SearchEntry.objects.filter(fact__in=ids).values_list("fact", "page")))


def sweep() -> bool:
    """Have the worker catch up with what nobody told of, if there is something and it has not been asked to."""
    asked = DBTaskResult.objects.filter(task_path=catch_up.module_path)
    is_asked = asked.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]).exists()
    is_wanted = not is_asked and bool(_overlooked(after=0))
    if is_wanted:
        catch_up.enqueue()
    return is_wanted


@task(priority=-5)
def catch_up(after: int = 0) -> int:
    """Read some overlooked pages whose primary key is above ``after``, and go on in a task of its own; returns how many."""
    ids = _overlooked(after)
    if ids:
        index(ids)
        catch_up.enqueue(after=ids[-1])
    return len(ids)


def _overlooked(after: int) -> list[int]:
    """Some pages, in order: public ones without an entry as new as they are, and entries without a public page."""
    fresh = SearchEntry.objects.filter(page=OuterRef("pk"), fact=None, indexed_at__gte=timezone.now() - A_WEEK)
    fresh = fresh.filter(Q(indexed_at__gte=OuterRef("last_published_at")) | Q(page__last_published_at=None))
    known = Page.objects.live().public().filter(alias_of=None)
    left = SearchEntry.objects.exclude(page__in=known).filter(page__gt=after).order_by("page_id")
    found = set(left.values_list("page", flat=True)[:BATCH])
    for model in SEARCHED:
        lacking = public(model).filter(pk__gt=after).exclude(Exists(fresh)).order_by("pk")
        found |= set(lacking.values_list("pk", flat=True)[:BATCH])
    return sorted(found)[:BATCH]


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
