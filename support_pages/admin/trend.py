"""The trend of a cluster: its scores from day to day, the difference to a week and a month ago, and a small drawing."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from support_pages.models import ClusterHealth

DAYS = 90
"""How far back the drawing goes."""
WIDTH, HEIGHT, INSET = 120, 28, 4
"""The drawing's box, as its template has it, and what is kept free at its edges for the line and its last node."""


@dataclass(frozen=True)
class Score:
    """The score of a day."""

    date: datetime.date
    score: int


@dataclass(frozen=True)
class Trend:
    """The scores of the last days, oldest first; ``today`` ends the drawing."""

    scores: tuple[Score, ...]
    today: datetime.date

    def since(self, days: int) -> int | None:
        """The difference between the last score and that of so many days ago, or the last one before."""
        then = [score for score in self.scores if score.date <= self.today - datetime.timedelta(days)]
        return self.scores[-1].score - then[-1].score if then else None

    @cached_property
    def points(self) -> list[tuple[float, float]]:
        """Where the scores of the drawn days stand: days from left to right, 0 at the bottom and 100 at the top."""
        begins = self.today - datetime.timedelta(DAYS)
        wide, high = WIDTH - 2 * INSET, HEIGHT - 2 * INSET
        return [
            (
                round(INSET + wide * (score.date - begins).days / DAYS, 1),
                round(INSET + high * (100 - score.score) / 100, 1),
            )
            for score in self.scores
            if score.date >= begins
        ]

    @property
    def line(self) -> str:
        """The points as SVG wants them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)

    @property
    def end(self) -> tuple[str, str] | None:
        """Where the line ends."""
        return (f"{self.points[-1][0]:g}", f"{self.points[-1][1]:g}") if self.points else None

    @property
    def words(self) -> str:
        """What the drawing shows, for those who don't see it."""
        if not self.scores:
            return _("Not checked yet.")
        first, last = self.scores[0], self.scores[-1]
        if first is last:
            return _("Score %(score)s on %(date)s.") % {"score": last.score, "date": _day(last.date)}
        values = [score.score for score in self.scores]
        return _(
            "Score from %(first)s on %(from)s to %(last)s on %(to)s, never below %(least)s or above %(most)s."
        ) % {
            "first": first.score,
            "from": _day(first.date),
            "last": last.score,
            "to": _day(last.date),
            "least": min(values),
            "most": max(values),
        }


def _day(date: datetime.date) -> str:
    return date_format(date, "j F Y")


def trends(specialism_ids: Iterable[int]) -> dict[int, Trend]:
    """The trends of some clusters, by the ids of their specialisms; one query."""
    today = timezone.localdate()
    ids = list(specialism_ids)
    lines = ClusterHealth.objects.filter(specialism__in=ids, pages__gt=0).filter(
        date__gte=today - datetime.timedelta(DAYS)
    )
    found: dict[int, list[Score]] = defaultdict(list)
    for pk, date, score in lines.order_by("date").values_list("specialism_id", "date", "score"):
        found[pk].append(Score(date, score))
    return {pk: Trend(tuple(found[pk]), today) for pk in ids}
