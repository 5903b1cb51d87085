"""What lists of pages can be filtered by: kind, health, review, reviewer.

Each filter chooses by primary key, which Wagtail's search can do too.
"""

from datetime import timedelta
from typing import Any

import django_filters
from django.db import models
from django.db.models import Q
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
from wagtail.query import PageQuerySet

from agency.models import ConsultantPage
from specialisms.models import SpecialismPage
from support_pages.admin.standing import STANDS, Standing
from support_pages.kinds import Kind
from support_pages.models import PageHealth, SupportPage

SOON = timedelta(days=30)
OURS = ("kind", "health", "review", "due", "reviewer")
"""Our own filters, which stand before Wagtail's."""


class Review(models.TextChoices):
    """When a guide is to be read again."""

    OVERDUE = "overdue", _("Overdue")
    SOON = "soon", _("Due within 30 days")
    NEVER = "never", _("Never reviewed")


def reviewers() -> list[tuple[str, str]]:
    """The consultants who review guides, by number and name.

    Choices rather than a query: a number that no database can hold is just not among them.
    """
    people = ConsultantPage.objects.filter(reviewed_pages__isnull=False).distinct().order_by("title")
    return [(str(number), name) for number, name in people.values_list("pk", "title")]


class GuideFilterSet(PageFilterSet):
    """For a list of guides."""

    kind = django_filters.MultipleChoiceFilter(
        choices=Kind.choices, method="of_kind", label=_("Kind"), widget=CheckboxSelectMultiple
    )
    health = django_filters.ChoiceFilter(
        choices=Standing.choices, method="that_stand", label=_("Health"), widget=RadioSelect, empty_label=_("All")
    )
    review = django_filters.ChoiceFilter(
        choices=Review.choices, method="to_review", label=_("Review"), widget=RadioSelect, empty_label=_("All")
    )
    due = django_filters.DateFromToRangeFilter(
        method="due_between", label=_("Next review"), widget=DateRangePickerWidget
    )
    reviewer = django_filters.ChoiceFilter(choices=reviewers, method="reviewed_by", label=_("Reviewer"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in reversed(OURS):
            self.filters.move_to_end(name, last=False)

    def of_kind(self, queryset: PageQuerySet, _name: str, kinds: list[str]) -> PageQuerySet:
        """Guides of any of these kinds."""
        return _guides(queryset, kind__in=kinds) if kinds else queryset

    def that_stand(self, queryset: PageQuerySet, _name: str, standing: str) -> PageQuerySet:
        """Pages that stand like that by their last check; unchecked are those that a check will look at."""
        if standing != Standing.UNCHECKED:
            return queryset.filter(pk__in=PageHealth.objects.filter(STANDS[Standing(standing)]).values("pk"))
        checked = PageHealth.objects.values("pk")
        guides, specialisms = (model.objects.live().order_by().values("pk") for model in (SupportPage, SpecialismPage))
        return queryset.filter(Q(pk__in=guides) | Q(pk__in=specialisms)).exclude(pk__in=checked)

    def to_review(self, queryset: PageQuerySet, _name: str, review: str) -> PageQuerySet:
        """Guides whose review is overdue, due soon, or has never been."""
        today = timezone.localdate()
        wanted: dict[Review, dict[str, Any]] = {
            Review.OVERDUE: {"review_due_on__lt": today},
            Review.SOON: {"review_due_on__range": (today, today + SOON)},
            Review.NEVER: {"reviewed_on__isnull": True},
        }
        return _guides(queryset, **wanted[Review(review)])

    def due_between(self, queryset: PageQuerySet, _name: str, asked: slice) -> PageQuerySet:
        """Guides to be read again in a range of days, both included."""
        days = {"review_due_on__gte": asked.start, "review_due_on__lte": asked.stop}
        return _guides(queryset, **{name: day for name, day in days.items() if day})

    def reviewed_by(self, queryset: PageQuerySet, _name: str, number: str) -> PageQuerySet:
        """Guides that a consultant vouches for."""
        return _guides(queryset, reviewer=number)


class ChildFilterSet(GuideFilterSet, GenericPageFilterSet):
    """For what is under a specialism: guides and narrower specialisms."""


def _guides(queryset: PageQuerySet, **wanted: Any) -> PageQuerySet:
    return queryset.filter(pk__in=SupportPage.objects.filter(**wanted).order_by().values("pk"))
