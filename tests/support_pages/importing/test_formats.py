"""One guide in four formats: no word lost, the structure kept, a draft made."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from agency.blocks import PROSE_FEATURES
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests.support_pages.importing.conftest import Importer, body_words, kinds_of_block, stored
from tests.support_pages.importing.manuscript import ALT, CALL, NOTES, RELATED, WORD, Manuscript, manuscript, texts
from tests.support_pages.importing.word_file import as_docx
from tests.support_pages.importing.writing import as_html, as_markdown, as_text, parts_of

guide = manuscript()


def noted_words(guide: Manuscript) -> list[str]:
    """The words with a note's number behind each of the first paragraphs, and the notes at the end."""
    found: list[str] = []
    numbers = iter(range(1, len(NOTES) + 1))
    for part in guide.parts:
        found += texts([part])
        if part[0] == "p":
            found.append(str(next(numbers, "")))
    return WORD.findall(" ".join([*found, "Notes", *NOTES]))


def check_structure(page: SupportPage) -> None:
    """Headings, lists, tables, links, emphasis and the picture are what they were."""
    headings = [(block.value["text"], block.value["level"]) for block in page.body if block.block_type == "heading"]
    expected = [(text, kind[1]) for kind, text in parts_of(guide, "h2", "h3")]
    assert [found for found in headings if found[0] != "Notes"] == expected
    anchors = [block.value["anchor"] for block in page.body if block.block_type == "heading"]
    assert all(anchors)
    assert len(set(anchors)) == len(anchors)
    tables = [block.value["table"] for block in page.body if block.block_type == "table"]
    assert len(tables) == len(parts_of(guide, "table"))
    assert [column["heading"] for column in tables[0].columns] == parts_of(guide, "table")[0][1]["header"]
    prose = BeautifulSoup("".join(b.value.source for b in page.body if b.block_type == "text"), "html.parser")
    links = {run[2] for _kind, runs in parts_of(guide, "p") for run in runs if run[2]}
    assert links <= {tag["href"] for tag in prose.find_all("a")}
    assert prose.find("b")
    assert prose.find("i", string="say")
    nested = prose.find("li", string=lambda text: text == "Two, by telephone") or prose.find(
        string="Two, by telephone"
    )
    assert len(nested.find_parents("ul")) >= 2
    quote = next(block.value for block in page.body if block.block_type == "quote")
    assert (quote["who"], quote["role"]) == ("Ines Okafor", "Partner")
    image = next(block.value for block in page.body if block.block_type == "image")["image"]
    assert image.contextual_alt_text == ALT
    assert (image.width, image.height) == (64, 48)


def test_manuscript_is_as_long_as_a_real_guide() -> None:
    assert len(guide.words()) > 2500
    assert {kind for kind, _value in guide.parts} >= {"h2", "h3", "p", "ul", "table", "quote", "image"}


def test_plain_text_fills_the_page(importer: Importer) -> None:
    result = importer("guide.txt", as_text(guide))
    page = stored(result.page)
    assert not page.live
    assert (page.kind, page.title, page.standfirst) == (Kind.HIRING_GUIDE, guide.title, guide.standfirst)
    assert (page.guide_heading, page.guide_introduction) == (guide.heading, guide.introduction)
    assert (page.closing_question, page.closing_invitation) == CALL
    assert body_words(page) == [*guide.words(), *WORD.findall(" ".join(RELATED))]
    found = [block.value["text"] for block in page.body if block.block_type == "heading"]
    assert set(found) >= {text for _kind, text in parts_of(guide, "h2", "h3") if not text.endswith("?")}
    assert len(found) <= len(parts_of(guide, "h2", "h3"))
    assert result.words_in == result.words_out
    assert any(RELATED[0] in warning for warning in result.warnings)


@pytest.mark.parametrize("name", ["guide.md", "guide.docx"])
def test_no_word_is_lost_and_footnotes_are_kept(importer: Importer, name: str) -> None:
    result = importer(name, as_markdown(guide) if name.endswith("md") else as_docx(guide))
    page = stored(result.page)
    assert page.title == guide.title
    assert not page.live
    assert body_words(page) == noted_words(guide)
    check_structure(page)
    assert "did not arrive" not in " ".join(result.warnings)
    assert result.words_out >= result.words_in > 2500


@pytest.mark.parametrize("name", ["guide.html", "guide.docx"])
def test_subtitle_is_the_standfirst_and_captions_reach_their_tables(importer: Importer, name: str) -> None:
    page = stored(importer(name, as_html(guide) if name.endswith("html") else as_docx(guide)).page)
    assert page.standfirst == guide.standfirst
    captions = [block.value["table"].caption for block in page.body if block.block_type == "table"]
    assert captions == [value["caption"] for _kind, value in parts_of(guide, "table")]


def test_html_keeps_every_word(importer: Importer) -> None:
    result = importer("guide.html", as_html(guide))
    page = stored(result.page)
    assert (page.title, page.standfirst) == (guide.title, guide.standfirst)
    assert body_words(page) == guide.words()
    check_structure(page)
    assert result.words_in == result.words_out


def test_published_guide_shows_every_word_to_readers(importer: Importer, brand) -> None:
    result = importer("guide.md", as_markdown(guide), publish=True)
    assert result.page.live, result.warnings
    response = Client().get(result.page.url)
    article = BeautifulSoup(response.content, "html.parser").find("article", class_="prose")
    opening = WORD.findall(f"{result.page.guide_heading} {result.page.guide_introduction}")
    expected = [*opening, *noted_words(guide)]
    assert WORD.findall(article.get_text(" "))[: len(expected)] == expected


def test_editor_keeps_what_was_imported(importer: Importer) -> None:
    page = stored(importer("guide.docx", as_docx(guide)).page)
    editor = ContentstateConverter(features=PROSE_FEATURES)
    for block in page.body:
        if block.block_type == "text":
            again = editor.to_database_format(editor.from_database_format(block.value.source))
            before, after = (BeautifulSoup(html, "html.parser") for html in (block.value.source, again))
            assert WORD.findall(after.get_text(" ")) == WORD.findall(before.get_text(" "))
            assert [len(tag.find_parents("ul")) for tag in after.find_all("li")] == [
                len(tag.find_parents("ul")) for tag in before.find_all("li")
            ]


def test_kinds_of_block_follow_the_text(importer: Importer) -> None:
    page = importer(
        "a.md", "# A\n\nOne.\n\n## B\n\nTwo.\n\n- three\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\nFour.\n"
    ).page
    assert kinds_of_block(page) == ["text", "heading", "text", "table", "text"]
