"""What a rule of the thread is, and what it finds.

A rule is a function in ``support_pages.thread.rules`` under the decorator ``rule``. It looks at one page of a cluster and
yields what is wrong, each with a cure: a link that leads to where it is mended. It asks the database nothing; what it
needs to know of other pages is in the subject's ``around``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agency.questions import question_key
from specialisms.models import SpecialismPage
from support_pages.content import Content, content_of
from support_pages.models import SupportPage

if TYPE_CHECKING:
    from support_pages.cluster import Cluster
    from support_pages.thread.surroundings import Surroundings


class Severity(models.TextChoices):
    """How bad it is. Errors stop a publication, warnings ask."""

    ERROR = "error", _("Error")
    WARNING = "warning", _("Warning")


@dataclass(frozen=True)
class Cure:
    """Where a problem is mended, and what the link there says."""

    label: str
    url: str


@dataclass(frozen=True)
class Found:
    """What a rule found wrong, in words for the page's editor.

    ``only_asks`` if it is a warning although the rule is about errors: nothing is wrong as long as readers don't see it.
    """

    message: str
    cure: Cure
    only_asks: bool = False


@dataclass
class Subject:
    """A page that rules look at: a guide or a canonical page, in its cluster, with what is around it.

    ``is_draft`` if it is looked at as it will be once published.
    """

    page: SupportPage | SpecialismPage
    cluster: "Cluster"
    around: "Surroundings"
    is_draft: bool = False

    @cached_property
    def content(self) -> Content:
        """What its texts hold."""
        return content_of(self.page)

    @cached_property
    def question_key(self) -> str:
        """The key of the question it answers: as it was stored, or as it stands in the form if it is being edited."""
        return question_key(self.page.target_question) if self.is_draft else self.page.question_key

    @property
    def is_published(self) -> bool:
        """Whether readers have a version of it, though perhaps not the one at hand."""
        return self.page.pk is not None and self.page.live

    @property
    def canonical(self) -> SpecialismPage:
        """The canonical page of its cluster."""
        if self.cluster.canonical is None:
            raise LookupError("this guide stands under no specialism")
        return self.cluster.canonical


@dataclass(frozen=True)
class Rule:
    """A rule of the thread: what it is called, how bad its breach is, which pages it is about, how it looks."""

    code: str
    severity: Severity
    title: Promise
    about: tuple[type[models.Model], ...]
    live_only: bool
    needs_canonical: bool
    find: Callable[[Subject], Iterable[Found]]


@dataclass(frozen=True)
class Problem:
    """What is wrong with a page of a cluster."""

    rule: Rule
    page: SupportPage | SpecialismPage
    message: str
    cure: Cure
    only_asks: bool = False

    @property
    def severity(self) -> Severity:
        """How bad it is: what its rule says, unless it only asks."""
        return Severity.WARNING if self.only_asks else self.rule.severity

    @property
    def is_error(self) -> bool:
        """Whether it stops a publication."""
        return self.severity == Severity.ERROR


RULES: dict[str, Rule] = {}
"""Every rule by its code."""

GUIDE = (SupportPage,)
CANONICAL = (SpecialismPage,)
BOTH = (SpecialismPage, SupportPage)


def rule(
    code: str,
    severity: Severity,
    title: Promise,
    *,
    about: tuple[type[models.Model], ...],
    live_only: bool = False,
    needs_canonical: bool = True,
) -> Callable[[Callable[[Subject], Iterable[Found]]], Rule]:
    """Make a function a rule.

    ``live_only`` for what can only be said of a page that readers have a version of: one that was never published is no
    orphan because nobody links to it yet. Guides that stand under no specialism are only looked at by rules that don't need
    one.
    """

    def register(find: Callable[[Subject], Iterable[Found]]) -> Rule:
        if code in RULES:
            raise ValueError(f"two rules are called {code}")
        RULES[code] = Rule(code, severity, title, about, live_only, needs_canonical, find)
        return RULES[code]

    return register


def problems_of(subject: Subject) -> Iterator[Problem]:
    """What all rules find about one page, errors first."""
    problems = [
        Problem(one, subject.page, found.message, found.cure, found.only_asks)
        for one in RULES.values()
        if _concerns(one, subject)
        for found in one.find(subject)
    ]
    yield from sorted(problems, key=lambda problem: not problem.is_error)


def _concerns(one: Rule, subject: Subject) -> bool:
    if (one.live_only and not subject.is_published) or (one.needs_canonical and subject.cluster.canonical is None):
        return False
    return isinstance(subject.page, one.about)
