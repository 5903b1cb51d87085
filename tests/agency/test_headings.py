"""The anchors of headings: unique in a page, and the same for ever, whatever happens to the words."""

import re
import string

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks import StreamValue

from agency.blocks import BodyBlock
from agency.blocks.heading import RESERVED

ANCHOR = re.compile(r"^[a-z0-9_]+(-[a-z0-9_]+)*$|^[a-z0-9_-]+$")
BLOCK = BodyBlock()

texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60).filter(str.strip)


def cleaned(*headings: tuple[str, str]) -> StreamValue:
    """A saved body of headings, given as text and anchor."""
    raw = [{"type": "heading", "value": {"text": text, "level": "2", "anchor": anchor}} for text, anchor in headings]
    return BLOCK.clean(BLOCK.to_python(raw))


def anchors(value: StreamValue) -> list[str]:
    """The anchors of a body's headings."""
    return [child.value["anchor"] for child in value if child.block_type == "heading"]


def test_anchor_is_made_from_the_text() -> None:
    assert anchors(cleaned(("What the role owns", ""))) == ["what-the-role-owns"]


@given(st.lists(texts, max_size=12))
def test_anchors_are_unique_and_fit_for_an_address(words: list[str]) -> None:
    found = anchors(cleaned(*((text, "") for text in words)))
    assert len(found) == len(words) == len(set(found))
    assert all(ANCHOR.match(anchor) for anchor in found)


@given(st.lists(texts, min_size=1, max_size=8), st.data())
def test_anchors_stay_when_words_change(words: list[str], data: st.DataObject) -> None:
    before = anchors(cleaned(*((text, "") for text in words)))
    reworded = data.draw(st.lists(texts, min_size=len(words), max_size=len(words)))
    assert anchors(cleaned(*zip(reworded, before, strict=True))) == before


@given(st.lists(texts, min_size=2, max_size=8), st.data())
def test_anchors_stay_when_sections_move(words: list[str], data: st.DataObject) -> None:
    saved = list(zip(words, anchors(cleaned(*((text, "") for text in words))), strict=True))
    moved = data.draw(st.permutations(saved))
    assert anchors(cleaned(*moved)) == [anchor for _text, anchor in moved]


@given(st.lists(texts, min_size=1, max_size=6))
def test_saving_again_changes_nothing(words: list[str]) -> None:
    once = cleaned(*((text, "") for text in words))
    again = BLOCK.clean(BLOCK.to_python(once.get_prep_value()))
    assert again.get_prep_value() == once.get_prep_value()


def test_copied_section_gets_an_anchor_of_its_own() -> None:
    """Editors duplicate blocks, anchor included; links to the first must still find the first."""
    assert anchors(cleaned(("Pay", "pay"), ("Pay", "pay"), ("Pay", "pay"))) == ["pay", "pay-2", "pay-3"]
    assert anchors(cleaned(("Pay", "pay"), ("Notice", "pay"))) == ["pay", "notice"]


def test_new_anchor_avoids_those_further_down() -> None:
    assert anchors(cleaned(("Pay", ""), ("Pay", "pay"), ("Pay", "pay-2"))) == ["pay-3", "pay", "pay-2"]


def test_anchors_keep_clear_of_the_pages_own_ids() -> None:
    assert anchors(cleaned(("Content", ""), ("Content", "content"))) == ["content-2", "content-3"]


@pytest.mark.parametrize("text", ["薪酬", "Зарплата", "الراتب", "🙂", "—", "…"])
def test_words_that_make_no_anchor_get_a_plain_one(text: str) -> None:
    assert anchors(cleaned((text, ""), (text, ""))) == ["section", "section-2"]


def test_accents_become_plain_letters() -> None:
    assert anchors(cleaned(("Équipe à l’échelle", ""))) == ["equipe-a-lechelle"]


@pytest.mark.parametrize("bad", ["Pay", "pay and notice", "pay#1", 'pay"', "zahlung-ü", "-pay", "pay-", "<b>"])
def test_anchors_that_cannot_stand_in_an_address_are_refused(bad: str) -> None:
    with pytest.raises(ValidationError) as refused:
        cleaned(("Pay", bad))
    assert "lower-case letters" in str(refused.value.as_json_data())


@given(
    st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=40).filter(lambda text: text not in RESERVED)
)
def test_any_plain_anchor_is_kept(anchor: str) -> None:
    assert anchors(cleaned(("Pay", anchor))) == [anchor]


@pytest.mark.parametrize("long", ["a" * 120, "a" * 99 + " bb", "ﬃ" * 120, "a " * 59 + "a"])
def test_longest_heading_can_be_saved_again(long: str) -> None:
    """What was made once must be accepted the next time: else the page could not be saved any more."""
    made = anchors(cleaned((long, ""), (long, "")))
    assert len(set(made)) == 2
    assert anchors(cleaned((long, made[0]), (long, made[1]))) == made


def test_heading_that_was_never_saved_has_an_id_in_its_preview() -> None:
    value = BLOCK.to_python([{"type": "heading", "value": {"text": "Pay", "level": "2"}}])
    assert '<h2 id="pay">Pay</h2>' in str(value)
