"""Nothing is found where nothing is wrong."""

import pytest

from support_pages.thread.check import check_cluster, check_draft, check_site
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, index_references

pytestmark = pytest.mark.django_db


@pytest.mark.database
def test_clean_cluster_has_no_problem(clean: Clean) -> None:
    index_references()
    report = check_cluster(clean.specialism)
    assert set(report.pages) == {clean.specialism.pk, clean.hiring.pk, clean.salary.pk}
    assert report.problems == []
    assert [problem for found in check_site() for problem in found.problems] == []


def test_clean_draft_has_no_problem(clean: Clean) -> None:
    index_references()
    for page in (clean.specialism, clean.hiring, clean.salary):
        assert check_draft(fresh(page), fresh(page).get_parent()) == []
