"""Every page can be deleted, whatever leads to it, names it or lies under it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import Page, Site

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
        factories.mandate(source_page=pages[SpecialismPage].page_ptr, specialism=pages[SpecialismPage])
        yield {model: page.pk for model, page in pages.items()}
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.mark.parametrize("model", PAGE_TYPES, ids=[model.__name__ for model in PAGE_TYPES])
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
