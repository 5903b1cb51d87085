"""A bucket of S3-compatible storage for clients' files, which no address leads to."""

from typing import Any

from botocore.config import Config
from storages.backends.s3 import S3Storage


class PrivateBucket(S3Storage):
    """Private objects, encrypted on the way, that only this site reads; credentials come from ``STORAGES``.

    No ACL is sent: an object without one is private, and buckets that have ACLs turned off, as new ones of AWS do,
    refuse a request that names any.
    """

    def get_default_settings(self) -> dict[str, Any]:
        """Nothing from variables or settings of other names, no long waits, and what older servers understand."""
        config = Config(
            signature_version="s3v4",
            connect_timeout=5,
            read_timeout=30,
            retries={"total_max_attempts": 3, "mode": "standard"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        return {**super().get_default_settings(), "default_acl": None, "gzip": False, "client_config": config}

    def url(self, name: str, *_args: Any, **_options: Any) -> str:
        """There is none: files go through a view that asks who wants them."""
        raise ValueError("Files of mandates have no address.")
