"""What the pages of the brief cost, and who may keep them."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from enquiries.brief.topics import TOPICS
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.brief.sitting import ANSWERS, Sitting, request_sent

BUDGET = 8
"""Queries of a page with nothing cached, header and footer included."""

PAGES = [*(f"{topic.slug}/" for topic in TOPICS), "check/"]


@pytest.fixture
def sitting(led: SpecialismPage) -> Sitting:
    """A client who has answered everything, in a market we know."""
    role = factories.role("Head of Machine Learning")
    for level in ("mid", "senior", "head"):
        factories.pay_band(led, role=role, level=level)
    sitting = Sitting(request_sent(specialism=str(led.pk)))
    for slug in ANSWERS:
        sitting.save(slug)
    return sitting


@pytest.mark.parametrize("page", PAGES)
def test_a_page_costs_few_queries(sitting: Sitting, page: str) -> None:
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert sitting.get(page).status_code == 200
    found = [query["sql"] for query in captured.captured_queries]
    assert len(found) <= BUDGET, "\n".join(found)


@pytest.mark.parametrize("page", ["", "role/", "check/", "sent/"])
def test_nobody_keeps_a_page_or_learns_its_address(sitting: Sitting, page: str) -> None:
    for response in (sitting.get(page), sitting.post(page, {})):
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]
        assert not response.cookies
