"""``manage.py check_thread``: what is wrong with the canonical thread, of all clusters or of some."""

import logging
from argparse import ArgumentParser
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agency.management.progress import Progress
from agency.management.specialisms import CANNOT, specialism_called
from agency.management.thread_report import Document, Lines, Totals, Writer
from specialisms.models import SpecialismPage
from support_pages.thread.check import Report, check, check_site
from support_pages.thread.health import record

logger = logging.getLogger(__name__)

ERRORS = 1
"""The exit status when something is wrong that stops a publication."""


class Command(BaseCommand):
    """Checks cluster by cluster and writes what it finds as it goes."""

    help = (
        "Check the canonical thread: score and problems of each cluster, then how often each rule found something. "
        "The exit status is 0 without errors (warnings are none), 1 with errors, 2 if it could not check"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which clusters, and how they are reported."""
        parser.add_argument(
            "--specialism",
            action="extend",
            nargs="+",
            default=[],
            metavar="SPECIALISM",
            help="slug of a specialism, or the end of its address; several may be named. Without it: the whole site",
        )
        parser.add_argument(
            "--json", action="store_true", help="one JSON document, described in agency/management/thread_report.py"
        )
        parser.add_argument(
            "--record", action="store_true", help="keep the result for lists, reports and the trend, as every night"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Check, report, and leave with a status that says whether there are errors, or that nobody can know."""
        try:
            totals = self._check(options)
        except CommandError:
            raise
        except Exception as error:
            logger.exception("the thread could not be checked")
            reason = str(error).partition("\n")[0] or type(error).__name__
            raise CommandError(f"The thread could not be checked: {reason}", returncode=CANNOT) from error
        if totals.errors:
            raise SystemExit(ERRORS)

    def _check(self, options: dict[str, Any]) -> Totals:
        """Write the report; returns what it comes to."""
        write = partial(self.stdout.write, ending="")
        writer: Writer = Document(write) if options["json"] else Lines(write)
        progress = Progress(self.stderr)
        totals = Totals()
        count, reports = self._reports(options["specialism"])
        writer.begin()
        for report in reports:
            progress.clear()
            if options["record"]:
                record(report)
            writer.cluster(report)
            totals.add(report)
            progress("Checking cluster", totals.clusters, count)
        progress.clear()
        writer.end(totals)
        return totals

    def _reports(self, names: list[str]) -> tuple[int, Iterator[Report]]:
        """How many clusters there are at most, and the reports on them."""
        if not names:
            return SpecialismPage.objects.count(), check_site()
        chosen = {page.pk: page for page in map(specialism_called, names)}
        return len(chosen), check(sorted(chosen.values(), key=lambda page: page.path))
