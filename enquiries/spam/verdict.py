"""What follows from the signals of spam. Weights and thresholds are data; ``manage.py measure_spam`` shows what they do."""

from dataclasses import dataclass

from enquiries.models.mandate import Screening
from enquiries.spam.facts import Facts
from enquiries.spam.signals import Signal, read

POINTS: dict[Signal, tuple[int, ...]] = {
    Signal.HONEYPOT: (80,),
    Signal.HASTE: (5, 8, 100),
    Signal.NO_TIME: (10,),
    Signal.BLOCK: (10, 25, 50),
    Signal.DOMAIN: (5, 15, 30),
    Signal.SENDER: (15, 30, 50),
    Signal.REPEATED: (30, 100),
    Signal.MACHINE: (30, 60),
    Signal.DISPOSABLE: (30,),
    Signal.OTHER_ADDRESS: (10,),
    Signal.MARKUP: (60,),
    Signal.CODE: (60, 80),
    Signal.LINKS: (8, 20, 40),
    Signal.SHORTENED: (30,),
    Signal.MOSTLY_LINK: (25, 40),
    Signal.LINKED_NAME: (45,),
    Signal.GIBBERISH: (45, 75),
    Signal.GIBBERISH_NAMES: (30, 50, 65),
    Signal.DISGUISE: (20, 50),
    Signal.COPIED: (10, 45),
    Signal.SOLICITATION: tuple(range(10, 110, 10)),
    Signal.SPEAKS_TO_US: (5, 10, 15),
    Signal.UNLIKE_A_MANDATE: (0, 5, 30, 40, 50),
    Signal.NOTHING: (25,),
    Signal.NO_ROLE: (20, 30, 35),
    Signal.MANDATE: (-10, -35, -40),
}
"""What each degree of a signal counts; beyond the last, as much as the last."""

PROOF_FROM = 40
"""No single soft signal comes so far. From here on the client is asked for a sign of a person."""
QUARANTINE_FROM = 60
"""From here on consultants look first."""


@dataclass(frozen=True)
class Assessment:
    """The score of a submission, what it is made of (name of the signal, points), and what is done with it."""

    score: int
    signals: tuple[tuple[str, int], ...]

    @property
    def screening(self) -> Screening:
        """Clear, held for a proof, or in quarantine."""
        if self.score >= QUARANTINE_FROM:
            return Screening.QUARANTINE
        return Screening.PROOF if self.score >= PROOF_FROM else Screening.CLEAR


def assess(facts: Facts) -> Assessment:
    """Weigh all signals; the score is never below 0."""
    signals = tuple(
        (signal.value, POINTS[signal][min(degree, len(POINTS[signal])) - 1]) for signal, degree in read(facts)
    )
    counted = tuple(signal for signal in signals if signal[1])
    return Assessment(max(0, sum(points for _name, points in counted)), counted)
