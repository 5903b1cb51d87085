"""Which mandates somebody may work on in the CMS."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from enquiries.models import Mandate

CHANGE = "enquiries.change_mandate"


def changeable(request: HttpRequest, pk: int) -> Mandate:
    """A mandate that the user may see and change; 404 for what they may not see, so that numbers tell nothing."""
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    return get_object_or_404(Mandate.objects.visible_to(request.user), pk=pk)
