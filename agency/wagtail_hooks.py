"""What the kernel adds to Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from agency.keeping import keep_when
from agency.rich_text import LivePageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    """Let rich text use our page links."""
    features.register_link_type(LivePageLinkHandler)


@keep_when
def is_the_front_page(page: Page) -> str:
    """A site without its front page is no site."""
    return _("This is the front page of the site. It cannot be deleted.") if page.sites_rooted_here.exists() else ""


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """The admin wears the site's colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
