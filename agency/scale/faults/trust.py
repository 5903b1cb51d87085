"""Faults of who vouches for a guide, and of translations that fell behind."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale

from agency.scale.faults import edits
from agency.scale.faults.ground import Ground
from agency.scale.faults.planter import plants
from support_pages.models import SupportPage

LANGUAGE = "fr"
LONG_AGO = timedelta(days=400)


@plants("no-reviewer")
def no_reviewer(ground: Ground, count: int) -> Iterator[int]:
    """Nobody is named, or no day."""
    for number in range(count):
        page = ground.guide()
        if number % 2:
            edits.store(page, reviewer=None)
        else:
            edits.store(page, reviewed_on=None, review_due_on=None)
        yield page.pk


@plants("review-overdue")
def review_overdue(ground: Ground, count: int) -> Iterator[int]:
    """The day that was named is past, or the half year that counts when none was."""
    today = timezone.localdate()
    for number in range(count):
        page = ground.guide()
        due = today - timedelta(days=1) if number % 2 else None
        edits.store(page, reviewed_on=today - LONG_AGO, review_due_on=due)
        yield page.pk


@plants("outdated-translation")
def outdated_translation(ground: Ground, count: int) -> Iterator[int]:
    """A page in another language, published before the one it translates."""
    locale, _made = Locale.all_objects.get_or_create(language_code=LANGUAGE)
    for number in range(count):
        page = ground.either(number)
        original = ground.guide() if isinstance(page, SupportPage) else ground.original()
        published = original.last_published_at - timedelta(days=1) if number % 2 else None
        edits.store(page, locale=locale, translation_key=original.translation_key, last_published_at=published)
        yield page.pk
