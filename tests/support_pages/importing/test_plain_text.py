"""Plain text: the shape of a finished guide, and text without it."""

import pytest

from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests.support_pages.importing.conftest import Importer, body_words, kinds_of_block, stored
from tests.support_pages.importing.manuscript import WORD

HEAD = ["Salary guide", "What a data engineer costs", "For whoever signs the offer.", "Four questions", "Read on."]
BODY = ["What the market pays", "It depends on the place. " * 8 + "That is all."]
TAIL = ["Related pages", "More on data.", "Setting a salary now?", "Tell us the seat and the place."]


def written(head: list[str] = HEAD, body: list[str] = BODY, tail: list[str] = TAIL, between: str = "\n\n") -> str:
    return between.join([*head, *body, *tail])


def all_words(page: SupportPage) -> list[str]:
    """Title, opening, body and closing as a reader meets them."""
    opening = [page.title, page.standfirst, page.guide_heading, page.guide_introduction]
    closing = [page.closing_question, page.closing_invitation]
    return WORD.findall(" ".join(opening)) + body_words(page) + WORD.findall(" ".join(closing))


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n", "\n\n\n"])
def test_shape_fills_the_fields(importer: Importer, between: str) -> None:
    result = importer("pay.txt", written(between=between))
    page = stored(result.page)
    assert page.kind == Kind.SALARY_GUIDE
    assert [page.title, page.standfirst, page.guide_heading, page.guide_introduction] == HEAD[1:]
    assert [page.closing_question, page.closing_invitation] == TAIL[2:]
    assert all_words(page) == WORD.findall(" ".join([*HEAD[1:], *BODY, *TAIL]))


@pytest.mark.parametrize("label", ["SALARY GUIDE", "Salary guide:", "Salary guides"])
def test_label_is_read_as_written(importer: Importer, label: str) -> None:
    assert importer("pay.txt", written(head=[label, *HEAD[1:]])).page.kind == Kind.SALARY_GUIDE


def test_given_kind_overrules_the_label(importer: Importer) -> None:
    assert importer("pay.txt", written(), kind=Kind.MARKET_MAP).page.kind == Kind.MARKET_MAP


def test_unknown_label_stays_in_the_text(importer: Importer) -> None:
    result = importer("pay.txt", written(head=["Support page", *HEAD[1:]]))
    page = stored(result.page)
    assert page.title == HEAD[1]
    assert body_words(page)[:2] == ["Support", "page"]
    assert any("Support page" in warning for warning in result.warnings)


def test_text_without_the_shape_is_text(importer: Importer) -> None:
    text = "It began with one sentence that is a paragraph.\n\nAnd a second one follows it."
    result = importer("some-notes_of mine.txt", text)
    page = stored(result.page)
    assert page.title == "Some notes of mine"
    assert (page.standfirst, page.guide_heading, page.closing_question) == ("", "", "")
    assert body_words(page) == WORD.findall(text)
    assert any("file’s name" in warning for warning in result.warnings)


@pytest.mark.parametrize("place", range(1, 5))
def test_field_that_is_too_long_is_kept_in_the_text(importer: Importer, place: int) -> None:
    head = [*HEAD]
    head[place] = ("Long words that no field can hold " * 12).strip() + ("." if place in (2, 4) else "")
    result = importer("pay.txt", written(head=head))
    page = stored(result.page)
    expected = WORD.findall(" ".join([*head[1:], *BODY, *TAIL]))
    found = all_words(page)
    if place == 1:
        assert page.title.endswith("…")
        found = body_words(page) + WORD.findall(f"{page.closing_question} {page.closing_invitation}")
    assert found == expected
    assert any("characters" in warning for warning in result.warnings)


@pytest.mark.parametrize("place", [2, 3])
def test_closing_text_that_is_too_long_is_kept_in_order(importer: Importer, place: int) -> None:
    tail = [*TAIL]
    tail[place] = "Tell us everything about the seat " * 20 + "now"
    result = importer("pay.txt", written(tail=tail))
    assert all_words(stored(result.page)) == WORD.findall(" ".join([*HEAD[1:], *BODY, *tail]))
    assert any("characters" in warning for warning in result.warnings)


def test_lists_headings_and_addresses(importer: Importer) -> None:
    text = (
        "What to ask\n\nOpen with these, from https://example.com/list, all of them:\n\n"
        "• the need\n  • who has it\n• the pay\n\n1. first\n2. second\n   goes on\n\n7. is not a list.\n\n"
        "Berlin\n\nParis\n\nRome\n\nThose were three places, not headings.\n\n"
        "A part\n\nWith <script>alert(1)</script> as text & more."
    )
    page = stored(importer("ask.txt", text).page)
    assert page.title == "What to ask"
    assert kinds_of_block(page) == ["text", "heading", "text"]
    first, heading, last = [block.value for block in page.body]
    assert heading["text"] == "A part"
    assert '<a href="https://example.com/list">' in first.source
    assert "<ul><li>the need<ul><li>who has it</li></ul></li><li>the pay</li></ul>" in first.source
    assert "<ol><li>first</li><li>second goes on</li></ol><p>7. is not a list.</p>" in first.source
    assert "&lt;script&gt;" in last.source


def test_wrapped_lines_are_joined_and_single_ones_are_not(importer: Importer) -> None:
    line = "A line that an editor broke where the window ended, as they all do today"
    text = "\n\n".join(["\n".join([line] * 4 + ["and ends here."])] * 3)
    page = stored(importer("wrapped.txt", text).page)
    assert page.body[0].value.source.count("<p>") == 3
    page = stored(importer("lines.txt", "Mandate: one seat.\nPlace: Berlin, or close to it.\nPay: said below.").page)
    assert page.body[0].value.source.count("<p>") == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(importer: Importer, encoding: str) -> None:
    result = importer("cafe.txt", "The café in Zürich costs £5, which nobody pays.".encode(encoding))
    assert body_words(stored(result.page)) == ["The", "café", "in", "Zürich", "costs", "5", "which", "nobody", "pays"]
    assert bool(result.warnings and any("letters" in warning for warning in result.warnings)) == (encoding == "cp1252")
