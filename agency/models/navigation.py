"""The links in the header and the footer, edited in the CMS."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable, Page

from agency.page_cache.memory import remember


@register_setting(icon="list-ul", order=2)
class Navigation(ClusterableModel, BaseGenericSetting):
    """The one list of header and footer links."""

    panels = [InlinePanel("links", label=_("Link"), heading=_("Links in header and footer"), max_num=20)]

    class Meta:
        verbose_name = _("navigation")


class Place(models.TextChoices):
    """Where a link stands."""

    HEADER = "header", _("Header")
    FOOTER = "footer", _("Footer")


class NavigationLink(Orderable):
    """A page and what the link to it says."""

    navigation = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="links")
    place = models.CharField(
        _("place"), max_length=6, choices=Place, default=Place.HEADER, help_text=_("Where the link stands.")
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("The link is left out while the page is not published."),
    )
    label = models.CharField(
        _("label"), max_length=30, blank=True, help_text=_("What the link says. Empty: the page title.")
    )

    panels = [FieldRowPanel([FieldPanel("place"), FieldPanel("label")]), FieldPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("link")

    def __str__(self) -> str:
        return self.label or self.page.title


def navigation() -> dict[str, list[NavigationLink]]:
    """The links to live pages by place, each in order; one query."""
    return remember("navigation", _read)


def _read() -> dict[str, list[NavigationLink]]:
    links = NavigationLink.objects.filter(page__live=True, page__view_restrictions__isnull=True).select_related("page")
    found: dict[str, list[NavigationLink]] = {place: [] for place in Place.values}
    for link in links:
        found[link.place].append(link)
    return found
