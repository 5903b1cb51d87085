"""Project rules as system checks."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004 - Django's own name


@register(Tags.security, deploy=True)
def address_is_https(**_kwargs: Any) -> list[CheckMessage]:
    """Mail, canonical addresses and the sitemap start with BASE_URL: it must not lead through plain HTTP."""
    if settings.BASE_URL.startswith("https://"):
        return []
    hint = "Set BASE_URL to the address visitors use, such as https://www.agency.example"
    return [Warning("BASE_URL does not begin with https://", hint=hint, id="agency.W001")]
