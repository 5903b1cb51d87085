"""Faults of specialisms: what their clusters lack, what their ledger holds."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from agency.scale.faults.ground import Ground
from agency.scale.faults.planter import Room, plants
from agency.scale.plan import Field
from agency.scale.tables import index_references_again
from specialisms.models import PayBand
from support_pages.kinds import Kind
from support_pages.models import SupportPage


@plants("no-hiring-guide", Room.SPECIALISM)
def no_hiring_guide(ground: Ground, count: int) -> Iterator[int]:
    """What was a hiring guide is called a market map."""
    for one in (ground.field() for _number in range(count)):
        _rename(one, Kind.HIRING_GUIDE)
        yield one.pk


@plants("no-pay-evidence", Room.SPECIALISM)
def no_pay_evidence(ground: Ground, count: int) -> Iterator[int]:
    """No salary guide, and the pay bands are filed under the sector."""
    for one in (ground.field() for _number in range(count)):
        _rename(one, Kind.SALARY_GUIDE)
        bands = list(PayBand.objects.filter(specialism=one.pk))
        for band in bands:
            band.specialism_id = one.sector.pk
        PayBand.objects.bulk_update(bands, ["specialism"])
        for band in bands:
            index_references_again(band)
        yield one.pk


@plants("expired-pay", Room.SPECIALISM)
def expired_pay(ground: Ground, count: int) -> Iterator[int]:
    """One pay band is past its date, or all are."""
    ended = timezone.localdate() - timedelta(days=1)
    for number, one in enumerate(ground.field() for _number in range(count)):
        bands = PayBand.objects.filter(specialism=one.pk).order_by("pk").values_list("pk", flat=True)
        PayBand.objects.filter(pk__in=list(bands if number % 2 else bands[:1])).update(valid_until=ended)
        yield one.pk


def _rename(one: Field, kind: Kind) -> None:
    pages = [guide.pk for guide in one.guides if guide.kind == kind]
    SupportPage.objects.filter(pk__in=pages).update(kind=Kind.MARKET_MAP)
