"""The search as readers use it: without JavaScript by its form, with it by a list that opens while one types."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import GUIDE, Window
from tests.browser.test_pages import violations


def test_form_finds_and_links_narrow_down(visitor: Page, site: str) -> None:
    visitor.goto(f"{site}/search/")
    box = visitor.get_by_role("main").locator("input[type=search]")
    box.fill("kubernets enginer")
    box.press("Enter")
    visitor.get_by_role("heading", name="Results for").wait_for()
    visitor.get_by_role("navigation", name="Narrow down").get_by_role("link", name="Job descriptions").click()
    visitor.get_by_text("in Job descriptions").wait_for()
    visitor.get_by_role("main").locator(".results").get_by_role("link").first.click()
    visitor.wait_for_url("**/specialisms/**")


def test_box_is_used_by_keyboard(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    window = Window(context)
    page, requests = window.page, []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{site}{GUIDE}")
    assert not [url for url in requests if "suggest" in url or "search.js" in url]  # reading needs none of it
    box = page.locator("#search-box")
    box.focus()
    expect(box).to_have_role("combobox")
    box.press_sequentially("machi")
    options = page.get_by_role("option")
    options.first.wait_for()
    assert violations(page, ".bar") == []
    box.focus()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.input_value() == "machi"
    page.keyboard.press("ArrowDown")
    options.first.wait_for()
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/machine-learning/**")
    context.close()
