"""How well a cluster stands as a number, and its record from day to day."""

import datetime
from dataclasses import replace

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.cluster import Cluster
from support_pages.models import ClusterHealth, PageHealth, SupportPage
from support_pages.thread import health
from support_pages.thread.check import Report, check_cluster
from support_pages.thread.health import record, record_cluster, record_site, score
from support_pages.thread.rule import RULES, Cure, Problem, Severity
from tests import factories
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, index_references, write

ERROR = next(rule for rule in RULES.values() if rule.severity == Severity.ERROR)
WARNING = next(rule for rule in RULES.values() if rule.severity == Severity.WARNING)


def report_of(*pages: tuple[int, int]) -> Report:
    """A report on pages with so many errors and warnings each."""
    report = Report(Cluster(SpecialismPage(title="Any"), ()), {}, {})
    for pk, (errors, warnings) in enumerate(pages, start=1):
        page = report.pages[pk] = SupportPage(pk=pk)
        rules = [ERROR] * errors + [WARNING] * warnings
        report.by_page[pk] = [Problem(rule, page, "Wrong.", Cure("Mend", "#")) for rule in rules]
    return report


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([], 100),
        ([(0, 0)], 100),
        ([(0, 1)], 90),
        ([(0, 10)], 0),
        ([(0, 11)], 0),
        ([(1, 0)], 0),
        ([(1, 5), (0, 0)], 50),
        ([(0, 0), (0, 0), (0, 1)], 96),
    ],
)
def test_score(pages: list[tuple[int, int]], expected: int) -> None:
    assert score(report_of(*pages)) == expected


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 12)), min_size=1, max_size=8), st.data())
def test_mending_never_lowers_the_score_and_only_nothing_wrong_is_full(
    pages: list[tuple[int, int]], data: st.DataObject
) -> None:
    before = score(report_of(*pages))
    assert 0 <= before <= 100
    assert (before == 100) == (not any(any(page) for page in pages))
    number = data.draw(st.integers(0, len(pages) - 1))
    errors, warnings = pages[number]
    mended = [*pages[:number], (max(0, errors - 1), max(0, warnings - 1)), *pages[number + 1 :]]
    assert score(report_of(*mended)) >= before


def stored() -> dict[int, tuple[int, int]]:
    """Errors and warnings of each page on record."""
    return {found.page_id: (found.errors, found.warnings) for found in PageHealth.objects.all()}


@pytest.mark.database
@pytest.mark.django_db
def test_record_of_a_day_is_the_last_check_of_it(clean: Clean) -> None:
    index_references()
    pks = (clean.specialism.pk, clean.hiring.pk, clean.salary.pk)
    record_cluster(clean.specialism)
    assert stored() == dict.fromkeys(pks, (0, 0))
    write(clean.hiring, title="\u200b", reviewer=None, reviewed_on=None)
    record_cluster(clean.specialism)
    assert stored() == dict.fromkeys(pks, (0, 0)) | {clean.hiring.pk: (1, 1)}
    (line,) = ClusterHealth.objects.all()
    assert (line.score, line.pages, line.errors, line.warnings) == (66, 3, 1, 1)
    assert line.by_rule == {"no-title": 1, "no-reviewer": 1}
    ClusterHealth.objects.update(date=timezone.localdate() - datetime.timedelta(days=1))
    write(clean.hiring, title="Hiring")
    record_cluster(clean.specialism)
    assert list(ClusterHealth.objects.order_by("date").values_list("score", "errors")) == [(66, 1), (96, 0)]


@pytest.mark.database
@pytest.mark.django_db
def test_pages_that_are_no_longer_live_lose_their_record(clean: Clean, directory: SpecialismIndexPage) -> None:
    sector = SpecialismPage.objects.get(pk=clean.specialism.pk)
    narrower = factories.SpecialismPageFactory(parent=sector, body=[])
    record_cluster(narrower)
    record_cluster(sector)
    assert set(stored()) == {sector.pk, narrower.pk, clean.hiring.pk, clean.salary.pk}
    fresh(clean.hiring).unpublish()
    record_cluster(sector)
    assert set(stored()) == {sector.pk, narrower.pk, clean.salary.pk}, "narrower clusters are left alone"
    clean.salary.delete()
    assert set(stored()) == {sector.pk, narrower.pk}
    fresh(narrower).unpublish()
    stray = factories.SupportPageFactory(parent=SpecialismIndexPage.objects.get(), body=[])
    assert record_site() == 1
    assert set(stored()) == {sector.pk, stray.pk}
    assert ClusterHealth.objects.filter(specialism=narrower).exists(), "the trend stays"


@pytest.mark.database
@pytest.mark.django_db
def test_page_or_specialism_deleted_during_the_check_is_left_out(clean: Clean) -> None:
    report = check_cluster(clean.specialism)
    clean.salary.delete()
    record(report)
    assert set(stored()) == {clean.specialism.pk, clean.hiring.pk}
    gone = SpecialismPage.objects.get(pk=clean.specialism.pk)
    gone.delete()
    record(replace(report, by_page={pk: [] for pk in report.by_page}))
    assert stored() == {}
    assert not ClusterHealth.objects.exists()


@pytest.mark.django_db
def test_whole_site_is_recorded_cluster_by_cluster(clean: Clean, monkeypatch: pytest.MonkeyPatch) -> None:
    other = factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), body=[])
    factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), body=[], live=False)
    seen: list[int] = []
    real = health.record
    monkeypatch.setattr(health, "record", lambda report: (seen.append(report.cluster.canonical.pk), real(report)))
    assert record_site() == 2
    assert seen == [clean.specialism.pk, other.pk]
    assert set(ClusterHealth.objects.values_list("specialism", flat=True)) == set(seen)
    empty = SpecialismPage.objects.get(live=False)
    assert record_cluster(empty).problems == []
    assert ClusterHealth.objects.get(specialism=empty).pages == 0
