"""Taking a mandate back altogether: everything the site holds of it goes, in one transaction."""

from email.mime.text import MIMEText
from typing import Any

from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string

from agency.models import BrandSettings, User
from enquiries import privacy
from enquiries.calendar_entries import called_off
from enquiries.models import Erasure, LinkRequest, Mandate
from enquiries.models.consent import How, Purpose
from enquiries.routing import addresses_for
from enquiries.slots import calendars_of
from enquiries.webhooks import outbox

SALT = "mandate-erased"

ASKED_ON = "/mandate/room/erase/"
"""Where a client erases, without the token."""


def erase(mandate: Mandate, actor: User | None = None) -> Erasure | None:
    """Erase a mandate with everything that belongs to it; returns what is left.

    What is left is the reference, which names nobody, and two dates. Who erases it at the same moment as another gets the
    same. Returns None if it is gone and was never erased. Without ``actor`` it is the client who does it.

    The agency is told by mail of the reference, and calls that lie ahead leave its calendars; that mail belongs to the
    agency, so it goes out although the mandate is gone. If the client ever agreed to new guides, they stop for everything
    sent from the address: the link in the mail that would stop them goes with the mandate. Files are released in the same
    transaction and deleted after it (``enquiries.attachments``).
    """
    brand = BrandSettings.load()
    with transaction.atomic():
        _stop_guides(mandate, actor)  # first, since it locks all mandates of the address in their order
        found = Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        if found is None:
            return Erasure.objects.filter(reference=mandate.reference).first()
        told: dict[str, MIMEText | None] = dict.fromkeys(addresses_for(found, brand))
        told |= {address: called_off(slot, address, brand) for slot, address in calendars_of(found)}
        erasure = Erasure.objects.create(reference=found.reference, submitted_on=found.submitted_at.date())
        LinkRequest.objects.filter(email__iexact=found.email).delete()
        found.delete()
        outbox.announce_erased(erasure.reference)
        for address, entry in told.items():
            context = {"reference": erasure.reference, "actor": actor, "brand": brand, "called_off": entry}
            _tell(address, context, entry)
    return erasure


def wanted_guides(mandate: Mandate) -> bool:
    """Whether its client ever agreed to new guides, so that a link to stop them may have gone out."""
    return mandate.consents.filter(purpose=Purpose.MARKETING, granted=True).exists()


def _stop_guides(mandate: Mandate, actor: User | None) -> None:
    if wanted_guides(mandate):
        how, page = (How.TOLD, "") if actor else (How.ROOM, ASKED_ON)
        privacy.stop_marketing(mandate, how, page, actor)


def _tell(address: str, context: dict[str, Any], entry: MIMEText | None) -> None:
    """The agency's own mail about it."""
    subject = " ".join(render_to_string("emails/erased_subject.txt", context).split())
    body, attached = render_to_string("emails/erased.txt", context), [entry] if entry else None
    EmailMessage(subject, body, to=[address], attachments=attached).send()


def signed(erasure: Erasure) -> str:
    """The part of an address by which a client finds the confirmation."""
    return Signer(salt=SALT).sign(erasure.reference)


def find(value: str) -> Erasure | None:
    """The erasure of such a part; None if it is not ours."""
    try:
        return Erasure.objects.filter(reference=Signer(salt=SALT).unsign(value)).first()
    except BadSignature:
        return None
