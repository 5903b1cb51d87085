"""Asking by mail for a sign of a person, without letting anybody use us to fill somebody's mailbox."""

from datetime import timedelta

from django.utils import timezone

from enquiries.models import Delivery, Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.spam.rates import DAY, HOUR, count

PATIENCE = timedelta(minutes=1)
"""A browser with JavaScript has given its sign by then, and the mail is not sent."""
A_DAY = 3
"""Such mails to one address."""
AN_HOUR = 10
"""Such mails asked for from one part of the network."""


def ask_by_mail(mandate: Mandate, block: str) -> Delivery | None:
    """Owe the mail with the link to confirm, a minute from now; None if its address or ``block`` has had its share.

    No task is enqueued: the sweep finds it when it is due (``agency.delivery.sweep``).
    """
    if count("confirm-block", block, HOUR) >= AN_HOUR or count("confirm-address", mandate.email_key, DAY) >= A_DAY:
        return None
    due = timezone.now() + PATIENCE
    return Delivery.objects.create(mandate=mandate, kind=DeliveryKind.CONFIRM, recipient=mandate.email, due_at=due)
