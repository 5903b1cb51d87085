"""The cluster: what belongs to one specialism, in order, by kind, and what to read next."""

import random

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from agency.page_cache.memory import Memory
from specialisms.models import SpecialismPage
from support_pages.cluster import RELATED, Cluster, cluster_of, guide_counts
from support_pages.kinds import PLURALS, Kind
from support_pages.models import SupportPage
from support_pages.templatetags.thread import under
from tests import factories


@pytest.fixture
def guides(specialism: SpecialismPage) -> list[SupportPage]:
    """Eight guides: two hiring guides and one or two of the other kinds."""
    kinds = [*Kind, Kind.HIRING_GUIDE, Kind.SALARY_GUIDE]
    made = [factories.SupportPageFactory(parent=specialism, kind=kind) for kind in kinds]
    return [SupportPage.objects.get(pk=page.pk) for page in made]


def memory_of(canonical: SpecialismPage) -> int:
    """How much a process remembers once it has read its cluster."""
    memory = Memory(room=1_000)
    with memory.in_use():
        cluster_of(canonical)
    return 1_000 - memory._left


def titles(pages) -> list[str]:
    """What the pages are called."""
    return [page.title for page in pages]


@pytest.mark.database
@pytest.mark.django_db
def test_cluster_is_in_editorial_order(specialism: SpecialismPage, guides: list[SupportPage]) -> None:
    assert titles(cluster_of(specialism).pages) == titles(guides)
    assert len(cluster_of(specialism)) == 8
    guides[-1].move(guides[0], pos="left")
    assert titles(cluster_of(specialism).pages) == titles([guides[-1], *guides[:-1]])


@pytest.mark.django_db
def test_cluster_is_one_query_and_leaves_bodies_alone(
    specialism: SpecialismPage, guides: list[SupportPage], django_assert_num_queries
) -> None:
    with django_assert_num_queries(1):
        found = cluster_of(specialism)
        assert [page.minutes for page in found.pages] == [guides[0].minutes] * 8
    assert "body" in found.pages[0].get_deferred_fields()


@pytest.mark.django_db
def test_a_text_that_is_remembered_with_a_cluster_counts(
    specialism: SpecialismPage, guides: list[SupportPage]
) -> None:
    canonical = SpecialismPage.objects.defer_streamfields().get(pk=specialism.pk)
    without, with_text = (memory_of(one) for one in (canonical, SpecialismPage.objects.get(pk=specialism.pk)))
    assert len(guides) <= without < with_text


def test_cluster_holds_direct_children_only(specialism: SpecialismPage, guides: list[SupportPage]) -> None:
    specialism.refresh_from_db()
    narrower = factories.SpecialismPageFactory(parent=specialism)
    factories.SupportPageFactory(parent=narrower, title="Deeper")
    assert "Deeper" not in titles(cluster_of(specialism).pages)
    assert titles(cluster_of(narrower).pages) == ["Deeper"]


@pytest.mark.django_db
def test_drafts_and_private_pages_are_left_out(specialism: SpecialismPage, guides: list[SupportPage]) -> None:
    guides[0].unpublish()
    PageViewRestriction.objects.create(page=guides[1], restriction_type="login")
    assert titles(cluster_of(specialism).pages) == titles(guides[2:])


@pytest.mark.django_db
def test_kinds_come_in_their_own_order_without_empty_ones(specialism: SpecialismPage) -> None:
    for kind in (Kind.MARKET_MAP, Kind.HIRING_GUIDE, Kind.SALARY_GUIDE, Kind.HIRING_GUIDE):
        factories.SupportPageFactory(parent=specialism, kind=kind)
    groups = cluster_of(specialism).by_kind
    assert [group.label for group in groups] == ["Hiring guides", "Salary guides", "Market maps"]
    assert [len(group.pages) for group in groups] == [2, 1, 1]


def test_every_kind_has_a_plural() -> None:
    assert set(PLURALS) == set(Kind)


@given(st.lists(st.sampled_from(list(Kind)), max_size=12), st.randoms(use_true_random=False))
def test_by_kind_loses_and_doubles_nothing(kinds: list[Kind], chance: random.Random) -> None:
    pages = tuple(SupportPage(pk=number, title=str(number), kind=kind) for number, kind in enumerate(kinds, start=1))
    groups = Cluster(SpecialismPage(title="Any"), pages).by_kind
    assert sorted(page.pk for group in groups for page in group.pages) == [page.pk for page in pages]
    assert all(page.kind == group.kind for group in groups for page in group.pages)
    assert all(group.pages for group in groups)


@given(st.lists(st.sampled_from(list(Kind)), min_size=1, max_size=12), st.data())
def test_related_never_holds_the_page_itself_and_prefers_other_kinds(kinds: list[Kind], data: st.DataObject) -> None:
    pages = tuple(SupportPage(pk=number, title=str(number), kind=kind) for number, kind in enumerate(kinds, start=1))
    page = data.draw(st.sampled_from(pages))
    related = Cluster(SpecialismPage(title="Any"), pages).related_to(page)
    assert len(related) == min(RELATED, len(pages) - 1)
    assert len({sibling.pk for sibling in related}) == len(related)
    assert page.pk not in {sibling.pk for sibling in related}
    same = [sibling.kind == page.kind for sibling in related]
    assert same == sorted(same), "other kinds come first"
    left_out = {sibling.pk for sibling in pages} - {sibling.pk for sibling in related} - {page.pk}
    if any(same):
        assert all(pages[pk - 1].kind == page.kind for pk in left_out)


@pytest.mark.django_db
def test_related_goes_on_after_the_page_and_round_the_end(specialism: SpecialismPage) -> None:
    kinds = [Kind.HIRING_GUIDE, Kind.SALARY_GUIDE, Kind.INTERVIEW_GUIDE, Kind.JOB_DESCRIPTION, Kind.MARKET_MAP]
    pages = [factories.SupportPageFactory(parent=specialism, kind=kind) for kind in kinds]
    cluster = cluster_of(specialism)
    assert titles(cluster.related_to(pages[0])) == titles(pages[1:])
    assert titles(cluster.related_to(pages[2])) == titles([*pages[3:], *pages[:2]])
    assert titles(cluster.related_to(pages[4])) == titles(pages[:4])
    assert titles(cluster.related_to(pages[4], limit=1)) == titles(pages[:1])


@pytest.mark.django_db
def test_page_that_is_not_in_the_cluster_still_has_related_ones(
    specialism: SpecialismPage, guides: list[SupportPage]
) -> None:
    """The preview of a draft: all siblings are others."""
    draft = SupportPage(title="Draft", kind=Kind.MARKET_MAP)
    assert titles(cluster_of(specialism).related_to(draft))[0] == guides[0].title


@pytest.mark.database
@pytest.mark.django_db
def test_counts_add_up_the_tree(specialism: SpecialismPage, guides: list[SupportPage]) -> None:
    specialism.refresh_from_db()
    narrower = factories.SpecialismPageFactory(parent=specialism)
    factories.SupportPageFactory(parent=narrower)
    factories.SupportPageFactory(parent=narrower, live=False)
    PageViewRestriction.objects.create(page=guides[0], restriction_type="login")
    counts = guide_counts()
    assert under(counts, specialism) == 8
    assert under(counts, narrower) == 1
    assert under(counts, factories.SpecialismPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk))) == 0


@pytest.mark.django_db
def test_specialism_page_lists_the_whole_cluster_by_kind(
    specialism: SpecialismPage, guides: list[SupportPage]
) -> None:
    page = BeautifulSoup(Client().get(specialism.url).content, "html.parser")
    cluster = page.find(attrs={"aria-labelledby": "cluster-title"})
    assert [heading.get_text() for heading in cluster.find_all("h3")] == [str(PLURALS[kind]) for kind in Kind]
    assert {link["href"] for link in cluster.find_all("a")} == {guide.url for guide in guides}
