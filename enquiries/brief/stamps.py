"""Stamps that tell whether answers are still those somebody was shown, without saying what they are."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.crypto import salted_hmac

from enquiries.models import Brief


def stamp(brief: Brief, names: Iterable[str]) -> str:
    """The stamp of some answers of a draft."""
    return stamp_of([brief.serializable_value(name) for name in names])


def stamp_of(said: Any) -> str:
    """The stamp of whatever JSON can hold, and of dates and telephone numbers."""
    written = json.dumps(said, default=str, ensure_ascii=False)
    return salted_hmac("enquiries.brief.stamp", written, algorithm="sha256").hexdigest()
