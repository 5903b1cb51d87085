"""Who gets the PDF of a guide."""

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.models import PageViewRestriction

from support_pages.models import SupportPage
from tests.support_pages.pdfs import fresh, publish, work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("run_hooks_on_commit")]


def test_headers_of_the_pdf(small: SupportPage) -> None:
    response = Client().get(small.download_url)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{small.slug}.pdf"'
    assert response["Content-Length"] == str(small.download.size)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Link"] == f'<{small.canonical_url}>; rel="canonical"'
    assert not response.cookies
    again = Client().get(small.download_url, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert Client().head(small.download_url).status_code == 200
    assert Client().post(small.download_url).status_code == 405


def test_drafts_and_private_guides_have_none(small: SupportPage) -> None:
    url, file = small.download_url, small.download.file.name
    lock = PageViewRestriction.objects.create(page=small.get_parent(), restriction_type="login")
    assert Client().get(url).status_code == 404
    lock.delete()
    assert Client().get(url).status_code == 200
    SupportPage.objects.get(pk=small.pk).unpublish()
    assert Client().get(url).status_code == 404
    assert default_storage.exists(file)
    work()
    assert not fresh(small).download
    assert Client().get("/no/such/guide.pdf").status_code == 404


def test_renamed_guide_keeps_its_old_pdf_address_working(
    small: SupportPage, django_capture_on_commit_callbacks
) -> None:
    old = small.download_url
    with django_capture_on_commit_callbacks(execute=True):  # Wagtail makes the redirect then
        publish(small, slug="renamed")
    work()
    response = Client().get(old)
    assert response.status_code == 301
    assert response["Location"] == fresh(small).download_url
    assert Client().get(response["Location"]).status_code == 200
