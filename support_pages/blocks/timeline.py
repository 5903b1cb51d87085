"""How long a search takes, step by step."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.blocks import CharBlock, ChoiceBlock, IntegerBlock, ListBlock, StructBlock, StructValue

DAYS_A_WEEK = 7
NARROWEST = 272
"""Pixels the drawing has at least: a screen of 320 without its margins. Labels are set apart for that width."""
LABEL = 18
"""Pixels a number needs."""
INSET = 2.5
"""Percent kept free at each end, so that the nodes there are whole."""
FIRST_ROW, ROW = 34, 15
"""Pixels from the top to the first row of numbers, and from row to row."""


def in_days(count: int) -> str:
    """A number of days in words."""
    return ngettext("%(count)d day", "%(count)d days", count) % {"count": count}


def in_weeks(count: int) -> str:
    """A number of weeks in words."""
    return ngettext("%(count)d week", "%(count)d weeks", count) % {"count": count}


def span(days: int) -> str:
    """A number of days in words: whole weeks as such, others with the nearest number of weeks from two on."""
    weeks, rest = round(days / DAYS_A_WEEK), days % DAYS_A_WEEK
    if days and not rest:
        return in_weeks(weeks)
    if weeks < 2:
        return in_days(days)
    return str(_("%(days)s, about %(weeks)s") % {"days": in_days(days), "weeks": in_weeks(weeks)})


class TimelineStepValue(StructValue):
    """A step with its duration in days and in words."""

    @property
    def days(self) -> int:
        """Its duration in days; none while it is being written."""
        return (self["duration"] or 0) * (DAYS_A_WEEK if self["unit"] == "weeks" else 1)

    @property
    def lasts(self) -> str:
        """Its duration as the editor gave it."""
        return (in_weeks if self["unit"] == "weeks" else in_days)(self["duration"] or 0)


@dataclass(frozen=True)
class Step:
    """A step with its place in the drawing: percent of the width for its start and its number, and the number's row."""

    value: TimelineStepValue
    number: int
    first_day: int
    start: float
    middle: float
    row: int

    @property
    def when(self) -> str:
        """The days it covers, counted from the first of the first step."""
        last = self.first_day + self.value.days - 1
        if last <= self.first_day:
            return str(_("day %(day)d") % {"day": self.first_day})
        return str(_("days %(first)d–%(last)d") % {"first": self.first_day, "last": last})

    @property
    def text_y(self) -> int:
        """Where its number stands, under the line."""
        return FIRST_ROW + self.row * ROW


class TimelineValue(StructValue):
    """The steps in true proportion."""

    @property
    def total(self) -> str:
        """All steps together, in words."""
        return span(sum(step.days for step in self["steps"]))

    @property
    def drawn(self) -> list[Step]:
        """The steps one after the other; none as long as they have no duration."""
        total = sum(step.days for step in self["steps"])
        if not total:
            return []
        placed: list[Step] = []
        ends: list[float] = []
        passed = 0
        for number, value in enumerate(self["steps"], start=1):
            middle = _at((passed + value.days / 2) / total)
            placed.append(Step(value, number, passed + 1, _at(passed / total), middle, _free_row(ends, middle)))
            passed += value.days
        return placed

    @property
    def end(self) -> float:
        """Where the line ends."""
        return _at(1)

    @property
    def height(self) -> int:
        """Pixels the drawing needs for all rows of numbers."""
        return max((step.text_y for step in self.drawn), default=FIRST_ROW) + 6


def _at(part: float) -> float:
    return round(INSET + (100 - 2 * INSET) * part, 2)


def _free_row(ends: list[float], middle: float) -> int:
    """The first row in which a number at ``middle`` touches no other on the narrowest screen; ``ends`` is kept."""
    half = LABEL / 2 / NARROWEST * 100
    for row, end in enumerate(ends):
        if middle - half >= end:
            ends[row] = middle + half
            return row
    ends.append(middle + half)
    return len(ends) - 1


class TimelineStepBlock(StructBlock):
    """One step: its name, how long it takes, what happens and who does it."""

    name = CharBlock(label=_("Name"), max_length=60, help_text=_("Such as “Shortlist”."))
    duration = IntegerBlock(
        label=_("Duration"), min_value=1, max_value=365, help_text=_("How many, as a whole number.")
    )
    unit = ChoiceBlock(
        label=_("Unit"),
        choices=[("days", _("Days")), ("weeks", _("Weeks"))],
        default="days",
        help_text=_("Calendar days or weeks."),
    )
    what = CharBlock(label=_("What happens"), max_length=300, help_text=_("One or two sentences."))
    who = CharBlock(label=_("Who"), required=False, max_length=80, help_text=_("Who does it, or whose time it takes."))

    class Meta:
        icon = "arrow-right"
        label = _("Step of a process")
        label_format = "{name}"
        description = _("One step of a process with its duration.")
        template = "blocks/timeline_step.html"
        value_class = TimelineStepValue
        preview_value = {
            "name": "Shortlist",
            "duration": 2,
            "unit": "weeks",
            "what": "Four to six people, met and written up.",
            "who": "The consultant",
        }


class ProcessTimelineBlock(StructBlock):
    """Steps one after the other, drawn along the thread in true proportion, with the list as its text."""

    title = CharBlock(label=_("Title"), max_length=100, help_text=_("Such as “From mandate to first day”."))
    steps = ListBlock(
        TimelineStepBlock(),
        label=_("Steps"),
        min_num=2,
        max_num=12,
        help_text=_("In order; each begins when the last ends."),
    )
    note = CharBlock(
        label=_("Note"),
        required=False,
        max_length=200,
        help_text=_("Source and date, or that the durations are illustrative."),
    )

    class Meta:
        icon = "history"
        label = _("Process timeline")
        label_format = "{title}"
        description = _("The steps of a process, drawn as long as they take.")
        template = "blocks/process_timeline.html"
        value_class = TimelineValue
        preview_value = {
            "title": "From mandate to signed offer",
            "steps": [
                {
                    "name": "Brief",
                    "duration": 3,
                    "unit": "days",
                    "what": "The mandate is written.",
                    "who": "Both of us",
                },
                {"name": "Search", "duration": 2, "unit": "weeks", "what": "We approach and interview.", "who": "Us"},
                {
                    "name": "Interviews",
                    "duration": 2,
                    "unit": "weeks",
                    "what": "You meet five people.",
                    "who": "Your panel",
                },
                {
                    "name": "Offer",
                    "duration": 5,
                    "unit": "days",
                    "what": "One offer, made once.",
                    "who": "Hiring manager",
                },
            ],
            "note": "Illustrative",
        }
