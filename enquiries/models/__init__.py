"""Everything that holds a client's personal data."""

from enquiries.models.attachment import Attachment, StoredFile
from enquiries.models.brief import Brief, Submission
from enquiries.models.consent import Consent
from enquiries.models.delivery import Delivery
from enquiries.models.erasure import Erasure
from enquiries.models.event import MandateEvent
from enquiries.models.link import Link
from enquiries.models.link_request import LinkRequest
from enquiries.models.mandate import Mandate
from enquiries.models.notice import PrivacyNotice
from enquiries.models.slot import Slot
from enquiries.models.webhook import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookSecret

__all__ = [
    "Attachment",
    "Brief",
    "Consent",
    "Delivery",
    "Erasure",
    "Link",
    "LinkRequest",
    "Mandate",
    "MandateEvent",
    "PrivacyNotice",
    "Slot",
    "StoredFile",
    "Submission",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEndpoint",
    "WebhookSecret",
]
