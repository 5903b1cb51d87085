"""``manage.py seed_scale``: a large made-up site in an empty database, with faults of every rule if asked for."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agency.demo.build import NotEmptyError
from agency.management.progress import Progress
from agency.scale.build import OtherSiteError, has_been_built
from agency.scale.faults.ground import NoRoomError
from agency.scale.plan import Order, TooLargeError
from agency.scale.seeding import seed


class Command(BaseCommand):
    """Builds the site and prints as JSON what it holds, and on which pages which faults were planted."""

    help = (
        "Build a large made-up site in an empty database, the same for the same seed. Prints as JSON what was built and "
        "on which pages faults were planted. The search index is not filled: run update_index if you need it"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How much of what."""
        parser.add_argument("--specialisms", type=int, default=Order.specialisms, metavar="N")
        parser.add_argument("--support-pages", type=int, default=Order.support_pages, metavar="N")
        parser.add_argument(
            "--mandates", type=int, default=Order.mandates, metavar="N", help="from nobody, over years"
        )
        parser.add_argument(
            "--faults",
            type=int,
            default=0,
            metavar="N",
            help="plant at least so many faults of every rule of the thread",
        )
        parser.add_argument(
            "--seed", type=int, default=Order.seed, metavar="N", help="another site for another number"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Build and plant, or say why not."""
        order = Order(options["specialisms"], options["support_pages"], options["seed"], options["mandates"])
        progress = Progress(self.stderr)
        if min(order.specialisms, order.support_pages) < 1 or min(order.mandates, options["faults"]) < 0:
            raise CommandError("Give numbers greater than 0.", returncode=2)
        try:
            if has_been_built(order):
                self._is_here(options["faults"])
                return
            seeded = seed(order, options["faults"], progress)
        except OtherSiteError as other:
            raise CommandError(f"This database holds another made-up site: {other} Take an empty one.") from None
        except NotEmptyError:
            raise CommandError("This database holds other pages or accounts. Take an empty one.") from None
        except (TooLargeError, NoRoomError) as error:
            raise CommandError(str(error), returncode=2) from None
        finally:
            progress.clear()
        self.stdout.write(json.dumps(seeded.as_json()))

    def _is_here(self, faults: int) -> None:
        if faults:
            raise CommandError(
                "This site is here already; faults are only planted while it is built. Take an empty one."
            )
        self.stderr.write("This site is here already.")
