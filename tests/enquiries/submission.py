"""Filling in and sending the mandate form through Django's test client, and doing what the worker would do."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client
from django_tasks_db.models import DBTaskResult
from hypothesis import HealthCheck, settings

from enquiries import links
from enquiries.delivery import send as deliver
from enquiries.forms import new_key
from enquiries.models import Mandate
from enquiries.models.link import LinkPurpose
from tests.support.client import ANSWERS, FormReader

ADDRESS = "/mandate/"
URLENCODED = "application/x-www-form-urlencoded"

EXAMPLES = settings(
    derandomize=True,  # the same examples every time: `make test` must not depend on luck
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def opened(address: str = ADDRESS) -> FormReader:
    """The form as a browser shows it."""
    return shown(Client().get(address))


def shown(response: HttpResponse) -> FormReader:
    """The form in a response."""
    return FormReader(response.content.decode())


def fill(address: str = ADDRESS, **answers: str) -> dict[str, str]:
    """What a browser sends after opening the form at the address and typing the answers."""
    return opened(address).values | ANSWERS | answers


def typed(**answers: str) -> dict[str, str]:
    """The same without opening the form first."""
    return {"key": new_key()} | ANSWERS | answers


def send(form: dict[str, str]) -> HttpResponse:
    """Send a form as a browser does."""
    return Client().post(ADDRESS, urlencode(form), content_type=URLENCODED)


def token_in(response: HttpResponse) -> str:
    """The token of the room that a client is sent to."""
    return response["Location"].split("/")[3]


def mandate_of(response: HttpResponse) -> Mandate:
    """The mandate whose confirmation a client is sent to."""
    return links.find(token_in(response), LinkPurpose.ROOM).mandate


def reminders() -> list[DBTaskResult]:
    """The worker's open tasks that concern mail."""
    return list(DBTaskResult.objects.ready().filter(task_path=deliver.module_path))


def work() -> list[str]:
    """Do the open tasks once each, as the worker does; returns what each said."""
    results = []
    for reminder in reminders():
        reminder.claim("test")
        outcome = deliver.func(*reminder.task_result.args)
        reminder.set_successful(outcome)
        results.append(outcome)
    return results
