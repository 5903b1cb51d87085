"""How clusters and pages stand by their last check, and filters by it."""

from datetime import timedelta
from typing import Any

import django_filters
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import NumberRangeWidget, WagtailFilterSet
from wagtail.permissions import page_permission_policy

from agency.models import User
from specialisms.admin.pay_bands import directory
from specialisms.models import SpecialismPage
from specialisms.querysets import SpecialismQuerySet
from support_pages.admin.rights import known_to
from support_pages.models import ClusterHealth
from support_pages.thread.health import FULL
from support_pages.thread.rule import RULES

SEES_PAGES = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}
"""Whoever may do one of these to some page sees how all clusters stand; not what pages are called that nobody sees yet."""
WEEK, MONTH = 7, 30


def may_see(user: User | AnonymousUser) -> bool:
    """Whether somebody sees the health of clusters."""
    return page_permission_policy.user_has_any_permission(user, SEES_PAGES)


def with_health() -> SpecialismQuerySet:
    """All specialisms with what their last check found, and how their scores differ from a week and a month ago.

    Without a score as long as nothing of them is published.
    """
    lines = ClusterHealth.objects.filter(specialism=OuterRef("pk")).order_by("-date")
    today = timezone.localdate()

    def last(field: str) -> Subquery:
        return Subquery(lines.values(field)[:1])

    def score_before(days: int) -> Subquery:
        return Subquery(lines.filter(date__lte=today - timedelta(days), pages__gt=0).values("score")[:1])

    columns = {"health_id": "pk", "checked_pages": "pages"}
    columns |= {name: name for name in ("errors", "warnings", "checked_at", "by_rule")}
    pages = SpecialismPage.objects.defer_streamfields().annotate(**{name: last(of) for name, of in columns.items()})
    pages = pages.annotate(score=Case(When(checked_pages__gt=0, then=last("score"))))
    return pages.annotate(week=F("score") - score_before(WEEK), month=F("score") - score_before(MONTH))


class Standing(models.TextChoices):
    """How a cluster or a page stands, by its last check."""

    ERRORS = "errors", _("With errors")
    WARNINGS = "warnings", _("With warnings only")
    CLEAN = "clean", _("Without problems")
    UNCHECKED = "unchecked", _("Not checked yet")


class ClusterFilterSet(WagtailFilterSet):
    """Part of the directory, how bad, which rule, the score, and whether the consultant leads it."""

    specialism = django_filters.ChoiceFilter(choices=directory, method="in_specialism", label=_("Specialism"))
    standing = django_filters.ChoiceFilter(
        choices=Standing.choices, method="that_stand", label=_("Health"), widget=RadioSelect, empty_label=_("All")
    )
    rule = django_filters.MultipleChoiceFilter(
        choices=lambda: [(code, rule.title) for code, rule in RULES.items()],
        method="that_break",
        label=_("Rule"),
        widget=CheckboxSelectMultiple,
    )
    score = django_filters.RangeFilter(method="that_score", label=_("Score"), widget=NumberRangeWidget)
    led = django_filters.ChoiceFilter(
        choices=[("me", _("Me"))], method="led_by_me", label=_("Led by"), widget=RadioSelect, empty_label=_("Anybody")
    )

    class Meta:
        model = SpecialismPage
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["specialism"].extra["choices"] = directory(known_to(self.request.user))
        if self.request.user.consultant_id is None:
            del self.filters["led"]

    def in_specialism(self, queryset: QuerySet, _name: str, number: str) -> QuerySet:
        """A specialism and those under it."""
        paths = SpecialismPage.objects.filter(pk=number).values_list("path", flat=True)
        return queryset.filter(path__startswith=paths[0])

    def that_stand(self, queryset: QuerySet, _name: str, standing: str) -> QuerySet:
        """Those that stand like that. Of those of which nothing is published there is nothing to say."""
        return queryset.filter(STANDS[Standing(standing)], Q(checked_pages__gt=0) | Q(checked_pages__isnull=True))

    def that_break(self, queryset: QuerySet, _name: str, codes: list[str]) -> QuerySet:
        """Those that break any of the rules."""
        if not codes:
            return queryset
        return queryset.filter(health_id__in=ClusterHealth.objects.filter(by_rule__has_any_keys=codes).values("pk"))

    def that_score(self, queryset: QuerySet, _name: str, asked: slice) -> QuerySet:
        """Those with a score in a range, both ends included."""
        least = max(asked.start or 0, 0)
        most = FULL if asked.stop is None else min(asked.stop, FULL)
        return queryset.filter(score__gte=min(least, FULL + 1), score__lte=max(most, -1))

    def led_by_me(self, queryset: QuerySet, _name: str, _me: str) -> QuerySet:
        """Those that the consultant who is logged in leads, and all under them."""
        led = SpecialismPage.objects.filter(leads__consultant=self.request.user.consultant_id)
        chosen = Q(pk__in=[])
        for path in led.values_list("path", flat=True):
            chosen |= Q(path__startswith=path)
        return queryset.filter(chosen)


STANDS = {
    Standing.ERRORS: Q(errors__gt=0),
    Standing.WARNINGS: Q(errors=0, warnings__gt=0),
    Standing.CLEAN: Q(errors=0, warnings=0),
    Standing.UNCHECKED: Q(checked_at__isnull=True),
}
