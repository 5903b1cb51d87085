"""Groups of consultants when several processes keep them at the same moment."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest import mock

import pytest
from django.db import connection
from wagtail.models import GroupPagePermission

from agency.models import ConsultantGroup, ConsultantPage, User
from specialisms import access
from specialisms.models import SpecialismPage
from tests import factories

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]

SOON = 1
"""Seconds within which whatever waits for nothing has happened."""


class Pause:
    """Halts whoever first calls a function, once they have its answer, until told to go on or for long enough."""

    def __init__(self, function: Callable) -> None:
        self.reached, self.told = threading.Event(), threading.Event()
        self.function = function

    def __call__(self, *arguments: Any) -> Any:
        found = self.function(*arguments)
        if not self.reached.is_set():
            self.reached.set()
            self.told.wait(SOON)
        return found


def meanwhile(first: Callable[[], object], second: Callable[[], object], after: str = "_accounts") -> None:
    """Do the second while the first keeps groups and has read who leads what; both have to succeed."""

    def alone(function: Callable[[], object]) -> None:
        try:
            function()
        finally:
            connection.close()

    pause = Pause(getattr(access, after))
    with mock.patch.object(access, after, pause), ThreadPoolExecutor(2) as threads:
        one = threads.submit(alone, first)
        assert pause.reached.wait(60)
        two = threads.submit(alone, second)
        two.add_done_callback(lambda _done: pause.told.set())
        one.result(60)
        two.result(60)


def rights(page: SpecialismPage) -> int:
    """How many rights consultants have on a page."""
    return GroupPagePermission.objects.filter(page=page, group__of_consultant__isnull=False).count()


def test_two_make_one_group(specialism: SpecialismPage, consultant: ConsultantPage, consultant_user: User) -> None:
    factories.lead(specialism, consultant)
    ConsultantGroup.objects.get().group.delete()
    meanwhile(lambda: access.keep([consultant.pk]), access.keep_all, after="name_of_group")
    assert ConsultantGroup.objects.get().consultant == consultant
    assert rights(specialism) == len(access.RIGHTS)


def test_rights_given_while_all_groups_are_looked_after_stay(
    specialism: SpecialismPage, consultant: ConsultantPage, consultant_user: User
) -> None:
    beside = factories.SpecialismPageFactory(parent=specialism.get_parent())
    factories.lead(beside, consultant)
    meanwhile(access.keep_all, lambda: factories.lead(specialism, consultant))
    assert rights(specialism) == len(access.RIGHTS)


def test_rights_taken_while_all_groups_are_looked_after_do_not_come_back(
    specialism: SpecialismPage, consultant: ConsultantPage, consultant_user: User
) -> None:
    lead = factories.lead(specialism, consultant)
    meanwhile(access.keep_all, lead.delete)
    assert rights(specialism) == 0
