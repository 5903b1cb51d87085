"""A specialism has the guides that a client looks for first."""

import datetime

import pytest
from django.utils import timezone

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.kinds import Kind
from tests import factories
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, in_draft, problems, write

pytestmark = pytest.mark.django_db
BOTH = ("no-hiring-guide", "no-pay-evidence")


@pytest.fixture
def bare(directory: SpecialismIndexPage) -> SpecialismPage:
    """A specialism without guides."""
    return factories.SpecialismPageFactory(parent=fresh(directory), title="Bare", body=[])


@pytest.mark.breaks("no-hiring-guide")
@pytest.mark.breaks("no-pay-evidence")
def test_specialism_without_guides(bare: SpecialismPage) -> None:
    for code, kind in zip(BOTH, (Kind.HIRING_GUIDE, Kind.SALARY_GUIDE), strict=True):
        (found,) = problems(bare, code)
        assert found.cure.url == f"/admin/guides/add/{bare.pk}/{kind}/"
        assert in_draft(bare, code)


@pytest.mark.breaks("no-hiring-guide")
@pytest.mark.breaks("no-pay-evidence")
def test_kinds_that_only_a_draft_has(clean: Clean) -> None:
    for guide in (clean.hiring, clean.salary):
        fresh(guide).unpublish()
    for code in BOTH:
        assert problems(clean.specialism, code)
        assert not problems(clean.hiring, code), "the specialism is told, not its guides"


@pytest.mark.breaks("no-pay-evidence")
def test_pay_bands_that_have_expired_are_no_evidence(bare: SpecialismPage) -> None:
    factories.pay_band(bare, valid_until=timezone.localdate() - datetime.timedelta(days=1))
    assert problems(bare, "no-pay-evidence")


@pytest.mark.holds("no-pay-evidence")
def test_pay_bands_that_are_valid_are_evidence(bare: SpecialismPage) -> None:
    factories.pay_band(bare, valid_until=timezone.localdate())
    assert not problems(bare, "no-pay-evidence")


@pytest.mark.holds("no-hiring-guide")
@pytest.mark.holds("no-pay-evidence")
def test_own_guides_and_guests_count(clean: Clean, bare: SpecialismPage) -> None:
    for guide in (clean.hiring, clean.salary):
        write(guide, also_supports=[bare])
    for code in BOTH:
        assert not problems(clean.specialism, code)
        assert not problems(bare, code)


@pytest.mark.holds("no-hiring-guide")
@pytest.mark.holds("no-pay-evidence")
def test_a_sector_leaves_guides_to_its_specialisms_until_it_has_one_itself(clean: Clean, bare: SpecialismPage) -> None:
    narrower = factories.SpecialismPageFactory(parent=bare, body=[])
    for code in BOTH:
        assert not problems(bare, code)
    clean.make(bare)
    for code in BOTH:
        assert problems(bare, code), "now it is a field with guides of its own"
    fresh(bare).get_children().type(type(clean.hiring)).get().delete()
    narrower.unpublish()
    for code in BOTH:
        assert problems(bare, code), "a draft has no guides"


@pytest.mark.holds("no-hiring-guide")
@pytest.mark.holds("no-pay-evidence")
def test_specialism_that_is_not_stored_yet_cannot_have_guides(clean: Clean, directory: SpecialismIndexPage) -> None:
    for code in BOTH:
        assert not in_draft(SpecialismPage(title="New"), code, directory)
