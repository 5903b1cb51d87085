"""The log of webhooks for those who may not know every mandate: what happened, and not to which confidential one."""

from django.db.models import Exists, OuterRef, QuerySet

from agency.models import User
from enquiries.models import Mandate, WebhookDelivery


def veiled_for(user: User, deliveries: QuerySet[WebhookDelivery]) -> QuerySet[WebhookDelivery]:
    """The deliveries, each knowing whether it hides its reference from the user (``veiled``)."""
    mandates = Mandate.objects.filter(confidential=True, pk=OuterRef("mandate"))
    seen = Mandate.objects.visible_to(user).filter(pk=OuterRef("mandate"))
    return deliveries.annotate(veiled=Exists(mandates) & ~Exists(seen))
