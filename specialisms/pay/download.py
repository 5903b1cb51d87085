"""The public pay bands of a specialism as CSV and JSON."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from specialisms.models import PayBand, SpecialismPage
from specialisms.pay import cells, files

FIELDS = {
    "role": "Name of the role.",
    "level": "junior, mid, senior, staff, principal, head, director or executive.",
    "place": "City or country.",
    "currency": "Currency of all amounts of the band, ISO 4217.",
    "basis": "What the amounts count: annual_base, day_rate or total_cash.",
    "p25": "25th percentile.",
    "p50": "Median.",
    "p75": "75th percentile.",
    "bonus": "What is usual, in words; may be empty.",
    "equity": "What is usual, in words; may be empty.",
    "sample": "How many figures it rests on; empty or null if not known.",
    "source": "Where the figures come from.",
    "publisher": "Who published the source; may be empty.",
    "source_url": "Where to check it; may be empty.",
    "as_of": "Day or end of the period the figures describe, ISO 8601.",
    "valid_until": "Last day on which they count as current, ISO 8601.",
    "checked_on": "When somebody last made sure of them, ISO 8601.",
    "expired": "Whether valid_until has passed.",
    "illustrative": "Whether it is an example rather than a measurement.",
}
"""The fields of a band in the order of the file, documented where they are read."""
RENAMED = {"bonus": "bonus_note", "equity": "equity_note", "sample": "sample_size", "source": "source_name"}


def record(band: PayBand) -> dict[str, Any]:
    """A band by the names of ``FIELDS``."""
    values = {name: getattr(band, RENAMED.get(name, name)) for name in FIELDS}
    return values | {"role": band.role.name}


def as_csv(bands: Sequence[PayBand]) -> str:
    """The file."""
    return files.write(list(FIELDS), ([cells.shown(value) for value in record(band).values()] for band in bands))


def as_json(page: SpecialismPage, bands: Sequence[PayBand]) -> dict[str, Any]:
    """The document, which explains its own fields."""
    return {
        "specialism": {"title": page.title, "slug": page.slug, "url": f"{settings.BASE_URL}{page.url}"},
        "fields": FIELDS,
        "bands": [record(band) for band in bands],
    }
