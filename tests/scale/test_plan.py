"""What a made-up site is to hold, and the words it is made of."""

import itertools
import re

import pytest
from django.utils.html import strip_tags

from agency.scale.bodies import Composer, Ingredients
from agency.scale.plan import Order, TooLargeError, plan, unique_questions, walk
from agency.scale.prose import Writer
from specialisms.models.specialism import LEVELS
from support_pages.blocks import GuideBodyBlock
from support_pages.kinds import Kind
from support_pages.sketch import resemblance, sketch
from support_pages.thread.rules.writing import FEWEST_WORDS, LONGEST_TITLE

ORDERS = [Order(1, 1), Order(3, 40), Order(100, 1_200), Order(100, 1_200, seed=2)]


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_plan_holds_what_was_ordered(order: Order) -> None:
    fields = list(walk(plan(order)))
    guides = [guide for one in fields for guide in one.guides]
    assert (len(fields), len(guides)) == (order.specialisms, order.support_pages)
    assert unique_questions(plan(order))
    assert all(len(page.title) <= LONGEST_TITLE for page in [*fields, *guides])
    slugs = [one.key for one in fields]
    assert len(set(slugs)) == len(slugs)


def test_clusters_have_what_a_client_looks_for_first() -> None:
    for one in walk(plan(Order(100, 1_200))):
        assert not one.guides or one.guides[0].kind == Kind.HIRING_GUIDE
        assert len({(guide.kind, guide.title) for guide in one.guides}) == len(one.guides)
        assert len({guide.number for guide in one.guides}) == len(one.guides)


def test_fields_go_three_levels_deep_and_clusters_differ_in_size() -> None:
    sectors = plan(Order(100, 1_200))
    depths = {0: sectors}
    for depth in range(3):
        depths[depth + 1] = [narrower for one in depths[depth] for narrower in one.narrower]
    assert [bool(depths[depth]) for depth in range(4)] == [True] * len(LEVELS) + [False]
    sizes = sorted(len(one.guides) for one in walk(sectors) if one.guides)
    assert sizes[0] >= 1
    assert sizes[-1] > 5 * sizes[len(sizes) // 2] // 2
    assert any(family.narrower and not family.guides for sector in sectors for family in sector.narrower)


def test_every_guide_is_linked_by_the_two_before_it() -> None:
    (one,) = plan(Order(1, 7))
    linked = [target.number for guide in one.guides for target in one.linked_from(guide.number)]
    assert sorted(linked) == sorted([*range(7), *range(7)])
    assert all(guide not in one.linked_from(guide.number) for guide in one.guides)
    (single,) = plan(Order(1, 1))
    assert single.linked_from(0) == []


def test_same_order_makes_the_same_plan_and_another_seed_another() -> None:
    def titles(order: Order) -> list[str]:
        return [page.title for one in walk(plan(order)) for page in (one, *one.guides)]

    assert titles(Order(20, 60)) == titles(Order(20, 60))
    assert titles(Order(20, 60)) != titles(Order(20, 60, seed=2))


@pytest.mark.parametrize("order", [Order(10_000, 20_000), Order(100, 10), Order(1, 100_000)], ids=str)
def test_what_there_are_no_words_for_is_refused(order: Order) -> None:
    with pytest.raises(TooLargeError):
        plan(order)


def words_of(seed: str) -> str:
    """The words of a guide's texts."""
    blocks = Composer(seed).guide(Kind.HIRING_GUIDE, Ingredients(up=(1, "Up"), sideways=[(2, "Side")]))
    texts = [block["value"] for block in blocks if block["type"] == "text"]
    return " ".join(strip_tags(text.replace("<", " <")) for text in texts)


def test_texts_are_long_enough_and_none_is_like_another() -> None:
    texts = [words_of(str(seed)) for seed in range(150)]
    lengths = sorted(len(text.split()) for text in texts)
    assert lengths[0] > FEWEST_WORDS // 2
    assert lengths[-1] < 2_500
    sketches = [sketch([text]) for text in texts]
    assert max(resemblance(one, other) for one, other in itertools.combinations(sketches, 2)) < 0.1
    assert words_of("7") == texts[7]


def test_sentences_have_no_slot_left_and_begin_and_end() -> None:
    writer = Writer("sentences")
    for sentence in (writer.sentence() for _number in range(500)):
        assert re.fullmatch(r"[A-Z][^{}<>]*\.", sentence), sentence


def test_bodies_are_what_the_editor_would_accept() -> None:
    """Cleaned as an editor's input is, which asks the database only for what is chosen."""
    block = GuideBodyBlock()
    for kind in Kind:
        raw = Composer(f"clean/{kind}").guide(kind, Ingredients())
        cleaned = block.clean(block.to_python(raw))
        assert block.get_prep_value(cleaned) == block.get_prep_value(block.to_python(raw))
