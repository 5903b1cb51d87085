"""Pages that are only a text."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from agency.blocks import BodyBlock
from agency.models.base import BasePage


class PlainPage(BasePage):
    """About, how a search works, fees, privacy, accessibility."""

    page_description = _("A text outside the specialisms: about, fees, privacy.")
    parent_page_types = ["agency.HomePage", "agency.PlainPage"]
    subpage_types = ["agency.PlainPage"]

    body = StreamField(
        BodyBlock(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("The text of the page, in blocks. Begin each section with a heading."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body"), *BasePage.closing_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
