"""Where clients' files and kept pages lie."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SERVERS = ("redis://", "rediss://", "unix://")
SCHEMES = {"s3": "https", "s3+http": "http"}


def mandate_files(url: str, folder: Path) -> dict[str, Any]:
    """An entry of ``STORAGES``: the folder, or the bucket if there is a URL, such as ``s3://key:secret@host/bucket``.

    Without a host it is AWS; without a key, whatever credentials the machine has. ``?region=`` names the region, what
    follows the bucket is put before all names. Raises ``ImproperlyConfigured`` for what is no such URL.
    """
    if not url:
        return {"BACKEND": "enquiries.attachments.folder.PrivateFolder", "OPTIONS": {"location": folder}}
    parts = urlsplit(url)
    bucket, _slash, prefix = unquote(parts.path).strip("/").partition("/")
    if parts.scheme not in SCHEMES or not bucket:
        raise ImproperlyConfigured("MANDATE_FILES_URL: not of the form s3://key:secret@host/bucket; see .env.example")
    options: dict[str, Any] = {"bucket_name": bucket, "location": prefix}
    if parts.username:
        options |= {"access_key": unquote(parts.username), "secret_key": unquote(parts.password or "")}
    if parts.hostname:
        port = f":{parts.port}" if parts.port else ""
        options["endpoint_url"] = f"{SCHEMES[parts.scheme]}://{parts.hostname}{port}"
    if region := parse_qs(parts.query).get("region"):
        options["region_name"] = region[0]
    return {"BACKEND": "enquiries.attachments.bucket.PrivateBucket", "OPTIONS": options}


def page_cache(url: str, shared: str, folder: Path) -> str:
    """Where whole pages are kept: at ``url``, a folder as ``file:///path``, Redis or Valkey, or ``none://`` for nowhere.

    Without it on the server that the shared cache is on, if that is one, else in ``folder``. Raises
    ``ImproperlyConfigured`` for what is none of these.
    """
    wanted = url or (shared if shared.startswith(SERVERS) else f"file://{folder}")
    if wanted.startswith(SERVERS):
        return wanted
    if wanted.startswith("file:///"):
        return wanted.removeprefix("file://")
    if wanted == "none://":
        return ""
    raise ImproperlyConfigured("PAGE_CACHE_URL: not redis://…, file:///… or none://; see .env.example")
