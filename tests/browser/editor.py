"""Write in the page editor as somebody at a keyboard does."""

from playwright.sync_api import Page

from tests.support.stack import Stack

WATCH = """addEventListener("w-unsaved:watch-edits", () => { document.documentElement.dataset.watched = "" })"""
"""Wagtail remembers a form as it was a moment after opening; what is typed before that moment does not count as new."""


def pk(stack: Stack, path: str) -> int:
    """The number of a page by its address."""
    ((found,),) = stack.rows("SELECT id FROM wagtailcore_page WHERE url_path LIKE %s", f"%{path}")
    return found


def opened(page: Page, address: str) -> Page:
    """An editor in which what is typed from now on counts."""
    page.add_init_script(WATCH)
    page.goto(address)
    page.locator("html[data-watched]").wait_for()
    return page


def type_into(page: Page, field: str, text: str) -> None:
    """Replace what is in a field."""
    page.locator(f"#id_{field}").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def stored(stack: Stack, question: str) -> bool:
    """Whether a draft has this question."""
    return bool(stack.rows("SELECT 1 FROM wagtailcore_revision WHERE content->>'target_question' = %s", question))
