"""Wagtail stores drafts by itself; nothing that is typed meanwhile is lost."""

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import GUIDE, ML
from tests.browser.editor import opened, pk, stored, type_into
from tests.support.stack import Stack
from tests.support.waiting import until

QUESTION = "What does a Retrieval Engineer cost in Porto?"
LATER = "What does a Retrieval Engineer cost in Braga?"
SLOW = "() => addEventListener('submit', (event) => event.preventDefault())"
"""As if the site never answered what a button sends, which nobody but the browser could tell."""
STORE = """() => new Promise((tries) => {
  document.addEventListener("w-autosave:save", () => tries(true), { once: true });
  const edits = new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true });
  document.querySelector("form[data-edit-form]").dispatchEvent(edits);
  setTimeout(() => tries(false), 5000);
})"""
"""Say as Wagtail's check does that there is something to store; whether Wagtail then tries."""
DELAY = 500
"""Milliseconds between that and what Wagtail sends to the site."""


def test_what_is_typed_while_a_draft_is_being_stored_is_stored_next(consultant: Page, demo_stack: Stack) -> None:
    page = opened(consultant, f"{demo_stack.url}/admin/guides/add/{pk(demo_stack, ML)}/salary_guide/")
    held: list[Route] = []
    warnings: list[str] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/admin/pages/*/edit/", hold, times=1)
    type_into(page, "title", "Retrieval engineer salary guide")
    page.wait_for_url("**/admin/pages/*/edit/")  # stored for the first time
    type_into(page, "target_question", QUESTION)
    until(lambda: page.wait_for_timeout(50) or held, "Wagtail stores the question")
    answer = held[0].fetch()
    page.locator("#id_target_question").fill(LATER)
    held[0].fulfill(response=answer)
    until(lambda: page.wait_for_timeout(50) or stored(demo_stack, LATER), "what was typed last is stored")
    expect(page.locator("#w-autosave-indicator")).to_have_attribute("data-w-autosave-state-value", "saved")

    page.on("dialog", lambda dialog: warnings.append(dialog.type) or dialog.accept())
    page.goto(f"{demo_stack.url}/admin/")
    assert warnings == []


def test_a_form_that_is_on_its_way_is_not_stored_by_itself_as_well(consultant: Page, demo_stack: Stack) -> None:
    page = opened(consultant, f"{demo_stack.url}/admin/pages/{pk(demo_stack, GUIDE)}/edit/")
    sent: list[str] = []
    page.on(
        "request",
        lambda request: (
            sent.append(request.url) if request.method == "POST" and request.url.endswith("/edit/") else None
        ),
    )
    page.evaluate(SLOW)
    page.locator("footer").get_by_role("button", name="Save draft").click()
    assert page.evaluate(STORE)
    page.wait_for_timeout(4 * DELAY)
    assert sent == []
