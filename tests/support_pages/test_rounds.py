"""The worker's rounds: every cluster once a day, what changed at once, nothing twice, nothing lost with a worker."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from specialisms.models import SpecialismPage
from support_pages.models import BodySketch, ClusterHealth, PageHealth, SupportPage, WantedCheck
from support_pages.models.wanted import LOST
from support_pages.thread import rounds
from support_pages.thread.check import check_site
from support_pages.thread.health import score
from tests import factories
from tests.support.tasks import run_waiting
from tests.support_pages.clusters import cluster, guide

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime.datetime], None]:
    """Set the time; it is noon on the fourth of May to begin with."""

    def to(moment: datetime.datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    to(NOON)
    return to


@pytest.fixture
def two(directory) -> list[SpecialismPage]:
    """Two clusters: one of three pages, and one that is a draft without guides."""
    first = cluster(directory, 3)
    draft = factories.SpecialismPageFactory(parent=type(directory).objects.get(), title="Not yet", live=False)
    run_waiting()  # Wagtail's index of links
    return [first, draft]


def reminders() -> int:
    """How many checks wait for the worker."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    return waiting.filter(task_path__endswith="rounds.check_wanted").count()


def test_every_cluster_is_recorded_once_a_night(two: list[SpecialismPage], clock) -> None:
    clock(datetime.datetime(2026, 5, 4, 0, 30, tzinfo=datetime.UTC))  # half past one in London
    rounds.look_after()
    run_waiting()
    assert not ClusterHealth.objects.exists()
    clock(NOON)
    for _tick in range(3):
        rounds.look_after()
        run_waiting()
    assert ClusterHealth.objects.count() == len(two)
    assert not WantedCheck.objects.exists()
    clock(NOON + datetime.timedelta(minutes=5))
    rounds.look_after()
    assert reminders() == 0
    clock(NOON + datetime.timedelta(days=1))
    rounds.look_after()
    run_waiting()
    lines = ClusterHealth.objects.filter(specialism=two[0])
    assert [line.date for line in lines] == [datetime.date(2026, 5, 5), datetime.date(2026, 5, 4)]


def test_what_is_recorded_is_what_a_check_finds(two: list[SpecialismPage], clock) -> None:
    rounds.look_after()
    run_waiting()
    (report,) = check_site()
    line = ClusterHealth.objects.get(specialism=two[0])
    assert (line.score, line.pages, line.errors, line.warnings) == (score(report), 3, report.errors, report.warnings)
    assert sum(line.by_rule.values()) == len(report.problems) > 3
    kept = {health.pk: health.errors + health.warnings for health in PageHealth.objects.all()}
    assert kept == {pk: len(problems) for pk, problems in report.by_page.items()}
    empty = ClusterHealth.objects.get(specialism=two[1])
    assert (empty.pages, empty.errors, empty.warnings) == (0, 0, 0)


def test_a_check_before_tonight_is_made_again_and_its_line_replaced(two: list[SpecialismPage], clock) -> None:
    clock(datetime.datetime(2026, 5, 4, 0, 15, tzinfo=datetime.UTC))
    rounds.ask([two[0].pk])
    run_waiting()
    clock(NOON)
    assert set(rounds.due()) == set(two)
    rounds.look_after()
    run_waiting()
    assert ClusterHealth.objects.get(specialism=two[0]).checked_at == NOON


def test_asking_twice_is_asking_once(two: list[SpecialismPage], clock) -> None:
    for _time in range(5):
        assert rounds.ask([page.pk for page in two] + [999_999]) == 2
    assert reminders() == 1
    assert rounds.ask([]) == 0


@pytest.mark.database
def test_asking_while_it_is_checked_has_it_checked_again(two: list[SpecialismPage], clock, monkeypatch) -> None:
    rounds.ask([two[0].pk])
    made = []

    def meanwhile(specialisms, site) -> None:
        made.append(list(specialisms))
        if len(made) == 1:
            clock(NOON + datetime.timedelta(seconds=2))
            rounds.ask([two[0].pk])

    monkeypatch.setattr(rounds, "record_all", meanwhile)
    run_waiting()
    assert made[:2] == [[two[0]], [two[0]]]
    assert len(made) == 2
    assert not WantedCheck.objects.exists()


@pytest.mark.database
def test_workers_share_what_is_wanted(two: list[SpecialismPage], clock) -> None:
    rounds.ask([page.pk for page in two])
    _now, first = rounds._claim(1)
    _now, second = rounds._claim(5)
    assert {*first, *second} == {page.pk for page in two}
    assert not first.keys() & second.keys()
    assert rounds._claim(5)[1] == {}


@pytest.mark.database
def test_what_a_killed_worker_claimed_is_free_again(two: list[SpecialismPage], clock) -> None:
    rounds.ask([two[0].pk])
    rounds._claim(5)
    DBTaskResult.objects.all().delete()
    rounds.look_after()
    run_waiting()
    assert not ClusterHealth.objects.filter(specialism=two[0]).exists()
    clock(NOON + LOST + datetime.timedelta(seconds=1))
    rounds.look_after()
    run_waiting()
    assert ClusterHealth.objects.filter(specialism=two[0]).exists()


def test_a_cluster_that_fails_holds_up_no_other(two: list[SpecialismPage], clock, monkeypatch, caplog) -> None:
    record = rounds.record_all

    def fail(specialisms, site) -> None:
        if two[0] in specialisms:
            raise RuntimeError("no such thing")
        record(specialisms, site)

    monkeypatch.setattr(rounds, "record_all", fail)
    rounds.look_after()
    run_waiting()
    assert list(ClusterHealth.objects.values_list("specialism", flat=True)) == [two[1].pk]
    assert [str(two[0].pk) in message for message in caplog.messages] == [True]
    rounds.look_after()
    assert reminders() == 0


def test_more_than_a_batch_is_done_batch_by_batch(directory, clock, monkeypatch) -> None:
    monkeypatch.setattr(rounds, "BATCH", 2)
    for number in range(5):
        factories.SpecialismPageFactory(parent=type(directory).objects.get(), slug=f"field-{number}")
    rounds.look_after()
    run_waiting()
    assert ClusterHealth.objects.count() == 5
    assert DBTaskResult.objects.filter(task_path__endswith="check_wanted").count() == 3


def test_pages_that_readers_no_longer_see_are_forgotten(two: list[SpecialismPage], clock) -> None:
    rounds.look_after()
    run_waiting()
    gone = SupportPage.objects.child_of(two[0]).first()
    gone.unpublish()
    rounds.ask([two[0].pk])
    run_waiting()
    assert not PageHealth.objects.filter(pk=gone.pk).exists()
    assert PageHealth.objects.count() == 2
    SpecialismPage.objects.get(pk=two[0].pk).delete()
    assert not PageHealth.objects.exists()
    assert not ClusterHealth.objects.filter(specialism=two[0].pk).exists()


def test_guides_under_no_specialism_are_looked_at_too(two: list[SpecialismPage], home, clock) -> None:
    stray = factories.SupportPageFactory(parent=type(home).objects.get(), slug="stray", body=[])
    rounds.look_after()
    run_waiting()
    assert PageHealth.objects.get(pk=stray.pk).errors == 1


def test_the_trend_goes_back_four_hundred_days(two: list[SpecialismPage], clock) -> None:
    today = NOON.date()
    for days in (0, 400, 401, 900):
        ClusterHealth.objects.create(
            specialism=two[0], date=today - datetime.timedelta(days), score=1, pages=1, errors=0, warnings=0
        )
    rounds.look_after()
    assert [(today - line.date).days for line in ClusterHealth.objects.filter(specialism=two[0])] == [0, 400]


def test_missing_sketches_are_made(two: list[SpecialismPage], clock, monkeypatch) -> None:
    monkeypatch.setattr(rounds, "SKETCHES", 1)
    kept = dict(BodySketch.objects.values_list("pk", "hashes"))
    assert len(kept) == 2
    BodySketch.objects.all().delete()
    rounds.look_after()
    run_waiting()
    assert {pk: bytes(found) for pk, found in BodySketch.objects.values_list("pk", "hashes")} == {
        pk: bytes(found) for pk, found in kept.items()
    }


def test_a_round_costs_no_more_for_more_guides(directory, clock, django_assert_max_num_queries) -> None:
    specialism = cluster(directory, 3)
    rounds.ask([specialism.pk])
    with django_assert_max_num_queries(60) as few:
        rounds.check_wanted.call()
    for number in range(10, 22):
        guide(SpecialismPage.objects.get(pk=specialism.pk), number, [specialism])
    rounds.ask([specialism.pk])
    with django_assert_max_num_queries(len(few)):
        rounds.check_wanted.call()
