"""Who the agency is, when it is open and what it promises: edited in the CMS, read everywhere."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from phonenumbers import SUPPORTED_REGIONS
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from agency.page_cache.memory import remember


def known_country(code: str) -> None:
    """Refuse what is no country with telephone numbers of its own, in capitals."""
    if code not in SUPPORTED_REGIONS:
        raise ValidationError(_("Enter two capital letters, such as GB or DE."))


def time_zones() -> list[tuple[str, str]]:
    """The IANA time zones as choices."""
    return [(name, name) for name in sorted(available_timezones()) if "/" in name or name == "UTC"]


@register_setting(icon="home", order=1)
class BrandSettings(ClusterableModel, BaseGenericSetting):
    """Name, contact, office hours, reply promise and legal lines of the agency."""

    name = models.CharField(
        _("name"),
        max_length=80,
        default="Throughline",
        help_text=_("As clients know you: header, footer and mail use it."),
    )
    strapline = models.CharField(
        _("strapline"), max_length=160, blank=True, help_text=_("One line that says what the agency is for.")
    )
    email = models.EmailField(
        _("public email address"), blank=True, help_text=_("Shown on the site for general questions.")
    )
    telephone = models.CharField(
        _("public telephone number"),
        max_length=40,
        blank=True,
        help_text=_("With its country code, as it should be dialled."),
    )
    address = models.TextField(_("postal address"), blank=True, help_text=_("One line for each line of the address."))
    mandate_email = models.EmailField(
        _("address for mandates"),
        blank=True,
        help_text=_("Told of a mandate when nobody leads its specialism. Never shown on the site."),
    )
    share_image = models.ForeignKey(
        "agency.AgencyImage",
        verbose_name=_("picture when shared"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands for pages without a picture of their own. At least 1200 by 630 pixels."),
    )
    closing_question = models.CharField(
        _("closing question"),
        max_length=80,
        default="Tell us about the seat you need to fill.",
        help_text=_("Heads the call to action of pages whose specialism has no question of its own."),
    )
    closing_invitation = models.CharField(
        _("closing invitation"),
        max_length=300,
        default="Five answers, one minute. A consultant who works in that field replies in person.",
        help_text=_("The sentence under the closing question: what a client gets by asking."),
    )
    time_zone = models.CharField(
        _("time zone"), max_length=64, choices=time_zones, default="Europe/London", help_text=_("Of the office hours.")
    )
    reply_hours = models.PositiveSmallIntegerField(
        _("reply within, in office hours"),
        default=8,
        help_text=_("Clients are told the date and time this many office hours after they send a mandate."),
    )
    reply_promise = models.CharField(
        _("reply promise in words"),
        max_length=60,
        default="one working day",
        help_text=_("Ends the sentence “We reply within …”. Keep it true to the hours above."),
    )
    telephone_country = models.CharField(
        _("country of telephone numbers"),
        max_length=2,
        default="GB",
        validators=[known_country],
        help_text=_("Two letters, such as GB or DE: how a number without a country code is read."),
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("privacy notice"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Each publication that changes its text is kept as a version, which the consents of clients refer to."
        ),
    )
    legal_lines = models.TextField(
        _("legal lines"), blank=True, help_text=_("Company number and the like, one line each, in the footer.")
    )
    is_demo = models.BooleanField(
        _("demonstration site"),
        default=False,
        help_text=_("Says in the footer that the agency, its people and its figures are illustrative."),
    )

    select_related = ["share_image", "privacy_page"]

    @classmethod
    def _get_or_create(cls) -> "BrandSettings":
        return remember("brand", super()._get_or_create)

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("strapline"), FieldPanel("share_image"), FieldPanel("is_demo")],
            heading=_("Brand"),
        ),
        MultiFieldPanel(
            [FieldPanel("email"), FieldPanel("telephone"), FieldPanel("address"), FieldPanel("legal_lines")],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [FieldPanel("closing_question"), FieldPanel("closing_invitation")],
            heading=_("Closing call to action of pages without their own"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("mandate_email"),
                FieldRowPanel([FieldPanel("reply_hours"), FieldPanel("reply_promise")]),
                PageChooserPanel("privacy_page", "agency.PlainPage"),
                HelpPanel(template="agency/admin/privacy_versions.html"),
                FieldPanel("telephone_country"),
            ],
            heading=_("Mandates"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("time_zone"),
                InlinePanel("office_days", label=_("Day"), heading=_("Opening hours")),
                InlinePanel("closed_days", label=_("Closed day"), heading=_("Holidays and other closed days")),
            ],
            heading=_("Office hours"),
        ),
    ]

    class Meta:
        verbose_name = _("brand")


class Weekday(models.IntegerChoices):
    """Days as Python's ``date.weekday()`` numbers them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class OfficeDay(models.Model):
    """The opening hours of one weekday, in the brand's time zone."""

    brand = ParentalKey(BrandSettings, on_delete=models.CASCADE, related_name="office_days")
    weekday = models.PositiveSmallIntegerField(
        _("weekday"), choices=Weekday, help_text=_("Days that are not entered are closed.")
    )
    opens_at = models.TimeField(_("opens at"), help_text=_("Hours and minutes, such as 09:00."))
    closes_at = models.TimeField(_("closes at"), help_text=_("Later on the same day, such as 17:30."))

    panels = [FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens_at"), FieldPanel("closes_at")])]

    class Meta:
        verbose_name = _("office day")
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(
                fields=["brand", "weekday"],
                name="one_entry_a_weekday",
                violation_error_message=_("Each weekday can be entered once."),
            ),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="closes_after_opening",
                violation_error_message=_("Closing time must be later than opening time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens_at:%H:%M}–{self.closes_at:%H:%M}"


class ClosedDay(models.Model):
    """A date on which the office is closed: no reply falls due on it."""

    brand = ParentalKey(BrandSettings, on_delete=models.CASCADE, related_name="closed_days")
    date = models.DateField(_("date"), help_text=_("No reply falls due on this day."))
    name = models.CharField(_("name"), max_length=80, help_text=_("Why it is closed, such as “Good Friday”."))

    panels = [FieldRowPanel([FieldPanel("date"), FieldPanel("name")])]

    class Meta:
        verbose_name = _("closed day")
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                fields=["brand", "date"],
                name="one_entry_a_date",
                violation_error_message=_("This date is entered already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date:%d %B %Y} {self.name}"
