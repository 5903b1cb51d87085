"""A cluster without any problem, and a watch over what the tests of rules claim."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.utils import timezone

from agency.models import ConsultantPage
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.thread.rule import RULES, Found, Subject
from tests import factories
from tests.support_pages.bodies import body
from tests.support_pages.thread.writing import fresh, prose, text, to, write


@dataclass
class Clean:
    """A specialism and two guides, in which every rule holds."""

    specialism: SpecialismPage
    hiring: SupportPage
    salary: SupportPage
    make: Callable[..., SupportPage]


@pytest.fixture
def make(directory: SpecialismIndexPage, consultant: ConsultantPage) -> Callable[..., SupportPage]:
    """Makes guides that say enough, each something else, vouched for by a consultant."""
    made: list[SupportPage] = []

    def guide(parent: SpecialismPage, *pieces: str, **fields: Any) -> SupportPage:
        values = {
            "body": body(text(prose(seed=100 + len(made)), *pieces)),
            "standfirst": "What the seat is for.",
            "reviewer": consultant,
            "reviewed_on": timezone.localdate() - datetime.timedelta(days=10),
            "kind": Kind.INTERVIEW_GUIDE,
        }
        made.append(factories.SupportPageFactory(parent=fresh(parent), **values | fields))
        return made[-1]

    return guide


@pytest.fixture
def clean(directory: SpecialismIndexPage, make: Callable[..., SupportPage]) -> Clean:
    """The cluster: both guides link up and to each other, and the specialism's text to both."""
    specialism = factories.SpecialismPageFactory(parent=directory, title="Data", slug="data", body=[])
    hiring = make(specialism, to(specialism), title="Hiring", slug="hiring", kind=Kind.HIRING_GUIDE)
    salary = make(specialism, to(specialism), to(hiring), title="Pay", slug="pay", kind=Kind.SALARY_GUIDE)
    hiring = write(hiring, text(to(salary)))
    return Clean(write(specialism, remit=to(hiring) + to(salary)), hiring, fresh(salary), make)


@pytest.fixture(autouse=True)
def _keeps_its_word(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test marked ``breaks`` must have seen its rule find something, one marked ``holds`` must have seen it find nothing."""
    claims = [mark for mark in request.node.iter_markers() if mark.name in {"breaks", "holds"}]
    seen: dict[str, list[int]] = {mark.args[0]: [] for mark in claims}

    def watched(find: Callable[[Subject], Iterator[Found]], counts: list[int]) -> Callable[[Subject], list[Found]]:
        def look(subject: Subject) -> list[Found]:
            found = list(find(subject))
            counts.append(len(found))
            return found

        return look

    for code, counts in seen.items():
        monkeypatch.setitem(RULES, code, replace(RULES[code], find=watched(RULES[code].find, counts)))
    yield
    for mark in claims:
        counts = seen[mark.args[0]]
        assert any(counts) if mark.name == "breaks" else 0 in counts, f"{mark.name}({mark.args[0]}): saw {counts}"
