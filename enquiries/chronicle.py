"""The history of a mandate in the client's words: what they did, what we did, and who opened what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.models import User
from enquiries.models import Mandate, MandateEvent
from enquiries.models.event import EventKind


@dataclass(frozen=True)
class Line:
    """Something that happened, as it is told to the client. ``detail`` is the client's own, or what we tell them anyway."""

    happened_at: datetime
    words: str | Promise
    detail: str = ""
    ours: bool = False


@dataclass(frozen=True)
class Reading:
    """Somebody of the agency has opened a confidential mandate or one of its files."""

    happened_at: datetime
    who: str
    what: str | Promise


CLIENTS_WORDS: dict[str, str | Promise] = {
    EventKind.SUBMITTED: gettext_lazy("You sent the mandate"),
    EventKind.BRIEF_OPENED: gettext_lazy("You began a brief"),
    EventKind.BRIEF: gettext_lazy("You sent the brief"),
    EventKind.CHANGED: gettext_lazy("You changed your answers"),
    EventKind.FILES: gettext_lazy("You added files"),
    EventKind.FILE_REMOVED: gettext_lazy("You removed a file"),
    EventKind.PICKED: gettext_lazy("You picked a time for a call"),
    EventKind.UNPICKED: gettext_lazy("You gave a time for a call back"),
    EventKind.CONFIDENTIAL: gettext_lazy("You changed who may open it"),
    EventKind.ADDRESS: gettext_lazy("You changed your address"),
    EventKind.CONSENT: gettext_lazy("You changed what you agree to"),
    EventKind.DOWNLOADED: gettext_lazy("You downloaded a copy"),
    EventKind.LINK: gettext_lazy("A new link was asked for"),  # by whoever typed the address
    EventKind.REVOKED: gettext_lazy("You closed links to this room"),
    EventKind.WITHDRAWN: gettext_lazy("You withdrew the mandate"),
}
"""What the client did."""

OUR_WORDS: dict[str, str | Promise] = {
    EventKind.STATUS: gettext_lazy("We moved the mandate on"),
    EventKind.REPLIED: gettext_lazy("We replied"),
    EventKind.CONFIDENTIAL: gettext_lazy("We changed who may open it"),
    EventKind.UNREPLIED: gettext_lazy("We had not replied after all"),
    EventKind.CONSENT: gettext_lazy("We noted what you no longer agree to, as you told us"),
    EventKind.OFFERED: gettext_lazy("We offered times for a call"),
    EventKind.UNPICKED: gettext_lazy("We took a time for a call back"),
    EventKind.FILE_REMOVED: gettext_lazy("We removed a file"),
    EventKind.FILE_INFECTED: gettext_lazy("We found a virus in a file and deleted it"),
    EventKind.REVOKED: gettext_lazy("We closed the links to this room"),
}
"""What the agency did that concerns the client. How it is organised inside does not: that is left out."""

SILENT = {
    EventKind.ASSIGNED,
    EventKind.NAMED,
    EventKind.SENT_AGAIN,
    EventKind.RELEASED,
    EventKind.OPENED,
    EventKind.FILE_OPENED,
}
"""What the history does not tell: matters of the agency. Who opened a confidential mandate stands in a list of its own."""

TOLD = {EventKind.STATUS, EventKind.CONFIDENTIAL}
"""Events of ours whose detail is told as well: it says what the client sees elsewhere on the page."""

READ: dict[str, str | Promise] = {
    EventKind.OPENED: gettext_lazy("Opened the mandate"),
    EventKind.FILE_OPENED: gettext_lazy("Downloaded a file"),
}


def chronicle(events: Iterable[MandateEvent]) -> list[Line]:
    """What the client is told of these events, in their order."""
    return [line for line in map(_told, events) if line]


def _told(event: MandateEvent) -> Line | None:
    ours = event.actor_id is not None or event.kind not in CLIENTS_WORDS
    words = (OUR_WORDS if ours else CLIENTS_WORDS).get(event.kind)
    if words is None:
        return None
    return Line(event.happened_at, words, event.detail if not ours or event.kind in TOLD else "", ours)


def readings(mandate: Mandate, events: Iterable[MandateEvent]) -> list[Reading]:
    """Who has opened a confidential mandate and its files, and when, the latest first; of others nothing."""
    if not mandate.confidential:
        return []
    found = [
        Reading(event.happened_at, name_of(event.actor), READ[event.kind]) for event in events if event.kind in READ
    ]
    return found[::-1]


def name_of(user: User | None) -> str:
    """A person of the agency as the client may know them: by their name, never by an account or an address."""
    if user is None:
        return _("Somebody who has left us")
    return user.get_full_name() or _("One of our people")
