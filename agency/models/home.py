"""The front page."""

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from agency.blocks import StepsBlock
from agency.models.base import BasePage
from agency.page_cache.memory import remember

PAGE_AT = "page at"
"""With its ``url_path``, the key by which a live page is remembered."""


class HomePage(BasePage):
    """What the agency is for, within one screen, and the directory of its specialisms."""

    page_description = _("The front page. There is one.")
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "specialisms.SpecialismIndexPage",
        "agency.ConsultantIndexPage",
        "agency.PlainPage",
    ]
    max_count = 1

    headline = models.CharField(
        _("headline"),
        max_length=90,
        help_text=_("The largest words on the site. Say what the agency does for clients."),
    )
    steps = StreamField(
        StepsBlock(),
        verbose_name=_("how a search works"),
        blank=True,
        help_text=_("Two to five steps, drawn along the thread."),
    )

    content_panels = [
        FieldPanel("title"),
        FieldPanel("headline"),
        FieldPanel("standfirst"),
        FieldPanel("steps"),
        *BasePage.closing_panels,
    ]

    class Meta:
        verbose_name = _("home page")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a page below home by its whole path: two queries at any depth, where Wagtail takes two a level."""
        if not path_components:
            return super().route(request, path_components)
        path = f"{self.url_path}{'/'.join(path_components)}/"
        page = remember((PAGE_AT, path), lambda: _live_at(path, path_components[-1]))
        model = page.specific_class
        try:
            found = model.served(page.pk) if issubclass(model, BasePage) else page.specific
        except model.DoesNotExist as gone:  # since it was remembered
            raise Http404 from gone
        return found.route(request, [])


def _live_at(path: str, slug: str) -> Page:
    page = Page.objects.filter(slug=slug, url_path=path, live=True).first()
    if page is None:
        raise Http404
    return page
