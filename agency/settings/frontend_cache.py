"""The cache in front of the site that is told when pages change, if there is one."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BACKENDS = "wagtail.contrib.frontend_cache.backends"


def frontend_cache(url: str) -> dict[str, dict[str, Any]]:
    """``WAGTAILFRONTENDCACHE`` for a URL such as ``http://varnish:6081``; empty for none.

    Raises ``ImproperlyConfigured`` for what is no such URL.
    """
    if not url:
        return {}
    parts = urlsplit(url)
    if parts.scheme in {"http", "https"} and parts.hostname:
        backend: dict[str, Any] = {"BACKEND": f"{BACKENDS}.HTTPBackend", "LOCATION": url}
    elif parts.scheme == "cloudflare" and parts.username and parts.hostname:
        token = unquote(parts.username)
        backend = {"BACKEND": f"{BACKENDS}.CloudflareBackend", "BEARER_TOKEN": token, "ZONEID": parts.hostname}
    else:
        raise ImproperlyConfigured("FRONTEND_CACHE_URL: not http://host:port or cloudflare://token@zone")
    return {"default": backend}
