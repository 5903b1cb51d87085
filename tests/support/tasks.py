"""The worker's share, done on the spot: on the test's own connection, inside its transaction."""

from unittest import mock

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from support_pages import pdf

BLANK = pdf.Pdf(b"%PDF-1.7\n%%EOF\n", pages=1)


def run_waiting() -> None:
    """Run every task that waits, those they enqueue among them, and mark them done.

    PDFs are blank: to typeset one takes seconds, and whoever reads one has a worker of their own in ``tests.support_pages.pdfs``.
    """
    with mock.patch.object(pdf, "typeset", return_value=BLANK):
        while waiting := list(DBTaskResult.objects.filter(status=TaskResultStatus.READY).order_by("enqueued_at")):
            for result in waiting:
                arguments = result.args_kwargs
                result.task.call(*arguments["args"], **arguments["kwargs"])
                DBTaskResult.objects.filter(pk=result.pk).update(status=TaskResultStatus.SUCCESSFUL)
