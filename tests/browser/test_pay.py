"""Pay tables as readers meet them: for eyes, ears and thumbs, with JavaScript and without."""

import json
import re
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ML
from tests.browser.test_pages import violations

GUIDE = f"{ML}machine-learning-salary-guide/"
SLUG = "machine-learning"


@pytest.fixture(params=[1360, 768, 320])
def frame(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """The salary guide in windows of three widths, without JavaScript."""
    context = browser.new_context(viewport={"width": request.param, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{GUIDE}")
    yield page
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1360, 320])
def test_axe_finds_nothing(browser: Browser, site: str, width: int, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{site}{GUIDE}")
    assert violations(page) == []
    context.close()


def test_screen_readers_get_a_table_at_every_width(frame: Page) -> None:
    """Laid out as a grid or as cards, it stays a table with a name, column headers and row headers."""
    pay = frame.get_by_role("group", name="Annual base by city and level")
    tables = pay.get_by_role("table")
    assert tables.count() == 4
    pounds = pay.get_by_role("table", name=re.compile("pounds sterling"))
    heads = pounds.get_by_role("columnheader").all_inner_texts()
    assert [head.split()[0] for head in heads] == ["Role", "Level", "Place", "Range", "P25", "Median", "P75"]
    assert pounds.get_by_role("rowheader").count() == 6
    row = pounds.get_by_role("row", name=re.compile("Machine Learning Engineer Senior London"))
    cells = [text.split()[-1] for text in row.get_by_role("cell").all_inner_texts() if text.strip()]
    assert cells == ["Senior", "London", "£100,000", "£115,000", "£132,000"]


def test_nothing_is_cut_off_or_overlaps(frame: Page) -> None:
    width = frame.viewport_size["width"]
    boxes = frame.evaluate(
        "[...document.querySelectorAll('.pay td, .pay tbody th')].map(cell => cell.scrollWidth - cell.clientWidth)"
    )
    assert max(boxes) <= 0
    for bar in frame.locator(".pay-bar").all()[:6]:
        box = bar.bounding_box()
        assert box["width"] > 0.4 * min(width, 700)
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_filter_by_link(frame: Page) -> None:
    pay = frame.locator(".pay")
    pay.get_by_role("link", name="Zurich").click()
    frame.wait_for_url(re.compile(r"\?place=Zurich#pay\."))
    assert pay.locator("tbody tr").count() == 3
    expect(pay.get_by_role("link", name="Zurich")).to_have_attribute("aria-current", "true")
    pay.get_by_role("link", name="Senior").click()
    frame.wait_for_url(re.compile("place=Zurich"))
    assert pay.locator("tbody tr").count() == 1
    expect(pay).to_be_in_viewport()
    pay.get_by_role("list", name="Place").get_by_role("link", name="All").click()
    frame.wait_for_url(re.compile(r"\?level=senior#"))
    assert pay.locator("tbody tr").count() == 9


def test_targets_are_large_enough(frame: Page) -> None:
    for link in frame.locator(".pay-filters a, .pay-downloads a").all():
        box = link.bounding_box()
        assert box["height"] >= 24, link.inner_text()
        assert box["width"] >= 24, link.inner_text()


def test_downloads_hold_what_the_table_shows(frame: Page, site: str) -> None:
    address = frame.get_by_role("link", name="JSON").first.get_attribute("href")
    with urllib.request.urlopen(site + address) as answer:
        bands = json.load(answer)["bands"]
    engineers = [band for band in bands if band["role"] == "Machine Learning Engineer"]
    assert len(engineers) == frame.locator(".pay tbody tr").count() == 27
    assert all(band["illustrative"] for band in bands)


def test_paper_has_the_table_without_its_filters(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}{GUIDE}?place=London")
    page.emulate_media(media="print")
    assert not page.locator(".pay-filters").is_visible()
    assert page.locator(".pay-bar").first.is_visible()
    page.close()
