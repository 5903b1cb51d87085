"""The StreamField vocabulary: one noun a file; a block adapts data, its template calls components."""

from agency.blocks.body import BodyBlock
from agency.blocks.facts import FactRowBlock
from agency.blocks.steps import StepsBlock
from agency.blocks.text import PROSE_FEATURES

__all__ = ["PROSE_FEATURES", "BodyBlock", "FactRowBlock", "StepsBlock"]
