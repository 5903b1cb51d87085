"""Small jobs that recur, run by ``manage.py worker``.

An app registers a job in its ``AppConfig.ready()``. Jobs must be quick and harmless to run twice: every worker runs
them. Anything slow is enqueued as a task by its job.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections, connection

logger = logging.getLogger(__name__)


@dataclass
class Job:
    """A function and the seconds between its runs."""

    run: Callable[[], object]
    seconds: float
    next_run: float = 0.0


JOBS: list[Job] = []


def every(seconds: float, run: Callable[[], object]) -> None:
    """Have workers call ``run`` every so many seconds; registering the same function again changes nothing."""
    if all(job.run is not run for job in JOBS):
        JOBS.append(Job(run, seconds))


def run_due(now: float) -> None:
    """Run the jobs that are due at ``now`` (seconds on a monotonic clock); a job that fails is logged and tried again."""
    for job in JOBS:
        if now < job.next_run:
            continue
        job.next_run = now + job.seconds
        try:
            job.run()
        except Exception:
            logger.exception("scheduled job %s failed", getattr(job.run, "__qualname__", job.run))


class Scheduler(threading.Thread):
    """Runs due jobs once a second until stopped, on a database connection of its own."""

    def __init__(self) -> None:
        super().__init__(name="scheduler", daemon=True)
        self._stopped = threading.Event()

    def run(self) -> None:
        """Loop until ``stop``."""
        while not self._stopped.wait(1):
            close_old_connections()
            run_due(time.monotonic())
        connection.close()

    def stop(self) -> None:
        """Finish the current round and end."""
        self._stopped.set()
        self.join(timeout=10)
