"""Checking a cluster costs the database the same, however large it is and whatever its guides hold."""

import itertools
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction, Site

from specialisms.models import Fact, Level, PayBand, SpecialismIndexPage, SpecialismPage
from support_pages.cluster import cluster_of, clusters
from support_pages.models import SupportPage
from support_pages.thread.check import check, check_cluster, check_draft
from support_pages.thread.health import record
from support_pages.visitor import links_of
from tests import factories
from tests.support_pages.bodies import body
from tests.support_pages.pdfs import inline
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.test_evidence import day, said
from tests.support_pages.thread.test_pictures import shown
from tests.support_pages.thread.writing import at, fresh, index_references, prose, text, to, write

pytestmark = pytest.mark.django_db
SIZES = (3, 30, 100)
MOST = 40
"""Queries of a check with nothing cached, the rendering of the canonical page among them."""


def queries(ask: Callable[[], Any]) -> list[str]:
    """What is asked of the database, with nothing cached but what every process soon has."""
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return [query["sql"] for query in captured.captured_queries]


def stored(model: type[Fact | PayBand], **fields: Any) -> Fact | PayBand:
    """A figure, stored without what follows from it."""
    figure = {"source_name": "Searches", "as_of": day(-9)} | ({"low": 1} if model is Fact else {})
    return model.objects.bulk_create([model(**figure | fields)])[0]


@pytest.fixture
def grow(clean: Clean, directory: SpecialismIndexPage) -> Callable[[int], None]:
    """Adds guides with everything that rules look at, each with things of its own, until there are so many."""
    elsewhere = factories.SpecialismPageFactory(parent=fresh(directory), title="Elsewhere", body=[])
    french = Locale.objects.create(language_code="fr")
    picture = factories.picture().pk
    role = factories.role()
    numbers = itertools.count(1)
    made: list[SupportPage] = []

    def add() -> SupportPage:
        number = next(numbers)
        facts = [stored(Fact, says="Old", valid_until=day(-1), source_url=f"http://testserver/old-{number}/")]
        facts.append(stored(Fact, says="New", valid_until=day(1)))
        last = made[-1] if made else clean.hiring
        Redirect.add_redirect(f"/old-{number}/", redirect_to=last)
        guide = clean.make(
            clean.specialism if number % 9 else elsewhere,
            target_question=f"Question {number // 2}",
            live=bool(number % 7),
            locale=french if number % 3 == 0 else clean.hiring.locale,
            also_supports=[clean.specialism, elsewhere][: number % 3],
            body=body(
                text(prose(40, seed=number // 2), to(last), to(10**9 + number), at(last.url), at(f"/gone-{number}/")),
                text(inline(facts[0])["value"], at(f"/old-{number}/"), at(f"{last.url}guide.pdf")),
                ("facts", [{"fact": facts[1].pk}]),
                ("heading", {"text": "Part", "level": "3", "anchor": ""}),
                ("pay_table", {"caption": "Pay", "specialism": elsewhere.pk, "roles": []}),
                ("related_guides", {"title": "", "guides": [last.pk]}),
                said(None),
                shown(picture),
            ),
        )
        if number % 6 == 0:
            PageViewRestriction.objects.create(page=guide, restriction_type="login")
        where = {"specialism": clean.specialism, "place": f"Place {number}", "role": role}
        stored(
            PayBand, **where, valid_until=day(number % 2 - 1), p25=1, p50=2, p75=3, level=Level.SENIOR, currency="GBP"
        )
        made.append(guide)
        return guide

    def until(size: int) -> None:
        while len(made) < size:
            add()
        index_references()

    return until


def asked_of(specialism: SpecialismPage, hiring: SupportPage) -> dict[str, list[str]]:
    """The queries of everything that looks at one cluster."""
    report = check_cluster(specialism)
    record(report)
    draft, new = fresh(hiring), SupportPage(title="New", body=fresh(hiring).body)
    tasks: dict[str, Callable[[], Any]] = {
        "cluster": partial(check_cluster, specialism),
        "draft": partial(check_draft, draft, specialism),
        "new guide": partial(check_draft, new, specialism),
        "specialism": partial(check_draft, fresh(specialism), specialism.get_parent()),
        "record": partial(record, report),
        "cluster_of": partial(cluster_of, specialism, draft),
        "clusters": partial(clusters, [specialism]),
    }
    return {name: queries(task) for name, task in tasks.items()}


def test_one_cluster_costs_the_same_at_any_size(clean: Clean, grow: Callable[[int], None]) -> None:
    found = []
    for size in SIZES:
        grow(size)
        found.append(asked_of(SpecialismPage.objects.get(pk=clean.specialism.pk), clean.hiring))
    for name, few in found[0].items():
        for more in found[1:]:
            assert len(more[name]) == len(few), "\n".join([name, *sorted(set(more[name]) - set(few))])
    counts = {name: len(few) for name, few in found[0].items()}
    assert (counts["cluster_of"], counts["clusters"]) == (1, 2)
    assert counts["cluster"] <= MOST
    assert counts["draft"] <= MOST


def test_a_draft_costs_the_same_whatever_it_holds(clean: Clean, grow: Callable[[int], None]) -> None:
    grow(12)
    pieces = [child for guide in SupportPage.objects.live() for child in guide.body.raw_data]
    asked = []
    for factor in (1, 4):
        page = fresh(clean.hiring)
        page.body = body(*((child["type"], child["value"]) for child in pieces * factor))
        asked.append(queries(lambda page=page: check_draft(page, clean.specialism)))
    assert len(asked[0]) == len(asked[1]) <= MOST


def test_clusters_that_are_checked_together_share_their_queries(clean: Clean, directory: SpecialismIndexPage) -> None:
    """Each adds what its canonical page costs a visitor, and nothing else."""
    write(clean.hiring, text(at("/nowhere/")))
    clean.make(clean.specialism, title="That no text links to")
    for _number in range(2):
        parent = factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), body=[])
        clean.make(parent, to(parent), at("/nowhere/"))
    index_references()
    pages = list(SpecialismPage.objects.order_by("path"))
    list(check(pages))  # what a process asks once
    one, two, three = (len(queries(lambda: list(check(pages[:count])))) for count in (1, 2, 3))  # noqa: B023 - asked at once
    assert two - one == three - two <= len(queries(lambda: links_of(pages[2])))
