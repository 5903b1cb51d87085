"""The client's draft: opened with what we know, kept topic by topic."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from enquiries.brief.stamps import stamp
from enquiries.brief.topics import Topic
from enquiries.history import note
from enquiries.models import Brief, Mandate
from enquiries.models.event import EventKind
from specialisms.models import PayBand

TOLD = ("role", "specialism", "need", "timing", "name", "company", "email", "telephone", "confidential")
"""What the mandate and its brief have in common."""


class ChangedElsewhereError(Exception):
    """What was shown is not what is saved by now: somebody with the link, perhaps on another device, has changed it."""


def open_brief(mandate: Mandate) -> Brief:
    """The draft of the mandate, made with what the client has told already if there is none yet.

    Raises ``Mandate.DoesNotExist`` if the mandate has been erased meanwhile.
    """
    found = Brief.objects.for_pages().filter(mandate=mandate).first()
    if found is None:
        found = _opened(mandate)
    found.mandate = mandate
    return found


def told(mandate: Mandate) -> Brief:
    """An unsaved draft with what the mandate says."""
    return Brief(mandate=mandate, **{name: getattr(mandate, name) for name in TOLD})


def locked(brief: Brief) -> Brief:
    """The draft as it is saved now, kept from others until the end of the transaction.

    The mandate is locked first, as by everybody who locks both: of two at the same moment one waits for the other, and
    never each for the other. Raises ``Mandate.DoesNotExist`` if it has been erased.
    """
    Mandate.objects.select_for_update().only("pk").get(pk=brief.mandate_id)
    return Brief.objects.select_for_update(of=["self"]).select_related("specialism").get(pk=brief.pk)


def keep(brief: Brief, topic: Topic, answers: Mapping[str, Any], shown: str) -> None:
    """Save the answers to one topic and nothing else, so that sittings on two devices don't undo each other.

    ``shown`` is the stamp of the topic's answers when the client was shown them. Raises ``ChangedElsewhereError`` if they
    have been changed since to something else than is now to be saved.
    """
    with transaction.atomic():
        saved = locked(brief)
        before = stamp(saved, topic.names)
        for name in topic.names:
            setattr(saved, name, answers[name])
        changed = []
        if stamp(saved, topic.names) != before:
            if shown != before:
                raise ChangedElsewhereError
            saved.saved_at = timezone.now()
            changed = [*topic.names, "saved_at"]
        _see(saved, topic, changed)


def see(brief: Brief, topic: Topic, is_changed: bool = False) -> None:
    """Remember that a topic has been looked at, and whether what belongs to it elsewhere has changed."""
    with transaction.atomic():
        saved = locked(brief)
        if is_changed:
            saved.saved_at = timezone.now()
        _see(saved, topic, ["saved_at"] if is_changed else [])


def _see(saved: Brief, topic: Topic, changed: list[str]) -> None:
    """Store that the topic has been looked at, and what has changed."""
    if topic.slug not in saved.seen:
        saved.seen = [*saved.seen, topic.slug]
        changed = [*changed, "seen"]
    if changed:
        saved.save(update_fields=changed)


def _opened(mandate: Mandate) -> Brief:
    """A new draft, unless another request has made one just now. Consultants learn that it was opened, and no more."""
    with transaction.atomic():
        current = Mandate.objects.select_for_update(of=["self"]).select_related("specialism").get(pk=mandate.pk)
        brief = told(current)
        known = {name: getattr(brief, name) for name in TOLD}
        brief, is_new = Brief.objects.get_or_create(
            mandate=current, defaults={**known, "places": _only_place(current)}
        )
        if is_new:
            note(current, EventKind.BRIEF_OPENED)
    return brief


def _only_place(mandate: Mandate) -> str:
    """The place of the seat, if the pay bands of its role in its specialism are all of one."""
    if not (mandate.known_role_id and mandate.specialism_id):
        return ""
    bands = PayBand.objects.filter(role=mandate.known_role_id, specialism=mandate.specialism_id)
    places = list(bands.order_by("pk").values_list("place", flat=True))
    return places[0] if len({place.casefold() for place in places}) == 1 else ""
