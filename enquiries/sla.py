"""When a reply is due: a promise counted in office hours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agency.models import BrandSettings

HORIZON_DAYS = 366
"""An office that opens on no day within a year has no office hours, and no promise reaches further than a year."""


@dataclass(frozen=True)
class OfficeHours:
    """Opening hours by weekday (Monday is 0) in one time zone, with the dates the office is closed."""

    zone: ZoneInfo
    week: Mapping[int, tuple[time, time]]
    closed: frozenset[date]

    @classmethod
    def from_brand(cls, brand: BrandSettings) -> "OfficeHours":
        """The hours as edited in the CMS."""
        return cls(
            ZoneInfo(brand.time_zone),
            {day.weekday: (day.opens_at, day.closes_at) for day in brand.office_days.all()},
            frozenset(day.date for day in brand.closed_days.all()),
        )

    def spans(self, start: datetime) -> Iterable[tuple[datetime, datetime]]:
        """Opening and closing instants in UTC from the day of ``start`` on."""
        first = start.astimezone(self.zone).date()
        for day in (first + timedelta(days=offset) for offset in range(HORIZON_DAYS)):
            if day.weekday() in self.week and day not in self.closed:
                opens, closes = self.week[day.weekday()]
                yield (
                    datetime.combine(day, opens, self.zone).astimezone(UTC),
                    datetime.combine(day, closes, self.zone).astimezone(UTC),
                )


def reply_due(submitted_at: datetime, office: OfficeHours, hours: int) -> datetime:
    """The instant by which ``hours`` office hours have passed since ``submitted_at`` (both aware; result in UTC).

    Time is counted in UTC, so a change of the clocks neither gives nor takes an hour. Without any office hours within
    a year the hours are counted around the clock; with too few, the reply is due when the last of them ends.
    """
    left = timedelta(hours=hours)
    due = submitted_at + left
    for opens, closes in office.spans(submitted_at):
        begin = max(opens, submitted_at)
        if begin >= closes:
            continue
        if left <= closes - begin:
            return (begin + left).astimezone(UTC)
        left -= closes - begin
        due = closes
    return due.astimezone(UTC)


def promise(submitted_at: datetime, brand: BrandSettings) -> datetime:
    """When the agency promises to have replied to a mandate sent at ``submitted_at``."""
    return reply_due(submitted_at, OfficeHours.from_brand(brand), brand.reply_hours)


def office_clock(instant: datetime, brand: BrandSettings) -> datetime:
    """What the clock in the agency's office shows: naive, because templates turn aware times into the server's zone."""
    return instant.astimezone(ZoneInfo(brand.time_zone)).replace(tzinfo=None)
