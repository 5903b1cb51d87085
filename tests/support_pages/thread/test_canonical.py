"""A guide supports a canonical page that readers can see."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread.check import check_site
from support_pages.thread.rule import Cure
from tests import factories
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, in_draft, messages, problems

pytestmark = pytest.mark.django_db


@pytest.mark.breaks("canonical-missing")
def test_guide_that_code_put_under_the_directory(directory: SpecialismIndexPage) -> None:
    stray = factories.SupportPageFactory(parent=directory, body=[])
    (report,) = check_site()
    assert "canonical-missing" in {problem.rule.code for problem in report.by_page[stray.pk]}
    (found,) = in_draft(SupportPage(title="New"), "canonical-missing", directory)
    assert found.cure.url == "#:w:contentpath=title", "a page that is not stored cannot be moved"


@pytest.mark.holds("canonical-missing")
def test_guide_under_a_specialism(clean: Clean) -> None:
    assert not problems(clean.hiring, "canonical-missing")
    assert not in_draft(SupportPage(title="New"), "canonical-missing", clean.specialism)


@pytest.mark.breaks("canonical-draft")
def test_specialism_that_is_not_published(clean: Clean) -> None:
    fresh(clean.specialism).unpublish()
    assert "“Data” is not published" in messages(problems(clean.hiring, "canonical-draft"))[0]
    assert in_draft(clean.hiring, "canonical-draft")


@pytest.mark.holds("canonical-draft")
def test_specialism_that_is_published(clean: Clean) -> None:
    assert not problems(clean.hiring, "canonical-draft")


def scheduled(page: SupportPage | SpecialismPage, days: int) -> SupportPage | SpecialismPage:
    """A version of a page that is not published yet, to go live in so many days."""
    page = fresh(page)
    page.unpublish()
    page.go_live_at = timezone.now() + datetime.timedelta(days=days)
    return page.save_revision().as_object()


def test_guide_may_follow_a_specialism_that_is_scheduled(clean: Clean) -> None:
    scheduled(clean.specialism, 3)
    guide = scheduled(clean.hiring, 3)
    assert in_draft(guide, "canonical-draft"), "nobody has published the date yet"
    fresh(clean.specialism).latest_revision.publish()
    assert not in_draft(scheduled(clean.hiring, 4), "canonical-draft")
    assert in_draft(scheduled(clean.hiring, 2), "canonical-draft")
    guide.go_live_at = None
    assert in_draft(guide, "canonical-draft")


def test_guide_that_readers_see_already_does_not_follow(clean: Clean) -> None:
    scheduled(clean.specialism, 3).get_latest_revision().publish()
    guide = fresh(clean.hiring)
    guide.go_live_at = timezone.now() + datetime.timedelta(days=4)
    assert in_draft(guide, "canonical-draft")


@pytest.mark.parametrize("above", ["specialism", "directory"])
@pytest.mark.breaks("canonical-private")
def test_specialism_is_private_by_itself_or_by_a_page_above(clean: Clean, directory, above: str) -> None:
    page = {"specialism": clean.specialism, "directory": directory}[above]
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    for found in (problems(clean.hiring, "canonical-private"), in_draft(clean.hiring, "canonical-private")):
        assert [problem.cure for problem in found] == [
            Cure(f"Change the privacy of “{page.title}”", f"/admin/pages/{page.pk}/edit/")
        ], "where it is private"


@pytest.mark.holds("canonical-private")
def test_private_sibling_or_self_is_no_private_specialism(clean: Clean) -> None:
    for page in (clean.hiring, clean.salary):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not problems(clean.hiring, "canonical-private")
