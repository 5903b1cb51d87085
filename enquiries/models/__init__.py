"""Everything that holds a client's personal data."""

from enquiries.models.consent import Consent
from enquiries.models.delivery import Delivery
from enquiries.models.event import MandateEvent
from enquiries.models.mandate import Mandate

__all__ = ["Consent", "Delivery", "Mandate", "MandateEvent"]
