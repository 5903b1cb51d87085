"""Who belongs to a cluster and how: own guides, guests, hidden and pinned ones; where each stands, and why it is related."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.cluster import LINKED, OTHER_KIND, PINNED, POINTS, SAME_ROLE, Cluster, cluster_of, clusters
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.bodies import body
from tests.support_pages.thread.writing import fresh, text, to

KINDS = st.lists(st.sampled_from(list(Kind)), max_size=8)


def made(kinds: list[Kind], start: int = 1) -> tuple[SupportPage, ...]:
    """Guides of these kinds that are stored nowhere."""
    return tuple(SupportPage(pk=number, title=f"{number}", kind=kind) for number, kind in enumerate(kinds, start))


def guide(parent: SpecialismPage, title: str, **fields) -> SupportPage:
    """A stored guide."""
    return factories.SupportPageFactory(parent=fresh(parent), title=title, **{"body": []} | fields)


def titles(pages) -> list[str]:
    """What the pages are called."""
    return [page.title for page in pages]


@given(KINDS, KINDS)
def test_every_page_has_its_place_between_its_neighbours(kinds: list[Kind], others: list[Kind]) -> None:
    cluster = Cluster(SpecialismPage(title="Any"), made(kinds), guests=made(others, start=100))
    places = [cluster.place_of(page) for page in cluster.pages]
    assert [place.number for place in places] == list(range(1, len(kinds) + 1))
    assert {place.of for place in places} <= {len(kinds)}
    assert [place.before for place in places] == [None, *cluster.pages][: len(kinds)]
    assert [place.after for place in places] == [*cluster.pages[1:], None][: len(kinds)]
    for page in (*cluster.guests, SupportPage(title="New"), SupportPage(pk=999)):
        assert cluster.place_of(page) is None, "not among the specialism's own"


@given(KINDS, KINDS)
def test_what_is_missing_and_what_is_listed_are_all_kinds(kinds: list[Kind], others: list[Kind]) -> None:
    cluster = Cluster(SpecialismPage(title="Any"), made(kinds), guests=made(others, start=100))
    assert [page.pk for page in cluster.listed] == [page.pk for page in (*cluster.pages, *cluster.guests)]
    assert sorted([*cluster.missing, *{page.kind for page in cluster.listed}]) == sorted(Kind)
    assert len(cluster) == len(kinds), "guests are not counted"


@pytest.mark.django_db
def test_guests_stand_after_the_own_in_the_order_of_the_tree_and_once(directory: SpecialismIndexPage) -> None:
    sector, host = (
        factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), body=[]) for _number in range(2)
    )
    first = guide(sector, "First", also_supports=[host])
    narrower = factories.SpecialismPageFactory(parent=fresh(sector), body=[])
    guide(narrower, "Deeper", also_supports=[host])
    guide(sector, "Last", also_supports=[host, narrower])
    guide(sector, "Draft", also_supports=[host], live=False)
    locked = guide(sector, "Locked", also_supports=[host])
    PageViewRestriction.objects.create(page=locked, restriction_type="login")
    guide(host, "Own", also_supports=[host])
    one, many = cluster_of(host), clusters([sector, host, narrower])[host.pk]
    for cluster in (one, many):
        assert titles(cluster.pages) == ["Own"]
        assert titles(cluster.guests) == ["First", "Deeper", "Last"]
        assert cluster.guests[0].canonical == sector, "its thread stays where it is"
    assert titles(clusters([sector])[sector.pk].hidden) == titles(cluster_of(sector).hidden) == ["Locked"]
    assert first in cluster_of(sector).pages
    PageViewRestriction.objects.create(page=sector, restriction_type="login")
    assert titles(cluster_of(host).guests) == titles(clusters([host])[host.pk].guests) == []
    assert titles(cluster_of(sector).pages) == ["First", "Last"], "whoever may read the one may read the others"


@pytest.mark.django_db
def test_a_guide_that_stands_after_narrower_specialisms_belongs_as_well(directory: SpecialismIndexPage) -> None:
    sector = factories.SpecialismPageFactory(parent=directory, body=[])
    narrower = factories.SpecialismPageFactory(parent=fresh(sector), body=[])
    guide(sector, "Last")
    together = clusters([fresh(sector), fresh(narrower)])
    assert titles(together[sector.pk].pages) == titles(cluster_of(sector).pages) == ["Last"]
    assert titles(together[narrower.pk].pages) == []


@pytest.mark.django_db
def test_pins_come_first_in_the_order_of_the_editor_and_only_what_readers_see(
    specialism: SpecialismPage, directory: SpecialismIndexPage
) -> None:
    other = factories.SpecialismPageFactory(parent=fresh(directory), body=[])
    page, sibling, third = (guide(specialism, title) for title in ("Page", "Sibling", "Third"))
    elsewhere, draft, locked = (guide(other, title) for title in ("Elsewhere", "Draft", "Locked"))
    page.pinned = [("guide", one) for one in (third, elsewhere, draft, locked)]
    page.save()
    draft.unpublish()
    PageViewRestriction.objects.create(page=locked, restriction_type="login")
    page = fresh(page)
    cluster = cluster_of(specialism, page)
    assert titles(cluster.pinned) == ["Third", "Elsewhere"]
    assert titles(cluster.pages) == ["Page", "Sibling", "Third"], "a pin from elsewhere does not become one of them"
    assert cluster.guests == ()
    assert titles(cluster.related_to(page)) == ["Third", "Elsewhere", "Sibling"]
    assert [related.reasons for related in cluster.ranked(page)[:2]] == [(PINNED,), (PINNED,)]
    assert titles(cluster_of(specialism, sibling).pinned) == [], "the pins are the page's own"


@pytest.mark.django_db
def test_ranking_says_why(specialism: SpecialismPage, directory: SpecialismIndexPage) -> None:
    engineer = factories.role()
    nothing = guide(specialism, "Same kind")
    other_kind = guide(specialism, "Other kind", kind=Kind.MARKET_MAP)
    linked = guide(specialism, "Linked")
    role = guide(specialism, "Role", role=engineer)
    both = guide(specialism, "Role and link", role=engineer)
    elsewhere = factories.SpecialismPageFactory(parent=fresh(directory), body=[])
    guest = guide(elsewhere, "Guest", role=engineer, kind=Kind.MARKET_MAP, also_supports=[specialism])
    page = guide(specialism, "Page", role=engineer, body=body(text(to(linked), to(both))))
    ranked = cluster_of(specialism, page).ranked(fresh(page))
    assert [(related.page.title, related.reasons) for related in ranked] == [
        ("Role and link", (SAME_ROLE, LINKED)),
        ("Guest", (SAME_ROLE, OTHER_KIND)),
        ("Role", (SAME_ROLE,)),
        ("Linked", (LINKED,)),
        ("Other kind", (OTHER_KIND,)),
        ("Same kind", ()),
    ]
    assert {nothing.pk, other_kind.pk, role.pk, guest.pk} <= {related.page.pk for related in ranked}
    without_role = SupportPage(title="Preview", kind=Kind.HIRING_GUIDE)
    assert all(SAME_ROLE not in related.reasons for related in cluster_of(specialism).ranked(without_role))


def test_each_reason_outweighs_all_below_it() -> None:
    weights = list(POINTS.values())
    assert all(weight > sum(weights[number + 1 :]) for number, weight in enumerate(weights))


@pytest.mark.django_db
def test_one_query_for_one_and_two_for_many(
    specialism: SpecialismPage, directory: SpecialismIndexPage, django_assert_num_queries
) -> None:
    other = factories.SpecialismPageFactory(parent=fresh(directory), body=[])
    pages = [guide(specialism, f"Guide {number}", also_supports=[other]) for number in range(5)]
    pages[0].pinned = [("guide", pages[3])]
    with django_assert_num_queries(1):
        cluster = cluster_of(specialism, pages[0])
        assert cluster.place_of(pages[1])
        assert cluster.ranked(pages[0])[0].page == pages[3]
        assert cluster.by_kind
        assert cluster.missing
    with django_assert_num_queries(2):
        found = clusters([specialism, other])
        assert [len(found[page.pk].listed) for page in (specialism, other)] == [5, 5]
    assert clusters([]) == {}
