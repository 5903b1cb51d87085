"""The canonical thread, for templates of any app."""

from collections import Counter
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from agency.page_cache.memory import remember
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


@register.inclusion_tag("components/rail.html")
def rail(page: SupportPage, found: cluster.Cluster) -> dict[str, Any]:
    """The rail: the canonical page, then the support pages; ``page`` with its own sections.

    The lines of the others are the same on all pages of the cluster and are set once.
    """
    lines = remember(("rail", page.canonical.pk), lambda: _lines(found), lambda lines: len(lines) // 10 + 1)
    here = found.numbers.get(page.pk)
    split = len(lines) if here is None else here
    before, after = _joined(lines[:split]), _joined(lines[split + 1 :])
    return {"page": page, "cluster": found, "is_here": here is not None, "before": before, "after": after}


def _lines(found: cluster.Cluster) -> list[SafeString]:
    line = '<li><a href="{}">{}</a><small>{}</small></li>'
    return [format_html(line, guide.url, guide.list_title, guide.get_kind_display()) for guide in found.pages]


def _joined(lines: list[SafeString]) -> SafeString:
    return mark_safe("".join(lines))  # noqa: S308 - each line was escaped when it was made


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
