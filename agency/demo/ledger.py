"""Builds the demo's ledger, and finds for the texts what it holds."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from agency.demo.content.ledger import BANDS, FACTS, ROLES
from agency.demo.days import Days
from agency.demo.vocabulary import Band, Specialism
from agency.demo.vocabulary import Fact as FactRecord
from agency.models import BasePage
from specialisms.models import Fact, PayBand, Role

SOURCE = {
    "source_name": "Searches of the demo agency",
    "publisher": "Throughline",
    "illustrative": True,
}
Found = TypeVar("Found")


class UnknownNameError(LookupError):
    """The content names something that is not there."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"the demo has no {kind} “{name}”")


def find(kind: str, found: Mapping[str, Found], name: str) -> Found:
    """What a name stands for; raises ``UnknownNameError``."""
    if name not in found:
        raise UnknownNameError(kind, name)
    return found[name]


class Ledger:
    """Roles by their names and facts by their keys, once they are filled in."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self.roles: dict[str, Role] = {}
        self.facts: dict[str, Fact] = {}
        self._pages: Mapping[str, BasePage] = {}
        self._owners: dict[str, BasePage] = {}

    def fill(self, pages: Mapping[str, BasePage], specialisms: Iterable[Specialism]) -> None:
        """Create everything, under the first lead of each specialism."""
        self._pages = pages
        self._owners = {record.slug: pages[record.leads[0]] for record in specialisms if record.leads}
        self._roles()
        for band in BANDS:
            new = self._band(band)
            new.full_clean()
            new.save()
        for record in FACTS:
            if record.key in self.facts:
                message = f"two facts have the key “{record.key}”"
                raise ValueError(message)
            self.facts[record.key] = fact = self._fact(record)
            fact.full_clean()
            fact.save()

    def _roles(self) -> None:
        for role in ROLES:
            self.roles[role.name] = Role.objects.create(
                name=role.name,
                mission=role.mission,
                alternative_titles="\n".join(role.also),
                specialism=find("specialism", self._pages, role.specialism),
            )
        for role in ROLES:
            neighbours = [find("role", self.roles, name) for name in role.neighbours]
            self.roles[role.name].neighbours.add(*neighbours)

    def _band(self, band: Band) -> PayBand:
        return PayBand(
            role=find("role", self.roles, band.role),
            level=band.level,
            place=band.place,
            currency=band.currency,
            basis=band.basis,
            p25=band.p25,
            p50=band.p50,
            p75=band.p75,
            bonus_note=band.bonus,
            equity_note=band.equity,
            **self._evidence(band),
        )

    def _fact(self, record: FactRecord) -> Fact:
        return Fact(
            says=record.says,
            low=Decimal(str(record.low)),
            high=None if record.high is None else Decimal(str(record.high)),
            unit=record.unit,
            geography=record.geography,
            method=record.method,
            sample=record.sample,
            **self._evidence(record),
        )

    def _evidence(self, record: Band | FactRecord) -> dict[str, Any]:
        return {
            "specialism": find("specialism", self._pages, record.specialism),
            "owner": find("lead of", self._owners, record.specialism),
            **SOURCE,
            **self.days.evidence(record.ends),
        }
