"""Taking a mandate back: it stays readable, and nobody works on it any more."""

from django.db import transaction

from agency.models import User
from enquiries import privacy
from enquiries.changing import tell
from enquiries.history import note
from enquiries.models import Mandate
from enquiries.models.consent import How, Purpose
from enquiries.models.event import EventKind
from enquiries.models.mandate import FINISHED, Status
from enquiries.models.webhook import WebhookEvent
from enquiries.slots import cancel_all


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
        tell(mandate, WebhookEvent.WITHDRAWN)
    return True


def take_back(mandate: Mandate, purpose: Purpose, how: How, page: str, actor: User | None = None) -> None:
    """Take back what a client agreed to, with what follows from it (``privacy.withdraw`` says what is what).

    New guides stop for everything sent from the address. Without leave to answer there is no mandate: it is withdrawn.
    """
    with transaction.atomic():
        if purpose == Purpose.MARKETING:
            privacy.stop_marketing(mandate, how, page, actor)
        else:
            privacy.withdraw(mandate, purpose, how, page, actor)
            withdraw(mandate)
