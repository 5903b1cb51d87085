"""A figure of the ledger in a sentence: put there by a consultant, read with a mouse, a keyboard, or on paper."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_pages import violations
from tests.support.stack import Stack

SOURCE = "Searches completed by the agency, UK, September 2026"
GUIDE = "Machine Learning Engineer hiring guide"
WRITTEN = """() => [...document.querySelectorAll("[data-contentpath=body] input[type=hidden]")]
  .some(({ value }) => value.includes('"FACT"') && value.includes("to fill. "))"""


@pytest.fixture
def draft(consultant: Page, demo_stack: Stack) -> Page:
    """A guide in whose first sentence a consultant has put a new fact, by keyboard, as a draft on the screen."""
    page = consultant
    page.goto(f"{demo_stack.url}/admin/facts/new/")
    typed = {
        "says": "Median time to accepted offer",
        "low": "47",
        "unit": "days",
        "geography": "UK",
        "source_name": "Searches completed by the agency",
        "as_of": "2026-09-30",
        "valid_until": "2036-03-31",
    }
    for name, text in typed.items():
        page.locator(f"#id_{name}").fill(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Control+s")  # a calendar that opened late may lie over the button
    expect(page.locator(".messages")).to_contain_text("created")
    page.goto(f"{demo_stack.url}/admin/")
    page.get_by_placeholder("Search all pages").fill(GUIDE)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=GUIDE, exact=True).first.click()
    editor = page.locator("[data-contentpath=body] .public-DraftEditor-content").first
    editor.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("It takes /fact", delay=40)
    expect(page.get_by_role("option", name="Fact from the ledger")).to_be_visible()
    page.keyboard.press("Enter")
    page.locator(".modal-body").get_by_label("Search term").fill("median accepted")
    searched = re.compile("There (is|are)")  # before, the list changes under the click
    expect(page.locator(".modal-body")).to_contain_text(searched)
    page.locator(".modal-body").get_by_role("link", name=re.compile("Median time to accepted offer")).first.click()
    expect(editor.locator(".TooltipEntity").filter(has_text="47 days").first).to_be_visible()
    expect(page.locator(".modal-body")).to_have_count(0)
    expect(editor).to_be_focused()
    page.keyboard.type(" to fill. ")
    page.wait_for_function(WRITTEN)  # the editor hands its text to the form a quarter of a second later
    page.keyboard.press("Control+s")
    expect(page.locator(".messages")).to_contain_text("updated")
    identifier = re.search(r"/pages/(\d+)/", page.url)[1]
    page.goto(f"{demo_stack.url}/admin/pages/{identifier}/view_draft/")
    return page


@pytest.fixture
def fact(draft: Page) -> Locator:
    """The figure in the sentence."""
    found = draft.locator(".prose .fact").first
    expect(found).to_contain_text("47 days")
    return found


def laid_open(fact: Locator) -> bool:
    """Whether its source is on the screen rather than only read aloud."""
    return (fact.locator(".fact-note").bounding_box() or {"width": 0})["width"] > 100


def test_a_consultant_puts_a_fact_into_a_sentence_and_it_opens_on_hover_and_focus(fact: Locator, draft: Page) -> None:
    sentence = draft.locator(".prose p:has(.fact)").first
    assert sentence.inner_text().startswith("It takes 47 days")
    assert SOURCE in fact.inner_text()
    assert not laid_open(fact)
    fact.hover()
    assert laid_open(fact)
    draft.keyboard.press("Escape")
    assert not laid_open(fact)
    draft.mouse.move(0, 0)
    fact.focus()
    assert laid_open(fact)
    assert violations(draft) == []
    draft.set_viewport_size({"width": 320, "height": 700})
    assert draft.evaluate("document.documentElement.scrollWidth") <= 320
    fact.blur()
    draft.emulate_media(media="print")
    assert laid_open(fact)


def test_the_source_needs_no_script(fact: Locator, draft: Page, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, storage_state=draft.context.storage_state())
    page = context.new_page()
    page.goto(draft.url)
    shown = page.locator(".prose .fact").first
    shown.hover()
    assert laid_open(shown)
    context.close()
