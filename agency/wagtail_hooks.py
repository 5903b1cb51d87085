"""What the kernel adds to Wagtail."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from agency.rich_text import LivePageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    """Let rich text use our page links."""
    features.register_link_type(LivePageLinkHandler)
