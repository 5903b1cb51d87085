"""The promise: so many office hours after a mandate came in, in the office's own time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agency.models import BrandSettings, ClosedDay, OfficeDay
from enquiries.sla import OfficeHours, office_clock, promise, reply_due
from tests.enquiries.submission import EXAMPLES

LONDON = ZoneInfo("Europe/London")
WEEK = dict.fromkeys(range(5), (time(9), time(17)))
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
NIGHTS = dict.fromkeys(range(7), (time(0, 30), time(6)))


def office(
    week: dict[int, tuple[time, time]] = WEEK, closed: frozenset[date] = CHRISTMAS, zone: str = "Europe/London"
) -> OfficeHours:
    """Monday to Friday, nine to five in London, closed at Christmas, unless told otherwise."""
    return OfficeHours(ZoneInfo(zone), week, closed)


def london(text: str) -> datetime:
    """An instant by the clocks of London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("submitted", "hours", "due"),
    [
        # Tuesday 17 November 2026, within hours
        ("2026-11-17 09:00", 8, "2026-11-17 17:00"),
        ("2026-11-17 10:30", 2, "2026-11-17 12:30"),
        ("2026-11-17 10:30", 8, "2026-11-18 10:30"),
        ("2026-11-17 16:59", 1, "2026-11-18 09:59"),
        # before opening and after closing
        ("2026-11-17 03:00", 8, "2026-11-17 17:00"),
        ("2026-11-17 17:00", 1, "2026-11-18 10:00"),
        ("2026-11-17 21:15", 8, "2026-11-18 17:00"),
        # over a weekend
        ("2026-11-20 16:00", 2, "2026-11-23 10:00"),
        ("2026-11-20 18:00", 8, "2026-11-23 17:00"),
        ("2026-11-21 12:00", 0, "2026-11-23 09:00"),
        ("2026-11-22 23:59", 8, "2026-11-23 17:00"),
        # over Christmas: Friday 25 and Monday 28 December are closed
        ("2026-12-24 16:00", 2, "2026-12-29 10:00"),
        ("2026-12-25 12:00", 8, "2026-12-29 17:00"),
        # several days
        ("2026-11-17 12:00", 24, "2026-11-20 12:00"),
        ("2026-11-17 09:00", 40, "2026-11-23 17:00"),
        # at once
        ("2026-11-17 12:00", 0, "2026-11-17 12:00"),
        ("2026-11-17 17:00", 0, "2026-11-18 09:00"),
        ("2026-11-17 07:00", 0, "2026-11-17 09:00"),
        # over the change of the clocks, on Sunday 29 March and Sunday 25 October
        ("2026-03-27 16:00", 2, "2026-03-30 10:00"),
        ("2026-10-23 16:00", 2, "2026-10-26 10:00"),
    ],
)
def test_the_reply_is_due_in_office_hours(submitted: str, hours: int, due: str) -> None:
    assert reply_due(london(submitted), office(), hours) == london(due)


@pytest.mark.parametrize(
    ("submitted", "hours", "due"),
    [
        # Sunday 29 March 2026: one o'clock is two o'clock, so the night has four and a half hours
        ("2026-03-28 12:00", 4, "2026-03-29 05:30"),
        ("2026-03-28 12:00", 5, "2026-03-30 01:00"),
        # Sunday 25 October 2026: two o'clock is one o'clock again, so the night has six and a half
        ("2026-10-24 12:00", 6, "2026-10-25 05:30"),
        ("2026-10-24 12:00", 7, "2026-10-26 01:00"),
    ],
)
def test_a_change_of_the_clocks_while_the_office_is_open_gives_and_takes_nothing(
    submitted: str, hours: int, due: str
) -> None:
    assert reply_due(london(submitted), office(NIGHTS), hours) == london(due)


def test_an_opening_time_that_the_clocks_skip() -> None:
    """Half past one does not exist on 29 March; the office opens when it would have been."""
    hours = office({6: (time(1, 30), time(9))})
    assert reply_due(london("2026-03-28 12:00"), hours, 1) == datetime(2026, 3, 29, 2, 30, tzinfo=UTC)


def test_hours_that_the_clocks_swallow_whole() -> None:
    hours = office({6: (time(1, 15), time(1, 45))} | WEEK)
    assert reply_due(london("2026-03-28 12:00"), hours, 1) > london("2026-03-28 12:00")


@pytest.mark.parametrize(
    "closed", [frozenset(), frozenset(date(2026, 11, 17) + timedelta(days=day) for day in range(400))]
)
def test_an_office_without_hours_counts_around_the_clock(closed: frozenset[date]) -> None:
    week = {} if not closed else WEEK
    assert reply_due(london("2026-11-17 21:00"), office(week, closed), 8) == london("2026-11-18 05:00")


def test_a_promise_of_more_hours_than_a_year_has_ends_with_the_year() -> None:
    one_hour_a_week = office({0: (time(9), time(10))}, frozenset())
    due = reply_due(london("2026-11-17 12:00"), one_hour_a_week, 32_767)
    assert due == london("2027-11-15 10:00")
    assert reply_due(london("2026-11-17 12:00"), one_hour_a_week, 52) == due


def test_the_zone_is_the_offices_and_not_the_clients() -> None:
    submitted = datetime(2026, 11, 17, 23, tzinfo=ZoneInfo("America/New_York"))
    assert reply_due(submitted, office(), 1) == london("2026-11-18 10:00")
    assert reply_due(submitted, office(zone="Asia/Tokyo"), 1) == datetime(
        2026, 11, 18, 14, tzinfo=ZoneInfo("Asia/Tokyo")
    )


def test_the_promise_reads_the_brand_settings(brand: BrandSettings) -> None:
    brand.reply_hours = 8
    OfficeDay.objects.filter(brand=brand, weekday=4).delete()
    ClosedDay.objects.create(brand=brand, date=date(2026, 11, 23), name="Founders’ day")
    assert promise(london("2026-11-19 12:00"), BrandSettings.load()) == london("2026-11-24 12:00")


def test_the_promise_without_any_office_days(brand: BrandSettings) -> None:
    OfficeDay.objects.all().delete()
    brand.reply_hours = 3
    assert promise(london("2026-11-21 12:00"), brand) == london("2026-11-21 15:00")


def test_the_clock_in_the_office(brand: BrandSettings) -> None:
    assert office_clock(datetime(2026, 7, 14, 9, tzinfo=UTC), brand) == datetime(2026, 7, 14, 10)  # noqa: DTZ001 - naive by design


ZONES = st.sampled_from(
    ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "UTC"]
)
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - zone given beside
SPANS = st.tuples(st.integers(0, 95), st.integers(1, 96)).filter(lambda span: span[0] < span[1])


def quarter(number: int) -> time:
    """The time so many quarters of an hour after midnight; the last minute for midnight itself."""
    return time(number // 4, number % 4 * 15) if number < 96 else time(23, 59)


@st.composite
def offices(draw: st.DrawFn) -> OfficeHours:
    """An office with hours on some days, and some days closed."""
    days = draw(st.dictionaries(st.integers(0, 6), SPANS, min_size=1))
    closed = draw(st.frozensets(st.dates(date(2024, 1, 1), date(2030, 1, 1)), max_size=20))
    return OfficeHours(
        ZoneInfo(draw(ZONES)),
        {day: (quarter(opens), quarter(closes)) for day, (opens, closes) in days.items()},
        closed,
    )


def open_between(hours: OfficeHours, start: datetime, end: datetime) -> timedelta:
    """How long the office is open between two instants, counted minute by minute on its own clock."""
    total, instant = timedelta(), start
    while instant < end:
        step = min(
            timedelta(minutes=1) - timedelta(seconds=instant.second, microseconds=instant.microsecond), end - instant
        )
        clock = instant.astimezone(hours.zone)
        opens, closes = hours.week.get(clock.weekday(), (time.max, time.min))
        if opens <= clock.time() < closes and clock.date() not in hours.closed:
            total += step
        instant += step
    return total


@EXAMPLES
@given(hours=offices(), submitted=INSTANTS, wanted=st.integers(0, 60))
def test_the_reply_falls_due_while_the_office_is_open(hours: OfficeHours, submitted: datetime, wanted: int) -> None:
    due = reply_due(submitted, hours, wanted)
    assert due >= submitted
    assert any(opens <= due <= closes for opens, closes in hours.spans(due - timedelta(days=1)))


@EXAMPLES
@given(
    hours=offices(), first=INSTANTS, later=st.timedeltas(timedelta(0), timedelta(days=14)), wanted=st.integers(0, 60)
)
def test_whoever_writes_later_is_not_answered_earlier(
    hours: OfficeHours, first: datetime, later: timedelta, wanted: int
) -> None:
    assert reply_due(first, hours, wanted) <= reply_due(first + later, hours, wanted)


@EXAMPLES
@given(hours=offices(), submitted=INSTANTS, wanted=st.integers(0, 400), more=st.integers(0, 400))
def test_a_longer_promise_is_not_due_earlier(hours: OfficeHours, submitted: datetime, wanted: int, more: int) -> None:
    assert reply_due(submitted, hours, wanted) <= reply_due(submitted, hours, wanted + more)


@EXAMPLES
@given(hours=offices(), submitted=INSTANTS, wanted=st.integers(0, 12))
def test_exactly_so_many_office_hours_lie_between(hours: OfficeHours, submitted: datetime, wanted: int) -> None:
    clock_changes = {(submitted + timedelta(days=day)).astimezone(hours.zone).utcoffset() for day in range(-1, 30)}
    assume(len(clock_changes) == 1)  # the table above has the days on which an hour is missing or doubled
    due = reply_due(submitted, hours, wanted)
    assume(due - submitted < timedelta(days=21))
    assert open_between(hours, submitted, due) == timedelta(hours=wanted)
