"""What every template may use: the brand and the navigation, each read at most once a request."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from agency.models import BrandSettings
from agency.models.navigation import navigation


def brand(request: HttpRequest) -> dict[str, Any]:
    """``brand`` and ``navigation``, read when first used."""
    return {
        "brand": SimpleLazyObject(lambda: BrandSettings.load(request_or_site=request)),
        "navigation": SimpleLazyObject(navigation),
    }
