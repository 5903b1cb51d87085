"""What a cache in front of the site is told."""

import pytest
from wagtail.models import Page

from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support.tasks import run_waiting

pytestmark = pytest.mark.django_db
PURGED: list[str] = []


class Noting:
    """A backend that notes what it is told."""

    def __init__(self, _parameters: dict) -> None:
        pass

    def invalidates_hostname(self, _hostname: str) -> bool:
        return True

    def purge_batch(self, urls: list[str]) -> None:
        PURGED.extend(urls)


@pytest.fixture
def told(settings, guide: SupportPage):
    """The paths that a change has the worker purge."""
    factories.SupportPageFactory(parent=guide.get_parent(), slug="sibling")
    run_waiting()
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": f"{__name__}.Noting"}}

    def paths(change) -> set[str]:
        PURGED.clear()
        change()
        run_waiting()
        return {url.removeprefix("http://testserver") or "/" for url in PURGED}

    return paths


def fresh(page: Page) -> Page:
    return page.specific_class.objects.get(pk=page.pk)


def test_a_publication_is_told_for_the_page_and_all_around_it(told, guide: SupportPage) -> None:
    found = told(lambda: fresh(guide).save_revision().publish())
    assert {guide.url, guide.get_parent().url, guide.get_parent().get_parent().url, "/"} <= found
    assert any(path.endswith("/sibling/") for path in found)


def test_a_draft_is_not_told(told, guide: SupportPage) -> None:
    assert told(lambda: fresh(guide).save_revision()) == set()


def test_a_page_that_moves_is_told_at_both_addresses(told, guide: SupportPage, specialism: SpecialismPage) -> None:
    other = factories.SpecialismPageFactory(parent=fresh(specialism).get_parent(), slug="other")
    found = told(lambda: fresh(guide).move(fresh(other), pos="last-child"))
    assert {guide.url, fresh(guide).url} <= found
    assert guide.url != fresh(guide).url


def test_a_fact_is_told_where_it_is_shown(told, guide: SupportPage) -> None:
    fact = factories.fact()
    page = fresh(guide)
    page.body = page.body.stream_block.to_python(
        [{"type": "text", "value": f'<p>It takes <embed embedtype="fact" id="{fact.pk}"/></p>'}]
    )
    page.save_revision().publish()
    run_waiting()
    fact.low = 50
    assert guide.url in told(fact.save)


def test_a_band_is_told_in_its_cluster(told, guide: SupportPage, specialism: SpecialismPage) -> None:
    band = factories.pay_band(specialism)
    found = told(band.save)
    assert {guide.url, specialism.url} <= found


def test_settings_are_told_everywhere(told, guide: SupportPage) -> None:
    found = told(factories.brand)
    assert found == {page.url for page in Page.objects.live().filter(depth__gt=1)}
