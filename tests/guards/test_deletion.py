"""Every page can be deleted, whatever leads to it, names it or lies under it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import Page, Site

from agency.forms import RESERVED_SLUGS
from agency.models import HomePage
from agency.urls import urlpatterns
from enquiries.models import Mandate
from specialisms.models import SpecialismPage
from tests import factories
from tests.guards.conftest import fill
from tests.guards.subjects import PAGE_TYPES


@pytest.fixture(scope="module")
def small_site(
    django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[type[Page], int]]:
    """The keys of one full page of every type, all connected; each test undoes what it does to them."""
    folder = tmp_path_factory.mktemp("site")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        pages = fill(factories.site())
        factories.mandate(
            source_page=pages[SpecialismPage].page_ptr, specialism=pages[SpecialismPage], status="closed"
        )
        yield {model: page.pk for model, page in pages.items()}
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


DELETABLE = [model for model in PAGE_TYPES if model is not HomePage]


@pytest.mark.parametrize("model", DELETABLE, ids=[model.__name__ for model in DELETABLE])
@pytest.mark.django_db
def test_administrator_deletes_a_page_that_others_refer_to(
    small_site: dict[type[Page], int], model: type[Page]
) -> None:
    """The rest of the site goes on without it."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    response = client.post(reverse("wagtailadmin_pages:delete", args=[small_site[model]]))
    assert response.status_code == 302
    assert not Page.objects.filter(pk=small_site[model]).exists()
    for left in Page.objects.filter(pk__in=small_site.values()):
        assert client.get(left.url).status_code == 200


@pytest.mark.django_db
def test_the_front_page_stays(small_site: dict[type[Page], int]) -> None:
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    home = small_site[HomePage]
    client.post(reverse("wagtailadmin_pages:delete", args=[home]))
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={home}")
    assert Page.objects.filter(pk=home).exists()


@pytest.mark.django_db
def test_a_specialism_with_an_open_mandate_stays(small_site: dict[type[Page], int]) -> None:
    Mandate.objects.update(status="new")
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    page = small_site[SpecialismPage]
    client.post(reverse("wagtailadmin_pages:delete", args=[page]))
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={page}")
    assert Page.objects.filter(pk=page).exists()
    assert Mandate.objects.get().specialism_id == page


def test_reserved_addresses_are_those_of_the_site() -> None:
    routes = {str(pattern.pattern).lstrip("^").partition("/")[0] for pattern in urlpatterns}
    assert {route for route in routes if route.isalpha()} <= RESERVED_SLUGS


@pytest.mark.django_db
@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_no_page_takes_an_address_of_the_site(small_site: dict[type[Page], int], slug: str) -> None:
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    address = reverse("wagtailadmin_pages:add", args=["agency", "plainpage", small_site[HomePage]])
    counts = {"body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    response = client.post(address, {"title": "Taken", "slug": slug, **counts})
    assert response.status_code == 200
    assert "The site uses this address itself" in response.content.decode()
