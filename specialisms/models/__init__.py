"""The canonical pages and the evidence their clusters stand on."""

from specialisms.models.evidence import Evidence
from specialisms.models.facts import Fact, FactValue
from specialisms.models.index import SpecialismIndexPage
from specialisms.models.pay import PayBand
from specialisms.models.roles import Role
from specialisms.models.specialism import SpecialismLead, SpecialismPage
from specialisms.pay.terms import Basis, Level

__all__ = [
    "Basis",
    "Evidence",
    "Fact",
    "FactValue",
    "Level",
    "PayBand",
    "Role",
    "SpecialismIndexPage",
    "SpecialismLead",
    "SpecialismPage",
]
