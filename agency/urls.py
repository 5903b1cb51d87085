"""Every address of the site, in three lists: private (never cached), machine, and public."""

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
from agency.transactions import one_transaction
from support_pages.approval import lead_to_screen
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

machine = [
    path("health/", never_cache(health), name="health"),
    path("sitemap.xml", sitemap, name="sitemap"),
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
