"""What every figure of the ledger has: a source, dates, an owner, and an end."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from agency.models import ConsultantPage

DUE = timedelta(days=30)
"""How long before a figure expires its owner is told that it is due."""
LONGEST = timedelta(days=3_653)
"""Nobody vouches for a figure for more than ten years."""


class State(models.TextChoices):
    """How a figure stands today. Never stored: it follows from the date."""

    VALID = "valid", _("Valid")
    DUE = "due", _("Due")
    EXPIRED = "expired", _("Expired")


class EvidenceQuerySet(models.QuerySet):
    """Which figures need somebody's attention."""

    def expired(self, on: date | None = None) -> "EvidenceQuerySet":
        """Those no longer valid on a day (today)."""
        return self.filter(valid_until__lt=on or timezone.localdate())

    def due(self, on: date | None = None) -> "EvidenceQuerySet":
        """Those that are expired on a day (today) or will be soon."""
        return self.filter(valid_until__lt=(on or timezone.localdate()) + DUE)

    def in_state(self, state: str) -> "EvidenceQuerySet":
        """Those that stand like that today."""
        today = timezone.localdate()
        return {
            State.EXPIRED: self.expired(),
            State.DUE: self.due().filter(valid_until__gte=today),
            State.VALID: self.filter(valid_until__gte=today + DUE),
        }[State(state)]

    def by_due_date(self) -> "EvidenceQuerySet":
        """The ones to be checked first come first, with who has to."""
        return self.select_related("owner", "specialism").order_by("valid_until", "pk")


class Evidence(models.Model):
    """A dated, sourced figure. It is valid up to and including ``valid_until``."""

    source_name = models.CharField(
        _("source"), max_length=160, help_text=_("Such as “Placements by the agency” or the title of a survey.")
    )
    source_url = models.URLField(_("link to the source"), blank=True, help_text=_("Where a reader can check it."))
    publisher = models.CharField(_("publisher"), max_length=120, blank=True, help_text=_("Who published the source."))
    as_of = models.DateField(_("as of"), help_text=_("The day or the end of the period the figure describes."))
    valid_until = models.DateField(
        _("valid until"),
        help_text=_("After this day readers see when it was last checked, and the owner is reminded."),
    )
    checked_on = models.DateField(
        _("last checked"),
        default=timezone.localdate,
        help_text=_("When somebody last made sure that it is still true."),
    )
    owner = models.ForeignKey(
        ConsultantPage,
        verbose_name=_("owner"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="%(class)ss",
        help_text=_("The consultant who keeps it true."),
    )
    illustrative = models.BooleanField(
        _("illustrative"), default=False, help_text=_("An example rather than a measurement. Readers are told.")
    )

    source_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("publisher")]),
                FieldPanel("source_url"),
                FieldPanel("illustrative"),
            ],
            heading=_("Source"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("as_of"), FieldPanel("checked_on"), FieldPanel("valid_until")]),
                PageChooserPanel("owner"),
            ],
            heading=_("Validity"),
        ),
    ]

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("as_of")),
                name="%(class)s_ends_after_it_begins",
                violation_error_message=_("“Valid until” must not be before “as of”."),
            )
        ]

    def date_errors(self) -> dict[str, str]:
        """What is wrong with the dates, by field."""
        today = timezone.localdate()
        errors = {}
        for name in ("as_of", "checked_on"):
            if (day := getattr(self, name)) and day > today:
                errors[name] = str(_("This day is still to come."))
        if self.valid_until and self.as_of and self.valid_until < self.as_of:
            errors["valid_until"] = str(_("“Valid until” must not be before “as of”."))
        elif self.valid_until and self.valid_until > today + LONGEST:
            errors["valid_until"] = str(_("Name a day within the next ten years."))
        return errors

    @property
    def expired(self) -> bool:
        """Whether it is past its date today."""
        return self.valid_until < timezone.localdate()

    @property
    def state(self) -> State:
        """How it stands today."""
        if self.expired:
            return State.EXPIRED
        return State.DUE if self.valid_until < timezone.localdate() + DUE else State.VALID

    @property
    def source_line(self) -> str:
        """Source and publisher in one line."""
        return ", ".join(part for part in (self.source_name, self.publisher) if part)
