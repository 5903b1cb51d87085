"""Taking a mandate back altogether: everything the site holds of it goes, in one transaction."""

from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string

from agency.models import BrandSettings
from enquiries.models import Erasure, LinkRequest, Mandate
from enquiries.routing import addresses_for
from enquiries.webhooks import outbox

SALT = "mandate-erased"


def erase(mandate: Mandate) -> Erasure | None:
    """Erase a mandate with everything that belongs to it; returns what is left, None if it was gone already.

    What is left is the reference, which names nobody, and two dates. The agency is told by mail of the reference; that
    mail belongs to the agency, so it goes out although the mandate is gone. Files are released in the same transaction and
    deleted after it (``enquiries.attachments``).
    """
    brand = BrandSettings.load()
    with transaction.atomic():
        found = Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        if found is None:
            return None
        told = addresses_for(found, brand)
        erasure = Erasure.objects.create(reference=found.reference, submitted_on=found.submitted_at.date())
        LinkRequest.objects.filter(email__iexact=found.email).delete()
        found.delete()
        outbox.announce_erased(erasure.reference)
        for address in told:
            _tell(address, erasure.reference, brand)
    return erasure


def _tell(address: str, reference: str, brand: BrandSettings) -> None:
    """The agency's own mail about it."""
    context = {"reference": reference, "brand": brand}
    subject = " ".join(render_to_string("emails/erased_subject.txt", context).split())
    EmailMessage(subject, render_to_string("emails/erased.txt", context), to=[address]).send()


def signed(erasure: Erasure) -> str:
    """The part of an address by which a client finds the confirmation."""
    return Signer(salt=SALT).sign(erasure.reference)


def find(value: str) -> Erasure | None:
    """The erasure of such a part; None if it is not ours."""
    try:
        return Erasure.objects.filter(reference=Signer(salt=SALT).unsign(value)).first()
    except BadSignature:
        return None
