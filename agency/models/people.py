"""The agency's consultants."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from agency import pictures, seo
from agency.blocks import PROSE_FEATURES
from agency.models.base import BasePage


class ConsultantIndexPage(BasePage):
    """All consultants."""

    page_description = _("Lists the consultants. There is one.")
    parent_page_types = ["agency.HomePage"]
    subpage_types = ["agency.ConsultantPage"]
    max_count = 1

    content_panels = [*BasePage.content_panels, *BasePage.closing_panels]

    class Meta:
        verbose_name = _("consultants")

    def consultants(self) -> models.QuerySet["ConsultantPage"]:
        """The live consultants in editorial order, with their portraits."""
        consultants = (
            ConsultantPage.objects.child_of(self)
            .live()
            .filter(view_restrictions__isnull=True)
            .select_related("portrait")
        )
        return consultants.prefetch_related(pictures.prefetch(pictures.AVATAR, "portrait__renditions"))


class ConsultantPage(BasePage):
    """A person of the agency: leads specialisms, reviews guides, answers mandates."""

    page_description = _("A consultant: role, languages and what they do. The title is their name.")
    parent_page_types = ["agency.ConsultantIndexPage"]
    subpage_types: list[str] = []

    role = models.CharField(_("role"), max_length=80, help_text=_("Such as “Partner, AI & Data”."))
    portrait = models.ForeignKey(
        "agency.AgencyImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A square photograph of the person. Empty: their initials."),
    )
    languages = models.CharField(
        _("languages"), max_length=120, blank=True, help_text=_("Those they work in, such as “English, French”.")
    )
    biography = RichTextField(
        _("biography"),
        features=PROSE_FEATURES,
        blank=True,
        help_text=_("What they have done that helps a client trust them with a search."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("role"), FieldPanel("languages")]),
        FieldPanel("portrait"),
        FieldPanel("biography"),
        *BasePage.closing_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("role"), index.SearchField("biography")]

    class Meta:
        verbose_name = _("consultant")
        verbose_name_plural = _("consultants")

    @classmethod
    def for_serving(cls) -> models.QuerySet["ConsultantPage"]:
        """With the portrait and its sizes."""
        consultants = cls.objects.select_related("share_image", "portrait")
        return consultants.prefetch_related(pictures.prefetch(pictures.PORTRAIT, "portrait__renditions"))

    @property
    def monogram(self) -> str:
        """The initials of the first and the last name, for those without a portrait."""
        names = self.title.split()
        return "".join(name[0] for name in names[:1] + names[1:][-1:]).upper()

    def structured_data(self) -> list[dict[str, Any]]:
        """The page and the person on it."""
        return [*super().structured_data(), seo.person(self)]
