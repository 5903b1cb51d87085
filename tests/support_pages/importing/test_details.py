"""What the formats bring along besides words: remarks, order, pictures."""

from base64 import b64encode
from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from agency.blocks import PROSE_FEATURES
from agency.blocks.heading import HeadingBlock
from agency.blocks.image import PictureBlock
from agency.blocks.quote import QuoteBlock
from agency.blocks.table import TableBlock
from agency.models import AgencyImage
from support_pages.importing import limits
from support_pages.importing.blocks import form_bytes
from support_pages.importing.convert import read
from support_pages.importing.pictures import Shelf
from support_pages.importing.remarks import Refusal, Remarks
from support_pages.importing.report import ImportResult
from tests.support_pages.importing.conftest import Importer, body_words, kinds_of_block, stored
from tests.support_pages.importing.word_file import document_of
from tests.support_pages.importing.writing import png


def said(result: ImportResult, words: str) -> bool:
    return any(words in warning for warning in result.warnings)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_limits_are_those_of_the_blocks() -> None:
    fields = {
        "HEADING": HeadingBlock().child_blocks["text"],
        "QUOTE_WORDS": QuoteBlock().child_blocks["words"],
        "QUOTE_WHO": QuoteBlock().child_blocks["who"],
        "QUOTE_ROLE": QuoteBlock().child_blocks["role"],
        "CAPTION": PictureBlock().child_blocks["caption"],
        "NOTE": TableBlock().child_blocks["note"],
    }
    for name, block in fields.items():
        assert getattr(limits, name) == block.field.max_length


@pytest.mark.parametrize(
    "line", ["- a\n", "**b** ", "[c](https://example.com/d?e=f) ", "Words, some of them long.\n\n"]
)
def test_what_is_imported_can_be_saved_in_the_editor(line: str) -> None:
    """The form's weight is not underestimated, and a file that exceeds it is refused."""
    blocks = read("a.md", (line * 1_000).encode(), {}).blocks
    editor = ContentstateConverter(features=PROSE_FEATURES)
    assert len(editor.from_database_format(blocks[0][1]).encode()) < form_bytes(blocks) < limits.FORM_BYTES
    assert limits.FORM_BYTES * 1.1 < settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    with pytest.raises(Refusal, match="too_large_to_edit"):
        read("a.md", (line * 6_000).encode(), {})


def test_word_keeps_text_other_programs_pass_over(importer: Importer) -> None:
    box = f"<w:txbxContent>{paragraph('boxed words')}</w:txbxContent>"
    new = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    body = (
        paragraph("First")
        + '<w:p><w:fldSimple w:instr="SEQ"><w:r><w:t>field text</w:t></w:r></w:fldSimple></w:p>'
        + f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{new}</mc:Choice></mc:AlternateContent></w:r></w:p>"
        + "<w:p><m:oMath><m:r><m:t>a=b+c</m:t></m:r></m:oMath></w:p>"
        + "<w:p><w:bdo w:val='rtl'><w:r><w:t>turned</w:t></w:r></w:bdo><w:ins><w:r><w:t> inserted</w:t></w:r></w:ins>"
        + "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>"
        + paragraph("Last")
    )
    result = importer("odd.docx", document_of(body))
    found = body_words(stored(result.page))
    assert found == ["First", "field", "text", "boxed", "words", "a", "b", "c", "turned", "inserted", "Last"]
    assert said(result, "a=b+c")
    assert said(result, "change tracking")
    assert not said(result, "did not arrive")


def test_merged_and_nested_tables_keep_their_words(importer: Importer) -> None:
    html = (
        "<h1>T</h1><table><tr><td rowspan=2>a</td><td colspan=2>b <a href='https://x.example/'>c</a></td></tr>"
        "<tr><td>d</td><td><b>e</b></td></tr></table>"
        "<table><tr><td>f<table><tr><th>g</th><th>h</th></tr><tr><td>i</td><td>j</td></tr></table></td></tr></table>"
    )
    result = importer("t.html", html)
    page = stored(result.page)
    assert body_words(page) == list("abcdefghij")
    assert kinds_of_block(page) == ["table", "text", "table"]
    for words in ("Merged cells", "https://x.example/", "first row became", "only arranges text", "without a caption"):
        assert said(result, words)


def test_unusable_links_lose_their_address_and_say_so(importer: Importer) -> None:
    html = (
        '<h1>T</h1><p><a href="javascript:alert(1)">one</a> <a href="/two">two</a> <a href="#three">three</a> '
        '<a href="mailto:a@example.com">four</a> <a href="https://example.com/?a=1&amp;b=2">five</a></p>'
    )
    result = importer("t.html", html)
    source = stored(result.page).body[0].value.source
    assert source == (
        '<p>one two three <a href="mailto:a@example.com">four</a> '
        '<a href="https://example.com/?a=1&amp;b=2">five</a></p>'
    )
    assert all(said(result, f"“{word}”") for word in ("one", "two", "three"))


def test_what_google_docs_writes_as_classes_is_structure(importer: Importer) -> None:
    html = (
        "<style>.c1{font-weight:700}.c2{color:#000;font-style:italic}.c3{color:red}</style>"
        '<p class="c9 title"><span class="c1">The title</span></p><p class="c4 subtitle"><span>Who it is for</span></p>'
        '<p><span class="c1">bold </span><span class="c2" style="font-weight:bold">both</span><span class="c3"> plain '
        '</span><a href="https://www.google.com/url?q=https://example.com/a?b%3D1&amp;sa=D">link</a> '
        '<a href="https://www.google.com/url?q=javascript:alert(1)&amp;sa=D">no link</a></p>'
        '<ul class="c5 lst-kix_ab-0 start"><li>one</li></ul><ul class="c5 lst-kix_ab-1"><li>two</li></ul>\n'
        '<ul class="c5 lst-kix_ab-2"><li>three</li></ul><ul class="c5 lst-kix_ab-0"><li>four</li></ul>'
        '<ol class="lst-kix_cd-0"><li>five</li></ol><ol class="lst-kix_cd-0" start="2"><li>six</li></ol>'
    )
    page = stored(importer("docs.html", html).page)
    assert (page.title, page.standfirst) == ("The title", "Who it is for")
    assert page.body[0].value.source == (
        '<p><b>bold <i>both</i></b> plain <a href="https://example.com/a?b=1">link</a> no link</p>'
        "<ul><li>one<ul><li>two<ul><li>three</li></ul></li></ul></li><li>four</li></ul>"
        "<ol><li>five</li><li>six</li></ol>"
    )


def test_levels_are_normalised(importer: Importer) -> None:
    page = stored(importer("t.md", "# T\n\n### A\n\nx\n\n#### B\n\nx\n\n###### C\n\nx\n").page)
    levels = [(block.value["text"], block.value["level"]) for block in page.body if block.block_type == "heading"]
    assert levels == [("A", "2"), ("B", "3"), ("C", "3")]


def test_several_first_headings_are_sections(importer: Importer) -> None:
    page = stored(importer("my guide.md", "# One\n\nx\n\n# Two\n\ny\n").page)
    assert page.title == "My guide"
    assert kinds_of_block(page) == ["heading", "text", "heading", "text"]


def test_text_before_the_title_is_not_overtaken(importer: Importer) -> None:
    page = stored(importer("my guide.md", "Before.\n\n# One\n\nAfter.\n").page)
    assert body_words(page) == ["Before", "One", "After"]


def test_long_heading_and_nameless_quote_stay_text(importer: Importer) -> None:
    heading = "Word " * 40
    result = importer("t.html", f"<h1>T</h1><h2>{heading}</h2><blockquote>Nobody said this.</blockquote>")
    page = stored(result.page)
    assert kinds_of_block(page) == ["text"]
    assert body_words(page) == [*heading.split(), "Nobody", "said", "this"]
    assert said(result, "120 characters")
    assert said(result, "names nobody")


def test_extra_cells_of_markdown_are_kept(importer: Importer) -> None:
    result = importer("t.md", "# T\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n")
    assert body_words(stored(result.page)) == ["a", "b", "1", "2", "3", "4"]


def test_pictures_are_looked_at(importer: Importer) -> None:
    tiff = BytesIO()
    Image.new("RGB", (20, 10), "blue").save(tiff, "TIFF")

    def img(data: bytes, kind: str = "png", alt: str = "") -> str:
        return f'<img src="data:image/{kind};base64,{b64encode(data).decode()}"{f" alt={alt}" if alt else ""}>'

    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    html = "".join(
        [
            "<h1>T</h1><p>before ",
            img(png(), alt="desk"),
            " between ",
            img(tiff.getvalue(), "tiff"),
            "</p>",
            img(svg, "svg+xml", alt="drawn"),
            img(b"GIF89a not really", "gif"),
            img(png(), alt="desk"),
            '<img src="https://elsewhere.example/a.png" alt="far"><img src="local.png" alt="near">',
        ]
    )
    result = importer("t.html", html)
    page = stored(result.page)
    assert AgencyImage.objects.count() == 2
    assert sorted(image.file.name.rpartition(".")[2] for image in AgencyImage.objects.all()) == ["png", "png"]
    images = [block.value["image"] for block in page.body if block.block_type == "image"]
    assert [image.contextual_alt_text for image in images] == ["desk", "", "desk"]
    assert [word for word in body_words(page) if word in ("before", "between", "drawn", "far", "near")] == [
        "before",
        "between",
        "drawn",
        "far",
        "near",
    ]
    for words in ("without alternative text", "damaged, or not PNG", "on another site", "not in the file"):
        assert said(result, words)


def test_pictures_no_page_can_carry_are_left_out(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    def img(data: bytes) -> str:
        return f"<img alt=x src='data:image/png;base64,{b64encode(data).decode()}'>"

    wide, heavy = png((6000, 5000)), png() + bytes(limits.PICTURE_BYTES)
    result = importer("t.html", f"<h1>T</h1><p>x{img(wide)}{img(heavy)}{img(png())}</p>")
    assert (AgencyImage.objects.count(), kinds_of_block(stored(result.page))) == (1, ["text", "image"])
    assert said(result, "megapixels was left out. (2 times)")
    shelf = Shelf(Remarks())
    some = [png(colour=colour) for colour in ("red", "blue", "green")]
    monkeypatch.setattr(limits, "ALL_PICTURES_BYTES", len(some[0] + some[1]))
    assert [shelf.put(data) for data in [*some, some[0]]] == ["import:0", "import:1", None, "import:0"]


def test_picture_without_description_keeps_it_a_draft(importer: Importer) -> None:
    html = f'<h1>T</h1><p>x</p><img src="data:image/png;base64,{b64encode(png()).decode()}">'
    result = importer("t.html", html, publish=True)
    assert not result.page.live
    assert said(result, "not published")


@pytest.mark.parametrize("name", ["t.md", "t.html"])
def test_headers_remain_in_order_inside_lists(importer: Importer, name: str) -> None:
    html = "<h1>T</h1>\n<ul><li><p>a</p><blockquote>b</blockquote><ul><li>c</li></ul><p>d</p></li><li><h3>e</h3></li></ul>"
    assert body_words(stored(importer(name, html).page)) == list("abcde")
