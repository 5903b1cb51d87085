"""What an event says: a reference and a link, or everything the client wrote. Made when it is sent, never stored."""

import json
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse

from enquiries.models import Mandate, WebhookDelivery


def body_of(delivery: WebhookDelivery) -> str:
    """The message of a delivery, as it is signed and sent."""
    message = {
        "type": delivery.event_type,
        "timestamp": delivery.created_at,
        "data": payload_for(delivery),
    }
    return json.dumps(message, cls=DjangoJSONEncoder, separators=(",", ":"))


def payload_for(delivery: WebhookDelivery) -> dict[str, Any]:
    """The data of an event: thin, unless the endpoint wants everything and the mandate is not confidential."""
    mandate = delivery.mandate
    if mandate is None:
        return {"reference": delivery.reference} if delivery.reference else {}
    thin = {
        "reference": mandate.reference,
        "url": f"{settings.BASE_URL}{reverse('mandates:inspect', args=[mandate.pk])}",
    }
    return thin | _answers(mandate) if delivery.endpoint.full and not mandate.confidential else thin


def _answers(mandate: Mandate) -> dict[str, Any]:
    """Everything the client wrote, as the mandate has it now, and what they sent last, in the words of the form."""
    latest = mandate.submissions.with_answers().order_by("-number").first()
    return {
        "status": mandate.status,
        "submitted_at": mandate.submitted_at,
        "reply_due_at": mandate.reply_due_at,
        "specialism": mandate.specialism.title if mandate.specialism else None,
        "role": mandate.role,
        "need": mandate.need,
        "timing": mandate.timing or None,
        "name": mandate.name,
        "company": mandate.company,
        "email": mandate.email,
        "telephone": str(mandate.telephone) or None,
        "answers": latest.topics if latest else [],
    }
