"""``manage.py rebuild_search``: what the site's search knows, made anew."""

from typing import Any

from django.core.management.base import BaseCommand

from agency.management.progress import Progress
from support_pages.search.keeping import rebuild


class Command(BaseCommand):
    """Reads every public page and figure again; the search answers all the while."""

    help = "Make the site's search read every public page again: after an import into the database, or a new release"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Read, and say how much."""
        progress = Progress(self.stderr)
        total = 0
        for done, total in rebuild():
            progress("pages", done, total)
        progress.clear()
        self.stdout.write(f"{total:,} pages read.")
