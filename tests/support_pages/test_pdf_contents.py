"""What is in the PDF of a guide."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client, override_settings
from wagtail.models import Site

from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.pdfs import filled, fresh, outline, pay_survey, reader, searches, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def printed(
    django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, int]]:
    """One guide with everything in it and its PDF for all tests that only read them; all gone afterwards."""
    folder = tmp_path_factory.mktemp("printed")
    with override_settings(MEDIA_ROOT=folder), django_db_blocker.unblock(), transaction.atomic():
        home = factories.site()
        factories.brand()
        directory = factories.SpecialismIndexPageFactory(parent=home)
        specialism = factories.SpecialismPageFactory(parent=directory, title="Machine Learning")
        guide = factories.SupportPageFactory(parent=specialism, title="Machine Learning Engineer")
        people = factories.ConsultantIndexPageFactory(parent=home)
        author = factories.ConsultantPageFactory(parent=people, title="Ines Okafor")
        yield folder, filled(guide, author, pay_survey(specialism), searches()).pk
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def full(printed: tuple[Path, int], settings) -> SupportPage:
    """That guide, its files where the site looks for them."""
    settings.MEDIA_ROOT, guide = printed
    return fresh(SupportPage.objects.get(pk=guide))


def test_pdf_is_tagged_titled_and_in_english(full: SupportPage) -> None:
    root = reader(full).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader(full).metadata.title == full.title
    assert reader(full).metadata.author == "Ines Okafor"
    assert b"pdfuaid" in reader(full).xmp_metadata.stream.get_data()


def test_bookmarks_are_the_headings_of_the_page_in_order(full: SupportPage) -> None:
    soup = BeautifulSoup(Client().get(full.url).content, "html.parser")
    headings = [soup.h1, *soup.article.find_all(["h2", "h3", "h4"])]
    titles = [" ".join(heading.get_text().split()) for heading in headings]
    assert list(outline(reader(full).outline)) == titles
    assert titles[0] == full.title
    assert titles[-2:] == ["What changed", "Sources"]
    assert len(titles) > 4


def test_tags_hold_the_headings_in_order(full: SupportPage) -> None:
    """What a screen reader walks through, not only what the panel of bookmarks shows."""
    found: list[str] = []

    def walk(element) -> None:
        element = element.get_object()
        if not hasattr(element, "get"):
            return
        if element.get("/S", "") in {"/H1", "/H2", "/H3", "/H4", "/Table", "/TH", "/L", "/Figure"}:
            found.append(element["/S"])
        children = element.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            walk(child)

    walk(reader(full).trailer["/Root"]["/StructTreeRoot"])
    soup = BeautifulSoup(Client().get(full.url).content, "html.parser")
    headings = [soup.h1, *soup.article.find_all(["h2", "h3", "h4"])]
    assert [tag for tag in found if tag.startswith("/H")] == [f"/{heading.name.upper()}" for heading in headings]
    assert {"/Table", "/TH", "/L", "/Figure"} <= set(found)


def test_sources_are_listed_at_the_end(full: SupportPage) -> None:
    text = words(full)
    end = text[text.rindex("Sources") :]
    for line in (
        "Searches completed, Throughline",
        "30 September 2026",
        "https://figures.example/searches",
        "Pay survey",
        "30 June 2026",
        "The Act",
        "https://law.example/act?a=1&b=2",
    ):
        assert line in end, end
    assert "New bands." in text
    assert text.rindex("What changed") < text.rindex("Sources")


def test_page_lists_the_same_sources_and_offers_the_pdf(full: SupportPage) -> None:
    soup = BeautifulSoup(Client().get(full.url).content, "html.parser")
    lines = [" ".join(item.get_text(" ").split()) for item in soup.select(".sources li")]
    assert any(line.startswith("Searches completed, Throughline") for line in lines)
    assert len(set(lines)) == len(lines)
    assert soup.select(".sources a")[-1]["href"] == "https://law.example/act?a=1&b=2"
    link = soup.select_one(".take-away a")
    assert link["href"] == full.download_url
    offered = " ".join(soup.select_one(".take-away").get_text().split())
    pages, size = full.download.pages, round(full.download.size / 1000)
    assert offered == f"Download as PDF ({pages} pages, {size} KB)"
    assert len(reader(full).pages) == pages


def test_every_word_of_the_page_is_in_the_pdf(full: SupportPage) -> None:
    soup = BeautifulSoup(Client().get(full.url).content, "html.parser")
    paragraphs = [item.get_text() for item in soup.article.select("p, li, dd, h2, h3")]
    hidden = [item.get_text() for item in soup.article.select(".call p, .call *")]
    wanted = {word for text in paragraphs if text not in hidden for word in text.split()}
    text = words(full).replace("\xad", "")
    joined = text.replace("- ", "-").replace(" ", "")
    assert not [word for word in wanted if word not in joined]
