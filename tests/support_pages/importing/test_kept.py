"""Text in places a guide has none for: kept as a paragraph where it stood, and listed; the report sees a loss."""

import pytest

from support_pages.importing import html
from support_pages.importing.convert import Draft, read
from support_pages.importing.visible import lost, text_of
from tests.support_pages.importing.conftest import Importer, body_words, stored
from tests.support_pages.importing.test_hostile import check_clean
from tests.support_pages.importing.word_file import document_of, repacked

UNUSUAL = {
    "<svg><text>svg text</text><style>.a{}</style><path d='M0'/></svg>": "svg text",
    "<svg><title>seen</title><text>one</text><text>two</text></svg>": "seen one two",
    "<svg><![CDATA[a <b then c> d]]></svg>": "a <b then c> d",
    "<svg><foreignObject><p>foreign</p></foreignObject></svg>": "foreign",
    "<math><mtext>m</mtext></math>": "m",
    "<math><mi>x</mi><mo>=</mo><mn>2</mn></math>": "x=2",
    "<xmp>if a <b then c> d</xmp>": "if a <b then c> d",
    "<xmp><script>alert(1)</script></xmp>": "<script>alert(1)</script>",
    "<object data=x>fallback</object>": "fallback",
    "<object><p>in a paragraph</p></object>": "in a paragraph",
    "<iframe src=x>framed</iframe>": "framed",
    "<noembed>not embedded</noembed>": "not embedded",
    "<noframes>no frames</noframes>": "no frames",
}
UNSEEN = [
    "<script>unseen()</script>",
    "<style>unseen</style>",
    "<template><p>unseen<template>unseen</template></p></template>",
    "<!-- unseen <xmp> -->",
    "<head><title>unseen</title></head>",
    "<svg><script>unseen</script><path aria-label='unseen'/></svg>",
    "<svg/>",
    "<object data=unseen></object>",
]


def said(draft: Draft, code: str) -> list[str]:
    return [values.get("words", "") for found, values in draft.remarks if found == code]


@pytest.mark.parametrize("markup", UNUSUAL)
def test_unusual_text_is_a_paragraph_in_its_place(markup: str) -> None:
    draft = read("a.html", f"<p>before</p>{markup}<p>after</p>".encode(), {})
    check_clean(draft)
    source = draft.blocks[0][1].replace("<br/>", " ").replace("&lt;", "<").replace("&gt;", ">")
    assert " ".join(source.split()) == f"<p>before</p><p>{UNUSUAL[markup]}</p><p>after</p>"
    assert said(draft, "unusual_kept") == [UNUSUAL[markup]]


def test_plaintext_takes_the_rest() -> None:
    draft = read("a.html", b"<p>before</p><plaintext>the <b>rest", {})
    assert draft.blocks == [("text", "<p>before</p><p>the &lt;b&gt;rest</p>")]
    assert said(draft, "unusual_kept") == ["the <b>rest"]


@pytest.mark.parametrize("markup", UNSEEN)
def test_what_nobody_sees_is_no_text_and_parts_no_paragraph(markup: str) -> None:
    draft = read("a.html", f"<p>not {markup} parted</p>".encode(), {})
    assert (draft.blocks, draft.words) == ([("text", "<p>not parted</p>")], 2)
    assert not said(draft, "unusual_kept")


def test_words_in_do_not_depend_on_the_cleaning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the cleaning may lose one day, the report counts it and names it."""
    monkeypatch.setattr(html, "DROPPED", {*html.DROPPED, "cite"})
    monkeypatch.setattr(html, "TAGS", html.TAGS - {"cite"})
    draft = read("a.html", b"<p>some words <cite>quietly lost</cite></p>", {})
    assert draft.words == 4
    assert said(draft, "words_missing") == ["quietly, lost"]


def test_letters_decide_what_is_lost() -> None:
    assert not lost("one word", "oneword")
    assert lost("one word more", "oneword") == {"one": 1, "word": 1, "more": 1}
    assert text_of("a<b title='>'>b</b>c &amp; d<p x==\"e>f\">g") == 'abc & d f">g'


MARKDOWN = {
    "if a <b then c> d": "if a <b then c> d",
    "Dear <your name>, <T>": "Dear <your name>, <T>",
    "the <title> tag and more": "the <title> tag and more",
    "open <script> and more": "open <script> and more",
    "an <xmp> and more": "an <xmp> and more",
    "<b then c>\nnext": "<b then c> next",
    "<div then c\nnext": "<div then c next",
    "<style>\nnever closed": "<style> never closed",
    "<!-- never closed": "<!-- never closed",
    "<![CDATA[ some data ]]> more": "<![CDATA[ some data ]]> more",
    "a <?some php?> b": "a <?some php?> b",
    "<table then c>\nnext": "<table then c> next",
}


@pytest.mark.parametrize("written", MARKDOWN)
def test_markdown_keeps_what_is_no_tag_as_text(written: str) -> None:
    draft = read("a.md", f"before\n\n{written}\n\nafter".encode(), {})
    check_clean(draft)
    escaped = MARKDOWN[written].replace("<", "&lt;").replace(">", "&gt;")
    assert draft.blocks == [("text", f"<p>before</p><p>{escaped}</p><p>after</p>")]


def test_markdown_keeps_its_tags() -> None:
    written = (
        'a <b>bold</b> <a href="https://a.example/" data-x=1>link</a><br> <b class=x hidden>c</b> <!-- not seen -->\n\n'
        "<div align=center>\n<!-- a --><i>i</i><script>unseen</script></div>\n\n"
        '<svg viewBox="0 0 1 1"><g><text x="1">drawn</text></g></svg>\n\nx <script>unseen()</script> y\n'
    )
    draft = read("a.md", written.encode(), {})
    assert draft.blocks[0][1].startswith(
        '<p>a <b>bold</b> <a href="https://a.example/">link</a><br/><b>c</b></p><p><i>i'
    )
    assert "unseen" not in draft.blocks[0][1]
    assert said(draft, "unusual_kept") == ["drawn"]


STYLE = (
    "<w:style w:type='character' w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Base'><w:basedOn w:val='Secret'/></w:style></w:styles>"
)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_hidden_text_of_word_is_listed(importer: Importer) -> None:
    first = run("shown ") + run("hid", "<w:vanish/>") + run("den", "<w:vanish w:val='true'/>") + run(" more")
    second = run("open", "<w:vanish w:val='0'/>") + run(" styled", "<w:rStyle w:val='Secret'/>")
    third = "<w:pPr><w:pStyle w:val='Base'/></w:pPr>" + run("inherited")
    body = "".join(f"<w:p>{runs}</w:p>" for runs in (first, second, third))
    data = repacked(
        document_of(body),
        {"word/styles.xml": lambda styles: styles.replace(b"</w:styles>", STYLE.encode())},
    )
    result = importer("a.docx", data)
    hidden = [warning.rpartition("“")[2] for warning in result.warnings if "Hidden text" in warning]
    assert hidden == ["hidden”.", "styled”.", "inherited”."]
    assert body_words(stored(result.page)) == ["shown", "hidden", "more", "open", "styled", "inherited"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a long file name.md", "Three plain words."),
        ("a.html", "<title>Of the window</title><p>Three plain words."),
        ("a.md", f"# {'long title ' * 30}\n\nThree plain words."),
    ],
)
def test_title_beside_the_text_is_no_word_out(importer: Importer, name: str, content: str) -> None:
    result = importer(name, content)
    assert result.words_out == result.words_in
