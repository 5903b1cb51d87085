"""Timeline, comparison, market map, interview questions, job description: their numbers, tables and texts."""

import datetime
import itertools
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone

from specialisms.models import SpecialismPage
from support_pages.blocks.timeline import LABEL, NARROWEST
from tests import factories
from tests.support_pages.bodies import BODY, body, shown
from tests.support_pages.test_blocks import rendered, words

pytestmark = pytest.mark.django_db


def steps(*durations: tuple[int, str]) -> dict[str, Any]:
    """A timeline of steps with these durations."""
    listed = [
        {"name": f"Step {number}", "duration": duration, "unit": unit, "what": "Work.", "who": ""}
        for number, (duration, unit) in enumerate(durations, start=1)
    ]
    return {"title": "From mandate to offer", "steps": listed}


def test_timeline_is_drawn_in_true_proportion() -> None:
    soup = rendered("process_timeline", steps((1, "weeks"), (7, "days"), (2, "weeks")))
    nodes = [float(node["cx"].rstrip("%")) for node in soup.find_all("circle")]
    lengths = [after - before for before, after in itertools.pairwise(nodes)]
    assert lengths[0] == pytest.approx(lengths[1], abs=0.05)
    assert lengths[2] == pytest.approx(2 * lengths[0], abs=0.05)
    line = soup.find("line")
    assert [float(line[end].rstrip("%")) for end in ("x1", "x2")] == [nodes[0], nodes[-1]]
    assert "4 weeks" in words(soup.find("figcaption"))


def test_timeline_says_in_words_what_it_draws() -> None:
    soup = rendered("process_timeline", steps((3, "days"), (2, "weeks"), (1, "days")))
    items = [words(item) for item in soup.find("ol").find_all("li")]
    assert items[0].startswith("Step 1 3 days days 1–3")
    assert items[1].startswith("Step 2 2 weeks days 4–17")
    assert items[2].startswith("Step 3 1 day day 18")
    assert "18 days, about 3 weeks" in words(soup.find("figcaption"))


def test_numbers_of_short_steps_do_not_touch_on_a_small_screen() -> None:
    soup = rendered(
        "process_timeline", steps((1, "days"), (1, "days"), (1, "days"), (40, "weeks"), (1, "days"), (1, "days"))
    )
    placed = [(float(text["x"].rstrip("%")) / 100 * NARROWEST, int(text["y"])) for text in soup.find_all("text")]
    assert [text.get_text() for text in soup.find_all("text")] == ["1", "2", "3", "4", "5", "6"]
    for number, (x, y) in enumerate(placed):
        assert all(y != other_y or abs(x - other_x) >= LABEL - 0.1 for other_x, other_y in placed[:number])
    assert max(y for _x, y in placed) <= int(soup.find("svg")["height"])


def test_timeline_needs_two_steps_and_whole_durations() -> None:
    with pytest.raises(ValidationError):
        BODY.clean(body(("process_timeline", steps((1, "days")))))
    with pytest.raises(ValidationError):
        BODY.clean(body(("process_timeline", steps((1, "days"), (0, "days")))))


def comparison(*roles: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A comparison of these roles."""
    return {"title": "Which one", "roles": list(roles), "place": "London", "currency": "GBP", **fields}


def test_comparison_takes_name_mission_and_pay_from_the_role(specialism: SpecialismPage) -> None:
    engineer = factories.role("ML engineer", mission="Keeps it right.")
    for level, median in (("senior", 120_000), ("mid", 90_000), ("head", 160_000)):
        factories.pay_band(
            specialism, role=engineer, level=level, p25=80_000, p50=median, p75=200_000, illustrative=True
        )
    factories.pay_band(specialism, role=engineer, place="Berlin", currency="EUR")
    soup = rendered(
        "role_comparison", comparison({"role": engineer.pk}, {"name": "Data scientist", "mission": "Answers."})
    )
    assert [words(head) for head in soup.find("thead").find_all("th")] == ["ML engineer", "Data scientist"]
    rows = {words(row.th): [words(cell) for cell in row.find_all("td")] for row in soup.find("tbody").find_all("tr")}
    assert rows["Mission"] == ["Keeps it right.", "Answers."]
    assert rows["Median base pay, London"] == ["Mid £90,000 Senior £120,000 Head £160,000", "–"]
    assert "Illustrative" in words(soup.find("figcaption"))
    assert "Outputs" not in rows
    assert all(head["scope"] == "row" for head in soup.find("tbody").find_all("th"))
    assert all(head["scope"] == "col" for head in soup.find("thead").find_all("th"))


def test_pay_past_its_date_says_when_it_was_checked(specialism: SpecialismPage) -> None:
    engineer = factories.role("ML engineer")
    today = timezone.localdate()
    factories.pay_band(
        specialism,
        role=engineer,
        as_of=today - datetime.timedelta(days=400),
        valid_until=today - datetime.timedelta(days=1),
        checked_on=datetime.date(2026, 3, 9),
    )
    soup = rendered("role_comparison", comparison({"role": engineer.pk}, {"name": "Other"}))
    assert "last checked 9 March 2026" in words(soup.find("figcaption"))


def test_editor_is_told_when_there_is_no_pay_to_compare(specialism: SpecialismPage) -> None:
    engineer = factories.role("ML engineer")
    factories.pay_band(specialism, role=engineer, place="London", currency="GBP")
    value = comparison({"role": engineer.pk, "mission": "Keeps it right."}, {"name": "Other"})
    mistyped = value | {"place": "Lodnon"}
    assert "no annual base pay" not in words(rendered("role_comparison", value, preview=True))
    assert "no annual base pay of these roles in Lodnon" in words(rendered("role_comparison", mistyped, preview=True))
    assert "no annual base pay" not in words(rendered("role_comparison", mistyped))


def test_comparison_survives_the_deletion_of_a_role(specialism: SpecialismPage) -> None:
    value = comparison({"role": 999_999, "mission": "Keeps it right."}, {"name": "Data scientist"})
    assert "Keeps it right." in words(rendered("role_comparison", value))


@pytest.mark.parametrize(
    "wrong",
    [
        comparison({"name": "One"}),
        comparison(*({"name": str(number)} for number in range(5))),
        comparison({"name": "One"}, {"mission": "Nameless."}),
        comparison({"name": "One"}, {"name": "Two"}, currency="ZZZ"),
        comparison({"name": "One"}, {"name": "Two"}, currency=""),
    ],
    ids=["one role", "five roles", "no name", "no such currency", "place without currency"],
)
def test_comparison_refuses(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        BODY.clean(body(("role_comparison", wrong)))


def test_market_map_adds_up_and_draws_the_same_numbers() -> None:
    soup = rendered("market_map", shown("market_map"))
    rows = [[words(cell) for cell in row.find_all(["th", "td"])] for row in soup.find_all("tr")]
    assert rows[0] == ["Hub", "Product firms", "Banks and funds", "Research", "Total"]
    assert rows[1] == ["London", "620", "410", "180", "1,210"]
    assert rows[-1] == ["Total", "1,140", "540", "460", "2,140"]
    radii = [float(circle["r"]) for circle in soup.find_all("circle")]
    assert radii[0] == max(radii)
    assert radii[1] ** 2 / radii[0] ** 2 == pytest.approx(410 / 620, abs=0.02)
    assert soup.find("caption")
    assert {head["scope"] for head in soup.find_all("th")} == {"col", "row"}


def test_market_map_leaves_what_nobody_counted_open() -> None:
    value = shown("market_map")
    value["counts"]["rows"][0]["values"][1] = None
    value["counts"]["rows"][0]["values"][2] = 0
    soup = rendered("market_map", value)
    assert [words(cell) for cell in soup.find_all("tr")[1].find_all("td")] == ["–", "0", "180", "180"]


@pytest.mark.parametrize("missing", ["caption", "columns", "rows"])
def test_market_map_refuses_what_cannot_be_read(missing: str) -> None:
    value = shown("market_map")
    if missing == "caption":
        value["counts"]["caption"] = ""
    elif missing == "rows":
        value["counts"]["rows"] = []
    else:
        value["counts"]["columns"][1]["heading"] = ""
    with pytest.raises(ValidationError):
        BODY.clean(body(("market_map", value)))


def test_scorecard_has_the_questions_and_four_boxes_each() -> None:
    soup = rendered("interview_questions", shown("interview_questions"))
    asked = [words(question) for question in soup.find_all(class_="interview-question")]
    table = soup.find("details").find("table")
    assert [words(head) for head in table.thead.find_all("th")] == ["Question", "1", "2", "3", "4", "Notes"]
    lines = table.tbody.find_all("tr")
    assert [words(line.th).startswith(question) for line, question in zip(lines, asked, strict=True)] == [True] * len(
        asked
    )
    assert all(len(line.find_all(class_="box")) == 4 for line in lines)


def test_job_description_can_be_copied_as_text() -> None:
    soup = rendered(
        "job_description", shown("job_description") | {"nice_to_have": [], "mission": "Keep <it> & “right”."}
    )
    text = soup.find("textarea").get_text()
    assert text.startswith(
        "Senior Machine Learning Engineer\n\nMISSION\nKeep <it> & “right”.\n\nOUTCOMES IN THE FIRST 12 MONTHS\n- "
    )
    assert "NICE TO HAVE" not in text
    assert "REPORTS TO\nHead of Risk Engineering" in text
    button = soup.find("button")
    assert button.has_attr("hidden")
    assert button["data-copy"] == soup.find("textarea")["id"]
    assert isinstance(soup, BeautifulSoup)
