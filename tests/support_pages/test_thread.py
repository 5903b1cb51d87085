"""The canonical thread on a guide: up to its specialism, sideways to its siblings, and nowhere that is not there."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from agency.models import BrandSettings, ConsultantPage
from agency.signed_context import unsign
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def siblings(specialism: SpecialismPage, guide: SupportPage) -> list[SupportPage]:
    """Two more guides of the same specialism."""
    specialism.refresh_from_db()
    return [factories.SupportPageFactory(parent=specialism, kind="salary_guide") for _number in range(2)]


def shown(page: Page) -> Tag:
    """The page as a visitor gets it."""
    response = Client().get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def links(part: Tag) -> list[str]:
    """Where a part of the page leads, in order."""
    return [link["href"] for link in part.find_all("a")]


def test_rail_has_the_canonical_page_on_top_and_the_siblings(
    specialism: SpecialismPage, guide: SupportPage, siblings: list[SupportPage]
) -> None:
    rail = shown(guide).find("nav", {"aria-label": "In this specialism"})
    others = [link for link in links(rail) if not link.startswith("#")]
    assert others == [specialism.url, *(sibling.url for sibling in siblings)]
    assert rail.find("a", {"aria-current": "page"}).get_text() == guide.title


def test_rail_lists_the_sections_of_the_page_itself(guide: SupportPage, siblings: list[SupportPage]) -> None:
    page = shown(guide)
    inside = page.find("ol", {"aria-label": "On this page"}).find_all("a")
    assert [link.get_text() for link in inside] == ["What the role owns"]
    assert [page.find(id=link["href"][1:]).get_text() for link in inside] == ["What the role owns"]


def test_related_pages_say_that_they_belong_together(
    specialism: SpecialismPage, guide: SupportPage, siblings: list[SupportPage]
) -> None:
    related = shown(guide).find(attrs={"aria-labelledby": "related-title"})
    assert f"More on {specialism.title}, all from the same specialism." in related.get_text()
    assert links(related) == [sibling.url for sibling in siblings]


def test_guide_without_siblings_has_no_related_pages(guide: SupportPage) -> None:
    assert shown(guide).find(attrs={"aria-labelledby": "related-title"}) is None


def test_breadcrumbs_go_through_the_canonical_page(
    directory: Page, specialism: SpecialismPage, guide: SupportPage
) -> None:
    crumbs = shown(guide).find("nav", {"aria-label": "Breadcrumb"})
    assert links(crumbs) == [directory.url, specialism.url]
    assert crumbs.find(attrs={"aria-current": "page"}).get_text() == "Hiring guide"


def test_draft_canonical_page_is_named_nowhere_as_a_link(
    specialism: SpecialismPage, guide: SupportPage, siblings: list[SupportPage]
) -> None:
    """A live guide under a draft specialism keeps its address, but nothing leads visitors to a page that is not there."""
    specialism.refresh_from_db()
    specialism.unpublish()
    page = shown(SupportPage.objects.get(pk=guide.pk))
    assert specialism.url not in links(page)
    assert [sibling.url for sibling in siblings] == [link for link in links(page) if "/guide-" in link][:2]
    assert Client().get(specialism.url).status_code == 404


def test_private_canonical_page_makes_its_guides_private(specialism: SpecialismPage, guide: SupportPage) -> None:
    PageViewRestriction.objects.create(page=specialism, restriction_type="login")
    response = Client().get(guide.url)
    assert response.status_code == 302
    assert "login" in response.url


def test_guide_names_its_reviewer_and_the_day(guide: SupportPage, consultant: ConsultantPage) -> None:
    guide.reviewer, guide.reviewed_on = consultant, "2026-11-12"
    guide.save()
    meta = shown(guide).find("p", class_="meta")
    assert "Reviewed 12 November 2026" in " ".join(meta.get_text().split())
    assert links(meta) == [consultant.url]
    consultant.unpublish()
    meta = shown(guide).find("p", class_="meta")
    assert consultant.title in meta.get_text()
    assert links(meta) == []


def test_review_date_needs_a_reviewer(guide: SupportPage) -> None:
    guide.reviewed_on = "2026-11-12"
    with pytest.raises(ValidationError, match="Say who reviewed it"):
        guide.full_clean()


def test_canonical_is_the_parent_wherever_the_guide_moves(
    directory: Page, specialism: SpecialismPage, guide: SupportPage
) -> None:
    directory.refresh_from_db()
    other = factories.SpecialismPageFactory(parent=directory, title="Data", slug="data")
    assert guide.canonical == specialism
    guide.move(other, pos="last-child")
    assert SupportPage.objects.get(pk=guide.pk).canonical == other


@pytest.mark.parametrize(
    ("own", "specialisms", "expected"),
    [
        (("Mine?", "Mine."), ("Theirs?", "Theirs."), ("Mine?", "Mine.")),
        (("", ""), ("Theirs?", "Theirs."), ("Theirs?", "Theirs.")),
        (("Mine?", ""), ("Theirs?", "Theirs."), ("Mine?", "Theirs.")),
        (("", "Mine."), ("Theirs?", ""), ("Theirs?", "Mine.")),
        (("", ""), ("", "Theirs."), ("Brand?", "Theirs.")),
        (("", ""), ("", ""), ("Brand?", "Brand.")),
    ],
)
def test_closing_call_falls_back_part_by_part(
    guide: SupportPage, own: tuple[str, str], specialisms: tuple[str, str], expected: tuple[str, str]
) -> None:
    brand = BrandSettings.load()
    brand.closing_question, brand.closing_invitation = "Brand?", "Brand."
    brand.save()
    SpecialismPage.objects.update(closing_question=specialisms[0], closing_invitation=specialisms[1])
    guide.closing_question, guide.closing_invitation = own
    guide.save()
    fresh = SupportPage.objects.get(pk=guide.pk)
    assert fresh.closing_call() == expected
    closing = shown(fresh).find(attrs={"aria-labelledby": "closing-question"})
    assert (closing.h2.get_text(), closing.p.get_text()) == expected


def test_every_call_to_action_tells_the_form_page_and_specialism(
    specialism: SpecialismPage, guide: SupportPage, siblings: list[SupportPage]
) -> None:
    told = [unsign(link.partition("ctx=")[2]) for link in links(shown(guide)) if link.startswith("/mandate/")]
    assert {(context["page"], context["specialism"]) for context in told} == {(guide.pk, specialism.pk)}
    assert {context["call"] for context in told} == {"header", "text", "card", "closing", "reach"}
