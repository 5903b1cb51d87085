"""The canonical pages."""

from specialisms.models.index import SpecialismIndexPage
from specialisms.models.specialism import SpecialismLead, SpecialismPage

__all__ = ["SpecialismIndexPage", "SpecialismLead", "SpecialismPage"]
