"""The hiring mandate."""

import secrets

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.models import Page

from agency.models import User
from specialisms.models import Role, SpecialismPage

REFERENCE_ALPHABET = "23456789BCDFGHJKMNPQRTVWXYZ"
"""No vowels and none of 0/O, 1/I/L, S/5 or U/V pairs that are misheard or form words."""


def new_reference() -> str:
    """A reference a client can read out, such as ``M-7KMQ-2XDF``: 27^8 of them, so not guessed by counting."""
    letters = "".join(secrets.choice(REFERENCE_ALPHABET) for _letter in range(8))
    return f"M-{letters[:4]}-{letters[4:]}"


class Status(models.TextChoices):
    """Where a mandate stands."""

    NEW = "new", _("New")
    TALKING = "talking", _("In conversation")
    SEARCH = "search", _("In search")
    CLOSED = "closed", _("Closed")


class Timing(models.TextChoices):
    """When the client wants somebody in the seat."""

    NOW = "now", _("As soon as possible")
    QUARTER = "quarter", _("Within three months")
    LATER = "later", _("Later this year or next")
    EXPLORING = "exploring", _("Only exploring for now")


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Who may see which mandates."""

    def visible_to(self, user: User | AnonymousUser) -> "MandateQuerySet":
        """The mandates a user may see.

        Those with the permission to see all mandates see all. Others who may view mandates see the ones assigned to
        them and the ones of the specialisms they lead, narrower ones included.
        """
        if not isinstance(user, User) or not user.is_active or not user.has_perm("enquiries.view_mandate"):
            return self.none()
        if user.has_perm("enquiries.view_all_mandates"):
            return self
        theirs = models.Q(assigned_to=user)
        if user.consultant_id:
            theirs |= models.Q(models.Exists(SpecialismPage.objects.led_above("specialism__path", user.consultant_id)))
        return self.filter(theirs)

    def open_under(self, page: Page) -> "MandateQuerySet":
        """Those not closed whose specialism is the page or lies under it."""
        return self.exclude(status=Status.CLOSED).filter(specialism__path__startswith=page.path)

    def for_inbox(self) -> "MandateQuerySet":
        """With what the list shows beside each mandate, in the same query."""
        return self.select_related("specialism", "assigned_to")


class Mandate(models.Model):
    """A hiring need a prospective client has told us. Confidential: shown only to ``visible_to``."""

    reference = models.CharField(_("reference"), max_length=12, unique=True, default=new_reference, editable=False)
    idempotency_key = models.UUIDField(
        unique=True,
        editable=False,
        help_text=_("Made with the form: one form is one mandate, however often it is sent."),
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.NEW)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mandates",
        help_text=_("Who answers. They see the mandate even if they don't lead its specialism."),
    )
    submitted_at = models.DateTimeField(_("submitted"), default=timezone.now, editable=False)
    reply_due_at = models.DateTimeField(_("reply due"), editable=False)

    role = models.CharField(_("role"), max_length=120)
    known_role = models.ForeignKey(
        Role,
        verbose_name=_("our role"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="mandates",
        help_text=_("The role of ours that goes by what the client wrote."),
    )
    need = models.TextField(_("what they need"), max_length=4000)
    timing = models.CharField(_("when"), max_length=12, choices=Timing, blank=True)
    name = models.CharField(_("name"), max_length=120)
    company = models.CharField(_("company"), max_length=160)
    email = models.EmailField(_("work email"))
    telephone = PhoneNumberField(_("telephone"), blank=True)

    specialism = models.ForeignKey(
        SpecialismPage,
        verbose_name=_("specialism"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mandates",
    )
    source_page = models.ForeignKey(
        Page, verbose_name=_("came from"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    source_title = models.CharField(_("title of that page then"), max_length=255, blank=True)
    source_call = models.CharField(_("call to action"), max_length=20, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["-submitted_at"]
        permissions = [("view_all_mandates", "Can view all mandates")]
        indexes = [
            models.Index(fields=["-submitted_at"], name="mandate_newest"),
            models.Index(fields=["status", "-submitted_at"], name="mandate_by_status"),
        ]

    def __str__(self) -> str:
        return self.reference  # logs and Wagtail's history show this: never a name
