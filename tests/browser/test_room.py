"""A client in the room of their mandate: with JavaScript and without, at any width, light and dark."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import violations

PAGES = ["", "receipt/", "consent/", "close/", "withdraw/", "erase/"]


def open_room(page: Page, site: str) -> str:
    """Send a mandate and go to its room; returns the room's address."""
    page.goto(f"{site}/mandate/")
    page.get_by_label("Which role do you need to fill?").fill("Platform lead")
    page.get_by_label("What should this person have achieved after a year?").fill("Two releases a day.")
    page.get_by_label("Your name").fill("Alex Moreau")
    page.get_by_label("Company").fill("Northgate")
    page.get_by_label("Work email").fill("alex@northgate.example")
    page.get_by_label("Field (optional)").select_option(label="– – Machine Learning")
    page.get_by_role("button", name="Send mandate").click()
    page.get_by_role("link", name="Open your mandate’s room").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Platform lead")
    return page.url


def test_a_client_sees_where_it_stands_keeps_a_receipt_and_withdraws(visitor: Page, site: str) -> None:
    room = open_room(visitor, site)
    expect(visitor.get_by_text("will reply in person by")).to_be_visible()
    visitor.get_by_role("link", name="Receipt", exact=True).click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Receipt for mandate M-")
    visitor.get_by_role("link", name="Back to the room").click()
    with visitor.expect_download() as waiting:
        visitor.get_by_role("link", name="as data").click()
    assert re.fullmatch(r"M-\w{4}-\w{4}-mandate\.json", waiting.value.suggested_filename)
    visitor.get_by_role("link", name="Withdraw the mandate").click()
    visitor.get_by_label("Why you withdraw it").fill("The seat is filled.")
    visitor.get_by_role("button", name="Withdraw the mandate").click()
    visitor.wait_for_url(room)
    expect(visitor.get_by_text("You have withdrawn this mandate.")).to_be_visible()
    expect(visitor.get_by_text("You withdrew the mandate: The seat is filled.")).to_be_visible()


def test_a_link_that_was_closed_opens_nothing_and_a_new_one_can_be_had(visitor: Page, site: str) -> None:
    room = open_room(visitor, site)
    visitor.get_by_role("link", name="Close links to this room").click()
    visitor.get_by_role("button", name="Close this link only").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("This link is closed")
    visitor.get_by_role("link", name="Ask for a new link by mail").click()
    visitor.get_by_label("The work email you gave us").fill("alex@northgate.example")
    visitor.get_by_role("button", name="Send me a new link").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Look into your mail")
    assert visitor.request.get(room).status == 404


def test_a_double_click_sends_once_and_back_leads_back_after_a_mistake(page: Page, site: str) -> None:
    page.goto(f"{open_room(page, site)}brief/pay/")
    page.get_by_label("From").fill("a lot")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter one amount")
    page.get_by_label("From").fill("95k")
    page.get_by_label("Currency").select_option("GBP")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.get_by_role("button", name="Save and come back later").dblclick()
    expect(page.get_by_role("status")).to_contain_text("Your draft is kept.")
    assert len(sent) == 1
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pay")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Start and deadlines")


def test_the_keyboard_goes_through_the_room_as_it_is_read(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1360, "height": 900})
    open_room(page, site)
    order = "[...document.querySelectorAll('.room a')].map(link => link.closest('.room-head, .room-main, .room-side').className)"
    parts = list(dict.fromkeys(name.split()[-1] for name in page.evaluate(order)))
    assert parts == ["room-head", "room-main", "room-side"]
    left, right = (page.locator(f".{part}").bounding_box() for part in ("room-main", "room-side"))
    assert left["x"] < right["x"]
    assert left["y"] == right["y"]


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1360)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, site: str, scheme: str, width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    room = open_room(page, site)
    for path in PAGES:
        page.goto(f"{room}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert violations(page) == [], path
    context.close()


def test_the_receipt_prints_as_one_document(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{open_room(page, site)}receipt/")
    page.emulate_media(media="print")
    for part in ("header.bar", "footer.foot", ".receipt-ways"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".receipt")).to_contain_text("SHA-256 of what was sent")
    context.close()
