"""What the kernel adds to Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from agency.rich_text import LivePageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    """Let rich text use our page links."""
    features.register_link_type(LivePageLinkHandler)


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """The admin wears the site's colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
