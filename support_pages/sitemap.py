"""The sitemap: what search engines read to find every page, with the day each last said something new."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap

from agency.revalidation import asked_each_time
from specialisms.models import SpecialismPage
from support_pages.cluster import Cluster, clusters
from support_pages.models import SupportPage

LONGEST = 50_000
"""The most addresses that one file may hold by the protocol, sitemaps.org."""


@dataclass(frozen=True)
class Entry:
    """A page's one address, and since when it reads as it does, if that is known."""

    location: str
    lastmod: date | None


class OtherPages(Sitemap):
    """Everything but the clusters, as Wagtail lists it."""

    def items(self) -> Any:
        """The live, public pages of the site in the order of the tree."""
        return super().items().not_type(SpecialismPage, SupportPage)


class SiteMap:
    """All entries, in a constant number of queries: other pages first, then cluster by cluster."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def files(self) -> Paginator:
        """The entries by files of the size that the protocol allows."""
        return Paginator([*self._others(), *self._clusters()], LONGEST)

    def _others(self) -> Iterator[Entry]:
        for page in OtherPages(self.request).items():
            for entry in page.get_sitemap_urls(self.request):
                yield Entry(entry["location"], _day(entry.get("lastmod")))

    def _clusters(self) -> Iterator[Entry]:
        """Also guides whose specialism is a draft: they have their addresses all the same. Aliases have none."""
        canonicals = list(SpecialismPage.objects.public().defer_streamfields().defer("remit").order_by("path"))
        found = clusters(canonicals, guides=SupportPage.objects.for_sitemap())
        for canonical in canonicals:
            cluster = found[canonical.pk]
            if canonical.live and not canonical.alias_of_id:
                yield Entry(canonical.canonical_url, _changed(canonical, cluster))
            for guide in cluster.pages:
                if not guide.alias_of_id:
                    yield Entry(guide.canonical_url, getattr(guide, "news_on", None))


def _changed(canonical: SpecialismPage, cluster: Cluster) -> date | None:
    """When a specialism's text was last published, or the last of the guides it lists appeared."""
    moments = [canonical.last_published_at, *(guide.first_published_at for guide in cluster.listed)]
    return max((day for moment in moments if (day := _day(moment))), default=None)


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None


@require_safe
@x_robots_tag
def sitemap(request: HttpRequest) -> HttpResponse:
    """The sitemap; on a site with more pages than one file may hold an index of its files, each at ``?p=``."""
    files = SiteMap(request).files
    if "p" not in request.GET and files.num_pages > 1:
        address = f"{settings.BASE_URL}{request.path}"
        parts = [SitemapIndexItem(f"{address}?p={number}") for number in files.page_range]
        return _xml(request, "sitemap_index.xml", {"sitemaps": parts})
    try:
        entries = files.page(request.GET.get("p", 1)).object_list
    except (EmptyPage, PageNotAnInteger):
        raise Http404 from None
    return _xml(request, "sitemap.xml", {"urlset": entries})


def _xml(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = HttpResponse(render_to_string(template, context), content_type="application/xml")
    return asked_each_time(request, response)
