"""A sign of a person: given by the browser without anybody noticing, or by a link where there is no JavaScript."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Window
from tests.browser.test_journey import fill
from tests.support.stack import Stack

DOUBTFUL = {
    "Which role do you need to fill?": "Gardening",
    "What should this person have achieved after a year?": "Tulips by spring, or write to bulbs@garden.example",
}
LINK = """
from enquiries import links
from enquiries.models import Mandate
from enquiries.models.link import LinkPurpose
print(links.address_of(links.current(Mandate.objects.get(reference="{reference}"), LinkPurpose.CONFIRM)))
"""
RELEASED = """
from enquiries.models import Mandate
mandate = Mandate.objects.get(reference="{reference}")
print(mandate.screening, *mandate.events.filter(kind="released").values_list("detail", flat=True))
"""


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Page:
    """A browser with or without JavaScript, which complains of nothing."""
    context = browser.new_context(java_script_enabled=request.param)
    window = Window(context)
    yield window.page
    assert window.complaints == []
    assert context.cookies() == []
    context.close()


def send_doubtful(page: Page, site: Stack) -> None:
    """A mandate that the screening is in doubt of, from somebody who has sent nothing lately."""
    site.forget()
    page.goto(f"{site.url}/mandate/")
    fill(page, **DOUBTFUL)
    page.wait_for_timeout(7000)  # faster than a person would be, it would go to quarantine
    page.get_by_role("button", name="Send mandate").click()


@pytest.mark.parametrize("page", [True], indirect=True)
def test_the_browser_gives_it_by_itself(page: Page, demo_stack: Stack) -> None:
    send_doubtful(page, demo_stack)
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your mandate", timeout=60_000)
    expect(page).to_have_url(re.compile("/received/$"))
    reference = page.locator(".reference").inner_text()
    released = demo_stack.manage("shell", "--no-imports", "-c", RELEASED.format(reference=reference))
    assert released.strip() == "clear proof of work"


@pytest.mark.parametrize("page", [False], indirect=True)
def test_without_javascript_a_link_does(page: Page, demo_stack: Stack) -> None:
    send_doubtful(page, demo_stack)
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step")
    expect(page.get_by_text("We have sent you a mail")).to_be_visible()
    expect(page.get_by_role("status")).to_be_hidden()
    reference = page.locator(".reference").inner_text()
    page.goto(demo_stack.manage("shell", "--no-imports", "-c", LINK.format(reference=reference)).strip())
    page.get_by_role("button", name="I have sent this mandate").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your mandate")
    expect(page.locator(".reference")).to_have_text(reference)


@pytest.mark.parametrize("page", [True], indirect=True)
def test_people_neither_see_nor_reach_the_hidden_field(page: Page, demo_stack: Stack) -> None:
    page.goto(f"{demo_stack.url}/mandate/")
    box = page.locator("[name=subject]").bounding_box()
    assert box is None or page.evaluate(
        "() => !document.elementsFromPoint(0, 0).some(each => each.name === 'subject')"
    )
    page.get_by_label("Which role do you need to fill?").focus()
    for _step in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.name") != "subject"
    assert "Leave this empty" not in page.locator("body").aria_snapshot()
