"""Raw StreamField data is walked along its blocks, and whatever else is in the database is left out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks import CharBlock, IntegerBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from agency.models import PlainPage
from agency.raw_content import is_id, of_page, pieces
from tests import factories

TABLE = TypedTableBlock([("word", CharBlock()), ("count", IntegerBlock())])
BLOCK = StreamBlock(
    [
        ("text", RichTextBlock()),
        ("list", ListBlock(CharBlock())),
        ("pair", StructBlock([("left", CharBlock()), ("right", ListBlock(StructBlock([("text", RichTextBlock())])))])),
        ("table", TABLE),
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "value", "left", "right", "text", "columns", "rows", "values", "x"]), inner
        )
    ),
    max_leaves=20,
)


def leaves(raw: Any) -> list[tuple[type, Any]]:
    """The pieces that hold no others: the types of their blocks, and what they hold."""
    return [(type(block), value) for block, value in pieces(BLOCK, raw) if not isinstance(value, list | dict)]


def test_everything_is_found_in_order_with_its_block() -> None:
    columns = [{"type": "word", "heading": "Word"}, {"type": "count", "heading": "Count"}]
    raw = [
        {"type": "text", "value": "<p>a</p>", "id": "1"},
        {"type": "list", "value": [{"type": "item", "value": "b", "id": "2"}, "c"]},
        {"type": "pair", "value": {"right": [{"text": "d"}, {"type": "item", "value": {"text": "e"}}], "left": "f"}},
        {"type": "table", "value": {"columns": columns, "rows": [{"values": ["g", 1]}, {"values": ["h", 2]}]}},
    ]
    assert leaves(raw) == [
        (RichTextBlock, "<p>a</p>"),
        (CharBlock, "b"),
        (CharBlock, "c"),
        (CharBlock, "f"),
        (RichTextBlock, "d"),
        (RichTextBlock, "e"),
        (CharBlock, "g"),
        (IntegerBlock, 1),
        (CharBlock, "h"),
        (IntegerBlock, 2),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "[]",
        7,
        {"type": "text", "value": "x"},
        [None, 3, "text", ["text"]],
        [{"value": "no type"}, {"type": "gone", "value": "x"}, {"type": ["text"], "value": "x"}, {"type": None}],
        [{"type": "list", "value": "x"}, {"type": "pair", "value": ["x"]}, {"type": "table", "value": [1]}],
        [{"type": "table", "value": {"columns": None, "rows": 4}}, {"type": "table", "value": {}}],
        [{"type": "table", "value": {"columns": [None, {"type": {}}], "rows": [None, {"values": 3}, {}]}}],
    ],
)
def test_what_does_not_fit_is_left_out(raw: Any) -> None:
    assert all(not isinstance(value, str) or value in {"[]", "x"} for _block, value in pieces(BLOCK, raw))


@given(
    JSON
    | st.lists(
        st.builds(
            lambda kind, value: {"type": kind, "value": value}, st.sampled_from(sorted(BLOCK.child_blocks)), JSON
        ),
        max_size=5,
    )
)
def test_no_data_whatever_stops_the_walk(raw: Any) -> None:
    assert next(pieces(BLOCK, raw)) == (BLOCK, raw) or raw != raw
    list(pieces(BLOCK, raw))


@pytest.mark.parametrize("raw", [1, 10**18 - 1])
def test_whole_numbers_are_ids(raw: int) -> None:
    assert is_id(raw)


@pytest.mark.parametrize("raw", [0, -1, 10**18, True, 1.0, "1", None, [1]])
def test_nothing_else_is_an_id(raw: Any) -> None:
    assert not is_id(raw)


@pytest.mark.django_db
def test_page_gives_the_fields_it_is_asked_for(home) -> None:
    page: PlainPage = factories.PlainPageFactory(parent=home)
    assert any(value for _block, value in of_page(page))
    assert list(of_page(page, leave_out=frozenset({"body"}))) == []
