"""Asking by mail for a sign of a person, without letting anybody use us to fill somebody's mailbox."""

from datetime import timedelta

from django.utils import timezone

from agency.models.delivery import DeliveryState
from enquiries.delivery import owe_later
from enquiries.models import Delivery, Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.link import LinkPurpose
from enquiries.spam.rates import DAY, HOUR, count

PATIENCE = timedelta(minutes=1)
"""A browser with JavaScript has given its sign by then, and the mail is not sent."""
A_DAY = 3
"""Such mails to one address."""
AN_HOUR = 10
"""Such mails asked for from one part of the network."""


def ask_by_mail(mandate: Mandate, block: str) -> Delivery | None:
    """Owe the mail with the link to confirm, a minute from now; None if its address or ``block`` has had its share."""
    if count("confirm-block", block, HOUR) >= AN_HOUR or count("confirm-address", mandate.email_key, DAY) >= A_DAY:
        return None
    return owe_later(mandate, DeliveryKind.CONFIRM, mandate.email, timezone.now() + PATIENCE)


def is_asked_by_mail(mandate: Mandate) -> bool:
    """Whether that mail is on its way, or has arrived with a link that still works."""
    on_its_way = mandate.deliveries.filter(
        kind=DeliveryKind.CONFIRM, state__in=[DeliveryState.WAITING, DeliveryState.SENDING]
    )
    return on_its_way.exists() or mandate.links.usable().filter(purpose=LinkPurpose.CONFIRM).exists()
