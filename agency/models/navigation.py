"""The links in the header and the footer, edited in the CMS."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable, Page


@register_setting(icon="list-ul", order=2)
class Navigation(ClusterableModel, BaseGenericSetting):
    """Header and footer links; links to pages that are not live are left out."""

    panels = [
        InlinePanel("header_links", label=_("Link"), heading=_("Header"), max_num=7),
        InlinePanel("footer_links", label=_("Link"), heading=_("Footer"), max_num=12),
    ]

    class Meta:
        verbose_name = _("navigation")

    @cached_property
    def header(self) -> list["NavigationLink"]:
        """The header's links to live pages, in order; one query."""
        return list(self.header_links.filter(page__live=True).select_related("page"))

    @cached_property
    def footer(self) -> list["NavigationLink"]:
        """The footer's links to live pages, in order; one query."""
        return list(self.footer_links.filter(page__live=True).select_related("page"))


class NavigationLink(Orderable):
    """A page and what the link to it says."""

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    label = models.CharField(
        _("label"), max_length=30, blank=True, help_text=_("What the link says. Empty: the page title.")
    )

    panels = [FieldPanel("page"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.label or self.page.title


class HeaderLink(NavigationLink):
    """A link in the header."""

    navigation = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="header_links")

    class Meta(NavigationLink.Meta):
        verbose_name = _("header link")


class FooterLink(NavigationLink):
    """A link in the footer."""

    navigation = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="footer_links")

    class Meta(NavigationLink.Meta):
        verbose_name = _("footer link")
