"""What the demo agency says: hand-written, illustrative, one module a specialism."""

from agency.demo.content.consultants import CONSULTANTS
from agency.demo.content.energy_transition import SPECIALISM as ENERGY_TRANSITION
from agency.demo.content.life_sciences import SPECIALISM as LIFE_SCIENCES
from agency.demo.content.plain_pages import PAGES
from agency.demo.content.technology import SPECIALISM as TECHNOLOGY

SECTORS = (TECHNOLOGY, ENERGY_TRANSITION, LIFE_SCIENCES)

__all__ = ["CONSULTANTS", "PAGES", "SECTORS"]
