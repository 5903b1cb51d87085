"""Versions of the privacy notice that are published at the same moment."""

import pytest
from wagtail.models import Revision

from agency.models import HomePage, PlainPage
from enquiries.models import PrivacyNotice
from tests.enquiries.notices import body
from tests.enquiries.test_concurrency import at_once

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


def publish(pk: int) -> None:
    """Publish a revision."""
    Revision.objects.get(pk=pk).publish()


def test_eight_publications_are_eight_versions(home: HomePage, notice_page: PlainPage) -> None:
    revisions = []
    for number in range(8):
        notice_page.body = body(f"Text {number}.")
        revisions.append(notice_page.save_revision().pk)
    at_once(publish, revisions)
    versions = list(PrivacyNotice.objects.order_by("number").values_list("number", "text"))
    assert [number for number, _text in versions] == list(range(1, 10))
    assert {text for _number, text in versions[1:]} == {f"Privacy notice\nText {number}." for number in range(8)}


def test_the_same_publication_many_times_is_one_version(home: HomePage, notice_page: PlainPage) -> None:
    notice_page.body = body("Another text.")
    at_once(publish, [notice_page.save_revision().pk] * 6)
    assert PrivacyNotice.objects.count() == 2
