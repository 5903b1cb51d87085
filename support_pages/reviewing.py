"""Who reviews a page that is submitted in the CMS: whoever the nearest specialism above it names."""

from collections import defaultdict
from collections.abc import Collection
from typing import cast

from django.db.models import BigIntegerField, CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Length
from wagtail.models import Page

from agency.models import User
from specialisms.models import SpecialismPage

BACKEND = "django.contrib.auth.backends.ModelBackend"


def reviewers_of(pages: Collection[Page]) -> dict[int, list[User]]:
    """The accounts that review each page, by the page's number; none where no specialism names anybody who could.

    A specialism reviews itself, its guides and what is narrower. A reviewer without an account that can log in to the CMS
    counts as none, so that the next wider specialism decides. Two queries for any number of pages.
    """
    named = list(
        SpecialismPage.objects.filter(
            path__in={path for page in pages for path in _upwards(page)}, reviewer__isnull=False
        ).values_list("path", "reviewer")
    )
    reviewer_at, accounts = dict(named), _accounts({consultant for _path, consultant in named})
    found: dict[int, list[User]] = {}
    for page in pages:
        choices = (accounts.get(reviewer_at.get(path, 0), []) for path in _upwards(page))
        found[page.pk] = next(filter(None, choices), [])
    return found


def nearest_reviewer(path: str) -> Subquery:
    """The same as a part of a query: the consultant who reviews what stands at ``path``, a field of the query around.

    Null where ``reviewers_of`` finds nobody.
    """
    outer = ExpressionWrapper(OuterRef(path), output_field=CharField())
    above = SpecialismPage.objects.alias(outer=outer).filter(outer__startswith=F("path"))
    able = _able().filter(consultant=OuterRef("reviewer"))
    return Subquery(above.filter(Exists(able)).order_by(Length("path").desc()).values("reviewer")[:1])


def path_of(page: str) -> Subquery:
    """As a part of a query: the tree path of the page whose number a text field of the query around holds."""
    return Subquery(Page.objects.filter(pk=Cast(OuterRef(page), BigIntegerField())).values("path"))


def _able() -> QuerySet[User]:
    """The accounts that can log in to the CMS."""
    return User.objects.with_perm("wagtailadmin.access_admin", backend=BACKEND)


def _upwards(page: Page) -> list[str]:
    """The paths of a page and of everything above it, from the page."""
    return [page.path[:end] for end in range(len(page.path), 0, -Page.steplen)]


def _accounts(consultants: Collection[int]) -> dict[int, list[User]]:
    found: dict[int, list[User]] = defaultdict(list)
    if consultants:
        for account in _able().filter(consultant__in=consultants).order_by("pk"):
            found[cast(int, account.consultant_id)].append(account)
    return found
