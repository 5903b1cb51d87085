"""The days of the demo: its texts were written on one day, and everything dated moves along with the day it is built."""

import datetime

from agency.demo.vocabulary import Ends

WRITTEN = datetime.date(2026, 11, 23)
"""The day the content was last read through as a whole."""
CHECKING = datetime.timedelta(days=5)
"""After the end of a quarter its figures are checked within so many days."""
SOON = datetime.timedelta(days=14)
OVERDUE = datetime.timedelta(days=23)


class Days:
    """Dates as they should stand in a demo built ``today``."""

    def __init__(self, today: datetime.date) -> None:
        self.today = today
        self._shift = datetime.timedelta(weeks=(today - WRITTEN).days // 7)

    def moved(self, day: datetime.date) -> datetime.date:
        """A day of the content, moved by whole weeks, so that a Monday stays one and the past stays past."""
        return day + self._shift

    def evidence(self, ends: Ends) -> dict[str, datetime.date]:
        """As of the end of the last quarter; what is over was measured a year before and not looked at since."""
        as_of = quarter_end(self.today)
        if ends is Ends.OVER:
            as_of = same_day(as_of, as_of.year - 1)
        valid_until = {
            Ends.LATER: same_day(as_of, as_of.year + 1),
            Ends.SOON: self.today + SOON,
            Ends.OVER: self.today - OVERDUE,
        }
        return {
            "as_of": as_of,
            "checked_on": min(as_of + CHECKING, self.today),
            "valid_until": valid_until[ends],
        }


def quarter_end(today: datetime.date) -> datetime.date:
    """The last day of the last quarter that is over."""
    first_month = 3 * ((today.month - 1) // 3) + 1
    return today.replace(month=first_month, day=1) - datetime.timedelta(days=1)


def same_day(day: datetime.date, year: int) -> datetime.date:
    """The same day of another year; ends of quarters exist in every year."""
    return day.replace(year=year)
