"""The mail of the CMS, as the worker takes it out, and a mail server that cannot be used."""

import smtplib
import socket

import pytest
from django_tasks_db.models import DBTaskResult

from agency import letters


def deliver() -> list[str]:
    """Take every letter out once that the worker was asked to take, as the worker does; returns what became of each."""
    results = []
    for reminder in DBTaskResult.objects.ready().filter(task_path=letters.send.module_path):
        reminder.claim("test")
        outcome = letters.send.func(*reminder.task_result.args)
        reminder.set_successful(outcome)
        results.append(outcome)
    return results


OUTAGES = {
    "gaierror": socket.gaierror(-2, "Name or service not known"),
    "SMTPConnectError 421": (421, b"too busy"),
    "ConnectionRefusedError": ConnectionRefusedError(111, "Connection refused"),
    "TimeoutError": TimeoutError("timed out"),
}
"""What is noted about an attempt, and how the server answers a connection."""


class Unusable:
    """A mail server that answers everybody in the same bad way, and counts them."""

    def __init__(self, patch: pytest.MonkeyPatch, answer: Exception | tuple[int, bytes]) -> None:
        self.answer, self.asked = answer, 0
        patch.setattr(smtplib.SMTP, "connect", self.connect)

    def connect(self, *_where: object, **_options: object) -> tuple[int, bytes]:
        """Stands in for a connection."""
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer
