"""Letting clients in by their link."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from agency.client_address import client_address, public_block
from agency.models import BrandSettings
from enquiries import links
from enquiries.models import Link, Mandate
from enquiries.models.link import LinkPurpose
from enquiries.room_forms import LinkRequestForm
from enquiries.spam.rates import count

logger = logging.getLogger(__name__)

FAILURES_A_MINUTE = 30
"""Links that open nothing, from one network: more are a program that guesses."""

MINUTE = timedelta(minutes=1)

View = Callable[..., HttpResponseBase]
Answered = TypeVar("Answered", bound=HttpResponseBase)


@dataclass(frozen=True)
class Visit:
    """A client with a link that works: the mandate, and the token that leads from page to page of its room."""

    link: Link
    token: str
    brand: BrandSettings

    @property
    def mandate(self) -> Mandate:
        """The mandate of the link."""
        return self.link.mandate

    def go(self, name: str, *args: object) -> HttpResponse:
        """A redirect to another page of the room."""
        return redirect(f"enquiries:{name}", self.token, *args)

    def page(self, request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """A page of the room: its templates find ``visit``, ``mandate``, ``brand`` and ``token``."""
        known = {"visit": self, "mandate": self.mandate, "brand": self.brand, "token": self.token}
        return render(request, template, known | context, status=status)


def by_link(purpose: str) -> Callable[[View], View]:
    """Let a view be reached only by a link for the purpose: it gets a ``Visit`` in place of the token.

    Unknown, cut, foreign, expired and revoked tokens are answered alike, with a page that offers a new link; so is one whose
    mandate is erased while the view is at it, whatever the view then trips over. There is no
    cookie whose authority another site could abuse: the token is in the address, so no CSRF token is needed (decision 5).
    That nothing tells anybody the address (no referrer, no search engine, no cache) is seen to by ``enquiries.middleware``.
    """

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def visited(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.encoding = "utf-8"
            link = links.find(token, purpose)
            if link is None or not link.is_usable:
                return opens_nothing(request)
            now = timezone.now()
            Link.objects.filter(pk=link.pk).update(last_used_at=now)
            try:
                return view(request, Visit(link, token, BrandSettings.load()), *args, **kwargs)
            except (ObjectDoesNotExist, DatabaseError):
                if Mandate.objects.filter(pk=link.mandate_id).exists():
                    raise
                return opens_nothing(request)

        return visited

    return decorate


def opens_nothing(request: HttpRequest) -> HttpResponse:
    """The answer to every link that opens nothing, whatever the reason, so that nobody learns which tokens there ever were.

    Whoever tries many is told to wait; the page stays the same, and a link that works is never held up.
    """
    failures = count("links that open nothing", public_block(client_address(request)), MINUTE)
    if failures == FAILURES_A_MINUTE:
        logger.warning("somebody is guessing links: more than %s from one network in a minute", FAILURES_A_MINUTE)
    too_fast = failures >= FAILURES_A_MINUTE
    response = render(request, "enquiries/closed.html", {"form": LinkRequestForm()}, status=429 if too_fast else 404)
    if too_fast:
        response["Retry-After"] = str(MINUTE.seconds)
    return response


def unlisted(response: Answered) -> Answered:
    """Have nobody learn the address of an answer."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


in_room = by_link(LinkPurpose.ROOM)
"""For the pages of a mandate's room."""
