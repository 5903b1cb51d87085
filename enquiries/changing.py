"""Telling the agency that a client has changed something: in the history, by mail and by webhook, together or not at all."""

from django.db import transaction

from agency.models import BrandSettings
from enquiries.delivery import owe
from enquiries.history import note
from enquiries.models import Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.mandate import Screening
from enquiries.models.webhook import WebhookEvent
from enquiries.routing import addresses_for
from enquiries.webhooks import outbox


def tell_of_change(mandate: Mandate, kind: str, detail: str = "") -> None:
    """Note what the client did, and owe the agency a mail and its endpoints an event that say only that something changed.

    Of a mandate that has not passed the screening, the agency has not been told yet, and is not told of its changes.
    """
    with transaction.atomic():
        note(mandate, kind, detail=detail)
        if mandate.screening != Screening.CLEAR:
            return
        for address in addresses_for(mandate, BrandSettings.load()):
            owe(mandate, DeliveryKind.CHANGE, address)
        outbox.announce(mandate, WebhookEvent.CHANGED)
