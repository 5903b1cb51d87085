"""Signed links for clients: made, read, revoked.

A token is an HMAC of a random number under the site's secret key, bound to its purpose: 256 bits that nobody guesses. The
database holds only its hash and the random number, so neither a dump of the database nor the secret key alone opens
a room; the site itself can write the link into a mail whenever the mail is sent.
"""

from collections.abc import Collection
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.encoding import force_str
from django.utils.http import urlsafe_base64_encode

from enquiries.models import Link, Mandate
from enquiries.models.link import LinkPurpose, digest_of

LONGEST = 100
"""No token has more characters."""

LIFETIMES: dict[str, timedelta | None] = {
    LinkPurpose.ROOM: timedelta(days=60),
    LinkPurpose.MARKETING: None,
    LinkPurpose.CONFIRM: timedelta(days=14),
}
"""How long a link opens anything; to say no later must always be possible."""

ENTRANCES = (LinkPurpose.ROOM, LinkPurpose.CONFIRM)
"""What leads into the room: at once, or by the button that confirms a mandate."""

ADDRESSES: dict[str, str] = {
    LinkPurpose.ROOM: "enquiries:room",
    LinkPurpose.MARKETING: "enquiries:stop",
    LinkPurpose.CONFIRM: "enquiries:confirm",
}


def issue(mandate: Mandate, purpose: str) -> Link:
    """A new link of the mandate."""
    link = Link(mandate=mandate, purpose=purpose)
    lifetime = LIFETIMES[purpose]
    link.expires_at = timezone.now() + lifetime if lifetime else None
    link.digest = digest_of(token_of(link))
    link.save(force_insert=True)
    return link


def token_of(link: Link) -> str:
    """The token of a link, as it stands in its address."""
    mac = salted_hmac(f"enquiries.link.{link.purpose}", link.nonce.hex, algorithm="sha256")
    return force_str(urlsafe_base64_encode(mac.digest()))


def current(mandate: Mandate, purpose: str) -> Link:
    """The newest link of the mandate that works for a good while yet, else a new one; for mail that is written later.

    With half its lifetime over, a link would run out in the reader's hands; so there is a new one now and then, however
    many mails there are. With a new secret key the old tokens cannot be written again, though those sent before go on
    working.
    """
    usable, lifetime = mandate.links.usable().filter(purpose=purpose), LIFETIMES[purpose]
    if lifetime:
        usable = usable.filter(expires_at__gt=timezone.now() + lifetime / 2)
    for link in usable.order_by("-pk")[:1]:
        if digest_of(token_of(link)) == link.digest:
            return link
    return issue(mandate, purpose)


def first(mandate: Mandate) -> Link:
    """The link to the room that was made with the mandate, usable or not: what a form that is sent again leads to."""
    return mandate.links.filter(purpose=LinkPurpose.ROOM).first() or issue(mandate, LinkPurpose.ROOM)


def find(token: str, purpose: str) -> Link | None:
    """The link of a token for this purpose, usable or not, with its mandate; None if there is none."""
    if len(token) > LONGEST:
        return None
    return Link.objects.select_related("mandate__specialism").filter(digest=digest_of(token), purpose=purpose).first()


def revoke(mandate: Mandate, purposes: Collection[str] = ENTRANCES) -> int:
    """Close all links of the mandate for these purposes, by default all that lead into its room; returns how many were open."""
    return mandate.links.usable().filter(purpose__in=purposes).update(revoked_at=timezone.now())


def address_of(link: Link) -> str:
    """The link in full, for mail."""
    return f"{settings.BASE_URL}{reverse(ADDRESSES[link.purpose], args=[token_of(link)])}"
