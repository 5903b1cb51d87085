"""Who answers a mandate."""

from django.db.models import QuerySet

from agency.models import BrandSettings, User
from enquiries.models import Mandate
from enquiries.models.mandate import MODEL_BACKEND
from specialisms.models import SpecialismPage


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
    accounts = list(_able().filter(consultant__in=set().union(*leading)).order_by("pk"))
    nearest = ([user for user in accounts if user.consultant_id in consultants] for consultants in leading)
    return next(filter(None, nearest), [])


def chosen(mandate: Mandate) -> list[User]:
    """Whoever answers a mandate, else the people named on a confidential one, as far as they may still open it."""
    answering = _able().filter(pk=mandate.assigned_to_id).first() if mandate.assigned_to_id else None
    if answering:
        return [answering]
    return list(_able().filter(pk__in=mandate.people.values("pk")).order_by("pk")) if mandate.confidential else []


def holders(mandate: Mandate) -> list[User]:
    """Who has a mandate: those ``chosen``, else its consultants; of a confidential one that nobody can open, nobody."""
    return chosen(mandate) or ([] if mandate.confidential else consultants_for(mandate.specialism))


def _able() -> QuerySet[User]:
    """The accounts that may view mandates."""
    return User.objects.with_perm("enquiries.view_mandate", backend=MODEL_BACKEND)


def overseers() -> list[User]:
    """The accounts of those who see all mandates."""
    users = User.objects.with_perm("enquiries.view_all_mandates", backend=MODEL_BACKEND).order_by("pk")
    return [user for user in users if user.has_perm("enquiries.view_mandate")]


def people_for(specialism: SpecialismPage | None) -> list[User]:
    """Who is named on a confidential mandate of a specialism: its consultants, else those who see all mandates."""
    return consultants_for(specialism) or overseers()


def addresses_for(mandate: Mandate, brand: BrandSettings) -> list[str]:
    """Where the agency is told of a mandate.

    Those ``chosen`` who have an address; else the consultants of its specialism; else the agency's address, or those who
    see all mandates. Of a confidential one nobody is told but those chosen or, when they are gone, those who then see it.
    """
    own = [user.email for user in chosen(mandate) if user.email]
    if own or mandate.confidential:
        return own or [user.email for user in overseers() if user.email]
    addresses = [user.email for user in consultants_for(mandate.specialism) if user.email]
    if addresses or brand.mandate_email:
        return addresses or [brand.mandate_email]
    return [user.email for user in overseers() if user.email]
