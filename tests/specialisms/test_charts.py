"""Pay ranges as drawings."""

import re

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from specialisms.charts import axis_labels, axis_of, range_bar
from specialisms.pay import currencies

amounts = st.integers(0, 2_147_483_647)


@given(st.lists(amounts, max_size=50))
def test_axis_holds_every_value_in_few_round_steps(values: list[int]) -> None:
    axis = axis_of(values)
    assert all(0 <= axis.at(value) <= 100 for value in values)
    assert 2 <= len(axis.ticks) <= 8
    assert axis.ticks[-1] == axis.high
    assert re.fullmatch(r"(1|2|25|5)0*", str(axis.step))


@given(st.tuples(amounts, amounts, amounts).map(sorted))
def test_bar_is_well_formed_and_in_order(band: list[int]) -> None:
    axis = axis_of(band)
    drawn = BeautifulSoup(range_bar(axis, *band), "html.parser")
    bar, node = drawn.find("rect"), drawn.find("circle")
    start, width = (float(bar.get(name).rstrip("%")) for name in ("x", "width"))
    middle = float(node.get("cx").rstrip("%"))
    assert start - 0.01 <= middle <= start + width + 0.01
    assert start + width <= 100
    assert "style" not in range_bar(axis, *band)


def test_axis_of_london_pay() -> None:
    axis = axis_of([78_000, 180_000])
    assert (axis.low, axis.high, axis.step) == (75_000, 200_000, 25_000)
    texts = re.findall(r">([^<]+)</text>", axis_labels(axis, lambda tick: currencies.short(tick, "GBP")))
    assert texts == ["£75k", "£100k", "£125k", "£150k", "£175k", "£200k"]
    narrow = re.sub(r'<text[^>]*class="between".*?</text>', "", axis_labels(axis, str))
    assert re.findall(r">([^<]+)</text>", narrow) == ["75000", "150000", "200000"]


def test_amounts_as_readers_see_them() -> None:
    assert currencies.amount(115_000, "GBP") == "£115,000"
    assert currencies.amount(158_000, "CHF") == "CHF\u00a0158,000"
    assert currencies.cell(158_000, "CHF") == "158,000"
    assert currencies.cell(115_000, "GBP") == "£115,000"
    assert currencies.short(1_100_000, "SEK") == "SEK\u00a01.1m"
    assert currencies.short(57_500, "GBP") == "£57.5k"
    assert currencies.short(650, "GBP") == "£650"
    assert currencies.name("XAF") == "XAF"
