"""What seats pay, for blocks that name roles."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from specialisms.models import Basis, PayBand

Seat = tuple[int, str, str]
"""A role's primary key, a place in small letters and a currency."""


class Pay:
    """The annual base pay of all seats named on a page, read in one query when it is first needed."""

    def __init__(self, seats: Iterable[Seat]) -> None:
        self._seats = set(seats)

    @cached_property
    def bands(self) -> dict[Seat, list[PayBand]]:
        """The bands of each seat from junior to senior; of several for a level the latest."""
        found: dict[Seat, dict[str, PayBand]] = defaultdict(dict)
        if not self._seats:
            return {}
        query = PayBand.objects.filter(
            role__in={role for role, _place, _currency in self._seats},
            currency__in={currency for _role, _place, currency in self._seats},
            basis=Basis.ANNUAL_BASE,
        )
        for band in query.for_table().order_by("seniority", "as_of", "pk"):
            seat = (band.role_id, band.place.lower(), band.currency)
            if seat in self._seats:
                found[seat][band.level] = band
        return {seat: list(levels.values()) for seat, levels in found.items()}


def source(band: PayBand) -> str:
    """Where a figure comes from and of when it is; one past its date says when it was last checked."""
    parts = [str(_("Illustrative"))] if band.illustrative else []
    parts += [band.source_line, f"{band.as_of:%B %Y}"]
    if band.expired:
        parts.append(str(_("last checked %(day)s") % {"day": f"{band.checked_on.day} {band.checked_on:%B %Y}"}))
    return ", ".join(part for part in parts if part)
