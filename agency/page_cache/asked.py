"""What of a request decides which kept page answers it, and whether one may."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from http import HTTPMethod
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings

CODINGS = ("br", "gzip")
"""How pages are kept compressed, the better one first."""

CAMPAIGN = re.compile(r"utm_\w+|gclid|gbraid|wbraid|fbclid|msclkid|mc_cid|mc_eid|_gl")
"""Parameters with which advertisements and letters mark links. No page reads them, so none is rendered again for them."""

PARAMETERS = {"/sitemap.xml": re.compile(r"p=\d{1,4}")}
"""Queries that are part of an address, by path. All others that say something are rendered and not kept."""

ZERO = re.compile(r"q=0(\.0*)?")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that a kept page may answer: under which key it lies, and the query that is left to render it with."""

    key: str
    query: str


def ask(environ: dict[str, Any]) -> Asked | None:
    """What a request asks for by its WSGI environment; nothing if only Django may answer it.

    That is anything but reading, and whoever might be somebody: with credentials, or a cookie that this site sets.
    """
    if environ["REQUEST_METHOD"] not in {HTTPMethod.GET, HTTPMethod.HEAD} or "HTTP_AUTHORIZATION" in environ:
        return None
    if (cookies := environ.get("HTTP_COOKIE")) and any(f"{name}=" in cookies for name in _own_cookies()):
        return None
    path = environ.get("PATH_INFO", "")
    query = environ.get("QUERY_STRING", "")
    if query:
        query = without_campaign(query)
        if query and not (path in PARAMETERS and PARAMETERS[path].fullmatch(query)):
            return None
    host = environ.get("HTTP_HOST") or f"{environ.get('SERVER_NAME')}:{environ.get('SERVER_PORT')}"
    place = f"{_scheme(environ)}\n{host}\n{environ.get('SCRIPT_NAME', '')}\n{path}\n{query}"
    return Asked(blake2b(place.encode(), digest_size=16).hexdigest(), query)


def _own_cookies() -> tuple[str, str, str]:
    return settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"


def _scheme(environ: dict[str, Any]) -> str:
    """As Django will see it: it redirects to https what did not come by it."""
    if settings.SECURE_PROXY_SSL_HEADER:
        header, secure = settings.SECURE_PROXY_SSL_HEADER
        if (value := environ.get(header)) is not None:
            return "https" if value.split(",", 1)[0].strip() == secure else "http"
    return str(environ.get("wsgi.url_scheme", "http"))


@lru_cache(maxsize=256)
def without_campaign(query: str) -> str:
    """A query without what advertisements have added; as it was if they added nothing."""
    pairs = [pair for pair in query.split("&") if pair]
    rest = [pair for pair in pairs if not CAMPAIGN.fullmatch(_name(pair))]
    return "&".join(rest)


def _name(pair: str) -> str:
    found = parse_qsl(pair, keep_blank_values=True)
    return found[0][0] if found else ""


@lru_cache(maxsize=256)
def coding(accepted: str) -> str:
    """The best coding that an ``Accept-Encoding`` header takes; empty for none."""
    taken: set[str] = set()
    refused: set[str] = set()
    for offer in accepted.lower().split(","):
        name, _semicolon, weight = offer.partition(";")
        (refused if ZERO.fullmatch(weight.strip()) else taken).add(name.strip())
    everything = "*" in taken
    return next((one for one in CODINGS if one in taken or (everything and one not in refused)), "")
