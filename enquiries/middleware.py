"""Keeping the addresses of clients' rooms to their clients, whatever a request comes to."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

from agency.logs import TOKEN
from enquiries.views.access import unlisted


class Unlisted:
    """Has nobody learn an address with a token from its answer: no referrer, no search engine, no cache.

    It stands outside everything else, so it also holds for redirects to HTTPS, for pages that are not there and for
    faults: the style sheet of an error page must not be asked for with the token as its referrer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, and if the address holds a token, with headers that keep it."""
        response = self.get_response(request)
        if TOKEN.search(request.path):
            unlisted(response)
            patch_cache_control(response, private=True, no_store=True)
        return response
