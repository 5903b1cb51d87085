"""Pay bands."""

import re
from collections.abc import Collection
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from specialisms.models.evidence import Evidence, EvidenceQuerySet
from specialisms.models.roles import Role
from specialisms.models.specialism import SpecialismPage
from specialisms.pay import currencies
from specialisms.pay.terms import Basis, Level


class PayBandQuerySet(EvidenceQuerySet):
    """Which bands are shown, in which order."""

    def for_table(self) -> "PayBandQuerySet":
        """With the role's name, by currency, basis, place, role and level."""
        order = models.Case(
            *(models.When(level=level, then=models.Value(number)) for number, level in enumerate(Level.values))
        )
        return (
            self.select_related("role")
            .annotate(seniority=order)
            .order_by("currency", "basis", "place", "role__name", "seniority", "pk")
        )

    def for_pages(self, specialisms: Collection[int]) -> "PayBandQuerySet":
        """The bands of some specialisms as pages show them, and where they can be downloaded."""
        return (
            self.filter(specialism__in=specialisms)
            .for_table()
            .annotate(specialism_slug=models.F("specialism__slug"), specialism_live=models.F("specialism__live"))
        )


class AmountField(models.PositiveBigIntegerField):
    """A whole amount of money in any currency: a senior salary in Vietnamese đồng passes two thousand million."""

    default_validators = [MinValueValidator(1), MaxValueValidator(99_999_999_999)]


class PayBand(Evidence):
    """P25, P50 and P75 of pay for a role, level and place."""

    specialism = models.ForeignKey(
        SpecialismPage,
        verbose_name=_("specialism"),
        on_delete=models.CASCADE,
        related_name="pay_bands",
        help_text=_("The field whose pages show it."),
    )
    role = models.ForeignKey(Role, verbose_name=_("role"), on_delete=models.PROTECT, related_name="pay_bands")
    level = models.CharField(_("level"), max_length=12, choices=Level)
    place = models.CharField(_("place"), max_length=60, help_text=_("A city or a country, such as London."))
    currency = models.CharField(
        _("currency"),
        max_length=3,
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Three capital letters, such as GBP (ISO 4217)."))],
        help_text=_("Three letters after ISO 4217, such as GBP."),
    )
    basis = models.CharField(_("basis"), max_length=12, choices=Basis, default=Basis.ANNUAL_BASE)
    p25 = AmountField(_("25th percentile"), help_text=_("A quarter are paid less."))
    p50 = AmountField(_("median"), help_text=_("Half are paid less."))
    p75 = AmountField(_("75th percentile"), help_text=_("A quarter are paid more."))
    bonus_note = models.CharField(_("bonus"), max_length=120, blank=True, help_text=_("Such as “10–15% target”."))
    equity_note = models.CharField(_("equity"), max_length=120, blank=True, help_text=_("What is usual, in words."))
    sample_size = models.PositiveIntegerField(_("sample"), null=True, blank=True, help_text=_("How many, if known."))

    # What ``for_table`` and ``for_pages`` add.
    seniority: int
    specialism_slug: str
    specialism_live: bool

    objects: ClassVar = PayBandQuerySet.as_manager()

    panels: ClassVar = [
        PageChooserPanel("specialism"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("level"), FieldPanel("place")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("currency"), FieldPanel("basis"), FieldPanel("sample_size")]),
                FieldRowPanel([FieldPanel("p25"), FieldPanel("p50"), FieldPanel("p75")]),
                FieldRowPanel([FieldPanel("bonus_note"), FieldPanel("equity_note")]),
            ],
            heading=_("Pay"),
        ),
        *Evidence.source_panels,
    ]

    class Meta:
        verbose_name = _("pay band")
        verbose_name_plural = _("pay bands")
        ordering = ["specialism", "role", "place", "pk"]
        constraints = [
            *Evidence.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(p25__lte=models.F("p50"), p50__lte=models.F("p75")),
                name="percentiles_rise",
                violation_error_message=_("The percentiles must rise: P25, then P50, then P75."),
            ),
            models.UniqueConstraint(
                "specialism",
                "role",
                "level",
                Lower("place"),
                "currency",
                "basis",
                name="one_band_a_seat",
                violation_error_message=_("There is a band for this role, level, place, currency and basis already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.get_level_display()}, {self.place} ({self.currency})"

    def clean(self) -> None:
        """Say beside the field which percentile is out of order, which currency or date cannot be."""
        super().clean()
        errors: dict[str, Any] = dict(self.date_errors())
        if _falls(self.p25, self.p50):
            errors["p50"] = _("The median must not be less than the 25th percentile.")
        if _falls(self.p50, self.p75):
            errors["p75"] = _("The 75th percentile must not be less than the median.")
        if re.fullmatch("[A-Z]{3}", self.currency) and self.currency not in currencies.CODES:
            errors["currency"] = _("There is no such currency in ISO 4217.")
        if errors:
            raise ValidationError(errors)


def _falls(lower: int | None, upper: int | None) -> bool:
    """Whether two percentiles, if both are given, are the wrong way round."""
    return lower is not None and upper is not None and lower > upper
