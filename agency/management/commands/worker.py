"""``manage.py worker``: the background worker of django-tasks, together with the site's recurring jobs."""

from typing import Any

from django_tasks_db.management.commands.db_worker import Command as WorkerCommand

from agency.schedule import Scheduler


class Command(WorkerCommand):
    """Sends mail, updates indexes, and looks after what recurs; stop it with Ctrl-C or SIGTERM."""

    help = "Run the background worker and the recurring jobs"

    def configure_logging(self, verbosity: int) -> None:
        """Leave the levels to the LOGGING setting."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until told to stop."""
        scheduler = Scheduler()
        scheduler.start()
        try:
            super().handle(*args, **options)
        finally:
            scheduler.stop()
