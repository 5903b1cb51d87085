"""The PDF of a guide: what is in it, and who gets it."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.models import PageViewRestriction

from support_pages.models import SupportPage
from tests.support_pages.pdfs import fresh, outline, publish, reader, words, work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("run_hooks_on_commit")]


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


def test_headers_of_the_pdf(small: SupportPage) -> None:
    response = Client().get(small.download_url)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{small.slug}.pdf"'
    assert response["Content-Length"] == str(small.download.size)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Link"] == f'<{small.canonical_url}>; rel="canonical"'
    assert not response.cookies
    again = Client().get(small.download_url, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert Client().head(small.download_url).status_code == 200
    assert Client().post(small.download_url).status_code == 405


def test_drafts_and_private_guides_have_none(small: SupportPage) -> None:
    url, file = small.download_url, small.download.file.name
    lock = PageViewRestriction.objects.create(page=small.get_parent(), restriction_type="login")
    assert Client().get(url).status_code == 404
    lock.delete()
    assert Client().get(url).status_code == 200
    SupportPage.objects.get(pk=small.pk).unpublish()
    assert Client().get(url).status_code == 404
    assert default_storage.exists(file)
    work()
    assert not fresh(small).download
    assert Client().get("/no/such/guide.pdf").status_code == 404


def test_renamed_guide_keeps_its_old_pdf_address_working(
    small: SupportPage, django_capture_on_commit_callbacks
) -> None:
    old = small.download_url
    with django_capture_on_commit_callbacks(execute=True):  # Wagtail makes the redirect then
        publish(small, slug="renamed")
    work()
    response = Client().get(old)
    assert response.status_code == 301
    assert response["Location"] == fresh(small).download_url
    assert Client().get(response["Location"]).status_code == 200
