"""Roles are found by what people call them."""

import pytest

from specialisms.models import Role
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def roles() -> dict[str, Role]:
    """Two roles that share one of their titles, and one called like another's title."""
    return {
        "engineer": factories.role("Machine Learning Engineer", alternative_titles="ML Engineer\nAI Engineer"),
        "scientist": factories.role("Applied Scientist", alternative_titles="AI Engineer\nResearch Engineer"),
        "research": factories.role("Research Engineer"),
    }


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Machine Learning Engineer", "engineer"),
        ("  machine  learning ENGINEER ", "engineer"),
        ("ml engineer", "engineer"),
        ("Research Engineer", "research"),
        ("AI Engineer", None),
        ("Engineer", None),
        ("Machine Learning Engineers", None),
        ("", None),
        (" ", None),
        ("%", None),
        ("M_ Engineer", None),
    ],
)
def test_a_role_is_found_by_its_name_then_by_a_title_only_it_has(roles, title: str, found: str | None) -> None:
    assert Role.objects.called(title) == (roles[found] if found else None)


def test_finding_costs_one_query(roles, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        Role.objects.called("ml engineer")
