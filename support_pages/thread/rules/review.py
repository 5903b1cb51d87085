"""Somebody vouches for every guide, and looks at it again in time."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.thread import cures
from support_pages.thread.rule import GUIDE, Found, Severity, Subject, rule


@rule("no-reviewer", Severity.WARNING, gettext_lazy("No reviewer"), about=GUIDE)
def no_reviewer(subject: Subject) -> Iterator[Found]:
    """A consultant has read it and is named with the day."""
    if not subject.page.reviewer_id or not subject.page.reviewed_on:
        yield Found(
            _("Nobody is named who has reviewed it, and when."),
            cures.edit(subject.page, _("Name a reviewer"), "reviewer"),
        )


@rule("review-overdue", Severity.WARNING, gettext_lazy("Review overdue"), about=GUIDE)
def review_overdue(subject: Subject) -> Iterator[Found]:
    """Its next review is not past."""
    page = subject.page
    due = page.next_review_on
    if due and due < subject.around.today:
        message = _("Its review was due on %(date)s.") % {"date": date_format(due, "j F Y")}
        yield Found(message, cures.edit(page, _("Review it"), "reviewed_on"))
