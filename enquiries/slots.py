"""Times for a call: consultants offer some, the client picks one, and the calendars of both say the same.

Every change locks the mandate, so that whatever happens at the same moment happens one after the other. Each time has one
calendar entry with its own UID; each change is its next version. A mail keeps the version it tells of (``Delivery.sequence``),
and a mail that has not left when its version is overtaken never leaves: a calendar that heard of a call off must not hear of
the call after it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agency.models import BrandSettings, User
from agency.models.delivery import DeliveryQuerySet, DeliveryState
from enquiries.delivery import owe
from enquiries.history import note
from enquiries.models import Delivery, Mandate, Slot
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.routing import addresses_for
from enquiries.sla import office_clock
from enquiries.spam.release import release

MOST = 6
"""Times that lie ahead and can be picked, for one mandate: more are no choice but a calendar."""

FARTHEST = timedelta(days=183)
"""Nobody knows what they do in more than half a year."""

CALLED_OFF: dict[str, DeliveryKind] = {
    DeliveryKind.INVITATION: DeliveryKind.CANCELLATION,
    DeliveryKind.CALL: DeliveryKind.CALL_OFF,
}
"""What whoever got an entry is sent when the call is off."""

TO_CLIENT = {DeliveryKind.INVITATION, DeliveryKind.CANCELLATION}
"""The other mails about calls go to the agency, by chance perhaps to the same address."""


class RefusedTimesError(Exception):
    """Times that cannot be offered: ``refusals`` says why, by their place in the list; by None what is wrong with all."""

    def __init__(self, refusals: dict[int | None, str]) -> None:
        super().__init__(*refusals.values())
        self.refusals = refusals


class NotToBeHadError(Exception):
    """What the client or the consultant wants of a time is not possible any more; the message tells them why."""


def offer(mandate: Mandate, times: Sequence[datetime], minutes: int, way: str, user: User) -> list[Slot]:
    """Offer times (aware) for a call of so many minutes, and owe the client a mail about them; all of them or none.

    ``way`` is how they will talk. Raises ``RefusedTimesError`` if any lies in the past or too far ahead, is offered already
    or is one too many, or if the mandate is finished.
    """
    with transaction.atomic():
        mandate = _locked(mandate)
        refusals = _refusals(mandate, times)
        if refusals:
            raise RefusedTimesError(refusals)
        release(mandate, str(EventKind.OFFERED.label), user)  # whoever offers a call takes it for real
        offered = [
            Slot.objects.create(mandate=mandate, starts_at=time, minutes=minutes, way=way, offered_by=user)
            for time in sorted(times)
        ]
        note(mandate, EventKind.OFFERED, user, "; ".join(map(spoken, offered)))
        owe(mandate, DeliveryKind.OFFER, mandate.email)
    return offered


def pick(slot: Slot) -> bool:
    """Pick a time for the client, and give back the one picked before; returns whether anything has changed.

    Raises ``NotToBeHadError`` if the time was taken back or has come, or the mandate is finished.
    """
    with transaction.atomic():
        slot = _current(slot)
        if slot.is_picked:
            return False
        _may_be_had(slot)
        for other in slot.mandate.slots.picked():
            _make_room(other)
        slot.picked_at = timezone.now()
        if _mails(slot).exists():
            slot.sequence += 1
        slot.save(update_fields=["picked_at", "sequence"])
        note(slot.mandate, EventKind.PICKED, detail=spoken(slot))
        _invite(slot)
    return True


def give_back(slot: Slot) -> bool:
    """Let the client not come after all; the time can be picked again. Returns whether it was picked.

    Raises ``NotToBeHadError`` if the call has begun.
    """
    with transaction.atomic():
        slot = _current(slot)
        if not slot.is_picked:
            return False
        if slot.starts_at <= timezone.now():
            raise NotToBeHadError(_("This call has begun, so it can’t be given back."))
        _release(slot)
    return True


def take_back(slot: Slot, user: User) -> bool:
    """Offer a time no longer, whether it is picked or not; returns whether it was still offered.

    Raises ``NotToBeHadError`` if it has come.
    """
    with transaction.atomic():
        slot = _current(slot)
        if slot.cancelled_at:
            return False
        if slot.starts_at <= timezone.now():
            raise NotToBeHadError(_("This time has come, so it can’t be taken back."))
        _withdraw(slot, user)
    return True


def cancel_all(mandate: Mandate, user: User | None = None) -> int:
    """Take back every time that lies ahead, for a mandate that is finished; returns how many.

    Whoever has the call in a calendar is told. Without a user it is the client's doing.
    """
    with transaction.atomic():
        ahead = list(_locked(mandate).slots.ahead().select_related("mandate", "offered_by"))
        for slot in ahead:
            _withdraw(slot, user)
    return len(ahead)


def invite_again(mandate: Mandate, former: str) -> None:
    """Have the entry of a call that lies ahead go to the client's new address, in the transaction of the caller.

    What has gone to the ``former`` one stays known: when the call is off, both are told. What has not, never goes there.
    """
    for slot in mandate.slots.ahead().picked().select_related("mandate"):
        _untried(_mails(slot)).filter(kind=DeliveryKind.INVITATION, recipient=former).delete()
        owe(mandate, DeliveryKind.INVITATION, mandate.email, slot)


def calendars_of(mandate: Mandate) -> list[tuple[Slot, str]]:
    """Who at the agency has a call that lies ahead in their calendar: the call and the address its entry went to."""
    picked = mandate.slots.ahead().picked().select_related("mandate")
    return [
        (slot, address)
        for slot in picked
        for (address, _client), kind in _entries(_mails(slot).exclude(pk__in=_untried(_mails(slot)))).items()
        if kind == DeliveryKind.CALL
    ]


def spoken(slot: Slot) -> str:
    """When a call is, as the agency's clock shows it and with the zone of that clock."""
    brand = BrandSettings.load()
    return f"{date_format(office_clock(slot.starts_at, brand), 'D j M Y, H:i')} ({brand.time_zone})"


def _locked(mandate: Mandate) -> Mandate:
    """The mandate as it is now, held until the transaction ends."""
    found = Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
    if found is None:
        raise NotToBeHadError(_("This mandate has been erased."))
    return found


def _current(slot: Slot) -> Slot:
    """The time as it is now, its mandate held until the transaction ends."""
    mandate = _locked(slot.mandate)
    return mandate.slots.select_related("offered_by", "mandate").get(pk=slot.pk)


def _refusals(mandate: Mandate, times: Sequence[datetime]) -> dict[int | None, str]:
    """What speaks against offering these times."""
    if mandate.is_finished:
        return {None: _("This mandate is finished. Open it again before you offer times.")}
    ahead = list(mandate.slots.ahead())
    if len(ahead) + len(times) > MOST:
        return {None: _("The client has enough to choose from: at most %(most)s times are open.") % {"most": MOST}}
    now, refusals = timezone.now(), dict[int | None, str]()
    known = {slot.starts_at for slot in ahead}
    for number, time in enumerate(times):
        if time <= now:
            refusals[number] = _("This time has passed. Choose one that lies ahead.")
        elif time > now + FARTHEST:
            refusals[number] = _("This is more than half a year away. Choose an earlier time.")
        elif time in known:
            refusals[number] = _("This time is offered already. Choose another.")
        known.add(time)
    return refusals


def _may_be_had(slot: Slot) -> None:
    """Raise an error with the reason if nobody can pick the time."""
    if slot.cancelled_at:
        raise NotToBeHadError(_("We can no longer make this time. Please pick another."))
    if slot.starts_at <= timezone.now():
        raise NotToBeHadError(_("This time has passed. Please pick another."))
    if slot.mandate.is_finished:
        raise NotToBeHadError(_("This mandate is closed, so no call can be arranged here."))


def _make_room(picked: Slot) -> None:
    """Have another take its place: a call that lies ahead is off, one that was held stays as it was."""
    if picked.starts_at > timezone.now():
        _release(picked)
    else:
        picked.held = True
        picked.save(update_fields=["held"])


def _release(slot: Slot) -> None:
    """The client does not come."""
    slot.picked_at = None
    slot.sequence += 1
    slot.save(update_fields=["picked_at", "sequence"])
    note(slot.mandate, EventKind.UNPICKED, detail=spoken(slot))
    _call_off(slot)


def _withdraw(slot: Slot, user: User | None) -> None:
    """The time is to be had no longer. The history tells of it if the agency takes it back.

    If it goes because the client withdraws the mandate, that is what happened, and it is told by ``withdrawal``.
    """
    slot.cancelled_at = timezone.now()
    slot.sequence += 1
    slot.save(update_fields=["cancelled_at", "sequence"])
    if user:
        note(slot.mandate, EventKind.UNPICKED, user, spoken(slot))
    if slot.picked_at:
        _call_off(slot)


def _invite(slot: Slot) -> None:
    """Put the call into the calendars of the client and of whoever offered it."""
    _overtake(slot)
    owe(slot.mandate, DeliveryKind.INVITATION, slot.mandate.email, slot)
    for address in _hosts(slot):
        owe(slot.mandate, DeliveryKind.CALL, address, slot)


def _call_off(slot: Slot) -> None:
    """Take the call out of every calendar that may have it: whoever has been sent an entry last, at the same address."""
    _overtake(slot)
    for (address, _client), kind in _entries(_mails(slot)).items():
        if kind in CALLED_OFF:
            owe(slot.mandate, CALLED_OFF[kind], address, slot)


def _entries(mails: DeliveryQuerySet[Delivery]) -> dict[tuple[str, bool], str]:
    """The last kind of mail that went to each address, which may be the client's and the agency's at once."""
    return {(mail.recipient, mail.kind in TO_CLIENT): mail.kind for mail in mails.order_by("sequence", "pk")}


def _overtake(slot: Slot) -> None:
    """Have no mail leave that tells of an earlier version.

    One that nobody has tried to send was certainly never read: it goes without a trace. Any other may have arrived although
    nobody knows; it is given up. A worker that is at it in this moment finds that the mail is no longer its own.
    """
    earlier = _mails(slot).filter(sequence__lt=slot.sequence)
    _untried(earlier).delete()
    earlier.exclude(state=DeliveryState.SENT).update(
        state=DeliveryState.FAILED, claimed_at=None, last_error=_("Overtaken by a later entry")
    )


def _mails(slot: Slot) -> DeliveryQuerySet[Delivery]:
    """The mails that hold an entry of the time."""
    return Delivery.objects.filter(slot=slot)


def _untried(mails: DeliveryQuerySet[Delivery]) -> DeliveryQuerySet[Delivery]:
    """Those that have certainly not arrived."""
    return mails.filter(state=DeliveryState.WAITING, attempts=0)


def _hosts(slot: Slot) -> list[str]:
    """Where the agency is told: whoever offered the time, as long as they may read the mandate; else whoever answers it."""
    host, mandate = slot.offered_by, slot.mandate
    if host and host.email and Mandate.objects.visible_to(host).filter(pk=mandate.pk).exists():
        return [host.email]
    return addresses_for(mandate, BrandSettings.load())
