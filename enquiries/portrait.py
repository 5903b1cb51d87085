"""Everything the site holds about a mandate, gathered once for the client's own copy: as data, and on paper.

Each model that belongs to a mandate says here which of its fields the client is given and which not, and why. A test compares
that with the models, so that a new field is either given or withheld on purpose.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import PhoneNumber

from agency.models import User
from enquiries.chronicle import chronicle, name_of, readings
from enquiries.delivery import TO_CLIENT
from enquiries.models import (
    Attachment,
    Brief,
    Consent,
    Delivery,
    Link,
    Mandate,
    MandateEvent,
    Slot,
    Submission,
    WebhookDelivery,
)

FORMAT = "throughline-mandate"
VERSION = 1

GIVEN: dict[type[models.Model], tuple[str, ...]] = {
    Mandate: (
        *(
            "reference",
            "status",
            "submitted_at",
            "reply_due_at",
            "replied_at",
            "assigned_to",
            "confidential",
            "people",
        ),
        *("role", "known_role", "specialism", "need", "timing", "name", "company", "email", "telephone"),
        *("source_title", "source_call"),
    ),
    Submission: ("number", "kind", "submitted_at", "topics", "files"),
    Brief: (
        *("opened_at", "saved_at", "sent_at", "role", "specialism", "level", "headcount", "reports_to", "seat", "why"),
        *("need", "must_haves", "nice_to_haves", "places", "remote", "languages", "pay_from", "pay_to", "currency"),
        *("basis", "bonus", "equity", "timing", "start_on", "deadlines", "engagement", "exclusivity"),
        *("decision_makers", "interviews", "not_to_approach", "confidential", "nda", "discretion"),
        *("name", "company", "email", "telephone", "reach_by", "reach_when"),
    ),
    Consent: (
        *("purpose", "granted", "given_at", "how", "page", "locale", "wording", "wording_hash"),
        *("notice_version", "notice_hash"),
    ),
    Attachment: ("name", "kind", "size", "sha256", "added_at", "submitted_at", "scan", "finding"),
    Slot: ("starts_at", "minutes", "way", "offered_by", "offered_at", "picked_at", "cancelled_at"),
    Delivery: ("kind", "recipient", "state", "created_at", "sent_at"),
    Link: ("purpose", "created_at", "expires_at", "revoked_at", "last_used_at"),
    MandateEvent: ("happened_at", "kind", "detail"),
}
"""What the client is given of each record."""

NUMBER = "a number of the database"
MACHINE = "how the site works, nothing about the client"
DERIVED = "made from the answers, to find relatives of the mandate by"
SCREENING = "how mandates are told from spam; who knew it could get around it"
WITHHELD: dict[type[models.Model], dict[str, str]] = {
    Mandate: {
        "id": NUMBER,
        "idempotency_key": MACHINE,
        "source_page": "its title is given",
        "screening": SCREENING,
        "spam_score": SCREENING,
        "spam_signals": SCREENING,
        "company_key": DERIVED,
        "email_key": DERIVED,
        "email_domain": DERIVED,
        "body_digest": DERIVED,
    },
    Submission: {"id": NUMBER, "mandate": NUMBER},
    Brief: {"id": NUMBER, "mandate": NUMBER, "seen": MACHINE},
    Consent: {"id": NUMBER, "mandate": NUMBER, "notice": "its version and its hash are given"},
    Attachment: {
        "id": NUMBER,
        "mandate": NUMBER,
        "stored": "where it lies; the file itself is in the room",
        "scan_due_at": MACHINE,
    },
    Slot: {"id": NUMBER, "mandate": NUMBER, "uid": MACHINE, "sequence": MACHINE, "held": MACHINE},
    Delivery: {
        **dict.fromkeys(["id", "mandate", "slot"], NUMBER),
        **dict.fromkeys(["attempts", "last_error", "message_id", "due_at", "claimed_at", "sequence"], MACHINE),
    },
    WebhookDelivery: dict.fromkeys(
        (field.name for field in WebhookDelivery._meta.concrete_fields), "how the agency's own systems are told"
    ),
    Link: {"id": NUMBER, "mandate": NUMBER, "nonce": "a secret of the site", "digest": "a secret of the site"},
    MandateEvent: {"id": NUMBER, "mandate": NUMBER, "actor": "named for confidential mandates, under readings"},
}
"""What the client is not given of each record, and why."""

ELSEWHERE = {
    "LinkRequest": "gone as soon as the worker has looked at it",
    "Erasure": "all that is left of a mandate that is gone",
    "PrivacyNotice": "the agency's own text, published",
    "StoredFile": "where a file lies, without a word about it",
    "WebhookEndpoint": "a system of the agency",
    "WebhookSecret": "a secret of the agency",
    "WebhookAttempt": "how one of its systems was reached",
}
"""Models that do not belong to a mandate."""


@dataclass(frozen=True)
class Item:
    """One value with its name in the data and its label on paper."""

    name: str
    label: str
    value: Any

    @property
    def is_list(self) -> bool:
        """Whether it holds several values."""
        return isinstance(self.value, list)

    @property
    def is_moment(self) -> bool:
        """Whether it is a date with a time."""
        return isinstance(self.value, datetime)


@dataclass(frozen=True)
class Section:
    """Records of one kind; of some kinds there is one at most."""

    name: str
    title: str | Promise
    about: str | Promise
    records: list[list[Item]]
    single: bool = False

    def data(self) -> Any:
        """The records as plain data."""
        found = [{item.name: item.value for item in record} for record in self.records]
        return (found[0] if found else None) if self.single else found


def portrait(mandate: Mandate) -> list[Section]:
    """Everything about the mandate, section by section. Mails to the agency and its own matters are left out."""
    events = list(mandate.events.select_related("actor"))
    told = mandate.deliveries.filter(models.Q(kind__in=TO_CLIENT) | models.Q(recipient__iexact=mandate.email))
    brief = Brief.objects.filter(mandate=mandate).select_related("specialism")
    return [
        Section("mandate", _("The mandate"), _("The mandate as it stands now."), [_record(mandate)], single=True),
        Section(
            "submissions",
            _("What you sent"),
            _(
                "Each time you sent something, exactly as you saw it. sha256 is the SHA-256 of the JSON text of "
                "[topics, files] in UTF-8 with sorted keys, “, ” between values and “: ” after keys."
            ),
            [[*_record(each), Item("sha256", "SHA-256", each.digest)] for each in mandate.submissions.all()],
        ),
        Section(
            "draft",
            _("Your draft of the brief"),
            _("The brief as you last saved it. Nobody else reads it until you send it."),
            [_record(each) for each in brief],
            single=True,
        ),
        Section("consents", _("What you agreed to"), _("Each answer about your data."), _all(mandate.consents.all())),
        Section(
            "files",
            _("Files"),
            _("Files you added, with the SHA-256 of their contents. Download the files themselves in the room."),
            _all(mandate.attachments.all()),
        ),
        Section("times", _("Times for a call"), _("Times you were offered."), _all(_times(mandate))),
        Section("history", _("History"), _("What happened, the earliest first."), _history(events)),
        Section("readings", _("Who opened it"), _("Of confidential mandates."), _readings(mandate, events)),
        Section("mails", _("Mails to you"), _("Mails we sent to you or owe you."), _all(told)),
        Section("links", _("Links"), _("Links made for you, without their secrets."), _all(mandate.links.all())),
    ]


def document(mandate: Mandate) -> dict[str, Any]:
    """The same as data that explains itself. Moments are in UTC (ISO 8601)."""
    sections = portrait(mandate)
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": timezone.now(),
        "about": {section.name: str(section.about) for section in sections},
        **{section.name: section.data() for section in sections},
    }


def _times(mandate: Mandate) -> models.QuerySet[Slot]:
    return mandate.slots.select_related("offered_by")


def _all(records: Iterable[models.Model]) -> list[list[Item]]:
    return [_record(record) for record in records]


def _record(record: models.Model) -> list[Item]:
    """What the client is given of a record."""
    return [_item(record, name) for name in GIVEN[type(record)]]


def _item(record: models.Model, name: str) -> Item:
    field = record._meta.get_field(name)
    label = str(getattr(field, "verbose_name", name))
    if isinstance(field, models.ManyToManyField):
        return Item(name, label, [_plain(each) for each in getattr(record, name).all()])
    if getattr(field, "choices", None):
        return Item(name, label, str(getattr(record, f"get_{name}_display")()))
    return Item(name, label, _plain(getattr(record, name)))


def _plain(value: Any) -> Any:
    """A value as it is written down: people by their names, pages by their titles, telephone numbers as they are dialled."""
    if isinstance(value, User):
        return name_of(value)
    if isinstance(value, models.Model | PhoneNumber):
        return str(value)
    return value


def _history(events: Iterable[MandateEvent]) -> list[list[Item]]:
    return [
        _told({"happened_at": line.happened_at, "kind": str(line.words), "detail": line.detail})
        for line in chronicle(events)
    ]


def _readings(mandate: Mandate, events: Iterable[MandateEvent]) -> list[list[Item]]:
    return [
        _told({"happened_at": each.happened_at, "who": each.who, "what": str(each.what)})
        for each in readings(mandate, events)
    ]


LABELS = {"happened_at": _("When"), "kind": _("What"), "what": _("What"), "detail": _("Detail"), "who": _("Who")}


def _told(values: Mapping[str, Any]) -> list[Item]:
    return [Item(name, str(LABELS[name]), value) for name, value in values.items()]
