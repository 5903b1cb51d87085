"""A client's mail address changes: their way in goes along, and ends where they no longer are."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from agency.models.delivery import DeliveryState
from enquiries import links, slots
from enquiries.delivery import WITH_LINKS, owe
from enquiries.history import note
from enquiries.models import Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening

GRACE = timedelta(hours=1)
"""How long links to the room from before go on working: whoever is in it now must not be shut out in the middle of it."""


def is_moved(former: str, address: str) -> bool:
    """Whether two addresses are different ones."""
    return former.casefold() != address.casefold()


def move(mandate: Mandate, former: str) -> None:
    """Follow a change of address that is stored already, in the transaction of the caller.

    The old address may have been a stranger's, mistyped. So it is told, without a link, and mail with links that still
    waits for it goes to the new address, as a new link does. A link to confirm the mandate leads to a room that lasts, and
    nobody is in the middle of that: it ends at once. The entry of a call goes to the new calendar as well.
    """
    note(mandate, EventKind.ADDRESS)
    soon = timezone.now() + GRACE
    rooms = mandate.links.usable().filter(purpose=LinkPurpose.ROOM)
    rooms.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=soon)).update(expires_at=soon)
    links.revoke(mandate, [LinkPurpose.CONFIRM])
    links.issue(mandate, LinkPurpose.ROOM)
    waiting = mandate.deliveries.filter(state__in=[DeliveryState.WAITING, DeliveryState.SENDING])
    waiting.filter(kind__in=WITH_LINKS, recipient=former, slot__isnull=True).update(recipient=mandate.email)
    slots.invite_again(mandate, former)
    owe(mandate, DeliveryKind.ADDRESS, former)
    owe(mandate, DeliveryKind.LINK, mandate.email)
    if mandate.screening == Screening.PROOF:
        owe(mandate, DeliveryKind.CONFIRM, mandate.email)
