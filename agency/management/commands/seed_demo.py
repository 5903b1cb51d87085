"""``manage.py seed_demo``: the demo agency in an empty database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agency.demo import accounts
from agency.demo.build import NotEmptyError, build, is_demo


class Command(BaseCommand):
    """Builds the demo once; run again, it only shows how to log in."""

    help = "Build the demo agency in an empty database and print how to log in"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Build, or say why not."""
        if is_demo():
            self.stdout.write("The demo agency is here already.")
            if not accounts.logins_file().exists():
                accounts.keep(accounts.reset())
        else:
            try:
                accounts.keep(build(lambda step: self.stdout.write(f"  {step}")))
            except NotEmptyError:
                message = "This database holds other pages or accounts. The demo is only built in an empty one."
                raise CommandError(message) from None
        self.stdout.write(f"Log in at /admin/ (kept in {accounts.logins_file()}):")
        self.stdout.write(accounts.logins_file().read_text())
