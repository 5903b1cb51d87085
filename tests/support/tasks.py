"""The worker's share, done on the spot: on the test's own connection, inside its transaction."""

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult


def run_waiting() -> None:
    """Run every task that waits, those they enqueue among them, and mark them done."""
    while waiting := list(DBTaskResult.objects.filter(status=TaskResultStatus.READY).order_by("enqueued_at")):
        for result in waiting:
            arguments = result.args_kwargs
            result.task.call(*arguments["args"], **arguments["kwargs"])
            DBTaskResult.objects.filter(pk=result.pk).update(status=TaskResultStatus.SUCCESSFUL)
