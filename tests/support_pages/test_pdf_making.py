"""When the PDF of a guide is made, made again and taken away, and by whom."""

import datetime
import logging
import signal
import subprocess
import sys
from unittest import mock

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from agency import child_process
from specialisms.models import Fact, PayBand, SpecialismPage
from support_pages import pdf, typesetting
from support_pages.models import SupportPage, SupportPagePdf
from tests import factories
from tests.support_pages.pdfs import fresh, publish, words, work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("run_hooks_on_commit")]


def test_nothing_is_typeset_in_a_request(guide: SupportPage, brand) -> None:
    with mock.patch.object(child_process.subprocess, "run", side_effect=AssertionError("typeset in a request")):
        publish(guide)
        assert Client().get(guide.url).status_code == 200
        assert Client().get(fresh(guide).download_url).status_code == 404
        assert b"Download as PDF" not in Client().get(guide.url).content
    assert "weasyprint" not in sys.modules
    work()
    with mock.patch.object(child_process.subprocess, "run", side_effect=AssertionError("typeset in a request")):
        assert Client().get(fresh(guide).download_url).status_code == 200
        assert b"Download as PDF" in Client().get(guide.url).content
    assert "weasyprint" not in sys.modules


def test_file_goes_with_unpublishing_replacing_and_deleting(
    small: SupportPage, django_capture_on_commit_callbacks
) -> None:
    first = small.download.file.name
    assert first.startswith(f"guides/{small.slug}-")
    with django_capture_on_commit_callbacks(execute=True):
        publish(small, title="Another title")
        work()
    second = fresh(small).download.file.name
    assert not default_storage.exists(first)
    assert default_storage.exists(second)
    with django_capture_on_commit_callbacks(execute=True):
        SupportPage.objects.get(pk=small.pk).unpublish()
        work()
    assert not default_storage.exists(second)
    with django_capture_on_commit_callbacks(execute=True):
        publish(small)
        work()
    third = fresh(small).download.file.name
    with django_capture_on_commit_callbacks(execute=True):
        SupportPage.objects.get(pk=small.pk).delete()
        work()
    assert not default_storage.exists(third)
    assert not SupportPagePdf.objects.exists()


def test_draft_changes_nothing(small: SupportPage) -> None:
    before = small.download.content_hash
    page = SupportPage.objects.get(pk=small.pk)
    page.title = "Not yet"
    page.save_revision()
    work()
    assert fresh(small).download.content_hash == before


def test_changed_fact_is_typeset_again_where_it_is_used(
    evident: SupportPage, measured: Fact, specialism: SpecialismPage
) -> None:
    other = publish(factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk)))
    work()
    before = fresh(other).download.made_at
    assert "73 days" in words(evident)
    measured.low = 82
    measured.save()
    work()
    assert "82 days" in words(evident)
    assert "73 days" not in words(evident)
    assert fresh(other).download.made_at == before


def test_changed_and_deleted_band_is_typeset_again(evident: SupportPage, band: PayBand) -> None:
    assert "127,500" in words(evident)
    band.p50 = 128_250
    band.save()
    work()
    assert "128,250" in words(evident)
    assert "127,500" not in words(evident)
    band.delete()
    work()
    assert "128,250" not in words(evident)


def test_fact_that_expires_is_typeset_again_without_anybody_saving(evident: SupportPage) -> None:
    pdf.sweep()
    work()
    Fact.objects.update(valid_until=timezone.localdate() - datetime.timedelta(days=1))  # as time would
    assert pdf.sweep() == 0
    SupportPagePdf.objects.filter(page=evident).update(looked_at_on=timezone.localdate() - datetime.timedelta(days=1))
    assert pdf.sweep() == 1
    work()
    assert "last checked" in words(evident)
    assert pdf.sweep() == 0


def test_nothing_changed_is_not_typeset_again(small: SupportPage) -> None:
    made = small.download.made_at
    with mock.patch.object(pdf, "typeset", side_effect=AssertionError("typeset for nothing")):
        pdf.ask([small.pk])
        work()
    assert fresh(small).download.made_at == made


def test_asking_twice_is_one_task(guide: SupportPage) -> None:
    DBTaskResult.objects.all().delete()
    pdf.ask([guide.pk])
    pdf.ask([guide.pk])
    assert DBTaskResult.objects.filter(task_path__endswith="look_at").count() == 1


def test_request_that_got_lost_is_made_again(guide: SupportPage) -> None:
    pdf.ask([guide.pk])
    DBTaskResult.objects.all().delete()  # a worker was killed with it
    assert pdf.sweep() == 0
    SupportPagePdf.objects.update(wanted_at=timezone.now() - datetime.timedelta(hours=1))
    assert pdf.sweep() == 1
    work()
    assert fresh(guide).download


def test_guides_from_before_get_theirs(guide: SupportPage) -> None:
    """Published when there were no PDFs yet, or built without a signal."""
    assert not SupportPagePdf.objects.exists()
    assert pdf.sweep() == 1
    work()
    assert fresh(guide).download


def test_failure_is_logged_without_content_and_takes_the_old_file_away(
    small: SupportPage, caplog: pytest.LogCaptureFixture
) -> None:
    url = small.download_url
    with mock.patch.object(pdf, "document_of", side_effect=ValueError("a secret sentence")):
        publish(small, title="Another title")
        work()
    assert Client().get(small.url).status_code == 200
    assert Client().get(url).status_code == 404
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text
    publish(small)
    work()
    assert Client().get(url).status_code == 200


def test_machine_without_the_libraries_says_so_once(
    guide: SupportPage, specialism: SpecialismPage, caplog: pytest.LogCaptureFixture
) -> None:
    pdf._say_once.cache_clear()
    missing = typesetting.UnavailableError("cannot load library 'libpango-1.0-0'")
    with mock.patch.object(pdf, "typeset", side_effect=missing), caplog.at_level(logging.WARNING):
        publish(guide)
        publish(factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk)))
        work()
    told = [record for record in caplog.records if record.name == pdf.logger.name]
    assert len(told) == 1
    assert "libpango" in told[0].getMessage()
    assert not fresh(guide).download
    assert Client().get(guide.url).status_code == 200


def test_a_process_that_is_stopped_leaves_the_pdf_and_is_asked_again(guide: SupportPage) -> None:
    publish(guide)
    work()
    before = fresh(guide).pdf
    stopped = subprocess.CompletedProcess([], -signal.SIGTERM, b"", b"")
    with mock.patch.object(child_process.subprocess, "run", return_value=stopped):
        publish(guide, standfirst="Something else.")
        work()
    assert fresh(guide).pdf.content_hash == before.content_hash
    assert pdf.sweep() == 1
    work()
    assert fresh(guide).pdf.content_hash != before.content_hash
