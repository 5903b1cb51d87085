"""What the screening makes of samples: how much spam it holds, and whether it holds anything real."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from enquiries.models.mandate import Screening
from enquiries.spam.samples import FOLDER, ORDER, NoSamplesError, Sample, samples_in, share, tally


class Command(BaseCommand):
    """Prints a table by language and kind, the two figures that matter, and each sample that ended where it should not."""

    help = "Assess the samples of spam and of real mandates in a folder and print what became of them."

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder, and whether to name what went wrong."""
        parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="with real-*.jsonl and spam-*.jsonl")
        parser.add_argument("--why", action="store_true", help="list what went wrong with its signals")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Measure and print."""
        try:
            samples = samples_in(options["folder"])
        except NoSamplesError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{'':5} {'':3} {'':24} {'clear':>6} {'proof':>6} {'quarantine':>11}")
        groups = tally(samples)
        for (what, language, kind), ends in sorted(groups.items()):
            self._line(what, language, kind, ends)
        for what in ("real", "spam"):
            self._line(what, "all", "", sum((ends for group, ends in groups.items() if group[0] == what), Counter()))
        quarantined = share(samples, real=False, screening=Screening.QUARANTINE)
        clear = share(samples, real=True, screening=Screening.CLEAR)
        self.stdout.write(f"spam in quarantine: {quarantined:.1%}")
        self.stdout.write(f"real mandates neither held nor hidden: {clear:.1%}")
        if options["why"]:
            self._why(samples)

    def _line(self, what: str, language: str, kind: str, ends: Counter[Screening]) -> None:
        clear, proof, quarantine = (ends[screening] for screening in ORDER)
        self.stdout.write(f"{what:5} {language:3} {kind:24} {clear:6} {proof:6} {quarantine:11}")

    def _why(self, samples: Iterable[Sample]) -> None:
        for sample in samples:
            if sample.assessment.screening != (Screening.CLEAR if sample.real else Screening.QUARANTINE):
                signals = ", ".join(f"{name} {points}" for name, points in sample.assessment.signals)
                self.stdout.write(
                    f"{sample.language} {sample.kind}: {sample.facts.role} ({sample.assessment.score}: {signals})"
                )
