"""The vocabulary of bodies that stand on evidence: one noun a file."""

from specialisms.blocks.body import EvidenceBodyBlock
from specialisms.blocks.facts import FactRowBlock
from specialisms.blocks.pay import PayTableBlock
from specialisms.blocks.roles import RoleChooserBlock

__all__ = ["EvidenceBodyBlock", "FactRowBlock", "PayTableBlock", "RoleChooserBlock"]
