"""Who answers a mandate."""

from agency.models import BrandSettings, User
from specialisms.models import SpecialismPage

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


def consultants_for(specialism: SpecialismPage | None) -> list[User]:
    """The accounts of those who lead the specialism, else of those who lead the nearest wider one.

    Only active accounts that may view mandates count: a notification that its reader cannot follow is no notification.
    """
    if specialism is None:
        return []
    thread = SpecialismPage.objects.ancestor_of(specialism, inclusive=True).order_by("-depth")
    for page in thread.prefetch_related("leads"):
        consultants = [lead.consultant_id for lead in page.leads.all()]
        accounts = User.objects.filter(consultant__in=consultants, is_active=True).order_by("pk")
        able = [user for user in accounts if user.has_perm("enquiries.view_mandate")]
        if able:
            return able
    return []


def addresses_for(specialism: SpecialismPage | None, brand: BrandSettings) -> list[str]:
    """Where to announce a mandate: its consultants, else the agency's address, else those who see all mandates."""
    addresses = [user.email for user in consultants_for(specialism) if user.email]
    if addresses or brand.mandate_email:
        return addresses or [brand.mandate_email]
    overseers = User.objects.with_perm("enquiries.view_all_mandates", backend=MODEL_BACKEND).order_by("pk")
    return [user.email for user in overseers if user.email and user.has_perm("enquiries.view_mandate")]
