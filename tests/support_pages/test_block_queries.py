"""Ten of a block cost the database no more than one."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.bodies import BODY, Library, body
from tests.support_pages.test_blocks import OURS

pytestmark = pytest.mark.django_db
MOST = {"role_comparison": 2, "download": 1, "related_guides": 1}
"""What the first of a block may add; the others need nothing but the body."""


@pytest.fixture
def library(specialism: SpecialismPage, brand) -> Library:
    """What there is to choose from."""
    return Library(specialism)


def queries(guide: SupportPage, *blocks) -> list[str]:
    """The queries of a request for the guide with these blocks, nothing cached."""
    guide.body = BODY.clean(body(*blocks))
    guide.save()
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(guide.url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.parametrize("name", OURS)
def test_ten_cost_what_one_costs(name: str, guide: SupportPage, library: Library, specialism: SpecialismPage) -> None:
    none = queries(guide, ("heading", {"text": "A section", "level": "2"}))
    one = queries(guide, (name, library.block(name)))
    ten = [(name, different(library, name, number, specialism)) for number in range(10)]
    many = queries(guide, *ten)
    assert len(many) == len(one), "\n".join(sorted(set(many) - set(one)))
    assert len(one) - len(none) <= MOST.get(name, 0), "\n".join(sorted(set(one) - set(none)))


def different(library: Library, name: str, number: int, specialism: SpecialismPage):
    """A block that chose something else than the one before."""
    if name == "role_comparison":
        library.role = factories.role(f"Role {number}")
        factories.pay_band(specialism, role=library.role)
    elif name == "related_guides":
        library.guide = factories.SupportPageFactory(parent=fresh(specialism), body=[], slug=f"other-{number}")
    return library.block(name)


def fresh(page: SpecialismPage) -> SpecialismPage:
    """The page as the database has it."""
    return SpecialismPage.objects.get(pk=page.pk)
