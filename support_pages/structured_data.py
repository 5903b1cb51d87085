"""Structured data of support pages, in the vocabulary of schema.org."""

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from support_pages.models import SupportPage


def article(page: "SupportPage") -> dict[str, Any]:
    """The guide as an article that is about its specialism."""
    thing: dict[str, Any] = {
        "@type": "Article",
        "@id": f"{page.canonical_url}#article",
        "headline": page.title,
        "articleSection": page.get_kind_display(),
        "wordCount": page.word_count,
        "mainEntityOfPage": {"@id": page.canonical_url},
        "publisher": {"@id": f"{settings.BASE_URL}/#agency"},
    }
    if page.canonical.live:
        thing["isPartOf"] = {"@id": f"{settings.BASE_URL}{page.canonical.url}"}
    if page.first_published_at:
        thing["datePublished"] = page.first_published_at.isoformat()
    if page.last_published_at:
        thing["dateModified"] = page.last_published_at.isoformat()
    if page.reviewer:
        thing["reviewedBy"] = {"@type": "Person", "name": page.reviewer.title}
    return thing
