"""Signatures by the Standard Webhooks specification, and the secrets they are made with.

A secret is an HMAC of a random number under the site's secret key, like the token of a client's link: the database holds
the random number and a hash, so a dump of it signs nothing. With another secret key the old secrets are lost, which the
hash tells; then nothing is sent until a new secret has been made.
"""

import base64
import hashlib
from collections.abc import Iterable
from datetime import UTC, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from standardwebhooks import Webhook

from enquiries.models.webhook import WebhookEndpoint, WebhookSecret

OVERLAP = timedelta(hours=24)
"""How long an old secret goes on signing beside the new one."""


def secret_of(secret: WebhookSecret) -> str:
    """The secret itself, as receivers are given it: ``whsec_`` and 32 bytes in base64."""
    mac = salted_hmac("enquiries.webhook", secret.nonce.hex, algorithm="sha256")
    return f"whsec_{base64.b64encode(mac.digest()).decode()}"


def renew(endpoint: WebhookEndpoint) -> WebhookSecret:
    """A new secret of an endpoint. Those it had sign for another day; those whose day is over go."""
    now = timezone.now()
    with transaction.atomic():
        WebhookEndpoint.objects.select_for_update().get(pk=endpoint.pk)
        endpoint.secrets.filter(expires_at__lte=now).delete()
        endpoint.secrets.filter(expires_at=None).update(expires_at=now + OVERLAP)
        secret = WebhookSecret(endpoint=endpoint, created_at=now)
        secret.digest = _digest_of(secret)
        secret.save(force_insert=True)
    return secret


def reveal(secret: WebhookSecret) -> str | None:
    """The secret itself, once; None if it has been shown before or is lost."""
    if not is_known(secret):
        return None
    unseen = WebhookSecret.objects.filter(pk=secret.pk, shown_at=None)
    return secret_of(secret) if unseen.update(shown_at=timezone.now()) else None


def is_known(secret: WebhookSecret) -> bool:
    """Whether the site still knows the secret: it was made with the secret key of today."""
    return _digest_of(secret) == secret.digest


def signed_headers(message_id: str, body: str, secrets: Iterable[WebhookSecret]) -> dict[str, str]:
    """The headers that go with a message, signed now by each of the secrets; empty if there is none that is known."""
    now = timezone.now().astimezone(UTC)
    signatures = [Webhook(secret_of(each)).sign(message_id, now, body) for each in secrets if is_known(each)]
    if not signatures:
        return {}
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _digest_of(secret: WebhookSecret) -> str:
    """What is stored of a secret."""
    return hashlib.sha256(secret_of(secret).encode()).hexdigest()
