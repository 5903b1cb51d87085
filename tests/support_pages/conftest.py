"""Guides with PDFs."""

import datetime
from collections.abc import Iterator

import pytest

from agency.models import ConsultantPage
from specialisms.models import Fact, PayBand, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.pdfs import body_with, fresh, inline, publish, work


@pytest.fixture
def run_hooks_on_commit(django_capture_on_commit_callbacks) -> Iterator[None]:
    """The test's own transaction never commits; files are deleted all the same, at the end of each test."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


@pytest.fixture
def band(specialism: SpecialismPage) -> PayBand:
    """A pay band of the specialism."""
    dated = datetime.date(2026, 6, 30)
    return factories.pay_band(
        SpecialismPage.objects.get(pk=specialism.pk), p50=127_500, source_name="Pay survey", as_of=dated
    )


@pytest.fixture
def measured() -> Fact:
    """A fact with a source that can be looked up."""
    return factories.fact(
        low=73,
        source_name="Searches completed",
        publisher="Throughline",
        source_url="https://figures.example/searches",
        as_of=datetime.date(2026, 9, 30),
    )


@pytest.fixture
def full(guide: SupportPage, consultant: ConsultantPage, band: PayBand, measured: Fact, brand) -> SupportPage:
    """A published guide with every block, a fact, a pay table, a link elsewhere and a log; its PDF is made."""
    table = {"type": "pay_table", "value": {"caption": "Our pay table", "roles": []}}
    body = body_with(band.specialism, inline(measured), table)
    page = publish(guide, body=body, author=consultant, material_change=True, change_note="New bands.")
    work()
    return fresh(page)


@pytest.fixture
def small(guide: SupportPage, brand) -> SupportPage:
    """A published guide of one paragraph; its PDF is made."""
    body = SupportPage._meta.get_field("body").stream_block.to_python([{"type": "text", "value": "<p>Short.</p>"}])
    page = publish(guide, body=body)
    work()
    return fresh(page)
