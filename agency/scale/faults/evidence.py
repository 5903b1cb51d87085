"""Faults of what a page rests on."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone

from agency.scale import ledger
from agency.scale.build import Site
from agency.scale.faults import edits
from agency.scale.faults.ground import Ground
from agency.scale.faults.planter import plants
from agency.scale.tables import index_references
from specialisms.models import Fact

NEW_FACTS = 10_000
"""The numbers of facts that are made for faults begin here."""


def show_fact(site: Site, page: edits.AnyPage, number: int, **fields: Any) -> None:
    """Show a new fact at the end of a page and nowhere else."""
    one = site.fields[number % len(site.fields)]
    new = ledger.fact(one, site.owner_of(one), NEW_FACTS + number)
    for name, value in fields.items():
        setattr(new, name, value)
    (new,) = Fact.objects.bulk_create([new])
    index_references([new])
    edits.say(page, f'<embed embedtype="fact" id="{new.pk}"/>')


@plants("expired-fact")
def expired_fact(ground: Ground, count: int) -> Iterator[int]:
    """A figure that was valid until yesterday."""
    for number in range(count):
        page = ground.either(number)
        show_fact(ground.site, page, number, valid_until=timezone.localdate() - timedelta(days=1))
        yield page.pk


@plants("expired-testimonial")
def expired_testimonial(ground: Ground, count: int) -> Iterator[int]:
    """Words whose consent ended yesterday."""
    yesterday = timezone.localdate() - timedelta(days=1)
    for _number in range(count):
        page = ground.guide()
        words = {
            "words": "They found three people, and we hired the second.",
            "who": "A client",
            "role": "",
            "company": "",
            "consent_from": "The client, by mail",
            "consent_on": (yesterday - timedelta(days=700)).isoformat(),
            "ends_on": yesterday.isoformat(),
        }
        edits.add(page, "testimonial", words)
        yield page.pk
