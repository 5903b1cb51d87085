"""Pages with pay tables, and what is on them."""

from bs4 import BeautifulSoup, Tag
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from specialisms.models import Level, SpecialismPage
from tests import factories

PLACES = ["London", "Berlin", "Zurich", "Paris", "Dublin"]
CURRENCIES = {"London": "GBP", "Zurich": "CHF"}


def with_tables(page: Page, *tables: dict) -> Page:
    """The page with these pay tables as its body."""
    block = page._meta.get_field("body").stream_block
    page.body = block.to_python([{"type": "pay_table", "value": {"caption": "Base pay", **one}} for one in tables])
    page.save()
    return page


def fill(specialism: SpecialismPage, count: int) -> None:
    """So many bands over five places and all levels, each with a role of its own where the rest repeats."""
    for number in range(count):
        place = PLACES[number % 5]
        factories.pay_band(
            specialism,
            role=factories.role(f"Engineer {number // 40}"),
            place=place,
            level=Level.values[number // 5 % 8],
            currency=CURRENCIES.get(place, "EUR"),
            p25=50_000 + number * 1000,
            p50=60_000 + number * 1000,
            p75=75_000 + number * 1000,
        )


def soup(url: str) -> BeautifulSoup:
    """The page as a visitor gets it."""
    response = Client().get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def queries(url: str) -> list[str]:
    """The queries of one request with nothing cached."""
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def rows(found: Tag) -> list[list[str]]:
    """The words of every body row, drawings left out."""
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in found.select("tbody tr")
    ]
