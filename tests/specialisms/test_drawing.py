"""Each specialism's drawing is its own, the same every time, and valid SVG and PNG."""

import io
import itertools
from xml.etree import ElementTree

import pytest
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from specialisms import cards
from specialisms.drawing import HEIGHT, WIDTH, draw, to_svg
from specialisms.models import SpecialismPage

slugs = st.text(max_size=60)
EDGE = 14  # the halo of the last node


@given(slugs)
def test_same_slug_same_drawing(slug: str) -> None:
    assert draw(slug) == draw(slug)
    assert to_svg(draw(slug)) == to_svg(draw(slug))


def test_different_slugs_different_drawings() -> None:
    seeds = [f"specialism-{number}" for number in range(200)]
    assert len({to_svg(draw(seed)) for seed in seeds}) == len(seeds)


def test_drawing_of_a_known_slug_never_changes() -> None:
    """Random numbers are seeded by the slug, not by the process: a page keeps its face over restarts and upgrades."""
    thread = draw("machine-learning").thread
    assert [(round(x), round(y)) for x, y in thread] == [
        (30, 62),
        (100, 56),
        (170, 113),
        (240, 81),
        (310, 52),
        (380, 91),
        (450, 89),
    ]


@given(slugs)
def test_drawing_stays_within_its_box(slug: str) -> None:
    drawing = draw(slug)
    for line in (*drawing.lines, drawing.thread, drawing.side_nodes):
        for x, y in line:
            assert EDGE <= x <= WIDTH - EDGE
            assert EDGE <= y <= HEIGHT - EDGE


@given(slugs)
def test_lines_run_side_by_side_and_never_cross(slug: str) -> None:
    drawing = draw(slug)
    rows = sorted([*drawing.lines, drawing.thread], key=lambda line: line[0][1])
    for above, below in itertools.pairwise(rows):
        assert all(upper[1] <= lower[1] for upper, lower in zip(above, below, strict=True))


@given(slugs)
@settings(max_examples=30)
def test_svg_is_well_formed_decorative_and_plain(slug: str) -> None:
    svg = ElementTree.fromstring(to_svg(draw(slug)))  # noqa: S314 - our own markup
    assert svg.tag == "svg"
    assert svg.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert svg.get("aria-hidden") == "true"
    assert {element.tag for element in svg.iter()} == {"svg", "g", "path", "circle"}
    attributes = {name for element in svg.iter() for name in element.attrib}
    assert attributes <= {"class", "viewBox", "aria-hidden", "focusable", "d", "cx", "cy", "r"}
    assert all(element.get("d").startswith("M") for element in svg.iter("path"))


def test_card_is_a_picture_of_the_size_networks_ask_for() -> None:
    picture = Image.open(io.BytesIO(cards.paint("machine-learning")))
    assert picture.size == (1200, 630)
    assert picture.format == "PNG"
    assert cards.paint("machine-learning") == cards.paint("machine-learning") != cards.paint("offshore-wind")


def test_painting_again_replaces_the_card() -> None:
    place = cards.paint_card.call("machine-learning")
    assert cards.paint_card.call("machine-learning") == place == cards.path("machine-learning")
    assert default_storage.listdir("cards")[1] == ["machine-learning.png"]


@pytest.mark.django_db
def test_publishing_has_the_card_painted(specialism: SpecialismPage) -> None:
    DBTaskResult.objects.all().delete()
    specialism.save_revision().publish()
    task = DBTaskResult.objects.get(task_path="specialisms.cards.paint_card")
    assert task.args_kwargs["args"] == ["machine-learning"]


@pytest.mark.django_db
def test_page_is_shared_with_its_card_unless_it_has_a_picture(specialism: SpecialismPage) -> None:
    card = specialism.social["card"]
    assert card.url.endswith("/cards/machine-learning.png")
    assert (card.width, card.height) == (1200, 630)
    assert "Machine Learning" in card.alt
