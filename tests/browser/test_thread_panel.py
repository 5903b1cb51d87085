"""Two guides for one question: the second editor is told in the page editor, while typing, with a link to the first."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import GUIDE, ML
from tests.browser.editor import opened, pk, stored, type_into
from tests.browser.test_pages import violations
from tests.support.stack import Stack
from tests.support.waiting import until

FIRST = "Ranking engineer salary guide"
QUESTION = "What does a Ranking Engineer cost in Lisbon?"
REWORDED = "How much do ranking engineers in Lisbon cost"
UNTOLD = """for (const name of ["w-unsaved:add", "w-unsaved:clear", "w-autosave:success"])
  document.addEventListener(name, (event) => event.stopImmediatePropagation());"""
"""Keeps from the page what Wagtail says of changes, as Wagtail does itself in the moment it has stored a draft."""


@pytest.fixture
def thread(consultant: Page) -> Locator:
    """The panel, wherever the consultant is."""
    return consultant.locator("[data-side-panel=thread]")


@pytest.fixture
def first(consultant: Page, demo_stack: Stack, thread: Locator) -> str:
    """A new guide with a question that nobody saved by hand or published, and the address of its editor."""
    page = opened(consultant, f"{demo_stack.url}/admin/guides/add/{pk(demo_stack, ML)}/salary_guide/")
    page.get_by_role("button", name="Toggle thread").click()
    expect(thread).to_contain_text("Its title has no visible letter.")
    type_into(page, "title", FIRST)
    page.wait_for_url("**/admin/pages/*/edit/")  # Wagtail stores it by itself
    type_into(page, "target_question", QUESTION)
    expect(thread).not_to_contain_text("Its title has no visible letter.")
    until(lambda: stored(demo_stack, QUESTION), "Wagtail stored the question by itself")
    expect(thread).to_contain_text(FIRST)
    expect(thread).not_to_contain_text("answers the same question")
    return page.url


def test_the_second_editor_is_told_while_typing_and_led_to_the_first(
    first: str, consultant: Page, thread: Locator, demo_stack: Stack
) -> None:
    page = opened(consultant, f"{demo_stack.url}/admin/pages/{pk(demo_stack, GUIDE)}/edit/")
    expect(thread).to_be_visible()  # Wagtail remembers which panel was open
    expect(thread).not_to_contain_text("answers the same question")
    type_into(page, "target_question", REWORDED)
    link = thread.get_by_role("link", name=f"Open “{FIRST}”")
    expect(link).to_be_visible()
    assert first.endswith(link.get_attribute("href"))
    assert link.get_attribute("target") == "_blank"
    expect(page.locator("#id_target_question")).to_be_focused()
    expect(thread).to_contain_text(f"“{FIRST}”, which is not published, answers the same question")
    expect(thread.get_by_role("status")).to_contain_text("warning")
    expect(page.locator("[data-side-panel-toggle=thread] [data-side-panel-toggle-counter]")).to_be_visible()
    assert violations(page, within="[data-side-panel=thread]") == []
    thread.get_by_role("link", name="pin them").press("Enter")
    expect(page.locator("[data-contentpath=pinned]")).to_be_in_viewport()
    type_into(page, "target_question", "Who leads a ranking team?")
    expect(link).to_have_count(0)
    expect(thread).not_to_contain_text("answers the same question")


def test_a_site_that_does_not_answer_is_said_quietly_and_asked_again(
    consultant: Page, thread: Locator, demo_stack: Stack
) -> None:
    page = opened(consultant, f"{demo_stack.url}/admin/pages/{pk(demo_stack, GUIDE)}/edit/")
    page.get_by_role("button", name="Toggle thread").click()
    page.route("**/thread-panel/**", lambda route: route.abort())
    type_into(page, "target_question", "Which interviews are worth it?")
    expect(thread.get_by_text("Not checked since your last change")).to_be_visible()
    page.unroute("**/thread-panel/**")
    expect(thread.get_by_text("Not checked since your last change")).to_be_hidden()


def test_what_wagtail_overlooks_is_asked_about_all_the_same(
    consultant: Page, thread: Locator, demo_stack: Stack
) -> None:
    consultant.add_init_script(UNTOLD)
    page = opened(consultant, f"{demo_stack.url}/admin/pages/{pk(demo_stack, GUIDE)}/edit/")
    page.get_by_role("button", name="Toggle thread").click()
    with page.expect_request(lambda sent: "/thread-panel/" in sent.url and "Recommender" in (sent.post_data or "")):
        type_into(page, "target_question", "What does a Recommender Engineer do?")
