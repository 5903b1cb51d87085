"""A translation keeps up with its original."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Locale

from support_pages.models import SupportPage
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, in_draft, messages, problems

pytestmark = pytest.mark.django_db


def hours_ago(count: int) -> datetime.datetime:
    """So many hours ago."""
    return timezone.now() - datetime.timedelta(hours=count)


def published(page: SupportPage, at: datetime.datetime | None) -> None:
    """Have a page been published last at a time."""
    SupportPage.objects.filter(pk=page.pk).update(last_published_at=at)


@pytest.fixture
def translations(clean: Clean) -> list[SupportPage]:
    """The hiring guide in two more languages, published an hour ago."""
    made = []
    for code in ("fr", "de"):
        locale = Locale.objects.create(language_code=code)
        fields = {"locale": locale, "translation_key": clean.hiring.translation_key, "title": f"Hiring {code}"}
        made.append(clean.make(clean.specialism, **fields))
        published(made[-1], hours_ago(1))
    return made


@pytest.mark.breaks("outdated-translation")
def test_original_published_since(clean: Clean, translations: list[SupportPage]) -> None:
    published(clean.hiring, timezone.now())
    for page in translations:
        assert "“Hiring”, which it translates" in messages(problems(page, "outdated-translation"))[0]
        assert in_draft(fresh(page), "outdated-translation"), "its editor is told too"
    published(clean.hiring, hours_ago(2))
    published(translations[0], None)
    assert problems(translations[0], "outdated-translation"), "it has never been published by itself"


@pytest.mark.holds("outdated-translation")
def test_translation_published_since(clean: Clean, translations: list[SupportPage]) -> None:
    published(clean.hiring, hours_ago(2))
    for page in (*translations, clean.hiring, clean.salary):
        assert not problems(page, "outdated-translation")
    published(clean.hiring, None)
    assert not problems(translations[0], "outdated-translation"), "the original was never published"
    published(clean.hiring, hours_ago(0))
    draft = fresh(translations[0])
    draft.save_revision()
    assert problems(draft, "outdated-translation")
    assert not in_draft(draft, "outdated-translation"), "an editor of the draft is catching up"


@pytest.mark.holds("outdated-translation")
def test_page_whose_original_is_gone(clean: Clean, translations: list[SupportPage]) -> None:
    SupportPage.objects.filter(pk=clean.hiring.pk).update(translation_key="12345678-1234-4234-8234-123456789abc")
    assert not problems(translations[0], "outdated-translation")
