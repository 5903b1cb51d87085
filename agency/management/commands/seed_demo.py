"""``manage.py seed_demo``: the demo agency in an empty database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agency.demo import accounts
from agency.demo.build import NotEmptyError, build, is_demo


class Command(BaseCommand):
    """Builds the demo once; run again, it only shows how to log in."""

    help = "Build the demo agency in an empty database and print how to log in"

    def add_arguments(self, parser: CommandParser) -> None:
        """Logins are only reset when asked for."""
        parser.add_argument("--reset-logins", action="store_true", help="make new passwords for the printed accounts")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Build, or say why not."""
        if is_demo():
            self.stdout.write("The demo agency is here already.")
            if options["reset_logins"]:
                accounts.keep(accounts.reset())
        else:
            try:
                accounts.keep(build(lambda step: self.stdout.write(f"  {step}")))
            except NotEmptyError:
                message = "This database holds other pages or accounts. The demo is only built in an empty one."
                raise CommandError(message) from None
        if accounts.logins_file().exists():
            self.stdout.write(f"Log in at /admin/ (kept in {accounts.logins_file()}):")
            self.stdout.write(accounts.logins_file().read_text())
        else:
            self.stdout.write("Its logins are not kept here; --reset-logins makes new ones.")
