"""Specialisms go three levels deep, whichever way somebody tries a fourth: create, move, copy with or without children."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from agency.models import HomePage, PlainPage
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(home: HomePage) -> Client:
    """A browser in which a superuser is logged in."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client


@pytest.fixture
def branch(directory: SpecialismIndexPage) -> list[SpecialismPage]:
    """A sector, a family in it and a specialism in that."""
    pages: list[SpecialismPage] = []
    for name in ("sector", "family", "specialism"):
        pages.append(factories.SpecialismPageFactory(parent=pages[-1] if pages else directory, title=name, slug=name))
    return [SpecialismPage.objects.get(pk=page.pk) for page in pages]


@pytest.fixture
def other(directory: SpecialismIndexPage, branch: list[SpecialismPage]) -> SpecialismPage:
    """A second sector with one family."""
    directory.refresh_from_db()
    sector = factories.SpecialismPageFactory(parent=directory, title="other", slug="other")
    factories.SpecialismPageFactory(parent=sector, title="other family", slug="other-family")
    return SpecialismPage.objects.get(pk=sector.pk)


def test_levels_are_named(branch: list[SpecialismPage]) -> None:
    assert [page.level for page in branch] == ["Sector", "Family", "Specialism"]


def test_create_stops_at_the_third_level(administrator: Client, branch: list[SpecialismPage]) -> None:
    sector, family, specialism = branch
    assert SpecialismPage.can_create_at(sector)
    assert SpecialismPage.can_create_at(family)
    assert not SpecialismPage.can_create_at(specialism)
    form = reverse("wagtailadmin_pages:add", args=["specialisms", "specialismpage", specialism.pk])
    assert administrator.get(form).status_code == 302
    assert administrator.post(form, {"title": "Fourth", "slug": "fourth"}).status_code == 302
    assert not SpecialismPage.objects.filter(slug="fourth").exists()


def test_third_level_still_takes_guides(branch: list[SpecialismPage]) -> None:
    assert SupportPage.can_create_at(branch[2])
    assert SpecialismPage in branch[0].creatable_subpage_models()


def test_code_cannot_add_a_fourth_level_either(branch: list[SpecialismPage]) -> None:
    with pytest.raises(ValidationError, match="three levels"):
        factories.SpecialismPageFactory(parent=branch[2])


@pytest.mark.parametrize(("moved", "allowed"), [(0, False), (1, False), (2, True)])
def test_move_counts_what_moves_along(
    branch: list[SpecialismPage], other: SpecialismPage, moved: int, allowed: bool
) -> None:
    """Under a family only a specialism without narrower ones fits."""
    family = other.get_children().get()
    assert branch[moved].can_move_to(family) is allowed


def test_family_moves_to_another_sector_and_to_the_directory(
    branch: list[SpecialismPage], other: SpecialismPage, directory: SpecialismIndexPage
) -> None:
    assert branch[1].can_move_to(other)
    assert branch[1].can_move_to(directory)
    assert not branch[0].can_move_to(other)


def test_admin_moves_what_fits(administrator: Client, branch: list[SpecialismPage], other: SpecialismPage) -> None:
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[branch[1].pk, other.pk])
    assert administrator.post(confirm).status_code == 302
    moved = SpecialismPage.objects.get(pk=branch[1].pk)
    assert moved.get_parent().pk == other.pk
    assert SpecialismPage.objects.get(pk=branch[2].pk).url == "/specialisms/other/family/specialism/"


def test_admin_refuses_a_move_that_would_be_too_deep(
    administrator: Client, branch: list[SpecialismPage], other: SpecialismPage
) -> None:
    sector = branch[0]
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[sector.pk, other.pk])
    response = administrator.post(confirm, follow=True)
    assert response.status_code == 200
    assert SpecialismPage.objects.get(pk=sector.pk).depth == sector.depth
    assert "permission" in said(response)


def test_admin_copies_a_branch_where_it_fits(
    administrator: Client, branch: list[SpecialismPage], directory: SpecialismIndexPage
) -> None:
    response = copy(administrator, branch[0], directory, "sector-two", children=True)
    assert response.status_code == 200
    assert SpecialismPage.objects.filter(url_path__contains="/sector-two/").count() == 3


def test_admin_refuses_to_copy_a_branch_too_deep(
    administrator: Client, branch: list[SpecialismPage], other: SpecialismPage
) -> None:
    """The page alone would fit, what lies under it would not."""
    before = Page.objects.count()
    response = copy(administrator, branch[0], other, "sector-two", children=True)
    assert response.status_code == 200
    assert "three levels" in response.content.decode()
    assert Page.objects.count() == before
    other.refresh_from_db()
    assert other.numchild == 1


def test_admin_copies_the_page_alone_where_that_fits(
    administrator: Client, branch: list[SpecialismPage], other: SpecialismPage
) -> None:
    response = copy(administrator, branch[0], other, "sector-two", children=False)
    assert response.status_code == 200
    assert SpecialismPage.objects.get(slug="sector-two").level == "Family"


def test_admin_refuses_to_copy_under_the_third_level(administrator: Client, branch: list[SpecialismPage]) -> None:
    before = Page.objects.count()
    response = copy(administrator, branch[1], branch[2], "again", children=False)
    assert response.status_code == 200
    assert Page.objects.count() == before


def copy(client: Client, page: Page, parent: Page, slug: str, *, children: bool):
    """Send the form for copying a page."""
    form = {"new_title": slug, "new_slug": slug, "new_parent_page": parent.pk}
    form |= {"copy_subpages": "on"} if children else {}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form, follow=True)


def said(response) -> str:
    """The messages an administrator sees."""
    return " ".join(str(message) for message in response.context["messages"])


def test_nothing_else_stands_under_a_specialism(branch: list[SpecialismPage]) -> None:
    assert PlainPage not in branch[0].creatable_subpage_models()
    assert not PlainPage.can_create_at(branch[0])
