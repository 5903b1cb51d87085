"""The page everything else is."""

from functools import cache
from http import HTTPMethod
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from agency import seo
from agency.addresses import keep, url_path_of
from agency.forms import HOME_DEPTH, BasePageForm, DraftCopyForm
from agency.models.brand import BrandSettings
from agency.page_cache.memory import remember
from agency.share import Card


@cache
def _no_restrictions() -> models.QuerySet[PageViewRestriction]:
    """No rows, and evaluated: to go through them composes no query."""
    none = PageViewRestriction.objects.none()
    len(none)
    return none


class BasePage(Page):
    """Listing, search-engine and sharing texts, each with one fallback chain, and the closing call to action."""

    standfirst = models.CharField(
        _("stand-first"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences under the title that say what the reader gets from this page."),
    )
    listing_title = models.CharField(
        _("title in lists"),
        max_length=80,
        blank=True,
        help_text=_("A shorter title for lists. Empty: the page title."),
    )
    listing_summary = models.CharField(
        _("summary in lists"),
        max_length=200,
        blank=True,
        help_text=_("One sentence shown wherever other pages list this one. Empty: the stand-first."),
    )
    share_title = models.CharField(
        _("title when shared"), max_length=100, blank=True, help_text=_("Empty: the title for search engines.")
    )
    share_summary = models.CharField(
        _("summary when shared"), max_length=200, blank=True, help_text=_("Empty: the description for search engines.")
    )
    share_image = models.ForeignKey(
        "agency.AgencyImage",
        verbose_name=_("picture when shared"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("At least 1200 by 630 pixels. Empty: the picture in the brand settings."),
    )
    closing_question = models.CharField(
        _("closing question"),
        max_length=80,
        blank=True,
        help_text=_("Heads the call to action at the foot of the page. Empty: the specialism's, or the brand's."),
    )
    closing_invitation = models.CharField(
        _("closing invitation"), max_length=300, blank=True, help_text=_("The sentence under the closing question.")
    )

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    base_form_class = BasePageForm
    copy_form_class = DraftCopyForm
    admin_default_ordering = "ord"  # the explorer lists pages as readers meet them

    content_panels = [*Page.content_panels, FieldPanel("standfirst")]
    closing_panels = [
        MultiFieldPanel(
            [FieldPanel("closing_question"), FieldPanel("closing_invitation")], heading=_("Closing call to action")
        )
    ]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("listing_title"), FieldPanel("listing_summary")], heading=_("In lists")),
        MultiFieldPanel(
            [FieldPanel("share_title"), FieldPanel("share_summary"), FieldPanel("share_image")],
            heading=_("When shared"),
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("standfirst")]

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail's own; an address that changes with the slug leads to the new one from the same moment on."""
        before = url_path_of(self.pk)
        super().save(*args, **kwargs)
        if before and before != self.url_path:
            keep(self, before)

    @property
    def url(self) -> str | None:
        """Wagtail's own, worked out once for each place the page is at: lists and structured data ask a dozen times."""
        place, address = self.__dict__.get("_address", (None, None))
        if place != self.url_path:
            place, address = self.__dict__["_address"] = self.url_path, self.get_url()
        return address

    @property
    def list_title(self) -> str:
        """What lists, rails and breadcrumbs call this page."""
        return self.listing_title or self.title

    @property
    def list_summary(self) -> str:
        """The sentence lists show beside the title; may be empty."""
        return self.listing_summary or self.standfirst

    @property
    def meta_title(self) -> str:
        """The title for search engines and browser tabs, without the brand."""
        return self.seo_title or self.title

    @property
    def meta_description(self) -> str:
        """The description for search engines; may be empty."""
        return self.search_description or self.list_summary

    @property
    def social(self) -> dict[str, Any]:
        """Title, summary and card for social networks and chats."""
        return {
            "title": self.share_title or self.meta_title,
            "summary": self.share_summary or self.meta_description,
            "card": self.share_card,
        }

    @property
    def share_card(self) -> Card | None:
        """The page's own picture, else the brand's, else none."""
        image = self.share_image or self.brand.share_image
        return Card.from_image(image) if image else None

    @property
    def canonical_url(self) -> str:
        """The page's one absolute address; that of its original if it is an alias."""
        page: Page = self
        while page.alias_of_id:
            page = page.alias_of
        return f"{settings.BASE_URL}{page.url}"

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Wagtail's entry, by the canonical address; an alias has none."""
        if self.alias_of_id:
            return []
        return [entry | {"location": self.canonical_url} for entry in super().get_sitemap_urls(request)]

    @cached_property
    def brand(self) -> BrandSettings:
        """The brand settings, read once a page."""
        return BrandSettings.load()

    @classmethod
    def for_serving(cls) -> models.QuerySet["BasePage"]:
        """The pages of this type with whatever their template needs in the same query."""
        return cls.objects.select_related("share_image")

    @classmethod
    def served(cls, pk: int) -> "BasePage":
        """A page of this type as it is served: see ``for_serving``. Raises ``DoesNotExist``.

        It knows from the same moment whether ``any_is_private``, of all pages there are: mostly none is, and to ask more in
        this query, composed for every page that is not kept, would cost more than to ask again where one is.
        """
        return cls._all_served().get(pk=pk)

    @classmethod
    @cache
    def _all_served(cls) -> models.QuerySet["BasePage"]:
        return cls.for_serving().annotate(any_is_private=models.Exists(PageViewRestriction.objects.all()))

    @cached_property
    def ancestors(self) -> list[Page]:
        """Everything above this page, from the root; one query for privacy, breadcrumbs and canonical thread."""
        key = (type(self).read_ancestors, self.path[: -self.steplen])
        return remember(key, self.read_ancestors, len) if self.path else []

    def read_ancestors(self) -> list[Page]:
        """Those, from the database."""
        return list(self.get_ancestors().defer_streamfields())

    @property
    def breadcrumbs(self) -> list[Page]:
        """The live pages between home and this one, from the top."""
        return [page for page in self.ancestors if page.live and page.depth > HOME_DEPTH]

    @property
    def trail(self) -> list[tuple[str, str]]:
        """Title and address of each of those."""
        read = lambda: [(page.title, page.url) for page in self.breadcrumbs]  # noqa: E731
        return remember(("trail", self.path[: -self.steplen]), read) if self.path else []

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Wagtail's own rule, read from the ancestors at hand unless an alias is among them.

        No query if the page was served and no page of the site is private.
        """
        pages = [self, *self.ancestors]
        if any(page.alias_of_id for page in pages):
            return super().get_view_restrictions()
        if not getattr(self, "any_is_private", True):
            return _no_restrictions()
        return PageViewRestriction.objects.filter(page_id__in=[page.pk for page in pages])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context, sharing the brand settings the request has read."""
        self.brand = BrandSettings.load(request_or_site=request)
        return super().get_context(request, *args, **kwargs)

    def closing_call(self) -> tuple[str, str]:
        """Question and invitation of the closing call to action: the page's own, else the brand's."""
        return (
            self.closing_question or self.brand.closing_question,
            self.closing_invitation or self.brand.closing_invitation,
        )

    def mandate_context(self) -> dict[str, int]:
        """What a call to action on this page tells the mandate form, as primary keys."""
        return {"page": self.pk}

    def structured_data(self) -> list[dict[str, Any]]:
        """Schema.org objects that describe the page; see ``agency.seo``."""
        return [seo.web_page(self), *seo.breadcrumb_list(self)]
