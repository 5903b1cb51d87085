"""Where a request comes from, as far as our own proxies can be believed. Never stored and never logged."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address

BLOCKS = {4: 24, 6: 48}
"""How many leading bits of an address belong to one household, office or provider's customer."""


def client_address(request: HttpRequest) -> Address | None:
    """The client's network address; None where it is unknown or none.

    With ``TRUSTED_PROXIES`` at 0 it is the address of the connection. Otherwise each proxy of ours has added the address it
    saw at the right end of ``X-Forwarded-For``, so the client's is that many from the right. What stands further left was
    written by the client and is ignored; a header that is too short did not come through our proxies.
    """
    if settings.TRUSTED_PROXIES == 0:
        return _read(request.META.get("REMOTE_ADDR", ""))
    chain = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    return _read(chain[-settings.TRUSTED_PROXIES]) if len(chain) >= settings.TRUSTED_PROXIES else None


def public_block(address: Address | None) -> str:
    """The block of public addresses that an address belongs to: /24, or /48 of IPv6.

    Nothing for private addresses: behind a proxy that the site does not know of, every client would have the same one.
    """
    if address is None or not address.is_global:
        return ""
    return str(ip_network((address.packed, BLOCKS[address.version]), strict=False))


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
