"""Taking a mandate back: it stays readable, and nobody works on it any more."""

from django.db import transaction

from agency.models import BrandSettings
from enquiries.delivery import owe
from enquiries.history import note
from enquiries.models import Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.mandate import FINISHED, Screening, Status
from enquiries.models.webhook import WebhookEvent
from enquiries.routing import addresses_for
from enquiries.slots import cancel_all
from enquiries.webhooks import outbox


def withdraw(mandate: Mandate, reason: str = "") -> bool:
    """Withdraw the mandate for its client; returns whether there was anything to take back.

    However often and at however many windows it is asked for, it happens once. Times that lie ahead are taken back, and
    the agency is told by mail, unless it has never been told of the mandate.
    """
    with transaction.atomic():
        current = Mandate.objects.select_for_update(of=["self"]).select_related("assigned_to", "specialism")
        mandate = current.get(pk=mandate.pk)
        if mandate.status in FINISHED:
            return False
        mandate.status = Status.WITHDRAWN
        mandate.save(update_fields=["status"])
        note(mandate, EventKind.WITHDRAWN, detail=reason)
        cancel_all(mandate)
        if mandate.screening == Screening.CLEAR:
            for address in addresses_for(mandate, BrandSettings.load()):
                owe(mandate, DeliveryKind.CHANGE, address)
            outbox.announce(mandate, WebhookEvent.WITHDRAWN)
    return True
