"""Words, minutes and sections of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agency.blocks import BodyBlock
from agency.reading import WORDS_PER_MINUTE, Section, body_words, minutes, sections, words
from tests import factories


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("", 0),
        ("<p></p>", 0),
        ("One two three", 3),
        ("<p>One</p><p>two</p>", 2),
        ("<ul><li>One</li><li>two three</li></ul>", 3),
        ("<p>One <b>two</b><br>three</p>", 3),
        ("47 days, £88k: P25–P75", 4),
        ("non-breaking\u00a0space", 2),
        ("Ärztinnen und Ärzte", 3),
    ],
)
def test_words_are_counted_between_white_space(html: str, count: int) -> None:
    assert words(html) == count


plain_words = st.lists(st.text("abcdefgäöü0123456789-,.", min_size=1, max_size=12), max_size=60)


@given(plain_words)
def test_tags_neither_add_words_nor_join_them(spoken: list[str]) -> None:
    assert words(" ".join(spoken)) == len(spoken)
    assert words("".join(f"<p>{word}</p>" for word in spoken)) == len(spoken)
    assert words(*spoken) == len(spoken)


@given(st.integers(min_value=0, max_value=100_000))
def test_minutes_are_whole_and_at_least_one(count: int) -> None:
    assert minutes(count) >= 1
    assert (minutes(count) - 1) * WORDS_PER_MINUTE <= count <= minutes(count) * WORDS_PER_MINUTE or count == 0


def test_minutes_of_a_long_guide() -> None:
    assert [minutes(count) for count in (0, 1, 238, 239, 2380, 2381)] == [1, 1, 1, 2, 10, 11]


def body(*blocks: tuple[str, object]):
    """A body of these blocks."""
    block = BodyBlock()
    return block.clean(block.to_python([{"type": kind, "value": value} for kind, value in blocks]))


def test_words_of_every_block_count() -> None:
    """What a reader reads in a quote, a list, a table or an answer takes time like a paragraph."""
    assert body_words(body(("text", "<p>One two.</p>"))) == 2
    assert body_words(body(("heading", {"text": "Three words here", "level": "2", "anchor": ""}))) >= 3
    assert body_words(body(("quote", {"words": "Four words in all", "who": "Ann", "role": ""}))) >= 5
    assert body_words(body(("checklist", {"title": "To do", "items": ["one", "two three"]}))) == 5
    pair = {"question": "How long?", "answer": "<p>Seven weeks.</p>"}
    assert body_words(body(("questions", {"title": "Time", "items": [pair]}))) == 5
    assert body_words(body(("facts", [{"label": "Offer", "value": "47 days", "note": ""}]))) >= 3


@pytest.mark.django_db
def test_guide_counts_its_words_when_it_is_saved(guide) -> None:
    assert guide.word_count == words(
        "What the role is for and what it costs.", guide.guide_heading, "Read this first."
    ) + (body_words(guide.body))
    longer = [("text", f"<p>{'word ' * 1000}</p>")]
    guide.body = body(*longer)
    guide.save()
    guide.refresh_from_db()
    assert 1000 < guide.word_count < 1030
    assert guide.minutes == 5


@pytest.mark.django_db
def test_saving_without_the_body_keeps_the_count(guide) -> None:
    before = guide.word_count
    light = type(guide).objects.defer_streamfields().get(pk=guide.pk)
    light.title = "Renamed"
    light.save()
    guide.refresh_from_db()
    assert (guide.title, guide.word_count) == ("Renamed", before)


def test_sections_are_the_headings_of_the_second_level() -> None:
    found = sections(
        body(
            ("heading", {"text": "First", "level": "2", "anchor": ""}),
            ("text", "<p>Text.</p>"),
            ("heading", {"text": "Part", "level": "3", "anchor": ""}),
            ("heading", {"text": "Second", "level": "2", "anchor": "kept"}),
        )
    )
    assert found == [Section("first", "First"), Section("kept", "Second")]


def test_sections_of_every_block_match_the_page() -> None:
    assert [section.anchor for section in sections(factories.every_block())] == ["what-the-role-owns"]
