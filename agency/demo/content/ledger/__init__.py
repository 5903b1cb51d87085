"""The demo's ledger: roles, pay bands and facts, all illustrative, kept by the leads of their specialisms."""

from agency.demo.content.ledger.facts import FACTS
from agency.demo.content.ledger.pay import BANDS
from agency.demo.content.ledger.roles import ROLES

__all__ = ["BANDS", "FACTS", "ROLES"]
