"""How alike two texts are: the estimate is near the share of runs that they really have in common."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support_pages.models import BodySketch, SupportPage
from support_pages.models.sketch import text_of
from support_pages.sketch import NEAR, RUN, SIZE, packed, resemblance, sketch, unpacked
from tests.support_pages.bodies import body

VOCABULARY = [f"word{number}" for number in range(400)]


def text(seed: int, count: int) -> list[str]:
    """So many words, others for each seed."""
    return random.Random(seed).choices(VOCABULARY, k=count)


def exact(one: list[str], other: list[str]) -> float:
    """The share of runs that two texts have in common."""
    runs = [{tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)} for words in (one, other)]
    return len(runs[0] & runs[1]) / len(runs[0] | runs[1])


@settings(max_examples=60, derandomize=True)
@given(st.integers(0, 10**6), st.integers(4, 1500), st.integers(0, 1500), st.integers(0, 1500))
def test_estimate_is_near_the_exact_share(seed: int, shared: int, here: int, there: int) -> None:
    common = text(seed, shared)
    one, other = common + text(seed + 1, here), common + text(seed + 2, there)
    estimate = resemblance(sketch([" ".join(one)]), sketch([" ".join(other)]))
    assert abs(estimate - exact(one, other)) <= 0.18, "four standard errors"
    if shared + max(here, there) <= SIZE // 2:
        assert estimate == pytest.approx(exact(one, other)), "short texts are compared whole"


@given(st.lists(st.text(max_size=40), max_size=5), st.lists(st.text(max_size=40), max_size=5))
def test_resemblance_is_a_share_and_the_same_both_ways(one: list[str], other: list[str]) -> None:
    mine, theirs = sketch(one), sketch(other)
    assert 0 <= resemblance(mine, theirs) == resemblance(theirs, mine) <= 1
    assert resemblance(mine, mine) == (1 if mine else 0)
    assert len(mine) <= SIZE
    assert list(mine) == sorted(set(mine))
    assert unpacked(packed(mine)) == mine


def test_case_signs_and_the_division_into_parts_do_not_matter() -> None:
    assert sketch(["One two three", "four five six"]) == sketch(["ONE, two; three. Four-five (six)!"])
    assert sketch(["one two three"]) == (), "shorter than a run"


def test_half_is_near() -> None:
    common, rest = text(1, 300), text(2, 900)
    assert resemblance(sketch([" ".join(common)]), sketch([" ".join(common + rest[:150])])) >= NEAR
    assert resemblance(sketch([" ".join(common)]), sketch([" ".join(common + rest)])) < NEAR


@pytest.mark.database
@pytest.mark.django_db
def test_sketch_follows_the_stored_text(guide: SupportPage) -> None:
    assert unpacked(BodySketch.objects.get(page=guide).hashes) == sketch(text_of(guide)) != ()
    guide.body = body(("text", "<p>one two</p><p>three four</p>"))
    guide.save()
    assert unpacked(BodySketch.objects.get(page=guide).hashes) == sketch(["one two three four"])
    SupportPage.objects.defer("body").get(pk=guide.pk).save(update_fields=["title"])
    assert unpacked(BodySketch.objects.get(page=guide).hashes) == sketch(["one two three four"]), "body was not read"
    guide.delete()
    assert not BodySketch.objects.exists()


@pytest.mark.django_db
def test_what_only_the_cms_shows_is_no_text(guide: SupportPage) -> None:
    note = ("note", {"text": "only editors read this note here"})
    guide.body = body(("text", "<p>one two three four</p>"), note)
    assert "only editors" not in " ".join(text_of(guide))
