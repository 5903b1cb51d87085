"""What is scheduled happens by itself, with everything that follows from it, whole or not at all."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry
from wagtail.signals import page_published

from agency.maintenance import publish_scheduled
from support_pages.models import PageChange, SupportPage, SupportPagePdf
from tests import factories

MINUTE = datetime.timedelta(minutes=1)


def schedule(guide: SupportPage, **fields: object) -> SupportPage:
    """A new version of a live guide that was to go live a minute ago."""
    page = SupportPage.objects.get(pk=guide.pk)
    page.save_revision().publish()
    for name, value in fields.items():
        setattr(page, name, value)
    page.go_live_at = timezone.now() - MINUTE
    page.save_revision(approved_go_live_at=page.go_live_at)
    return SupportPage.objects.get(pk=guide.pk)


@pytest.mark.django_db
def test_scheduled_version_brings_its_log_redirect_and_pdf(guide: SupportPage) -> None:
    old = guide.url
    page = schedule(guide, slug="moved", material_change=True, change_note="New bands.")
    assert (page.slug, PageChange.objects.count()) == (guide.slug, 0)
    publish_scheduled()
    page.refresh_from_db()
    assert page.slug == "moved"
    assert PageChange.objects.get().note == "New bands."
    assert SupportPagePdf.objects.get(page=page).wanted_at
    answer = Client().get(old)
    assert (answer.status_code, answer.url) == (301, page.url)
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").exists()
    publish_scheduled()
    assert PageChange.objects.count() == 1


@pytest.mark.django_db
def test_guide_expires_and_its_pdf_is_looked_at(guide: SupportPage, expiring: SupportPage) -> None:
    SupportPagePdf.objects.create(page=expiring)
    publish_scheduled()
    expiring.refresh_from_db()
    assert (expiring.live, expiring.expired) == (False, True)
    assert SupportPagePdf.objects.get().wanted_at
    assert PageLogEntry.objects.filter(page=expiring.pk, action="wagtail.unpublish.scheduled").count() == 1
    assert SupportPage.objects.get(pk=guide.pk).live


@pytest.mark.django_db
def test_one_that_fails_leaves_nothing_behind_and_keeps_nobody_waiting(
    guide: SupportPage, expiring: SupportPage, specialism, caplog: pytest.LogCaptureFixture
) -> None:
    specialism.refresh_from_db()
    other = factories.SupportPageFactory(parent=specialism, title="Other")
    schedule(guide, slug="moved", material_change=True, change_note="New bands.")
    schedule(other, title="Renamed")

    def fail(instance: Page, **_signal: Any) -> None:
        if instance.pk == guide.pk:
            raise ValueError("the last that follows from it")

    page_published.connect(fail, dispatch_uid="fail")
    try:
        publish_scheduled()
    finally:
        page_published.disconnect(dispatch_uid="fail")
    assert "publishing revision" in caplog.text
    assert SupportPage.objects.get(pk=guide.pk).slug == guide.slug
    assert not PageChange.objects.exists()
    assert not Redirect.objects.exists()
    assert SupportPage.objects.get(pk=other.pk).title == "Renamed"
    assert not SupportPage.objects.get(pk=expiring.pk).live
    publish_scheduled()
    assert SupportPage.objects.get(pk=guide.pk).slug == "moved"
    assert PageChange.objects.count() == Redirect.objects.count() == 1
