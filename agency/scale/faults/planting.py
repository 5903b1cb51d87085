"""Plants faults of all rules. A new file of planters is named here."""

from django.db import transaction

from agency.scale.build import Site
from agency.scale.faults import clusters, evidence, fields, links, places, trust, writing  # noqa: F401 - they register
from agency.scale.faults.ground import Ground
from agency.scale.faults.planter import PLANTERS, Planted, plant_with


def plant(site: Site, count: int) -> Planted:
    """Plant at least ``count`` faults of each rule. Raises ``NoRoomError`` if the site is too small; then none is."""
    with transaction.atomic():
        return plant_with(PLANTERS.values(), Ground(site), count)
