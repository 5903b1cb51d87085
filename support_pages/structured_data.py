"""Structured data of support pages, in the vocabulary of schema.org."""

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from agency.models import ConsultantPage
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
    if page.role:
        others = page.role.titles[1:]
        thing["about"] = {"@type": "Occupation", "name": page.role.name}
        thing["about"] |= {"alternateName": others} if others else {}
    if page.first_published_at:
        thing["datePublished"] = page.first_published_at.isoformat()
        thing["dateModified"] = (page.updated_on or page.first_published_at).isoformat()
    if page.author:
        thing["author"] = person(page.author)
    if page.reviewer:
        thing["reviewedBy"] = person(page.reviewer)
    return thing


def person(consultant: "ConsultantPage") -> dict[str, Any]:
    """A consultant in brief, with the address of their page if it is published."""
    thing = {"@type": "Person", "name": consultant.title, "jobTitle": consultant.role}
    return thing | {"url": consultant.canonical_url} if consultant.live else thing
