"""Guides with PDFs, and one whose time has come."""

import datetime
from collections.abc import Iterator

import pytest
from django.utils import timezone

from specialisms.models import Fact, PayBand, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.bodies import BODY
from tests.support_pages.pdfs import fresh, inline, pay_survey, pay_table, publish, searches, work


@pytest.fixture
def run_hooks_on_commit(django_capture_on_commit_callbacks) -> Iterator[None]:
    """The test's own transaction never commits; files are deleted all the same, at the end of each test."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


@pytest.fixture
def band(specialism: SpecialismPage) -> PayBand:
    """A pay band of the specialism."""
    return pay_survey(specialism)


@pytest.fixture
def measured() -> Fact:
    """A fact with a source that can be looked up."""
    return searches()


@pytest.fixture
def evident(guide: SupportPage, band: PayBand, measured: Fact, brand) -> SupportPage:
    """A published guide with a fact and a pay table; its PDF is made."""
    page = publish(guide, body=BODY.to_python([inline(measured), pay_table()]))
    work()
    return fresh(page)


@pytest.fixture
def small(guide: SupportPage, brand) -> SupportPage:
    """A published guide of one paragraph; its PDF is made."""
    body = SupportPage._meta.get_field("body").stream_block.to_python([{"type": "text", "value": "<p>Short.</p>"}])
    page = publish(guide, body=body)
    work()
    return fresh(page)


@pytest.fixture
def expiring(specialism: SpecialismPage) -> SupportPage:
    """A guide whose time has come."""
    specialism.refresh_from_db()
    return factories.SupportPageFactory(parent=specialism, expire_at=timezone.now() - datetime.timedelta(minutes=1))
