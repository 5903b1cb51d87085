"""A made-up site from nothing, with faults if asked for: all or none of it."""

from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from agency.scale import mandates
from agency.scale.build import Progress, Site, build
from agency.scale.faults.planter import Planted
from agency.scale.faults.planting import plant
from agency.scale.plan import Order


@dataclass(frozen=True)
class Seeded:
    """The site and the faults on it."""

    site: Site
    planted: Planted

    def as_json(self) -> dict[str, Any]:
        """What was built, with the page on which each fault was planted."""
        order = self.site.order
        built = {"specialisms": order.specialisms, "support_pages": order.support_pages, "seed": order.seed}
        built |= {"mandates": order.mandates} if order.mandates else {}
        return built | self.planted.as_json()


def seed(order: Order, faults: int, progress: Progress) -> Seeded:
    """Build the site of an order and plant at least so many faults of each rule.

    Raises ``NotEmptyError``, ``TooLargeError`` and ``NoRoomError``; then nothing has been written.
    """
    with transaction.atomic():
        site = build(order, progress)
        progress("faults", 0, 1)
        planted = plant(site, faults) if faults else Planted()
        mandates.fill(site, progress)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # plans of queries are made from what the tables held at the last count
    return Seeded(site, planted)
