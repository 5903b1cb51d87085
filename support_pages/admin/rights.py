"""Which cures somebody may use: a link that ends at "you may not" is none."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Q
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import page_permission_policy

from agency.models import User
from specialisms.keepers import FACTS, PAY_BANDS
from specialisms.models import SpecialismLead
from support_pages.thread.rule import Cure, Problem

NOWHERE = Cure("", "")
STEP = Page.steplen
SAME_EDITOR = "the same editor"
"""In place of a view: a field of the page that is being written."""

OF_ONE = {
    "wagtailadmin_pages:edit": (page_permission_policy, "change"),
    "wagtailadmin_pages:move": (page_permission_policy, "change"),
    "guides:add": (page_permission_policy, "add"),
    "facts:edit": (FACTS, "change"),
}
"""Views of the page or fact that their first argument names, who decides about it, and the permission that they ask for."""


def editable_by(
    user: User, ids: Iterable[int], permission: str = "change", policy: BasePermissionPolicy = page_permission_policy
) -> set[int]:
    """Those of these pages, or figures, that somebody may change, or add to, by their groups; one query."""
    allowed = policy.instances_user_has_permission_for(user, permission)
    return set(allowed.filter(pk__in=ids).values_list("pk", flat=True))


def known_to(user: User) -> Q:
    """Of pages: those whose titles somebody may read, because they are published or theirs to work on."""
    return Q(live=True) | Q(
        pk__in=page_permission_policy.instances_user_has_permission_for(user, "change").values("pk")
    )


def only_what_opens(problems: Sequence[Problem], user: User) -> list[Problem]:
    """The problems, in order; a cure that leads where the user may not go leads where they may.

    That is the page as readers see it, if it is another than the one with the problem. Else nothing leads there, and the cure
    says who may go there. A query for each permission, however many problems, and a few for pages that don't open.
    """
    places = {problem.cure.url: _place(problem.cure.url) for problem in problems}
    wanted: dict[Any, set[int]] = {asked: set() for asked in OF_ONE.values()}
    for view, number in places.values():
        if view in OF_ONE:
            wanted[OF_ONE[view]].add(number)
    allowed = {asked: editable_by(user, ids, asked[1], asked[0]) for asked, ids in wanted.items()}

    def opens(view: str, number: int) -> bool:
        if view in OF_ONE:
            return number in allowed[OF_ONE[view]]
        if view == "pay_bands:index":
            return PAY_BANDS.user_has_any_permission(user, ["view", "change"])
        return view == SAME_EDITOR

    closed = Closed(number for view, number in places.values() if _is_of_page(view) and not opens(view, number))

    def cure_of(problem: Problem) -> Cure:
        view, number = places[problem.cure.url]
        if opens(view, number):
            return problem.cure
        return closed.instead(number, problem.page) if _is_of_page(view) else NOWHERE

    return [replace(problem, cure=cure_of(problem)) for problem in problems]


class Closed:
    """Pages that somebody may not edit; nothing is asked of the database if there are none."""

    def __init__(self, page_ids: Iterable[int]) -> None:
        self._pages = {page.pk: page for page in Page.objects.filter(pk__in=set(page_ids))}
        paths = {page.path[:end] for page in self._pages.values() for end in range(STEP, len(page.path) + 1, STEP)}
        private = PageViewRestriction.objects.filter(page__path__in=paths)
        self._private = tuple(private.values_list("page__path", flat=True))
        self._leads: dict[str, list[str]] = defaultdict(list)
        accounts = User.objects.filter(is_active=True, consultant__isnull=False)
        leads = SpecialismLead.objects.filter(page__path__in=paths, consultant__in=accounts.values("consultant"))
        for path, name in leads.order_by("sort_order").values_list("page__path", "consultant__title"):
            self._leads[path].append(name)

    def instead(self, pk: int, of: Page) -> Cure:
        """What there is for them instead of its editor, for a problem of a page."""
        page = self._pages.get(pk)
        if page is None:
            return NOWHERE
        if page.live and page.pk != of.pk and page.url and not page.path.startswith(self._private):
            return Cure(_("Read “%(title)s”") % {"title": page.title}, page.url)
        return Cure(_("Ask %(who)s, who may open it.") % {"who": self._keepers(page)}, "")

    def _keepers(self, page: Page) -> str:
        """Who leads the specialism of a page, or the next wider one that somebody leads; they may edit it."""
        nearest = max((path for path in self._leads if page.path.startswith(path)), key=len, default="")
        return _(" or ").join(self._leads[nearest]) if nearest else _("an editor")


def _is_of_page(view: str) -> bool:
    return view in OF_ONE and OF_ONE[view][0] is page_permission_policy


def _place(url: str) -> tuple[str, int]:
    """The view that an address of the CMS leads to, and the number of what it is about; 0 for none."""
    if url.startswith("#"):
        return SAME_EDITOR, 0
    try:
        match = resolve(urlsplit(url).path)
    except Resolver404:
        return "", 0
    first = str(next(iter([*match.args, *match.kwargs.values()]), ""))
    return match.view_name, int(first) if first.isdigit() else 0
