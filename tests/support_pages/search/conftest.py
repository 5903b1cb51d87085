"""A small agency whose search has read everything."""

from collections.abc import Callable

import pytest

from agency.models import ConsultantPage
from specialisms.models import Fact, SpecialismIndexPage, SpecialismPage
from support_pages.blocks import GuideBodyBlock
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.search import keeping
from tests import factories

BODY = GuideBodyBlock()


def text(words: str) -> dict:
    """A paragraph as a body holds it."""
    return {"type": "text", "value": f"<p>{words}</p>"}


def guide(parent: SpecialismPage, title: str, words: str = "", kind: str = Kind.HIRING_GUIDE, **fields) -> SupportPage:
    """A live guide with these words."""
    body = fields.pop("body", None) or BODY.to_python([text(words)])
    return factories.SupportPageFactory(parent=parent, title=title, body=body, kind=kind, standfirst="", **fields)


@pytest.fixture
def technology(directory: SpecialismIndexPage) -> SpecialismPage:
    """A sector."""
    return factories.SpecialismPageFactory(parent=directory, title="Technology", body=None)


@pytest.fixture
def learning(technology: SpecialismPage) -> SpecialismPage:
    """A specialism in it."""
    return factories.SpecialismPageFactory(parent=technology, title="Machine Learning", body=None, standfirst="")


@pytest.fixture
def platform(learning: SpecialismPage) -> SupportPage:
    """A guide that speaks of clusters."""
    return guide(
        learning, "Platform engineer hiring guide", "Engineers who keep Kubernetes and a café’s tills running."
    )


@pytest.fixture
def agency(learning: SpecialismPage, platform: SupportPage, consultant: ConsultantPage, home) -> Callable[[], int]:
    """The agency with a consultant, read; call it to have everything read again."""
    measured = factories.fact(says="Median time to offer", specialism=learning, geography="UK")
    row = [{"type": "facts", "value": [{"fact": measured.pk, "label": "", "value": "", "note": ""}]}]
    guide(learning, "Salary guide for ML people", body=BODY.to_python(row), kind=Kind.SALARY_GUIDE)
    factories.lead(learning, consultant)

    def read() -> int:
        return sum(1 for _done in keeping.rebuild())

    read()
    return read


@pytest.fixture
def measured(agency) -> Fact:
    """The fact that the salary guide shows."""
    return Fact.objects.get()
