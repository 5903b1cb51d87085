"""The fact ledger: figures written once and used by any number of pages."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.search import index

from agency.models import User
from specialisms import usage
from specialisms.models.evidence import Evidence, EvidenceQuerySet
from specialisms.models.specialism import SpecialismPage

PREFIXES = {"£", "€", "$", "CHF"}
"""Units that stand before the number; the others stand behind it, % without a space."""


def shown(low: Decimal, high: Decimal | None, unit: str) -> str:
    """A value or range with its unit, as readers see it: ``47 days``, ``£88k``, ``4–6``, ``12.5%``.

    A unit of ``£k`` puts the sign before each number and the rest behind each: ``£30k–£45k``.
    """
    numbers = [f"{number.normalize():,f}" for number in (low, high) if number is not None]
    sign = next((prefix for prefix in PREFIXES if unit.startswith(prefix)), "")
    rest = unit.removeprefix(sign)
    if sign == "CHF":
        return f"CHF {'–'.join(f'{number}{rest}' for number in numbers)}"
    if sign:
        return "–".join(f"{sign}{number}{rest}" for number in numbers)
    space = " " if rest and rest != "%" else ""
    return f"{'–'.join(numbers)}{space}{rest}"


class FactQuerySet(EvidenceQuerySet):
    """Facts, of which those in use cannot be deleted."""

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete them, unless a page or a draft uses one: then ``ProtectedError`` names the pages."""
        usage.refuse_if_used(self)
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]  # what Django reads off the function
    delete.queryset_only = True  # type: ignore[attr-defined]  # as above


class Fact(index.Indexed, Evidence):
    """One dated, sourced figure with an owner and an expiry. Every change is kept in ``history``."""

    says = models.CharField(
        _("what it says"), max_length=120, help_text=_("The label beside the figure, such as “Median time to offer”.")
    )
    low = models.DecimalField(_("value, or low end"), max_digits=12, decimal_places=2)
    high = models.DecimalField(
        _("high end"), max_digits=12, decimal_places=2, null=True, blank=True, help_text=_("Only for a range.")
    )
    unit = models.CharField(
        _("unit"), max_length=20, blank=True, help_text=_("Such as days, %, £ or £k. Empty for a plain count.")
    )
    geography = models.CharField(_("place"), max_length=80, blank=True, help_text=_("Where it holds, such as UK."))
    method = models.CharField(_("method"), max_length=200, blank=True, help_text=_("How it was measured, if known."))
    sample = models.CharField(_("sample"), max_length=80, blank=True, help_text=_("How many, if known."))
    specialism = models.ForeignKey(
        SpecialismPage,
        verbose_name=_("specialism"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="facts",
        help_text=_("The field it is about."),
    )

    objects = FactQuerySet.as_manager()

    panels = [
        FieldPanel("says"),
        FieldRowPanel([FieldPanel("low", help_text=_("The figure itself.")), FieldPanel("high"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("geography"), FieldPanel("sample")]),
        FieldPanel("method"),
        PageChooserPanel("specialism"),
        *Evidence.source_panels,
    ]
    search_fields = [
        index.SearchField("says"),
        index.SearchField("geography"),
        index.SearchField("source_name"),
        index.AutocompleteField("says"),
    ]

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["says", "pk"]
        constraints = [
            *Evidence.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(high__isnull=True) | models.Q(high__gt=models.F("low")),
                name="fact_range_rises",
                violation_error_message=_("The high end must be greater than the low end."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.says}: {self.value}"

    def save(self, *args: Any, actor: User | None = None, note: str = "", **kwargs: Any) -> None:
        """Save, and remember the value if it, its dates or its source changed, or if ``note`` says what did."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            FactValue.remember(self, actor, note, always=bool(note))

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete it, unless a page or a draft uses it: then ``ProtectedError`` names the pages."""
        usage.refuse_if_used([self])
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        """Say beside the field which end or date is out of order."""
        super().clean()
        errors: dict[str, Any] = dict(self.date_errors())
        if self.low is not None and self.high is not None and self.high <= self.low:
            errors["high"] = _("The high end must be greater than the low end.")
        if errors:
            raise ValidationError(errors)

    def confirm(self, actor: User, until: date, note: str = "") -> None:
        """Still true, checked today, next check by ``until``, which lies ahead. Always leaves a line in the history."""
        today = timezone.localdate()
        if until <= today:
            raise ValidationError({"valid_until": _("The next check must lie ahead.")})
        self.checked_on, self.valid_until = today, until
        with transaction.atomic():
            super().save(update_fields=["checked_on", "valid_until"])
            FactValue.remember(self, actor, note or str(_("Still true")), always=True)

    @property
    def value(self) -> str:
        """The figure with its unit."""
        return shown(Decimal(self.low), None if self.high is None else Decimal(self.high), self.unit)

    @property
    def note(self) -> str:
        """Source, place, date and sample in one line, and whether it is illustrative."""
        parts = [self.source_line, self.geography, date_format(self.as_of, "F Y"), self.sample]
        if self.illustrative:
            parts.insert(0, str(_("Illustrative")))
        return ", ".join(part for part in parts if part)

    @property
    def state_line(self) -> str:
        """Its state and the day it is valid until, for lists in the CMS."""
        return f"{self.state.label}, {date_format(self.valid_until, 'j M Y')}"


class FactValue(models.Model):
    """What a fact said for a time: its history, newest first."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="history")
    value = models.CharField(_("value"), max_length=80)
    as_of = models.DateField(_("as of"))
    valid_until = models.DateField(_("valid until"))
    checked_on = models.DateField(_("checked"))
    source_name = models.CharField(_("source"), max_length=160)
    note = models.CharField(_("note"), max_length=200, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("earlier value")
        ordering = ["-recorded_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.value} ({self.as_of:%d %B %Y})"

    @classmethod
    def remember(cls, fact: Fact, actor: User | None, note: str, *, always: bool = False) -> None:
        """Add the fact's present state to its history, unless nothing about it changed."""
        fact.refresh_from_db(fields=["low", "high", "as_of", "valid_until", "checked_on"])
        now = {
            "value": fact.value,
            "as_of": fact.as_of,
            "valid_until": fact.valid_until,
            "checked_on": fact.checked_on,
            "source_name": fact.source_name,
        }
        last = fact.history.first()
        if always or last is None or any(getattr(last, name) != value for name, value in now.items()):
            cls.objects.create(fact=fact, actor=actor, note=note, **now)
