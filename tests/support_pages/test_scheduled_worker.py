"""What is scheduled happens by the worker, in its second thread, on a connection of its own."""

import threading
from typing import Any

import pytest
from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Command as WorkerCommand
from wagtail.models import Page

from agency import schedule as timetable
from agency.maintenance import publish_scheduled
from agency.management.commands import worker
from support_pages.models import SupportPage
from tests.support_pages.test_scheduled import schedule

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


def test_the_worker_does_it(guide: SupportPage, expiring: SupportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """As ``manage.py worker`` runs: in its second thread, on a connection of its own."""
    schedule(guide, title="Renamed")
    done = threading.Event()

    def work(*_args: object, **_options: object) -> None:
        for _moment in range(100):
            close_old_connections()
            if (
                Page.objects.filter(pk=guide.pk, title="Renamed").exists()
                and not Page.objects.get(pk=expiring.pk).live
            ):
                return
            done.wait(0.1)
        pytest.fail("nothing happened within ten seconds")

    monkeypatch.setattr(WorkerCommand, "handle", work)
    monkeypatch.setattr(timetable, "JOBS", [job for job in all_jobs() if job.run is publish_scheduled])
    worker.Command().handle()
    assert not SupportPage.objects.get(pk=expiring.pk).live


def all_jobs() -> list[Any]:
    """The jobs that the apps have registered, none of them run yet."""
    return [timetable.Job(job.run, job.seconds) for job in timetable.JOBS]
