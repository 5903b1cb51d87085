"""Links that let a client in without an account."""

import hashlib
import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.models.mandate import Mandate


class LinkPurpose(models.TextChoices):
    """The one thing a link is good for."""

    ROOM = "room", _("The mandate's room")
    MARKETING = "marketing", _("Stop sending new guides")
    CONFIRM = "confirm", _("Show that a person has sent the mandate")


class LinkQuerySet(models.QuerySet["Link"]):
    """Which links still open anything."""

    def usable(self) -> "LinkQuerySet":
        """Those neither revoked nor expired."""
        lasting = models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=timezone.now())
        return self.filter(lasting, revoked_at__isnull=True)


class Link(models.Model):
    """One link of one mandate for one purpose.

    Its token is not here: ``digest`` is the token's SHA-256, and what the token is made of (``nonce``) is worth nothing
    without the site's secret key. See ``enquiries.links``.
    """

    mandate = models.ForeignKey(Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(_("purpose"), max_length=12, choices=LinkPurpose)
    nonce = models.UUIDField(default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.purpose}"

    @property
    def is_usable(self) -> bool:
        """Whether it is neither revoked nor expired."""
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > timezone.now())


def digest_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
