"""How often something has happened lately, counted in the shared cache.

The cache never holds an address, only an HMAC of it under the site's secret key that changes with every span of time. When
the cache is away, nothing has happened: a mandate is taken in without it.
"""

import logging
import time
from datetime import timedelta

from django.core.cache import cache
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def count(kind: str, subject: str, span: timedelta = HOUR) -> int:
    """Count once more and return how often before, in the running ``span``; 0 for no subject and without the cache.

    Spans begin on the clock, so that one key serves a span and nothing has to be cleaned up.
    """
    if not subject:
        return 0
    seconds = int(span.total_seconds())
    running = int(time.time()) // seconds
    key = "rate:" + salted_hmac("enquiries.spam.rates", f"{kind}:{subject}:{running}", algorithm="sha256").hexdigest()
    try:
        return _increment(key, 2 * seconds) - 1
    except Exception as error:  # noqa: BLE001 - whatever the cache suffers from, the client must not
        logger.warning("the cache does not count: %s", type(error).__name__)
        return 0


def _increment(key: str, seconds: int) -> int:
    """One more, atomically: two that begin at once are both counted."""
    try:
        return int(cache.incr(key))
    except ValueError:  # nobody has counted yet
        return 1 if cache.add(key, 1, seconds) else int(cache.incr(key))


def counts(subjects: dict[str, str]) -> dict[str, int]:
    """``count`` for several kinds of subject in the running hour."""
    return {kind: count(kind, subject) for kind, subject in subjects.items()}
