"""One cluster as the CMS shows it: every page with where it stands, what is wrong with it, and how it is linked.

The map draws it and the table beside the map lists it, so both say the same.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page

from agency.models import ConsultantPage, User
from specialisms.models import SpecialismPage
from support_pages.admin.rights import editable_by, known_to, only_what_opens
from support_pages.content import content_of
from support_pages.kinds import Kind
from support_pages.models import PageHealth, SupportPage
from support_pages.thread.check import Report
from support_pages.thread.health import page_score
from support_pages.thread.references import references
from support_pages.thread.rule import RULES, Problem, Rule, Severity


class State(models.TextChoices):
    """What sets a page apart from those that readers see here. The label is empty for these."""

    SHOWN = "shown", ""
    DRAFT = "draft", _("Draft")
    PRIVATE = "private", _("Private")
    GUEST = "guest", _("Guest")


@dataclass(frozen=True)
class Entry:
    """A page of the cluster.

    ``home`` is the specialism of a guest, where it is checked: its ``errors`` and ``warnings`` are those last recorded
    there. Drafts are not checked; ``score`` says nothing of either.
    """

    page: SupportPage | SpecialismPage
    state: State
    errors: int
    warnings: int
    problems: tuple[Problem, ...] = ()
    linked: frozenset[int] = frozenset()
    inbound: int = 0
    home: SpecialismPage | None = None
    reviewer: str = ""
    may_edit: bool = False
    may_see_home: bool = False

    @property
    def title(self) -> str:
        """What it is called; what was never published is known only to those who work on it."""
        return str(self.page.title if self.page.live or self.may_edit else _("Not published yet"))

    @property
    def is_canonical(self) -> bool:
        """Whether it is the canonical page."""
        return isinstance(self.page, SpecialismPage)

    @property
    def kind(self) -> str | Promise:
        """What it is."""
        return _("Canonical page") if isinstance(self.page, SpecialismPage) else Kind(self.page.kind).label

    @property
    def is_checked(self) -> bool:
        """Whether this cluster's check looks at it."""
        return self.state in {State.SHOWN, State.PRIVATE}

    @property
    def score(self) -> int | None:
        """What it counts in the cluster's score."""
        return page_score(self.problems) if self.is_checked else None

    @property
    def found(self) -> str:
        """How many errors and warnings, in words; empty if none."""
        counts = [
            ngettext("%(count)s error", "%(count)s errors", self.errors) % {"count": self.errors},
            ngettext("%(count)s warning", "%(count)s warnings", self.warnings) % {"count": self.warnings},
        ]
        return ", ".join(words for words, count in zip(counts, (self.errors, self.warnings), strict=True) if count)


@dataclass(frozen=True)
class Overview:
    """A cluster's pages, its canonical page first, then its guides in editorial order, guests and drafts last."""

    report: Report
    canonical: Entry
    guides: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All pages."""
        return self.canonical, *self.guides

    @cached_property
    def listed(self) -> frozenset[int]:
        """The guides that the canonical page lists."""
        return frozenset(guide.pk for guide in self.report.cluster.listed)

    @property
    def by_rule(self) -> list[tuple[Rule, int]]:
        """How often each rule is broken, errors first, then in the order of the rules."""
        counts = Counter(problem.rule.code for problem in self.report.problems)
        found = [(rule, counts[code]) for code, rule in RULES.items() if counts[code]]
        return sorted(found, key=lambda pair: pair[0].severity != Severity.ERROR)

    @property
    def with_errors(self) -> int:
        """How many pages count 0."""
        return sum(any(problem.is_error for problem in found) for found in self.report.by_page.values())


def overview_of(report: Report, user: User) -> Overview:
    """The cluster of a report for somebody who looks at it; a constant number of queries, however large it is.

    Cures lead only where they may go.
    """
    cluster = report.cluster
    specialism = cluster.canonical
    if specialism is None:
        raise LookupError("a guide under no specialism has no overview")
    drafts = SupportPage.objects.of(specialism).not_live()
    guides: list[tuple[SupportPage, State]] = [
        *((page, State.SHOWN) for page in cluster.pages),
        *((page, State.PRIVATE) for page in cluster.hidden),
        *((page, State.GUEST) for page in cluster.guests),
        *((page, State.DRAFT) for page in drafts),
    ]
    known = _Known(report, [specialism, *(page for page, _state in guides)], user)
    return Overview(
        report,
        known.entry(specialism, _state_of(specialism)),
        tuple(known.entry(page, state) for page, state in guides),
    )


def _state_of(specialism: SpecialismPage) -> State:
    if not specialism.live:
        return State.DRAFT
    return State.PRIVATE if specialism.get_view_restrictions().exists() else State.SHOWN


class _Known:
    """What is known of the pages of a cluster, gathered for all of them at once."""

    def __init__(self, report: Report, pages: Sequence[SupportPage | SpecialismPage], user: User) -> None:
        ids = [page.pk for page in pages]
        guests = report.cluster.guests
        self._problems: dict[int, list[Problem]] = defaultdict(list)
        for problem in only_what_opens(report.problems, user):
            self._problems[problem.page.pk].append(problem)
        self._inbound = _live_links_to(ids)
        self._editable = editable_by(user, ids)
        self._recorded = PageHealth.objects.in_bulk([guest.pk for guest in guests])
        people = ConsultantPage.objects.filter(pk__in={page.reviewer_id for page in pages})
        self._reviewers = dict(people.values_list("pk", "title"))
        homes = SpecialismPage.objects.filter(path__in=[guest.path[: -Page.steplen] for guest in guests])
        self._homes = {home.path: home for home in homes.defer_streamfields()}
        self._visible = set(homes.filter(known_to(user)).values_list("pk", flat=True)) if self._homes else set()

    def entry(self, page: SupportPage | SpecialismPage, state: State) -> Entry:
        """All about one page."""
        problems = self._problems.get(page.pk, [])
        errors = sum(problem.is_error for problem in problems)
        warnings = len(problems) - errors
        home = None
        if state == State.GUEST:
            home = self._homes.get(page.path[: -Page.steplen])
            health = self._recorded.get(page.pk, PageHealth())
            errors, warnings = health.errors, health.warnings
        may_edit = page.pk in self._editable
        return Entry(
            page,
            state,
            errors,
            warnings,
            problems=tuple(problems),
            linked=frozenset(content_of(page).linked),
            inbound=self._inbound[page.pk],
            home=home,
            reviewer=self._reviewers.get(page.reviewer_id, "") if page.live or may_edit else "",
            may_edit=may_edit,
            may_see_home=home is not None and home.pk in self._visible,
        )


def _live_links_to(ids: Sequence[int]) -> Counter[int]:
    """How many live pages link to each of these in their texts; two queries."""
    pairs = set(references(targets=ids))
    live = set(Page.objects.live().filter(pk__in={source for source, _to in pairs}).values_list("pk", flat=True))
    return Counter(target for source, target in pairs if source in live)
