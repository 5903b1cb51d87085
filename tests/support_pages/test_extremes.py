"""Blocks with far too much in them are accepted, shown whole, and stay valid HTML."""

import itertools
from typing import Any

import pytest
from django.test import Client
from tinyhtml5.parser import HTMLParser

from support_pages.models import SupportPage
from tests.support_pages.bodies import BODY, body
from tests.support_pages.extremes import EXTREMES, HUBS, LARGEST, extreme_body, long
from tests.support_pages.test_blocks import rendered, words

pytestmark = pytest.mark.django_db
CHOSEN = {"image", "download", "related_guides", "pay_table"}
"""Blocks that hold what is stored elsewhere."""


def test_all_blocks_with_texts_of_their_own_are_tried() -> None:
    assert {name for name, _value in EXTREMES} == set(BODY.child_blocks) - CHOSEN


@pytest.mark.parametrize(("name", "value"), EXTREMES, ids=[name for name, _value in EXTREMES])
def test_the_longest_is_accepted_and_one_letter_more_is_refused_beside_its_field(name: str, value: Any) -> None:
    BODY.clean(body((name, value)))
    if not isinstance(value, dict):
        return
    for field in value:
        limit = getattr(getattr(BODY.child_blocks[name].child_blocks[field], "field", None), "max_length", None)
        if limit is None:
            continue
        with pytest.raises(Exception) as refused:  # noqa: PT011 - Wagtail nests its errors; what it names counts
            BODY.clean(body((name, {**value, field: long(limit + 1)})))
        assert set(refused.value.block_errors[0].block_errors) == {field}


def test_a_guide_full_of_extremes_is_valid(guide: SupportPage) -> None:
    guide.body = BODY.clean(extreme_body())
    guide.save()
    answer = Client().get(guide.url)
    assert answer.status_code == 200
    parser = HTMLParser()
    parser.parse(answer.content.decode())
    assert parser.errors == []


def test_every_hub_of_sixty_is_a_row_and_empty_ones_have_no_bubble() -> None:
    soup = rendered("market_map", dict(EXTREMES)["market_map"])
    rows = soup.find("tbody").find_all("tr")
    assert len(rows) == HUBS
    assert [words(cell) for cell in rows[0].find_all("td")] == ["0", "0", *["–"] * 6, "0"]
    assert not rows[0].find("svg")
    assert f"{LARGEST:,}" in words(rows[7])
    assert all(0 <= float(circle["r"]) <= 20 for circle in soup.find_all("circle"))


def test_market_map_with_nothing_but_zeroes_is_shown_without_bubbles_and_not_published() -> None:
    value = {"counts": {**dict(EXTREMES)["market_map"]["counts"]}, "source": "Nobody"}
    value["counts"]["rows"] = [{"values": ["London", *[0] * 8]}]
    soup = rendered("market_map", value)
    assert not soup.find("svg")
    assert "London" in words(soup)
    assert "Fill in the counts." in message("market_map", value, "counts")


def test_long_timeline_stays_within_its_drawing() -> None:
    soup = rendered("process_timeline", dict(EXTREMES)["process_timeline"])
    nodes = [float(node["cx"].rstrip("%")) for node in soup.find_all("circle")]
    assert all(0 <= before <= after <= 100 for before, after in itertools.pairwise(nodes))
    assert len(soup.find_all("li")) == 12
    assert max(int(text["y"]) for text in soup.find_all("text")) <= int(soup.find("svg")["height"])


@pytest.mark.parametrize(
    ("name", "value", "field", "says"),
    [
        ("table", {"table": {"caption": "Pay", "columns": [], "rows": []}}, "table", "at least one column"),
        ("process_timeline", {"title": "T", "steps": [{"name": "One"}]}, "steps", "minimum number of items is 2"),
        ("role_comparison", {"title": "T", "roles": [{"name": "One"}]}, "roles", "minimum number of items is 2"),
        ("interview_questions", {"title": "T", "questions": []}, "questions", "minimum number of items is 1"),
        (
            "job_description",
            {"title": "T", "mission": "M", "must_have": ["x"], "outcomes": [""]},
            "outcomes",
            "required",
        ),
        ("related_guides", {"guides": []}, "guides", "minimum number of items is 1"),
        ("download", {"document": None}, "document", "required"),
        ("checklist", {"title": "T", "items": []}, "items", "minimum number of items is 1"),
        ("market_map", {"counts": {"caption": "", "columns": [], "rows": []}, "source": "S"}, "counts", "caption"),
        ("call_to_action", {"question": "", "invitation": "I"}, "question", "required"),
        ("note", {"text": ""}, "text", "required"),
    ],
    ids=lambda given: given if isinstance(given, str) and " " not in given else None,
)
def test_what_is_missing_is_said_beside_its_field(name: str, value: Any, field: str, says: str) -> None:
    assert says in message(name, value, field)


def message(name: str, value: Any, field: str) -> str:
    """What the form says beside a field of a block that is refused for that field alone."""
    with pytest.raises(Exception) as refused:  # noqa: PT011 - Wagtail nests its errors; what it names counts
        BODY.clean(body((name, value)))
    errors = refused.value.block_errors[0].block_errors
    assert set(errors) == {field}
    return str(errors[field].as_json_data()) if hasattr(errors[field], "as_json_data") else str(errors[field])
