"""That the agency has replied to a client."""

from django.db import transaction
from django.utils import timezone

from agency.models import User
from enquiries.history import note
from enquiries.models import Mandate
from enquiries.models.event import EventKind
from enquiries.models.mandate import Status


def mark_replied(mandate: Mandate, user: User) -> bool:
    """Note that ``user`` has replied; a new mandate is in conversation from then on. Returns whether it is the first reply."""
    with transaction.atomic():
        mandate = Mandate.objects.select_for_update().get(pk=mandate.pk)
        if mandate.replied_at:
            return False
        mandate.replied_at = timezone.now()
        moves_on = mandate.status == Status.NEW
        if moves_on:
            mandate.status = Status.TALKING
        mandate.save(update_fields=["replied_at", "status"])
        note(mandate, EventKind.REPLIED, user)
        if moves_on:
            note(mandate, EventKind.STATUS, user, str(mandate.get_status_display()))
    return True
