"""Somebody vouches for every guide, and looks at it again in time."""

import datetime

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from support_pages.models import SupportPage
from support_pages.models.page import review_due
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import in_draft, messages, problems, write

pytestmark = pytest.mark.django_db


def day(ahead: int) -> datetime.date:
    """A day from today."""
    return timezone.localdate() + datetime.timedelta(days=ahead)


@pytest.mark.breaks("no-reviewer")
@pytest.mark.holds("no-reviewer")
def test_reviewer_and_day(clean: Clean) -> None:
    assert not problems(clean.hiring, "no-reviewer")
    assert not in_draft(clean.hiring, "no-reviewer")
    consultant = clean.hiring.reviewer
    consultant.delete()
    assert problems(clean.hiring, "no-reviewer"), "the day alone says nothing"
    assert in_draft(SupportPage(title="New"), "no-reviewer", clean.specialism)


@pytest.mark.breaks("review-overdue")
@pytest.mark.holds("review-overdue")
def test_day_of_the_next_review(clean: Clean) -> None:
    for ahead, overdue in ((-1, True), (0, False), (1, False)):
        guide = write(clean.hiring, reviewed_on=day(-40), review_due_on=day(ahead))
        assert bool(problems(guide, "review-overdue")) is overdue, ahead
        assert bool(in_draft(guide, "review-overdue")) is overdue, ahead


@pytest.mark.breaks("review-overdue")
@pytest.mark.holds("review-overdue")
def test_six_months_when_no_day_was_named(clean: Clean) -> None:
    def reviewed(on: datetime.date) -> SupportPage:
        SupportPage.objects.filter(pk=clean.hiring.pk).update(reviewed_on=on, review_due_on=None)
        return clean.hiring

    long_ago, lately = day(-200), day(-150)
    due = date_format(review_due(long_ago), "j F Y")
    assert messages(problems(reviewed(long_ago), "review-overdue")) == [f"Its review was due on {due}."]
    assert not problems(reviewed(lately), "review-overdue")


@pytest.mark.holds("review-overdue")
def test_guide_that_nobody_reviewed_has_no_review_to_be_late(clean: Clean) -> None:
    assert not problems(write(clean.hiring, reviewed_on=None, review_due_on=None), "review-overdue")
