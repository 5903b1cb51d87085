"""That the agency has replied to a client, or has not after all."""

from django.db import transaction
from django.utils import timezone

from agency.models import User
from enquiries.history import note
from enquiries.models import Mandate
from enquiries.models.event import EventKind
from enquiries.models.mandate import Status
from enquiries.spam.release import release


def mark_replied(mandate: Mandate, user: User) -> bool:
    """Note that ``user`` has replied; a new mandate is in conversation from then on. Returns whether it is the first reply.

    Whoever replies to a held mandate has released it.
    """
    with transaction.atomic():
        mandate = Mandate.objects.select_for_update().get(pk=mandate.pk)
        if mandate.replied_at:
            return False
        release(mandate, str(EventKind.REPLIED.label), user)
        mandate.replied_at = timezone.now()
        moves_on = mandate.status == Status.NEW
        if moves_on:
            mandate.status = Status.TALKING
        mandate.save(update_fields=["replied_at", "status"])
        note(mandate, EventKind.REPLIED, user)
        if moves_on:
            note(mandate, EventKind.STATUS, user, str(mandate.get_status_display()))
    return True


def take_back(mandate: Mandate, user: User) -> bool:
    """Note that nobody has replied after all: the client waits again. Returns whether there was a reply to take back.

    Once the search has begun or the mandate is finished, there has been one.
    """
    with transaction.atomic():
        mandate = Mandate.objects.select_for_update().get(pk=mandate.pk)
        if not can_be_taken_back(mandate):
            return False
        moves_back = mandate.status != Status.NEW
        mandate.replied_at, mandate.status = None, Status.NEW
        mandate.save(update_fields=["replied_at", "status"])
        note(mandate, EventKind.UNREPLIED, user)
        if moves_back:
            note(mandate, EventKind.STATUS, user, str(mandate.get_status_display()))
    return True


def can_be_taken_back(mandate: Mandate) -> bool:
    """Whether a reply is noted that may have been noted by mistake."""
    return mandate.replied_at is not None and mandate.status in {Status.NEW, Status.TALKING}
