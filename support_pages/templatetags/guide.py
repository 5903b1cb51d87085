"""The parts of a guide, for its page and for its PDF."""

from django import template

from agency.templatetags.components import body
from specialisms.citing import citations
from support_pages.models import SupportPage
from support_pages.sources import Text, sources

register = template.Library()


@register.simple_tag(takes_context=True)
def guide_text(context: template.Context, page: SupportPage) -> Text:
    """The body with its sources, noted on the way."""
    with citations() as cited:
        html = body(context, page.body, column="guide", leads=not page.guide_heading)
    return Text(html, sources(cited, html))
