"""The canonical thread, for templates of any app."""

from collections import Counter

from django import template

from specialisms.models import SpecialismPage
from support_pages import cluster, feeds
from support_pages.models import SupportPage

register = template.Library()


@register.simple_tag(takes_context=True)
def cluster_of(
    context: template.Context, canonical: SpecialismPage, page: SupportPage | None = None
) -> cluster.Cluster:
    """The live support pages of a specialism, and those that ``page`` has pinned; read once a document."""
    key = f"cluster of {canonical.pk} for {page.pk if page else None}"
    if key not in context.render_context:
        context.render_context[key] = cluster.cluster_of(canonical, page)
    found: cluster.Cluster = context.render_context[key]
    return found


@register.filter
def origin_in(page: SupportPage, found: cluster.Cluster) -> str:
    """The specialism a listed guide belongs to, if to another than the one that lists it."""
    return found.origin_of(page)


@register.filter
def all_own(pages: list[SupportPage], found: cluster.Cluster) -> bool:
    """Whether all guides belong to the specialism itself."""
    return not any(found.origin_of(page) for page in pages)


@register.simple_tag
def feed_path(specialism: SpecialismPage | None = None) -> str:
    """Where the feed of a specialism is that visitors may know of, else that of the whole site."""
    return feeds.feed_path(specialism)


@register.simple_tag
def related_in(found: cluster.Cluster, page: SupportPage) -> list[SupportPage]:
    """What to read next in the same cluster."""
    return found.related_to(page)


@register.simple_tag
def guide_counts(within: SpecialismPage | None = None) -> Counter[str]:
    """How many support pages lie under each specialism, or under those within one, by tree path."""
    return cluster.guide_counts(within)


@register.filter
def under(counts: Counter[str], page: SpecialismPage) -> int:
    """The count for one specialism."""
    return counts[page.path]
