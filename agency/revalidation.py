"""Answers that caches may keep but ask about each time: what they say changes everywhere at once."""

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date


def asked_each_time(request: HttpRequest, response: HttpResponse, changed: datetime | None = None) -> HttpResponse:
    """The response with what lets caches ask whether it still holds; without its content for one that has it already.

    ``changed`` is when what it says last changed, if that is known.
    """
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    moment = int(changed.timestamp()) if changed else None
    if moment:
        response["Last-Modified"] = http_date(moment)
    patch_cache_control(response, public=True, no_cache=True)
    return get_conditional_response(request, response["ETag"], moment, response) or response
