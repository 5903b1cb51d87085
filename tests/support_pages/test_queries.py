"""What a guide costs."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories

BUDGET = 13


@pytest.fixture
def cluster(specialism: SpecialismPage, guide: SupportPage, consultant, brand) -> SupportPage:
    """A guide with a reviewer, a lead, navigation and five siblings."""
    factories.lead(specialism, consultant)
    guide.reviewer, guide.reviewed_on = consultant, "2026-11-12"
    guide.save()
    for _number in range(5):
        factories.SupportPageFactory(parent=specialism)
    return guide


def queries(url: str) -> list[str]:
    """The queries of one request with nothing cached."""
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert Client().get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def test_cold_guide_stays_within_budget(cluster: SupportPage) -> None:
    found = queries(cluster.url)
    assert len(found) <= BUDGET, "\n".join(found)


def test_sixty_siblings_cost_no_more_than_six(cluster: SupportPage, specialism: SpecialismPage) -> None:
    few = queries(cluster.url)
    for _number in range(54):
        factories.SupportPageFactory(parent=specialism)
    many = queries(cluster.url)
    assert len(many) == len(few) <= BUDGET, "\n".join(many)
