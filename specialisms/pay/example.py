"""Bands that exist nowhere, for the preview of a pay table in the editor."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.translation import gettext as _

from specialisms.pay.tables import PayTable, Wanted
from specialisms.pay.terms import Level

if TYPE_CHECKING:
    from specialisms.models import PayBand

FIGURES = [
    (Level.MID, "London", 78_000, 88_000, 100_000),
    (Level.SENIOR, "London", 100_000, 115_000, 132_000),
    (Level.STAFF, "London", 135_000, 155_000, 180_000),
    (Level.SENIOR, "Manchester", 78_000, 90_000, 102_000),
]


def example(wanted: Wanted) -> PayTable:
    """A table with what the editor asked for in words, filled with an example."""
    return PayTable(wanted, [_band(*figures) for figures in FIGURES], anchor="pay-example")


def _band(level: Level, place: str, p25: int, p50: int, p75: int) -> "PayBand":
    band = apps.get_model("specialisms", "PayBand")(
        role=apps.get_model("specialisms", "Role")(name="Machine Learning Engineer"),
        level=level,
        place=place,
        currency="GBP",
        p25=p25,
        p50=p50,
        p75=p75,
        bonus_note=_("10–15% target"),
        source_name=_("An example for this preview"),
        illustrative=True,
        as_of=date(2026, 9, 30),
        valid_until=date.max,
        checked_on=date(2026, 9, 30),
    )
    band.seniority, band.specialism_slug, band.specialism_live = Level.values.index(level), "", False
    return band
