"""What editors recommend for a question, kept by Wagtail's own screens: Settings → Promoted search results."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.search.utils import normalise_query_string

from support_pages.search.finding import visible

MOST = 3


@dataclass(frozen=True)
class Recommendation:
    """A page of ours or an address elsewhere; ``page`` is the primary key of the former."""

    title: str
    address: str
    summary: str
    page: int | None = None


def promoted(questions: Iterable[str]) -> list[Recommendation]:
    """What is recommended for any of these wordings of one question. One query, three if there is something."""
    wanted = {normalise_query_string(question) for question in questions}
    picks = SearchPromotion.objects.filter(query__query_string__in=wanted).order_by("sort_order", "pk")
    rows = list(picks[: MOST * 2])
    pages = visible({pick.page_id for pick in rows if pick.page_id}) if rows else {}
    found = []
    for pick in rows:
        page = pages.get(pick.page_id)
        if page:
            found.append(Recommendation(page.title, page.url or "", pick.description, page.pk))
        elif not pick.page_id and pick.external_link_url:
            found.append(Recommendation(pick.external_link_text or "", pick.external_link_url, pick.description))
    return found[:MOST]
