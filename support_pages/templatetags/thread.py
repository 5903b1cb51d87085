"""The canonical thread, for templates of any app."""

from collections import Counter

from django import template

from specialisms.models import SpecialismPage
from support_pages import cluster
from support_pages.models import SupportPage

register = template.Library()


@register.simple_tag
def cluster_of(canonical: SpecialismPage) -> cluster.Cluster:
    """The live support pages of a specialism."""
    return cluster.cluster_of(canonical)


@register.simple_tag
def related_in(found: cluster.Cluster, page: SupportPage) -> list[SupportPage]:
    """What to read next in the same cluster."""
    return found.related_to(page)


@register.simple_tag
def guide_counts() -> Counter[str]:
    """How many support pages lie under each specialism, by tree path."""
    return cluster.guide_counts()


@register.filter
def under(counts: Counter[str], page: SpecialismPage) -> int:
    """The count for one specialism."""
    return counts[page.path]
