"""Feeds, for those who want to be told of new guides and of what changed in old ones: of the site, of a specialism."""

import re
from datetime import UTC, datetime, time
from typing import Any, cast

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, get_tag_uri
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from agency.models import BasePage, BrandSettings
from agency.revalidation import asked_each_time
from specialisms.models import SpecialismPage
from support_pages.cluster import newest
from support_pages.models import SupportPage
from support_pages.moved import new_place

LENGTH = 30
"""The most guides that a feed tells of."""
EPOCH = datetime.fromtimestamp(0, UTC)
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that no XML document may hold, in whatever way they are written."""


def feed_path(specialism: Page | None = None) -> str:
    """Where the feed of a specialism is, else that of the whole site: under the site's own address, where no page is."""
    where = specialism.url.strip("/") if specialism is not None else ""
    return reverse("support_pages:feed_of", args=[where]) if where else reverse("support_pages:feed")


class AtomFeed(Atom1Feed):
    """Django's, but one without entries is as old as what it is about, not as young as the request."""

    def latest_post_date(self) -> datetime:
        """The last moment at which an entry changed for readers."""
        return max((item["updateddate"] for item in self.items), default=self.feed["since"])

    @property
    def touched(self) -> datetime:
        """The last moment at which an entry was published, also if only a word was mended."""
        return max([self.latest_post_date(), *(item["touched"] for item in self.items if item["touched"])])


class GuidesFeed(Feed):
    """The newest guides of a specialism and its narrower ones, or of the whole site: that of its front page."""

    feed_type = AtomFeed
    language = "en-GB"

    def title(self, page: BasePage) -> str:
        """The specialism and the agency, or the agency alone."""
        name = page.brand.name
        return _text(f"{page.list_title} · {name}" if isinstance(page, SpecialismPage) else name)

    def subtitle(self, page: BasePage) -> str:
        """What one is told of."""
        return _("New guides, and what changed in old ones.")

    def link(self, page: BasePage) -> str:
        """The page that the feed belongs to."""
        return page.canonical_url

    def feed_url(self, page: BasePage) -> str:
        """The feed's own address."""
        return f"{settings.BASE_URL}{feed_path(page if isinstance(page, SpecialismPage) else None)}"

    def feed_guid(self, page: BasePage) -> str:
        """A name that stays when the page moves."""
        return _name(page)

    def author_name(self, page: BasePage) -> str:
        """The agency; entries have their own authors."""
        return _text(page.brand.name)

    def feed_extra_kwargs(self, page: BasePage) -> dict[str, Any]:
        """How old a feed is that tells of nothing."""
        return {"since": page.first_published_at or EPOCH}

    def items(self, page: BasePage) -> list[SupportPage]:
        """The guides, newest first."""
        return newest(LENGTH, page if isinstance(page, SpecialismPage) else None)

    def item_title(self, guide: SupportPage) -> str:
        """As its page has it."""
        return _text(guide.title)

    def item_description(self, guide: SupportPage) -> str:
        """What it is about, and the line about its last change; as HTML, which Atom wants to be told."""
        change = getattr(guide, "last_change", "")
        lines = [guide.list_summary, _("What changed: %(line)s") % {"line": change} if change else ""]
        return "".join(format_html("<p>{}</p>", _text(line)) for line in lines if line)

    def item_link(self, guide: SupportPage) -> str:
        """Its one address."""
        return guide.canonical_url

    def item_guid(self, guide: SupportPage) -> str:
        """A name that stays when the guide moves."""
        return _name(guide)

    def item_author_name(self, guide: SupportPage) -> str | None:
        """The byline, if it has one."""
        return _text(guide.author.title) if guide.author else None

    def item_pubdate(self, guide: SupportPage) -> datetime | None:
        """When it appeared."""
        return guide.first_published_at

    def item_updateddate(self, guide: SupportPage) -> datetime:
        """The day of its last material change, or when it appeared; see ``with_news``."""
        day = datetime.combine(getattr(guide, "news_on"), time.min, timezone.get_current_timezone())  # noqa: B009 - an annotation
        return max(day, guide.first_published_at or day)

    def item_extra_kwargs(self, guide: SupportPage) -> dict[str, Any]:
        """When it was published last, which readers are not told."""
        return {"touched": guide.last_published_at}

    def item_categories(self, guide: SupportPage) -> list[str]:
        """Its kind and its specialism."""
        return [_text(guide.get_kind_display()), _text(getattr(guide, "specialism_title", ""))]


def _text(text: str) -> str:
    """A text without what would break the document."""
    return NOT_XML.sub("", text)


def _name(page: Page) -> str:
    """The name of a page by the scheme ``tag``, RFC 4151: where and when it appeared first, and its number there."""
    appeared = page.first_published_at
    return get_tag_uri(f"{settings.BASE_URL}/page/{page.pk}", appeared) if appeared else page.specific.canonical_url


@require_safe
def site_feed(request: HttpRequest) -> HttpResponseBase:
    """The feed of the whole site."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return _answer(request, site.root_page.specific)


@require_safe
def specialism_feed(request: HttpRequest, where: str) -> HttpResponseBase:
    """The feed of the public specialism at an address; of one that has moved, the way there."""
    site = Site.find_for_request(request)
    found = SpecialismPage.objects.for_directory()
    page = found.filter(url_path=f"{site.root_page.url_path}{where}/").first() if site else None
    if page is not None:
        return _answer(request, page)
    place = new_place(site, where)
    page = found.filter(pk=place.redirect_page_id).first() if place else None
    if place is None or page is None:
        raise Http404
    return redirect(feed_path(page), permanent=place.is_permanent)


def _answer(request: HttpRequest, page: BasePage) -> HttpResponse:
    page.brand = BrandSettings.load(request_or_site=request)
    feed = cast("AtomFeed", GuidesFeed().get_feed(page, request))
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return asked_each_time(request, response, changed=feed.touched)
