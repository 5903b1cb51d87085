"""The long answers: a draft the client works on, and what they have sent."""

import hashlib
import json

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from enquiries.models.attachment import Attachment
from enquiries.models.mandate import Mandate, Timing
from specialisms.models import Basis, Level, SpecialismPage
from specialisms.models.pay import AmountField


class Seat(models.TextChoices):
    """Whether somebody sat there before."""

    NEW = "new", _("A new seat")
    REPLACEMENT = "replacement", _("A replacement")
    CONFIDENTIAL = "confidential", _("A confidential replacement: the person in the seat doesn’t know")


class Remote(models.TextChoices):
    """Where the work is done."""

    OFFICE = "office", _("In the office")
    HYBRID = "hybrid", _("Some days in the office")
    REMOTE = "remote", _("Anywhere, visits now and then")
    OPEN = "open", _("To be agreed with the right person")


class Engagement(models.TextChoices):
    """How the agency is to work for the client."""

    RETAINED = "retained", _("Retained search")
    CONTINGENT = "contingent", _("Contingent search, paid on success")
    INTERIM = "interim", _("Somebody interim")
    UNSURE = "unsure", _("Not sure yet, please advise")


class Exclusivity(models.TextChoices):
    """Whether other agencies search as well."""

    EXCLUSIVE = "exclusive", _("You alone")
    SHARED = "shared", _("Other agencies search too")
    UNDECIDED = "undecided", _("Not decided")


class ReachBy(models.TextChoices):
    """How the client likes to be answered."""

    MAIL = "mail", _("By mail")
    PHONE = "phone", _("By telephone")
    VIDEO = "video", _("By video call")


class BriefQuerySet(models.QuerySet["Brief"]):
    """Drafts with what their pages show of them."""

    def for_pages(self) -> "BriefQuerySet":
        """With the specialism, and whether there are files, in the same query."""
        files = Attachment.objects.filter(mandate=models.OuterRef("mandate"))
        return self.select_related("specialism").annotate(has_files=models.Exists(files))


class Brief(models.Model):
    """All answers of a mandate as the client is writing them, the short ones included; nobody else reads it.

    It is opened with what the mandate says. When the client sends it, it becomes a ``Submission`` and the mandate says the
    same. Every answer may be empty while it is a draft.
    """

    mandate = models.OneToOneField(Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="brief")

    role = models.CharField(_("role"), max_length=120, blank=True)
    specialism = models.ForeignKey(
        SpecialismPage, verbose_name=_("field"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    level = models.CharField(_("level"), max_length=12, choices=Level, blank=True)
    headcount = models.PositiveSmallIntegerField(_("how many"), null=True, blank=True)
    reports_to = models.CharField(_("reports to"), max_length=120, blank=True)
    seat = models.CharField(_("seat"), max_length=12, choices=Seat, blank=True)

    why = models.TextField(_("why now"), max_length=4000, blank=True)
    need = models.TextField(_("after a year"), max_length=4000, blank=True)

    must_haves = models.JSONField(_("must-haves"), default=list, blank=True)
    nice_to_haves = models.TextField(_("nice to have"), max_length=2000, blank=True)

    places = models.CharField(_("places"), max_length=200, blank=True)
    remote = models.CharField(_("remote work"), max_length=12, choices=Remote, blank=True)
    languages = models.CharField(_("languages"), max_length=200, blank=True)

    pay_from = AmountField(_("pay from"), null=True, blank=True)
    pay_to = AmountField(_("pay to"), null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    basis = models.CharField(_("basis"), max_length=12, choices=Basis, blank=True)
    bonus = models.CharField(_("bonus"), max_length=200, blank=True)
    equity = models.CharField(_("equity"), max_length=200, blank=True)

    timing = models.CharField(_("when"), max_length=12, choices=Timing, blank=True)
    start_on = models.DateField(_("start"), null=True, blank=True)
    deadlines = models.TextField(_("deadlines"), max_length=1000, blank=True)

    engagement = models.CharField(_("engagement"), max_length=12, choices=Engagement, blank=True)
    exclusivity = models.CharField(_("exclusivity"), max_length=12, choices=Exclusivity, blank=True)

    decision_makers = models.TextField(_("decision makers"), max_length=1000, blank=True)
    interviews = models.TextField(_("interview process"), max_length=2000, blank=True)

    not_to_approach = models.TextField(_("companies not to approach"), max_length=2000, blank=True)

    confidential = models.BooleanField(_("confidential"), default=False)
    nda = models.BooleanField(_("NDA wanted"), default=False)
    discretion = models.TextField(_("what to be careful about"), max_length=1000, blank=True)

    name = models.CharField(_("name"), max_length=120, blank=True)
    company = models.CharField(_("company"), max_length=160, blank=True)
    email = models.EmailField(_("work email"), blank=True)
    telephone = PhoneNumberField(_("telephone"), blank=True)
    reach_by = models.CharField(_("how to reach them"), max_length=12, choices=ReachBy, blank=True)
    reach_when = models.CharField(_("when to reach them"), max_length=200, blank=True)

    seen = models.JSONField(_("topics seen"), default=list, blank=True, editable=False)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now, editable=False)
    saved_at = models.DateTimeField(_("last saved"), null=True, editable=False)
    sent_at = models.DateTimeField(_("last sent"), null=True, editable=False)

    has_files = False
    """Whether the mandate has files; ``for_pages`` looks it up."""

    objects = BriefQuerySet.as_manager()

    class Meta:
        verbose_name = _("brief")

    def __str__(self) -> str:
        return f"{self.mandate}: brief"

    @property
    def is_unsent(self) -> bool:
        """Whether it holds answers that have been saved and not sent."""
        return self.saved_at is not None and (self.sent_at is None or self.saved_at > self.sent_at)


class SubmissionKind(models.TextChoices):
    """What was sent."""

    REQUEST = "request", _("Short request")
    BRIEF = "brief", _("Brief")
    CORRECTION = "correction", _("Correction")
    FILES = "files", _("Files")


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """What was sent, by what it says."""

    def with_answers(self) -> "SubmissionQuerySet":
        """Those that say everything anew; the last holds. Files that were sent by themselves change no answer."""
        return self.exclude(kind=SubmissionKind.FILES)

    def briefs(self) -> "SubmissionQuerySet":
        """The brief and its corrections."""
        return self.filter(kind__in=[SubmissionKind.BRIEF, SubmissionKind.CORRECTION])


class Submission(models.Model):
    """Exactly what the client sent at one moment, as they saw it: the ground of receipts. Never changed.

    ``topics`` is a list of ``{"title": …, "answers": [{"label": …, "value": …}]}``; see ``enquiries.answers``. ``files`` is a
    list of ``{"name": …, "size": …, "sha256": …}``; those that were sent by themselves are all that such a submission holds.
    """

    mandate = models.ForeignKey(
        Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="submissions"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(_("what"), max_length=12, choices=SubmissionKind)
    submitted_at = models.DateTimeField(_("submitted"), default=timezone.now, editable=False)
    topics = models.JSONField(_("answers"))
    files = models.JSONField(_("files"), default=list, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["mandate", "number"], name="submissions_are_numbered")]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.number}"

    @property
    def digest(self) -> str:
        """SHA-256 of what was sent, to show that a receipt says the same."""
        said = json.dumps([self.topics, self.files], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()
