"""Recurring jobs: when they run, what happens when one fails, and that the worker runs them."""

import datetime
import logging
import threading

import pytest
from django.apps import apps
from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Command as WorkerCommand
from django_tasks_db.models import DBTaskResult

from agency import maintenance, schedule
from agency.management.commands import worker
from agency.models import HomePage, PlainPage
from enquiries.delivery import sweep
from tests import factories


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[schedule.Job]:
    """An empty schedule."""
    empty: list[schedule.Job] = []
    monkeypatch.setattr(schedule, "JOBS", empty)
    return empty


def test_job_runs_at_once_and_then_when_its_time_has_come(jobs: list[schedule.Job]) -> None:
    runs: list[float] = []
    schedule.every(10, lambda: runs.append(0))
    for now in (100, 101, 109.9, 110, 111, 125, 134, 135):
        schedule.run_due(now)
    assert len(runs) == 4  # at 100, 110, 125 and 135: counted from the last run, never made up for


def test_same_function_is_registered_once(jobs: list[schedule.Job]) -> None:
    for seconds in (5, 60):
        schedule.every(seconds, maintenance.publish_scheduled)
    assert [(job.run, job.seconds) for job in jobs] == [(maintenance.publish_scheduled, 5)]


def test_job_that_fails_is_logged_and_stops_nobody(jobs: list[schedule.Job], caplog: pytest.LogCaptureFixture) -> None:
    attempts: list[str] = []

    def failing() -> None:
        attempts.append("failing")
        raise ValueError

    schedule.every(10, failing)
    schedule.every(10, lambda: attempts.append("other"))
    schedule.run_due(100)
    schedule.run_due(105)
    schedule.run_due(110)
    assert attempts == ["failing", "other"] * 2
    assert "failing failed" in caplog.text


@pytest.mark.parametrize("app", ["agency", "specialisms", "support_pages", "enquiries"])
def test_app_uses_its_own_configuration(app: str) -> None:
    """Django silently takes a plain one if it finds two: then nothing that ``ready`` registers happens."""
    assert type(apps.get_app_config(app)).__module__ == f"{app}.apps"


def test_apps_have_registered_their_jobs() -> None:
    registered = {job.run: job.seconds for job in schedule.JOBS}
    assert registered[sweep] <= 10
    assert registered[maintenance.publish_scheduled] == 60
    assert registered[maintenance.prune_task_results] == 24 * 60 * 60
    before = len(schedule.JOBS)
    apps.get_app_config("agency").ready()
    assert len(schedule.JOBS) == before


def test_scheduler_runs_jobs_in_a_thread_of_its_own_until_stopped(jobs: list[schedule.Job]) -> None:
    """A job that fails the first time is run again."""
    again = threading.Event()
    names: list[str] = []

    def failing_first() -> None:
        names.append(threading.current_thread().name)
        if len(names) == 1:
            raise OperationalError
        again.set()

    schedule.every(0, failing_first)
    scheduler = schedule.Scheduler()
    scheduler.start()
    try:
        assert again.wait(10)
    finally:
        scheduler.stop()
    assert not scheduler.is_alive()
    assert set(names) == {"scheduler"}


@pytest.mark.django_db
def test_scheduled_pages_are_published_and_expired(home: HomePage) -> None:
    now = timezone.now()
    due = factories.PlainPageFactory(parent=home, live=False, go_live_at=now - datetime.timedelta(minutes=1))
    due.save_revision(approved_go_live_at=due.go_live_at)
    home.refresh_from_db()
    later = factories.PlainPageFactory(parent=home, live=False, go_live_at=now + datetime.timedelta(days=1))
    later.save_revision(approved_go_live_at=later.go_live_at)
    home.refresh_from_db()
    over = factories.PlainPageFactory(parent=home, expire_at=now - datetime.timedelta(minutes=1))
    maintenance.publish_scheduled()
    live = dict(PlainPage.objects.values_list("pk", "live"))
    assert live == {due.pk: True, later.pk: False, over.pk: False}


@pytest.mark.django_db
def test_finished_tasks_are_forgotten_after_two_weeks() -> None:
    now = timezone.now()
    for days, status in ((15, "SUCCESSFUL"), (13, "SUCCESSFUL"), (15, "FAILED"), (15, "READY")):
        then = now - datetime.timedelta(days=days)
        DBTaskResult.objects.create(
            args_kwargs={"args": [days], "kwargs": {}},
            task_path="enquiries.delivery.send",
            status=status,
            backend_name="default",
            run_after=then,
            enqueued_at=then,
            finished_at=None if status == "READY" else then,
        )
    maintenance.prune_task_results()
    left = DBTaskResult.objects.values_list("args_kwargs__args__0", "status")
    assert sorted(left) == [(13, "SUCCESSFUL"), (15, "READY")]


class Recorder:
    """Stands in for the scheduler and notes what the worker does with it."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def start(self) -> None:
        """Noted."""
        self.calls.append("start")

    def stop(self) -> None:
        """Noted."""
        self.calls.append("stop")


@pytest.fixture
def scheduler(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """The scheduler of the worker under test, which never waits."""
    recorder = Recorder()
    monkeypatch.setattr(worker, "Scheduler", lambda: recorder)
    monkeypatch.setattr(worker.time, "sleep", lambda _seconds: recorder.calls.append("pause"))
    return recorder


def test_worker_runs_the_jobs_for_as_long_as_it_runs(scheduler: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WorkerCommand, "handle", lambda *_args, **_options: scheduler.calls.append("tasks"))
    worker.Command().handle()
    assert scheduler.calls == ["start", "tasks", "stop"]


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_worker_waits_for_a_database_that_went_away(
    scheduler: Recorder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: type[Exception]
) -> None:
    outcomes = [error("secret in here"), error("secret in here"), None]

    def handle(*_args: object, **_options: object) -> None:
        outcome = outcomes.pop(0)
        if outcome:
            raise outcome

    monkeypatch.setattr(WorkerCommand, "handle", handle)
    worker.Command().handle()
    assert scheduler.calls == ["start", "pause", "pause", "stop"]
    assert "the database does not answer" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("error", [SystemExit, KeyboardInterrupt, ValueError])
def test_worker_stops_the_jobs_however_it_ends(
    scheduler: Recorder, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def handle(*_args: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(WorkerCommand, "handle", handle)
    with pytest.raises(error):
        worker.Command().handle()
    assert scheduler.calls == ["start", "stop"]


def test_worker_leaves_log_levels_alone() -> None:
    before = logging.getLogger("django_tasks").level, logging.getLogger("django_tasks_db").level
    worker.Command().configure_logging(3)
    assert (logging.getLogger("django_tasks").level, logging.getLogger("django_tasks_db").level) == before
