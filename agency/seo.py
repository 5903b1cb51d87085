"""Structured data for search engines, as dictionaries in the vocabulary of schema.org.

Each function takes a page and returns objects without ``@context``; ``graph`` wraps them into one JSON-LD document.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from agency.models import BasePage, ConsultantPage

Thing = dict[str, Any]


def graph(things: list[Thing]) -> Thing:
    """One JSON-LD document from schema.org objects."""
    return {"@context": "https://schema.org", "@graph": things}


def organization(page: "BasePage") -> Thing:
    """The agency, from the brand settings."""
    brand = page.brand
    thing: Thing = {
        "@type": "EmploymentAgency",
        "@id": f"{settings.BASE_URL}/#agency",
        "name": brand.name,
        "url": f"{settings.BASE_URL}/",
    }
    optional = {"slogan": brand.strapline, "email": brand.email, "telephone": brand.telephone}
    return thing | {key: value for key, value in optional.items() if value}


def web_page(page: "BasePage") -> Thing:
    """The page itself."""
    thing: Thing = {
        "@type": "WebPage",
        "@id": page.canonical_url,
        "url": page.canonical_url,
        "name": page.meta_title,
        "isPartOf": {"@id": f"{settings.BASE_URL}/#agency"},
    }
    if page.meta_description:
        thing["description"] = page.meta_description
    return thing


def with_parts(things: list[Thing], page: "BasePage", parts: "Sequence[BasePage]") -> list[Thing]:
    """The objects that describe a page, where the page itself names the pages that belong to it.

    Aliases among them don't: they belong where their originals stand.
    """
    named = [{"@id": part.canonical_url} for part in parts if not part.alias_of_id]
    if not named:
        return things
    return [thing | {"hasPart": named} if thing.get("@id") == page.canonical_url else thing for thing in things]


def breadcrumb_list(page: "BasePage") -> list[Thing]:
    """The canonical thread from the top to the page; nothing for home."""
    trail = [(title, f"{settings.BASE_URL}{url}") for title, url in page.trail]
    if page.url == "/":
        return []
    trail.append((page.list_title, page.canonical_url))
    return [
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "item": url}
                for position, (name, url) in enumerate(trail, start=1)
            ],
        }
    ]


def person(page: "ConsultantPage") -> Thing:
    """A consultant."""
    return {
        "@type": "Person",
        "@id": f"{page.canonical_url}#person",
        "name": page.title,
        "jobTitle": page.role,
        "url": page.canonical_url,
        "worksFor": {"@id": f"{settings.BASE_URL}/#agency"},
    }
