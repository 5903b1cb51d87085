"""Structured data of specialism pages, in the vocabulary of schema.org."""

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from specialisms.models import SpecialismPage


def service(page: "SpecialismPage") -> dict[str, Any]:
    """The recruitment service a specialism page describes."""
    thing = {
        "@type": "Service",
        "@id": f"{page.canonical_url}#service",
        "serviceType": page.heading or page.title,
        "provider": {"@id": f"{settings.BASE_URL}/#agency"},
    }
    if page.meta_description:
        thing["description"] = page.meta_description
    return thing
