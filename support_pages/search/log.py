"""What people look for, for those who write: never what a single person typed.

Into the box people also type names, addresses and numbers. So a question is written down only once several people have
asked it within the same day, and never if it looks like somebody's address or number. Until then the shared cache holds a
number under an HMAC, from which neither the question nor who asked can be read; it is gone after two days. Without a
cache, or where visitors cannot be told apart, nothing is written down.
"""

import logging
import re
from datetime import timedelta

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits
from wagtail.search.utils import normalise_query_string

from agency.client_address import client_address
from support_pages.search.words import folded, words

logger = logging.getLogger(__name__)

SEVERAL = 3
"""So many different visitors make a question nobody's own."""
KEPT = timedelta(days=2)
LONGEST = 60
MOST_WORDS = 6
PERSONAL = re.compile(r"@|://|www\.|\d[\d\s().+/-]{5,}\d|[\[({]\s*at\b|\b(?:at|dot)\b.*\b(?:com|org|net|co)\b")
"""Addresses of mail and of pages, and numbers of seven digits or more: telephones, accounts, passports."""
KEEP_DAYS = 90


def is_personal(text: str) -> bool:
    """Whether a question could be about somebody's address or number, or is too long to be anybody else's."""
    return bool(PERSONAL.search(folded(text))) or len(text) > LONGEST or len(words(text)) > MOST_WORDS


def note(request: HttpRequest, text: str) -> None:
    """Count a question, if several people ask it. Never fails, whatever is down."""
    question = normalise_query_string(text)
    visitor = client_address(request)
    if not question or visitor is None or is_personal(question):
        return
    try:
        if _is_asked_by_several(question, str(visitor)):
            with transaction.atomic():
                Query.get(question).add_hit(timezone.localdate())
    except DatabaseError as error:
        logger.warning("a search was not counted: %s", type(error).__name__)


def _is_asked_by_several(question: str, visitor: str) -> bool:
    """Whether this is at least the third visitor who asks it today; the same one is counted once."""
    today = timezone.localdate().isoformat()
    asked = f"search:{_sealed(today, question)}"
    seconds = int(KEPT.total_seconds())
    try:
        is_new = cache.add(f"{asked}:{_sealed(today, question, visitor)}", 1, seconds)
        if is_new and not cache.add(asked, 1, seconds):
            return int(cache.incr(asked)) >= SEVERAL
        return int(cache.get(asked) or 0) >= SEVERAL
    except Exception as error:  # noqa: BLE001 - whatever the cache suffers from, the reader must not
        logger.warning("the cache does not count searches: %s", type(error).__name__)
        return False


def _sealed(*parts: str) -> str:
    return salted_hmac("support_pages.search.log", "\n".join(parts), algorithm="sha256").hexdigest()[:32]


def prune() -> None:
    """Forget what was asked longer ago than three months, and questions that nobody has asked since."""
    QueryDailyHits.garbage_collect(KEEP_DAYS)
    Query.garbage_collect()
