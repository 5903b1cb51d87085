"""Two people publish at the same moment."""

import threading
from typing import Any

import pytest
from django.test import Client

from specialisms.models import SpecialismPage
from support_pages.admin import publication
from support_pages.models import SupportPage
from support_pages.thread.blocking import problems_of_version
from support_pages.thread.rule import Problem
from tests import factories
from tests.enquiries.test_concurrency import at_once
from tests.support_pages.publishing.screen import gate, press_publish, stored

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


def test_one_of_two_pages_that_get_a_question_at_the_same_moment_is_told_of_the_other(
    specialism: SpecialismPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    guides = []
    for number in range(2):
        parent = SpecialismPage.objects.get(pk=specialism.pk)
        guide = factories.SupportPageFactory(parent=parent, title=f"Guide {number}", body=[])
        guide.save_revision().publish()
        guides.append(stored(guide))
    checked = threading.Barrier(2)

    def then_wait_for_the_other(*version: Any) -> list[Problem]:
        found = problems_of_version(*version)
        try:
            checked.wait(timeout=5)
        except threading.BrokenBarrierError:
            checked.reset()  # the other waits for this one to be through
        return [problem for problem in found if problem.rule.code == "same-question"]

    monkeypatch.setattr(publication, "problems_of_version", then_wait_for_the_other)

    def publish(guide: SupportPage) -> str:
        client = Client()
        client.force_login(factories.user(f"editor{guide.pk}", is_superuser=True))
        return press_publish(client, guide, target_question="Who hires at the same moment?").url

    addresses = at_once(publish, guides)
    told = [guide for guide, address in zip(guides, addresses, strict=True) if address.startswith(gate(guide))]
    assert len(told) == 1
    answering = [guide for guide in guides if stored(guide).target_question]
    assert len(answering) == 1
    assert answering != told
