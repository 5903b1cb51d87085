"""Where an endpoint is, and which addresses nothing is ever sent to."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PORTS = {"https": 443, "http": 80}

UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is out in the open; what maps IPv4 or translates to it (``::ffff:0:0/96``, NAT64) lies elsewhere."""
SPECIAL: list[IPv4Network | IPv6Network] = [
    *(IPv6Network("2001::/23"), IPv6Network("2002::/16"), IPv6Network("3fff::/20")),
    *(IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24")),
]
"""What Python's ``is_global`` lets through or once did: Teredo, 6to4 and its relays, protocols, documentation."""


@dataclass(frozen=True)
class Target:
    """An address in its parts; ``path`` with the query."""

    is_secure: bool
    host: str
    port: int
    path: str


def target_of(url: str, *, check: bool = True) -> Target:
    """The parts of an endpoint's address; raises ``ValidationError`` for one that nothing could be sent to.

    ``check`` is whether it must be allowed by today's configuration as well.
    """
    if not url.isascii() or not url.isprintable() or " " in url:
        raise ValidationError(_("Write the address in plain letters, without spaces."))
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValidationError(_("This is not an address.")) from None
    if parts.scheme not in PORTS or not host or port == 0:
        raise ValidationError(_("Write the whole address, from https:// on."))
    if parts.username is not None or parts.password is not None or "#" in url:
        raise ValidationError(_("The address must hold no user name, password or #."))
    if check and not settings.WEBHOOK_PRIVATE_TARGETS:
        _allow(parts.scheme, host)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme == "https", host, port or PORTS[parts.scheme], path)


def validate_url(url: str) -> None:
    """Raise ``ValidationError`` for an address that nothing could be sent to."""
    target_of(url)


def _allow(scheme: str, host: str) -> None:
    """Refuse what is not encrypted, or names an address that is not public."""
    if scheme != "https":
        raise ValidationError(_("The address must begin with https://."))
    try:
        address = ip_address(host)
    except ValueError:
        return  # a name: what it leads to is looked at whenever something is sent
    if not is_public(address):
        raise ValidationError(_("This address is not on the public internet."))


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address belongs to one machine on the public internet, and to nothing near this site."""
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if isinstance(address, IPv6Address) and address not in UNICAST:
        return False
    return not any(address in network for network in SPECIAL)
