"""The facts of the ledger: what the specialisms and guides say in figures, one module a sector."""

from agency.demo.content.ledger.facts import energy, life_sciences, machine_learning, technology

FACTS = [*machine_learning.FACTS, *technology.FACTS, *energy.FACTS, *life_sciences.FACTS]
"""Three are overdue and one is due soon, on purpose: the site shows what it does then."""
