"""``manage.py worker``: the background worker of django-tasks, together with the site's recurring jobs."""

import logging
import time
from typing import Any

from django.db import InterfaceError, OperationalError
from django_tasks_db.management.commands.db_worker import Command as WorkerCommand

from agency.page_cache.store import forget_pages
from agency.schedule import Scheduler

logger = logging.getLogger(__name__)

PAUSE = 2
"""Seconds to wait for a database that does not answer."""


class Command(WorkerCommand):
    """Sends mail, updates indexes, and looks after what recurs; stop it with Ctrl-C or SIGTERM."""

    help = "Run the background worker and the recurring jobs"

    def configure_logging(self, verbosity: int) -> None:
        """Leave the levels to the LOGGING setting."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until told to stop; a database that goes away for a while is no reason to."""
        forget_pages()  # one that was killed between its commit and this has left old ones
        scheduler = Scheduler()
        scheduler.start()
        try:
            while True:
                try:
                    return super().handle(*args, **options)
                except (OperationalError, InterfaceError):
                    logger.warning("the database does not answer; trying again in %s seconds", PAUSE)
                    time.sleep(PAUSE)
        finally:
            scheduler.stop()
