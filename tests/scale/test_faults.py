"""The check of the thread finds every fault that is planted, and nothing anywhere else."""

import pytest
from django.db import connection
from wagtail.models import Page

from agency.scale.faults import planting  # noqa: F401 - importing it registers the planters
from agency.scale.faults.planter import PLANTERS
from agency.scale.plan import Order
from agency.scale.seeding import seed
from support_pages.thread.check import check_site
from support_pages.thread.rule import RULES

SITES = {"postgresql": (Order(120, 1_000), 20), "sqlite": (Order(50, 350), 2)}
"""On SQLite a smaller one shows that the database makes no difference."""


def test_every_rule_has_a_planter() -> None:
    assert set(PLANTERS) == set(RULES)


def test_every_consequence_is_one_of_another_rule_and_says_why() -> None:
    for planter in PLANTERS.values():
        for code, because in planter.breaks.items():
            assert code in RULES
            assert code != planter.code
            assert len(because) > 20


@pytest.mark.django_db
@pytest.mark.database
def test_every_planted_fault_is_found_and_nothing_else() -> None:
    order, count = SITES[connection.vendor]
    planted = seed(order, count, lambda *_progress: None).planted
    assert set(planted.pages) == set(RULES)
    assert min(map(len, planted.pages.values())) >= count
    pages = [pk for planted_on in planted.pages.values() for pk in planted_on]
    assert len(set(pages)) == len(pages), "two faults were planted on one page"
    found: dict[tuple[int, str], str] = {}
    checked: set[int] = set()
    for report in check_site():
        checked |= report.pages.keys()
        found |= {(problem.page.pk, problem.rule.code): problem.message for problem in report.problems}
    expected = planted.expected()
    assert {pair: message for pair, message in found.items() if pair not in expected} == {}
    assert expected - found.keys() == set()
    clean = checked - {pk for pk, _code in expected}
    assert len(clean) > len(checked) // 3
    assert [list(problems) for problems in Page.find_problems()] == [[]] * 5
