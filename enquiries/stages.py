"""How far a mandate has come, as its client sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.models import Mandate, MandateEvent
from enquiries.models.event import EventKind
from enquiries.models.mandate import FINISHED, Screening, Status


class Standing(models.TextChoices):
    """Where a mandate stands, told by what its client can expect next."""

    PROOF = "proof", _("Waits for a sign of a person")
    WAITING = "waiting", _("Waits for a reply")
    OVERDUE = "overdue", _("The reply is overdue")
    REPLIED = "replied", _("Replied")
    SEARCH = "search", _("In search")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


@dataclass(frozen=True)
class Stage:
    """One node of the thread from sent to closed: reached at a time, or still ahead, perhaps with a time it is due."""

    name: str | Promise
    reached: bool
    at: datetime | None = None
    due: datetime | None = None
    here: bool = False


def standing(mandate: Mandate) -> Standing:
    """Where the mandate stands now."""
    if mandate.status in FINISHED or mandate.status == Status.SEARCH:
        return Standing(mandate.status)
    if mandate.screening == Screening.PROOF:
        return Standing.PROOF
    if mandate.replied_at or mandate.status != Status.NEW:
        return Standing.REPLIED
    return Standing.OVERDUE if mandate.reply_due_at < timezone.now() else Standing.WAITING


def stages(mandate: Mandate, events: Sequence[MandateEvent]) -> list[Stage]:
    """The thread of a mandate, given its history from the first event on. The last node that is reached is where it is.

    Of a mandate that is finished, what never happened is left out; of one that waits for a sign of a person, that sign
    comes first. Whether it is in quarantine shows nowhere: the client is told the same as everybody.
    """
    now = standing(mandate)
    read = _first(events, EventKind.OPENED)
    moved = _last(events, EventKind.STATUS)
    replied = bool(mandate.replied_at) or now in {Standing.REPLIED, Standing.SEARCH}
    found = [Stage(_("Sent"), True, mandate.submitted_at)]
    if now == Standing.PROOF:
        found.append(Stage(_("Your sign"), False))
    found += [
        Stage(_("Being read"), bool(read) or replied, read),
        Stage(_("Replied"), replied, mandate.replied_at, due=None if now == Standing.PROOF else mandate.reply_due_at),
        Stage(_("In search"), now == Standing.SEARCH, moved),
    ]
    if now == Standing.WITHDRAWN:
        found.append(Stage(_("Withdrawn"), True, _last(events, EventKind.WITHDRAWN)))
    else:
        found.append(Stage(_("Closed"), now == Standing.CLOSED, moved))
    if mandate.status in FINISHED:
        found = [stage for stage in found if stage.reached]
    return _with_place(found)


def _with_place(found: Sequence[Stage]) -> list[Stage]:
    """The stages, the last that is reached marked as the one where the mandate is, without times of what lies ahead."""
    here = max(number for number, stage in enumerate(found) if stage.reached)
    return [
        Stage(
            stage.name,
            stage.reached,
            at=stage.at if stage.reached else None,
            due=None if stage.reached else stage.due,
            here=number == here,
        )
        for number, stage in enumerate(found)
    ]


def _first(events: Sequence[MandateEvent], kind: EventKind) -> datetime | None:
    return next((event.happened_at for event in events if event.kind == kind), None)


def _last(events: Sequence[MandateEvent], kind: EventKind) -> datetime | None:
    return _first(events[::-1], kind)
