"""The directory shows every live, public specialism once, under its sector."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import PageViewRestriction

from agency.models import ConsultantPage
from specialisms.models import SpecialismIndexPage, SpecialismPage
from specialisms.templatetags import directory as tags
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(directory: SpecialismIndexPage) -> dict[str, SpecialismPage]:
    """Two sectors; the first with two families, the first of which has two specialisms."""
    pages = {}
    for name, above in [
        ("tech", ""),
        ("energy", ""),
        ("data", "tech"),
        ("cloud", "tech"),
        ("ml", "data"),
        ("bi", "data"),
    ]:
        parent = pages[above] if above else directory
        parent.refresh_from_db()
        pages[name] = factories.SpecialismPageFactory(parent=parent, title=name, slug=name)
    return pages


def shape(entries: list[tags.Entry]) -> dict[str, dict]:
    """Titles nested as in the directory."""
    return {entry.page.title: shape(entry.narrower) for entry in entries}


@pytest.mark.database
def test_directory_nests_in_editorial_order(tree: dict[str, SpecialismPage]) -> None:
    assert shape(tags.directory()) == {"tech": {"data": {"ml": {}, "bi": {}}, "cloud": {}}, "energy": {}}
    assert list(shape(tags.directory())["tech"]["data"]) == ["ml", "bi"]


@pytest.mark.database
def test_moved_pages_change_the_order(tree: dict[str, SpecialismPage]) -> None:
    tree["energy"].move(tree["tech"], pos="left")
    assert list(shape(tags.directory())) == ["energy", "tech"]


def test_directory_leaves_out_drafts_and_what_lies_under_them(tree: dict[str, SpecialismPage]) -> None:
    """A live page under a draft has an address, but nothing in the directory leads to it."""
    SpecialismPage.objects.get(slug="data").unpublish()
    assert shape(tags.directory()) == {"tech": {"cloud": {}}, "energy": {}}


def test_directory_leaves_out_private_pages_and_what_lies_under_them(tree: dict[str, SpecialismPage]) -> None:
    PageViewRestriction.objects.create(page=tree["tech"], restriction_type="login")
    assert shape(tags.directory()) == {"energy": {}}


@pytest.mark.parametrize("count", [2, 20])
def test_directory_costs_two_queries(directory: SpecialismIndexPage, count: int, django_assert_num_queries) -> None:
    for _number in range(count):
        directory.refresh_from_db()
        factories.SpecialismPageFactory(parent=directory)
    with django_assert_num_queries(2):
        assert len(tags.directory()) == count


def test_index_lists_the_whole_directory_with_guide_counts(tree: dict[str, SpecialismPage]) -> None:
    factories.SupportPageFactory(parent=SpecialismPage.objects.get(slug="ml"))
    page = BeautifulSoup(Client().get("/specialisms/").content, "html.parser")
    shown = {link["href"]: link for link in page.main.find_all("a")}
    assert {SpecialismPage.objects.get(pk=one.pk).url for one in tree.values()} <= set(shown)
    assert shown["/specialisms/tech/data/ml/"].find_next_sibling("small").get_text() == "1 guide"
    assert shown["/specialisms/tech/data/"].find_next_sibling("small").get_text() == "1 guide"
    assert shown["/specialisms/tech/cloud/"].find_next_sibling("small") is None


def test_front_page_leads_to_every_specialism_in_one_click(tree: dict[str, SpecialismPage]) -> None:
    page = BeautifulSoup(Client().get("/").content, "html.parser")
    shown = {link["href"] for link in page.main.find_all("a")}
    assert {SpecialismPage.objects.get(pk=one.pk).url for one in tree.values()} <= shown


def test_consultant_shows_what_they_lead(tree: dict[str, SpecialismPage], consultant: ConsultantPage) -> None:
    for name in ("energy", "ml", "bi"):
        factories.lead(tree[name], consultant)
    SpecialismPage.objects.get(slug="bi").unpublish()
    assert [page.title for page in tags.specialisms_led_by(consultant)] == ["ml", "energy"]


def test_unsaved_consultant_leads_nothing(tree: dict[str, SpecialismPage]) -> None:
    """In the preview of a new page; specialisms without leads are not theirs."""
    assert tags.specialisms_led_by(ConsultantPage(title="New")) == []


def test_specialism_shows_its_live_leads_in_order(tree: dict[str, SpecialismPage], consultant: ConsultantPage) -> None:
    people = consultant.get_parent()
    second = factories.ConsultantPageFactory(parent=people, title="Second")
    absent = factories.ConsultantPageFactory(parent=people, title="Absent", live=False)
    for order, someone in enumerate([second, absent, consultant]):
        lead = factories.lead(tree["ml"], someone)
        lead.sort_order = order
        lead.save()
    page = SpecialismPage.objects.get(slug="ml")
    assert [someone.title for someone in page.consultants] == ["Second", "Ines Okafor"]


def test_preview_shows_leads_that_are_not_saved_yet(
    tree: dict[str, SpecialismPage], consultant: ConsultantPage
) -> None:
    page = SpecialismPage.objects.get(slug="ml")
    page.leads.add(page.leads.model(consultant=consultant))
    assert page.consultants == [consultant]
    assert "Ines Okafor" in page.make_preview_request().rendered_content


def test_narrower_specialisms_are_live_and_public(tree: dict[str, SpecialismPage]) -> None:
    SpecialismPage.objects.get(slug="cloud").unpublish()
    assert [page.title for page in SpecialismPage.objects.get(slug="tech").narrower] == ["data"]
    PageViewRestriction.objects.create(page=tree["data"], restriction_type="login")
    assert SpecialismPage.objects.get(slug="tech").narrower == []


@pytest.mark.database
def test_consultant_leads_a_specialism_once(specialism: SpecialismPage, consultant: ConsultantPage) -> None:
    factories.lead(specialism, consultant)
    again = specialism.leads.model(page=specialism, consultant=consultant)
    with pytest.raises(ValidationError, match="listed already"):
        again.full_clean()
