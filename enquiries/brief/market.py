"""What we know of pay for the seat, to hold a range against."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from enquiries.models import Brief
from specialisms.models import PayBand, Role
from specialisms.pay.currencies import amount

MOST = 5
"""A hint, not a table."""


@dataclass(frozen=True)
class KnownPay:
    """What the middle half of a role are paid, by place and level, and where that is known from."""

    role: str
    lines: list[tuple[str, str, str]]
    """Place and level, the 25th percentile, the 75th with its basis."""
    sources: list[str]


def known_pay(brief: Brief) -> KnownPay | None:
    """What valid pay bands say of the role the brief names: in its specialism, place and level where there are such."""
    role = Role.objects.called(brief.role)
    bands = [band for band in PayBand.objects.filter(role=role).for_table() if not band.expired] if role else []
    places = brief.places.casefold()
    bands = _narrowed(bands, [band for band in bands if band.specialism_id == brief.specialism_id])
    bands = _narrowed(bands, [band for band in bands if band.place.casefold() in places])
    bands = _narrowed(bands, [band for band in bands if band.level == brief.level])[:MOST]
    if not bands:
        return None
    return KnownPay(str(role), [_line(band) for band in bands], list(dict.fromkeys(_source(band) for band in bands)))


def _narrowed(bands: list[PayBand], fitting: list[PayBand]) -> list[PayBand]:
    """Those that fit; all, if none does."""
    return fitting or bands


def _line(band: PayBand) -> tuple[str, str, str]:
    high = f"{amount(band.p75, band.currency)}, {str(band.get_basis_display()).lower()}"
    return f"{band.place}, {str(band.get_level_display()).lower()}", amount(band.p25, band.currency), high


def _source(band: PayBand) -> str:
    said = [band.source_line, date_format(band.as_of, "F Y"), str(_("illustrative")) if band.illustrative else ""]
    return ", ".join(part for part in said if part)
