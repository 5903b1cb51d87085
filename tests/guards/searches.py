"""The page of results in each of its shapes, for the guards."""

from collections.abc import Callable
from typing import Any

from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from support_pages.models import SupportPage
from support_pages.search.keeping import rebuild

SEARCHES = {
    "search": {},
    "search with results": {"q": "guide"},
    "search narrowed down": {"q": "guide", "kind": "hiring_guide"},
    "search corrected": {"q": "enginer guyde"},
    "search without results": {"q": "xyzzy"},
}
"""What is asked, by the name of the document."""


def photograph_searches(take: Callable[..., Any], guide: SupportPage) -> None:
    """Each, on a site whose search has read everything and recommends a guide."""
    for _done in rebuild():
        pass
    SearchPromotion.objects.create(query=Query.get("guide"), page=guide, description="Begin here.")
    for name, sent in SEARCHES.items():
        take(name, lambda client, sent=sent: client.get("/search/", sent))
