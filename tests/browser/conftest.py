"""A real Chromium, and the running demo to point it at."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.support.stack import Stack

ML = "/specialisms/technology/ai-data/machine-learning/"
HARMLESS = [
    "status of 409",  # how Chromium notes a form that was overtaken by another
    "status of 422",  # and one that came back with mistakes
    "Transition was",  # and that it left out a view transition because the machine was slow
]
GUIDE = f"{ML}machine-learning-engineer-hiring-guide/"

expect.set_options(timeout=30_000)  # milliseconds of patience on a busy machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The machine's own Chromium; as root it runs without its sandbox."""
    quiet = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
    return {"executable_path": os.environ["CHROMIUM"], "args": ["--no-sandbox", *quiet]}


@pytest.fixture
def site(demo_stack: Stack) -> str:
    """The address of the running demo."""
    return demo_stack.url


class Window:
    """A page that remembers what the browser complained about."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._read)
        self.page.on("pageerror", lambda error: self._note(str(error)))

    def _read(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._note(message.text)

    def _note(self, text: str) -> None:
        if not any(note in text for note in HARMLESS):
            self.complaints.append(text)


@pytest.fixture(params=[True, False], ids=["javascript", "no javascript"])
def visitor(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A client's browser, with JavaScript and without; the test fails if the browser complains or holds a cookie."""
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 900})
    window = Window(context)
    yield window.page
    assert window.complaints == []
    assert context.cookies() == []
    context.close()


@pytest.fixture
def consultant(browser: Browser, demo_stack: Stack) -> Iterator[Page]:
    """The browser of Ines, logged in to the CMS as a consultant."""
    context = browser.new_context(viewport={"width": 1360, "height": 1000})
    page = context.new_page()
    username, password = demo_stack.login("consultant")
    page.goto(f"{demo_stack.url}/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{demo_stack.url}/admin/")
    yield page
    context.close()
