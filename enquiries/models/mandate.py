"""The hiring mandate."""

import secrets

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.models import Page

from agency.models import User
from specialisms.models import Role, SpecialismPage

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
"""Where rights are looked up: Django has to be told as soon as there is a second way to sign in."""

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
    WITHDRAWN = "withdrawn", _("Withdrawn by the client")


FINISHED = [Status.CLOSED, Status.WITHDRAWN]
"""Nobody waits for anything any more."""


class Screening(models.TextChoices):
    """Whether a mandate has passed the screening for spam; see ``enquiries.spam``."""

    CLEAR = "clear", _("Clear")
    PROOF = "proof", _("Waits for a sign of a person")
    QUARANTINE = "quarantine", _("In quarantine")


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
        them and the ones of the specialisms they lead, narrower ones included. Confidential mandates are seen only by
        the people named on them and whoever answers; when none of them has an account any more that works, by those
        who see all, so that no client waits in vain.
        """
        if not isinstance(user, User) or not user.is_active or not user.has_perm("enquiries.view_mandate"):
            return self.none()
        mine = models.Q(assigned_to=user)
        named = mine | models.Q(
            models.Exists(Mandate.people.through.objects.filter(mandate=OuterRef("pk"), user=user))
        )
        if user.has_perm("enquiries.view_all_mandates"):
            return self.filter(models.Q(confidential=False) | named | self._nobody_left())
        if user.consultant_id:
            mine |= models.Q(models.Exists(SpecialismPage.objects.led_above("specialism__path", user.consultant_id)))
        return self.filter(models.Q(confidential=False) & mine | models.Q(confidential=True) & named)

    def _nobody_left(self) -> models.Q:
        """Whether nobody is named on the mandate, or answers it, whose account works and may view mandates."""
        able = User.objects.with_perm("enquiries.view_mandate", backend=MODEL_BACKEND).values("pk")
        named = Mandate.people.through.objects.filter(mandate=OuterRef("pk"), user__in=able)
        answered = models.Exists(User.objects.filter(pk=OuterRef("assigned_to"), pk__in=able))
        return ~models.Q(models.Exists(named)) & ~models.Q(answered)

    def open_under(self, page: Page) -> "MandateQuerySet":
        """Those not finished whose specialism is the page or lies under it."""
        return self.exclude(status__in=FINISHED).filter(specialism__path__startswith=page.path)

    def waiting(self) -> "MandateQuerySet":
        """Those whose client waits for the first reply."""
        return self.filter(status=Status.NEW, replied_at__isnull=True)

    def overdue(self) -> "MandateQuerySet":
        """Those whose client has waited longer than we promised."""
        return self.waiting().filter(reply_due_at__lt=timezone.now())

    def clear(self) -> "MandateQuerySet":
        """Those that have passed the screening for spam."""
        return self.filter(screening=Screening.CLEAR)

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
    replied_at = models.DateTimeField(_("replied"), null=True, blank=True, editable=False)
    confidential = models.BooleanField(
        _("confidential"),
        default=False,
        help_text=_("Only the people named on it and whoever answers can open it; the client sees who did."),
    )
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("people named on it"),
        blank=True,
        related_name="+",
        help_text=_("Who may open it while it is confidential, besides whoever answers."),
    )

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

    screening = models.CharField(
        _("screening"), max_length=12, choices=Screening, default=Screening.CLEAR, editable=False
    )
    spam_score = models.PositiveSmallIntegerField(_("spam score"), default=0, editable=False)
    spam_signals = models.JSONField(_("signals"), default=list, blank=True, editable=False)
    company_key = models.CharField(max_length=160, blank=True, editable=False, db_index=True)
    email_key = models.CharField(max_length=254, blank=True, editable=False, db_index=True)
    email_domain = models.CharField(max_length=254, blank=True, editable=False, db_index=True)
    body_digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

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

    @property
    def is_waiting(self) -> bool:
        """Whether the client waits for the first reply."""
        return self.status == Status.NEW and self.replied_at is None

    @property
    def is_overdue(self) -> bool:
        """Whether they have waited longer than we promised."""
        return self.is_waiting and self.reply_due_at < timezone.now()

    @property
    def is_finished(self) -> bool:
        """Whether nobody waits for anything any more."""
        return self.status in FINISHED
