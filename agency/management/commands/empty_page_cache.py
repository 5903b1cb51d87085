"""``manage.py empty_page_cache``: every page is rendered again, by all processes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agency.page_cache.store import store


class Command(BaseCommand):
    """Needed after the database was changed from outside the site, such as by a restored backup."""

    help = "Have every page rendered again"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Empty the cache, and say so; an error if it is away."""
        there = store()
        if there is None:
            self.stdout.write("This site keeps no pages.")
        elif there.forget():
            self.stdout.write("Every page will be rendered again.")
        else:
            raise CommandError("The page cache does not answer.")
