"""Every address of the site, in four lists: private (never cached), asked (by its reader's browser only), machine, public.

The last two are kept whole: see agency.page_cache.
"""

from csp.decorators import csp_replace
from django.conf import settings
from django.urls import include, path, re_path
from django.views.decorators.cache import cache_control, never_cache
from django.views.generic import TemplateView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import permission_required, require_admin_access
from wagtail.admin.views.workflows import TaskChooserCreateView
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from agency import csp
from agency.health import health
from agency.page_cache.kept import kept, on_its_site
from agency.transactions import one_transaction
from support_pages.approval import lead_to_screen
from support_pages.search import views as search
from support_pages.sitemap import sitemap

# Wagtail lets everybody who can log in make steps of workflows here; elsewhere it asks for this permission.
make_step = require_admin_access(permission_required("wagtailcore.add_task")(TaskChooserCreateView.as_view()))

admin = decorate_urlpatterns(
    decorate_urlpatterns(
        [
            path("admin/workflows/task_chooser/create/", make_step),
            *decorate_urlpatterns([path("admin/", include(wagtailadmin_urls))], lead_to_screen),
            path("documents/", include(wagtaildocs_urls)),
        ],
        one_transaction,
    ),
    csp_replace(csp.ADMIN),
)

private = decorate_urlpatterns(
    [*admin, path("mandate/", include("enquiries.urls"))],
    cache_control(private=True, no_store=True),
)

asked = [
    path("search/", search.search, name="search"),
    path("search/suggest", search.suggestions, name="suggestions"),
]

machine = [
    path("health/", never_cache(health), name="health"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("pay/", include("specialisms.urls")),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
]

public = decorate_urlpatterns([path("", include("support_pages.urls")), path("", include(wagtail_urls))], on_its_site)

in_media = {"document_root": settings.MEDIA_ROOT}
for_ever = cache_control(public=True, max_age=365 * 24 * 60 * 60, immutable=True)
media = (
    [
        re_path(r"^media/(?P<path>images/.*)$", for_ever(serve), in_media),  # their names hold a hash of the content
        re_path(r"^media/(?P<path>(?!documents/).*)$", serve, in_media),
    ]
    if settings.SERVE_MEDIA
    else []
)

urlpatterns = [*private, *asked, *decorate_urlpatterns(machine, kept), *media, *decorate_urlpatterns(public, kept)]

NEVER_KEPT = (
    *("/admin/", "/documents/", "/mandate/", "/search/", "/health/", "/_util/"),
    *(url for url in (settings.STATIC_URL, settings.MEDIA_URL) if url.startswith("/")),
)
"""Beginnings of paths that the page cache does not even look at."""
