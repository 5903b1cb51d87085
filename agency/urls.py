"""Every address of the site, in three lists: private (never cached), machine, and public."""

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from django.views.decorators.cache import cache_control, never_cache
from django.views.generic import TemplateView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import Sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from agency import csp
from agency.health import health

admin = decorate_urlpatterns(
    [path("admin/", include(wagtailadmin_urls)), path("documents/", include(wagtaildocs_urls))],
    csp_replace(csp.ADMIN),
)

private = decorate_urlpatterns(
    [*admin, path("mandate/", include("enquiries.urls"))],
    cache_control(private=True, no_store=True),
)

machine = [
    path("health/", never_cache(health), name="health"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": Sitemap}}),
    path("pay/", include("specialisms.urls")),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
]

public = [path("", include("support_pages.urls")), path("", include(wagtail_urls))]

media = (
    [re_path(r"^media/(?P<path>(?!documents/).*)$", serve, {"document_root": settings.MEDIA_ROOT})]
    if settings.SERVE_MEDIA
    else []
)

urlpatterns = [*private, *machine, *media, *public]
