"""Who answers a mandate."""

from agency.models import BrandSettings, User
from enquiries.models import Mandate
from specialisms.models import SpecialismPage

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


def consultants_for(specialism: SpecialismPage | None) -> list[User]:
    """The accounts of those who lead the specialism, else of those who lead the nearest wider one.

    Only active accounts that may view mandates count: a notification that its reader cannot follow is no notification.
    Three queries, however many there are.
    """
    if specialism is None:
        return []
    thread = (
        SpecialismPage.objects.ancestor_of(specialism, inclusive=True).order_by("-depth").prefetch_related("leads")
    )
    leading = [{lead.consultant_id for lead in page.leads.all()} for page in thread]
    able = User.objects.with_perm("enquiries.view_mandate", backend=MODEL_BACKEND)
    accounts = list(able.filter(consultant__in=set().union(*leading)).order_by("pk"))
    nearest = ([user for user in accounts if user.consultant_id in consultants] for consultants in leading)
    return next(filter(None, nearest), [])


def holders(mandate: Mandate) -> list[User]:
    """Who has a mandate: whoever answers it, else the people named on a confidential one, else its consultants."""
    if mandate.assigned_to:
        return [mandate.assigned_to]
    named = list(mandate.people.filter(is_active=True).order_by("pk")) if mandate.confidential else []
    return named or consultants_for(mandate.specialism)


def overseers() -> list[User]:
    """The accounts of those who see all mandates."""
    users = User.objects.with_perm("enquiries.view_all_mandates", backend=MODEL_BACKEND).order_by("pk")
    return [user for user in users if user.has_perm("enquiries.view_mandate")]


def people_for(specialism: SpecialismPage | None) -> list[User]:
    """Who is named on a confidential mandate of a specialism: its consultants, else those who see all mandates."""
    return consultants_for(specialism) or overseers()


def addresses_for(mandate: Mandate, brand: BrandSettings) -> list[str]:
    """Where the agency is told of a mandate.

    Whoever answers it; of a confidential one the people named on it; else the consultants of its specialism; else the
    agency's address, or those who see all mandates.
    """
    if mandate.assigned_to and mandate.assigned_to.is_active and mandate.assigned_to.email:
        return [mandate.assigned_to.email]
    if mandate.confidential:
        named = [user.email for user in mandate.people.filter(is_active=True) if user.email]
        return named or [user.email for user in overseers() if user.email]
    addresses = [user.email for user in consultants_for(mandate.specialism) if user.email]
    if addresses or brand.mandate_email:
        return addresses or [brand.mandate_email]
    return [user.email for user in overseers() if user.email]
