"""Letting a held mandate go on as if it had just come in."""

from django.db import transaction
from django.utils import timezone

from agency.models import BrandSettings, User
from agency.models.delivery import DeliveryState
from enquiries.history import note
from enquiries.intake import announce
from enquiries.models import Delivery, Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.mandate import Screening, Status
from enquiries.models.webhook import WebhookEvent
from enquiries.sla import promise
from enquiries.webhooks import outbox

HELD = (Screening.PROOF, Screening.QUARANTINE)


def release(mandate: Mandate, how: str, actor: User | None = None) -> bool:
    """Clear a held mandate: promise a reply counted from now, owe its mails, write it down. Returns whether it was held.

    One that was closed while it was held is open again. ``how`` says in a few words what it was released by. Without
    ``actor`` it is the client who gives the sign asked for; that frees from the screening's question, not from quarantine.
    However many release it at once, one does; ``mandate`` has the new values after that.
    """
    brand = BrandSettings.load()
    now = timezone.now()
    held = Mandate.objects.filter(pk=mandate.pk, screening__in=HELD if actor else [Screening.PROOF])
    with transaction.atomic():
        released = held.update(screening=Screening.CLEAR, reply_due_at=promise(now, brand))
        mandate.refresh_from_db(fields=["screening", "reply_due_at", "status"])
        if released:
            waiting = Delivery.objects.filter(mandate=mandate, kind=DeliveryKind.CONFIRM, state=DeliveryState.WAITING)
            waiting.delete()
            note(mandate, EventKind.RELEASED, actor, how)
            if mandate.status == Status.CLOSED:
                mandate.status = Status.NEW
                mandate.save(update_fields=["status"])
                note(mandate, EventKind.STATUS, actor, str(mandate.get_status_display()))
            if not mandate.is_finished:
                announce(mandate, brand)
                if mandate.submissions.briefs().exists():
                    outbox.announce(mandate, WebhookEvent.COMPLETED)
    return bool(released)
