"""The ledger of a made-up site: roles, facts and pay bands of each field."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from random import Random

from django.utils import timezone

from agency.scale.plan import Field
from agency.scale.tables import ROWS, index_references
from specialisms.models import Fact, FactValue, PayBand, Role
from specialisms.pay.terms import Basis, Level

GUIDES_A_FACT = 4
"""A fact is shared by so many guides, more or less."""
SAYS = [
    ("Median time to offer", "days", 20, 90),
    ("Offers accepted", "%", 40, 95),
    ("Candidates a shortlist", "", 3, 9),
    ("Searches that were reopened", "%", 2, 30),
    ("Notice periods", "weeks", 4, 26),
    ("Seats filled from abroad", "%", 3, 60),
]
FIGURES = {"source_name": "Made-up searches", "publisher": "Throughline at scale", "illustrative": True}
VALID = timedelta(days=400)
LEVELS = [Level.MID, Level.SENIOR, Level.HEAD]


@dataclass
class Evidence:
    """What the ledger holds of one field, by primary key."""

    roles: list[int] = field(default_factory=list)
    facts: list[int] = field(default_factory=list)


def fill(fields: Collection[Field], owners: dict[int, int]) -> dict[int, Evidence]:
    """Write the ledger of all fields that have guides; ``owners`` are consultants by field. Found by field."""
    found = {one.pk: Evidence() for one in fields if one.guides}
    roles = {one.pk: _roles(one) for one in fields if one.guides}
    facts = {one.pk: _facts(one, owners[one.pk]) for one in fields if one.guides}
    Role.objects.bulk_create(chain.from_iterable(roles.values()), batch_size=ROWS)
    Fact.objects.bulk_create(chain.from_iterable(facts.values()), batch_size=ROWS)
    for pk, evidence in found.items():
        evidence.roles = [role.pk for role in roles[pk]]
        evidence.facts = [fact.pk for fact in facts[pk]]
    values = FactValue.objects.bulk_create(map(_value, chain.from_iterable(facts.values())), batch_size=ROWS)
    bands = [band for one in fields if one.guides for band in _bands(one, roles[one.pk], owners[one.pk])]
    PayBand.objects.bulk_create(bands, batch_size=ROWS)
    index_references(chain(*roles.values(), *facts.values(), values, bands))
    return found


def fact(one: Field, owner: int, number: int) -> Fact:
    """A fact that is not stored yet, valid for more than a year."""
    random = Random(f"{one.key}/fact-{number}")  # noqa: S311 - made up, nothing secret
    says, unit, low, high = SAYS[number % len(SAYS)]
    today = timezone.localdate()
    return Fact(
        says=f"{says}, {one.title}",
        low=random.randint(low, high),
        unit=unit,
        geography=one.places[number % len(one.places)],
        specialism_id=one.pk,
        owner_id=owner,
        source_url=f"https://figures.example/{one.slug}/{number}",
        as_of=today - timedelta(days=60),
        checked_on=today - timedelta(days=30),
        valid_until=today + VALID,
        **FIGURES,
    )


def _facts(one: Field, owner: int) -> list[Fact]:
    return [fact(one, owner, number) for number in range(3 + len(one.guides) // GUIDES_A_FACT)]


def _value(one: Fact) -> FactValue:
    return FactValue(
        fact=one,
        value=one.value,
        as_of=one.as_of,
        valid_until=one.valid_until,
        checked_on=one.checked_on,
        source_name=one.source_name,
    )


def _roles(one: Field) -> list[Role]:
    return [
        Role(name=f"{one.title} {job}", mission=f"Answers for what a {job} answers for.", specialism_id=one.pk)
        for job in one.jobs[:3]
    ]


def _bands(one: Field, roles: list[Role], owner: int) -> list[PayBand]:
    random = Random(f"{one.key}/pay")  # noqa: S311 - made up, nothing secret
    today = timezone.localdate()
    bands = []
    for role in roles:
        for place in one.places[:2]:
            base = random.randint(38, 70) * 1_000
            for step, level in enumerate(LEVELS):
                middle = base * (10 + 4 * step) // 10
                bands.append(
                    PayBand(
                        specialism_id=one.pk,
                        role=role,
                        level=level,
                        place=place,
                        currency="EUR",
                        basis=Basis.ANNUAL_BASE,
                        p25=middle * 9 // 10,
                        p50=middle,
                        p75=middle * 12 // 10,
                        owner_id=owner,
                        as_of=today - timedelta(days=60),
                        valid_until=today + VALID,
                        **FIGURES,
                    )
                )
    return bands
