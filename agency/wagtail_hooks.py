"""What the kernel adds to Wagtail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from agency.rich_text import LivePageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    """Let rich text use our page links."""
    features.register_link_type(LivePageLinkHandler)


@hooks.register("before_delete_page")
def keep_front_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A site without its front page is no site."""
    if not page.sites_rooted_here.exists():
        return None
    messages.error(request, _("This is the front page of the site. It cannot be deleted."))
    return redirect("wagtailadmin_explore", page.pk)


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """The admin wears the site's colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
