"""One kept page: compressed once, answered many times."""

import gzip
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from http import HTTPMethod
from typing import Any

import brotli
from django.conf import settings

from agency.page_cache.asked import coding

Headers = list[tuple[str, str]]
REPLACED = {"content-length", "content-encoding", "etag", "vary"}
VARY = "Cookie, Accept-Encoding"
"""What decides who gets a kept page: see ``asked``."""
ON_304 = {"etag", "cache-control", "vary", "last-modified", "expires", "content-location"}
"""What RFC 9110 wants with "not modified". All else holds as it came with the page, the security policy included."""
BROTLI, GZIP = 5, 6
"""How hard each tries: a millisecond for a guide. The last tenth of the bytes would take ten times as long."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A page in one coding: the headers of the whole answer, those of "not modified", and the body."""

    etag: str
    headers: Headers
    unchanged: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as it was while ``stamp`` held."""

    stamp: str
    headers: Headers
    etag: str
    bodies: dict[str, bytes]
    _variants: dict[str, Variant] = field(default_factory=dict, compare=False)

    @property
    def size(self) -> int:
        """Bytes it takes."""
        return sum(map(len, self.bodies.values()))

    def variant(self, accepted: str) -> Variant:
        """What a reader gets who takes these codings."""
        chosen = coding(accepted)
        if chosen not in self._variants:
            self._variants[chosen] = self._in(chosen)
        return self._variants[chosen]

    def _in(self, chosen: str) -> Variant:
        body = self.bodies[chosen] if chosen else gzip.decompress(self.bodies["gzip"])
        etag = f'"{self.etag}-{chosen}"' if chosen else f'"{self.etag}"'
        common = [*self.headers, ("ETag", etag)]
        unchanged = [(name, value) for name, value in common if name.lower() in ON_304]
        encoded = [("Content-Encoding", chosen)] if chosen else []
        return Variant(etag, [*common, *encoded, ("Content-Length", str(len(body)))], unchanged, body)

    def pack(self) -> bytes:
        """As bytes, for ``unpack``."""
        bodies = b"".join(self.bodies.values())
        about = {
            "stamp": self.stamp,
            "headers": self.headers,
            "etag": self.etag,
            "sizes": {name: len(body) for name, body in self.bodies.items()},
            "digest": _digest(bodies),
        }
        return b"\n".join([json.dumps(about).encode(), bodies])


def unpack(stored: bytes) -> Entry | None:
    """What ``pack`` made; nothing if it is cut short, damaged or something else."""
    line, _newline, rest = stored.partition(b"\n")
    try:
        about = json.loads(line)
        headers = [(name, value) for name, value in about["headers"]]
        sizes = about["sizes"]
        if about["digest"] != _digest(rest):
            return None
        bodies, begin = {}, 0
        for name, size in sizes.items():
            bodies[name] = rest[begin : begin + size]
            begin += size
        return Entry(about["stamp"], headers, about["etag"], bodies)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def made_of(stamp: str, headers: Iterable[tuple[str, str]], body: bytes) -> Entry:
    """A page to be kept, from an answer of Django's."""
    left = [(name, value) for name, value in headers if name.lower() not in REPLACED]
    bodies = {"br": brotli.compress(body, quality=BROTLI), "gzip": gzip.compress(body, GZIP, mtime=0)}
    return Entry(stamp, [*left, ("Vary", VARY)], _digest(body), bodies)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=12).hexdigest()


def answer(entry: Entry, environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """Answer a request with a kept page, by the rules of WSGI."""
    variant = entry.variant(environ.get("HTTP_ACCEPT_ENCODING", ""))
    # Until the end of this second nginx may answer by itself, and asks again in the next
    until = ("X-Accel-Expires", f"@{int(time.time()) + settings.SHARED_CACHE_SECONDS - 1}")
    if _has_it(variant, environ):
        start_response("304 Not Modified", [*variant.unchanged, until])
        return []
    start_response("200 OK", [*variant.headers, until])
    return [] if environ["REQUEST_METHOD"] == HTTPMethod.HEAD else [variant.body]


def _has_it(variant: Variant, environ: dict[str, Any]) -> bool:
    """Whether the reader has what they would get."""
    wanted = environ.get("HTTP_IF_NONE_MATCH")
    if wanted is not None:
        return wanted == variant.etag or any(
            tag.strip().removeprefix("W/") in {variant.etag, "*"} for tag in wanted.split(",")
        )
    since = environ.get("HTTP_IF_MODIFIED_SINCE")  # what we said ourselves, or it is sent whole: both are right
    return since is not None and ("Last-Modified", since) in variant.headers
