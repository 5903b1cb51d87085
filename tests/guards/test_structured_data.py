"""The structured data of every page is valid JSON-LD about absolute addresses of this site."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests.guards.conftest import DOCUMENTS, OF_PAGES, Document

pytestmark = pytest.mark.django_db

ADDRESSES = {"@id", "url", "item", "image", "logo", "sameAs", "mainEntityOfPage"}


def data_of(document: Document) -> list[dict[str, Any]]:
    """The JSON-LD documents on a page."""
    return [json.loads(block.string) for block in document.soup.find_all("script", type="application/ld+json")]


def pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key with its value, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from pairs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from pairs(inner)


@pytest.mark.parametrize("name", OF_PAGES)
def test_every_page_describes_itself_once(documents: dict[str, Document], name: str) -> None:
    (graph,) = data_of(documents[name])
    assert graph["@context"] == "https://schema.org"
    types = [thing["@type"] for thing in graph["@graph"]]
    assert types.count("WebPage") == types.count("EmploymentAgency") == 1
    canonical = documents[name].soup.find("link", rel="canonical")["href"]
    page = next(thing for thing in graph["@graph"] if thing["@type"] == "WebPage")
    assert page["@id"] == page["url"] == canonical


@pytest.mark.parametrize("name", DOCUMENTS)
def test_ids_and_addresses_are_absolute(documents: dict[str, Document], name: str) -> None:
    for key, value in pairs(data_of(documents[name])):
        if key in ADDRESSES and isinstance(value, str):
            assert value.startswith(f"{settings.BASE_URL}/"), f"{key}: {value}"
            assert urlsplit(value).path
            assert "None" not in value


@pytest.mark.parametrize("name", OF_PAGES)
def test_every_reference_is_described_or_another_page(documents: dict[str, Document], name: str) -> None:
    """A bare reference with a fragment must point at something on this page or at the agency."""
    (graph,) = data_of(documents[name])
    described = {thing["@id"] for thing in graph["@graph"] if "@id" in thing}
    for key, value in pairs(graph["@graph"]):
        if isinstance(value, dict) and set(value) == {"@id"} and "#" in value["@id"]:
            assert value["@id"] in described, f"{key}: {value}"


@pytest.mark.parametrize("name", OF_PAGES)
def test_nothing_is_empty(documents: dict[str, Document], name: str) -> None:
    for key, value in pairs(data_of(documents[name])):
        assert value not in ("", None, [], {}), key


@pytest.mark.parametrize("name", OF_PAGES)
def test_social_addresses_are_absolute(documents: dict[str, Document], name: str) -> None:
    soup = documents[name].soup
    for key in ("og:url", "og:image"):
        for tag in soup.find_all("meta", property=key):
            assert tag["content"].startswith(f"{settings.BASE_URL}/"), tag
    assert soup.find("meta", property="og:title")["content"]
