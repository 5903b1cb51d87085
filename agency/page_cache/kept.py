"""Which answers may be kept: those of views that say so, to a reader who could be anybody."""

from collections.abc import Callable
from functools import wraps
from http import HTTPMethod, HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from wagtail.models import Site

from agency.page_cache.memory import is_remembering, remember

View = Callable[..., HttpResponseBase]

KEEP = "throughline.keep"
"""Where the WSGI environment says that this answer may be kept."""
OFFERED = "is_offered_for_keeping"
SITE = "_wagtail_site"
"""Where Wagtail itself keeps the site of a request."""
SEEN_IN = {"cookie", "accept-encoding"}
"""What kept pages may vary by: requests with a cookie of ours do not get them, and each coding has its own body."""


def kept(view: View) -> View:
    """Let the answers of a view be kept. Decorates a view that answers everybody alike who is not logged in."""

    @wraps(view)
    def offering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        setattr(request, OFFERED, True)
        return view(request, *args, **kwargs)

    return offering


def on_its_site(view: View) -> View:
    """Have the site of a request at hand, with its front page. Decorates a view that shows pages."""

    @wraps(view)
    def sited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_remembering():
            setattr(request, SITE, remember(_host(request), lambda: Site.find_for_request(request)))
        return view(request, *args, **kwargs)

    return sited


def _host(request: HttpRequest) -> tuple[str, str, str]:
    """What decides which site it is; the same for all names that no site has, of which there may be any number."""
    name = split_domain_port(request.get_host())[0]
    names = remember("sites", lambda: frozenset(Site.objects.values_list("hostname", flat=True)))
    return ("site", name, request.get_port()) if name in names else ("site", "", "")


class Kept:
    """Middleware that decides, once the answer is complete, and says so to browsers and other caches.

    Shared caches answer for ``SHARED_CACHE_SECONDS`` by themselves and for one more while they ask. Browsers ask at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer with its ``Cache-Control``."""
        response = self.get_response(request)
        if not hasattr(request, OFFERED):
            return response
        if may_be_kept(request, response):
            request.META[KEEP] = True
            if not response.has_header("Cache-Control"):
                patch_cache_control(
                    response, public=True, max_age=0, s_maxage=settings.SHARED_CACHE_SECONDS, stale_while_revalidate=1
                )
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_cache=True)
        return response


def may_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether everybody may get this answer: whole, found, and without anything that belongs to one reader.

    A form with a token against forgery belongs to one, so does whatever a session or a cookie of ours had a part in.
    """
    policy = response.get("Cache-Control", "")
    return (
        request.method in {HTTPMethod.GET, HTTPMethod.HEAD}
        and response.status_code == HTTPStatus.OK
        and not response.streaming
        and not response.cookies
        and not response.has_header("Set-Cookie")
        and "CSRF_COOKIE" not in request.META
        and not getattr(request, "is_preview", False)
        and not {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"} & request.COOKIES.keys()
        and "HTTP_AUTHORIZATION" not in request.META
        and not {"private", "no-store"} & _listed(policy)
        and _listed(response.get("Vary", "")) <= SEEN_IN
    )


def _listed(header: str) -> set[str]:
    return {one.strip().lower() for one in header.split(",")} - {""}
