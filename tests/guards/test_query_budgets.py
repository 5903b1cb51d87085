"""What every page type costs the database, cold, and that it costs no more when there is ten times as much to show."""

from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from agency.models import AgencyImage, ConsultantPage, NavigationLink
from agency.page_cache.memory import Memory
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.guards.conftest import fill
from tests.guards.subjects import PAGE_TYPES

BUDGETS = {
    "ConsultantIndexPage": 10,
    "ConsultantPage": 11,
    "HomePage": 11,
    "PlainPage": 10,
    "SpecialismIndexPage": 13,
    "SpecialismPage": 17,
    "SupportPage": 17,
}
"""The most queries a page may cost with nothing cached and every block on it, pictures left out. Of a guide's, 13 are
its own; documents, cards of other guides, pay bands, and the people behind it are one each. Those are read apart from it, because
the next guide finds them remembered."""
PICTURES = 3
"""The most that pictures may add, however many: those of the text, their sizes, and portraits with theirs."""

NEXT_GUIDE = 8

TIMES = 10
NAMES = [model.__name__ for model in PAGE_TYPES]

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Costs:
    """The queries of each page type, by its name: without pictures, with them, and with ten times as much to show.

    ``next_guide`` are those of a full guide in a process that has shown another one of its cluster since something changed.
    """

    plain: dict[str, list[str]]
    full: dict[str, list[str]]
    crowded: dict[str, list[str]]
    next_guide: list[str]


@pytest.fixture(scope="module")
def costs(django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> Costs:
    """Every page of a small site, asked for three times while the site grows; the site is gone afterwards."""
    folder = tmp_path_factory.mktemp("costs")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        pages = site()
        full = {model.__name__: queries(page) for model, page in pages.items()}
        with transaction.atomic():
            take_pictures_away(pages)
            plain = {model.__name__: queries(page) for model, page in pages.items()}
            transaction.set_rollback(True)
        multiply(pages)
        crowded = {model.__name__: queries(page) for model, page in pages.items()}
        next_guide = queries_of_next(pages[SupportPage])
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()
    return Costs(plain, full, crowded, next_guide)


def test_every_page_type_has_a_budget() -> None:
    assert sorted(BUDGETS) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_page_stays_within_its_budget(costs: Costs, name: str) -> None:
    found = costs.plain[name]
    assert len(found) <= BUDGETS[name], "\n".join(found)


@pytest.mark.parametrize("name", NAMES)
def test_pictures_add_a_few_at_most(costs: Costs, name: str) -> None:
    found = costs.full[name]
    assert len(found) <= BUDGETS[name] + PICTURES, "\n".join(found)


@pytest.mark.parametrize("name", NAMES)
def test_ten_times_as_much_costs_no_more(costs: Costs, name: str) -> None:
    few, many = costs.full[name], costs.crowded[name]
    assert len(many) <= len(few), "\n".join(sorted(set(many) - set(few)))


def test_a_guide_costs_few_queries_where_its_cluster_is_remembered(costs: Costs) -> None:
    assert len(costs.next_guide) <= NEXT_GUIDE, "\n".join(costs.next_guide)


def queries_of_next(guide: Page) -> list[str]:
    """The queries of a guide for which another one of its cluster and its people have been read already."""
    guide, other = fresh(guide), fresh(guide).get_siblings(inclusive=False).live().type(SupportPage).first().specific
    other.author, other.reviewer, other.role = guide.author, guide.reviewer, guide.role
    other.save()
    with Memory().in_use():
        assert Client().get(other.url).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(guide.url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def queries(page: Page) -> list[str]:
    """The queries of a request with nothing cached; renditions were made by an earlier one."""
    url = page.url
    assert Client().get(url).status_code == 200
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def site() -> dict[type[Page], Page]:
    """A site with one full page of every type, each text linking to another page."""
    pages = fill(factories.site())
    write(pages, [pages[SupportPage]], [factories.picture()])
    return pages


def write(pages: dict[type[Page], Page], targets: list[Page], photos: list[AgencyImage]) -> None:
    """Give pages a body with every block and a link to each of the targets, for each of the photos."""
    links = [{"type": "text", "value": f'<p><a linktype="page" id="{to.pk}">Read on</a></p>'} for to in targets]
    for page in pages.values():
        page.refresh_from_db()
        if hasattr(page, "body"):
            vocabulary = page.body.stream_block
            blocks = [child for photo in photos for child in factories.every_block(photo, vocabulary).raw_data]
            page.body = vocabulary.to_python([*map(dict, blocks), *links])
            page.save()


def take_pictures_away(pages: dict[type[Page], Page]) -> None:
    """Leave a site without pictures but the brand's."""
    for model, page in pages.items():
        fields = {"portrait": None} if hasattr(page, "portrait") else {}
        model.objects.update(share_image=None, **fields)
        page.refresh_from_db()
        if hasattr(page, "body"):
            rest = [child for child in page.body.raw_data if child["type"] != "image"]
            page.body = page.body.stream_block.to_python(rest)
            page.save()


def multiply(pages: dict[type[Page], Page]) -> None:
    """Ten times the children and siblings of every page, links and pictures, and people around it."""
    for page in pages.values():
        crowd(page)
    photos = [factories.picture() for _number in range(TIMES)]
    specialism, consultants = pages[SpecialismPage], pages[ConsultantPage].get_parent()
    for number, photo in enumerate(photos):
        someone = factories.ConsultantPageFactory(parent=fresh(consultants), portrait=photo, slug=f"someone-{number}")
        factories.lead(specialism, someone)
        led = factories.SpecialismPageFactory(parent=fresh(specialism.get_parent()), slug=f"led-{number}")
        factories.lead(led, pages[ConsultantPage])
        factories.SupportPageFactory(parent=fresh(led), slug=f"guide-{number}", share_image=photo)
    NavigationLink.objects.all().delete()
    factories.navigation(*Page.objects.filter(depth__gt=2)[: TIMES * 2])
    write(pages, list(SupportPage.objects.all()[:TIMES]), photos)


def crowd(parent: Page) -> None:
    """Ten more pages of every type that may stand under a page."""
    for model in parent.specific_class.clean_subpage_models():
        for number in range(TIMES):
            factories.factory_of(model)(parent=fresh(parent), slug=f"crowd-{model._meta.model_name}-{number}")


def fresh(page: Page) -> Page:
    """The page as the database has it: the tree changes under it."""
    return page.specific_class.objects.get(pk=page.pk)
