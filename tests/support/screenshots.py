"""The pictures in README and docs, taken of the running demo: ``make screenshots``."""

import os
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.support.provide import chromium, postgres
from tests.support.stack import Stack

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "images"
ML = "/specialisms/technology/ai-data/machine-learning/"
GUIDE = f"{ML}machine-learning-engineer-hiring-guide/"
PUBLIC = {
    "home": ("/", 1360, 1000, "light"),
    "specialism": (ML, 1360, 1000, "light"),
    "guide": (GUIDE, 1360, 1000, "light"),
    "guide-dark": (GUIDE, 1360, 1000, "dark"),
    "guide-phone": (GUIDE, 360, 740, "light"),
    "pay": (f"{ML}machine-learning-salary-guide/#base-pay-in-nine-cities", 1360, 1000, "light"),
    "mandate": ("/mandate/", 1360, 1000, "light"),
}
ADMIN = {
    "admin-home": "/admin/",
    "admin-explorer": "/admin/pages/{ml}/",
    "admin-editor": "/admin/pages/{guide}/edit/",
    "admin-fact": "/admin/facts/edit/1/",
    "admin-cluster": "/admin/thread/cluster/{ml}/",
    "admin-inbox": "/admin/mandates/",
    "admin-mandate": "/admin/mandates/1/",
}


def main() -> None:
    """Start the demo on a throw-away PostgreSQL and photograph it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with postgres() as server, tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stack = Stack(Path(folder), server)
        try:
            stack.manage("prepare")
            stack.start()
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox"] if os.geteuid() == 0 else []
            )
            public(browser, stack)
            admin(browser, stack)
        finally:
            stack.stop()


def public(browser: Browser, stack: Stack) -> None:
    """What readers see; the last one is sent, so that the inbox has something in it."""
    for name, (path, width, height, scheme) in PUBLIC.items():
        page = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        page.goto(stack.url + path)
        page.screenshot(path=FOLDER / f"{name}.png")
    page = browser.new_page(viewport={"width": 1360, "height": 1000}, reduced_motion="reduce")
    page.goto(stack.url + GUIDE)
    page.get_by_role("link", name="Discuss your hiring mandate").last.click()
    page.locator("#id_role").fill("Machine Learning Engineer")
    page.locator("#id_need").fill("Own the ranking service end to end and cut inference cost by half.")
    page.locator("#id_name").fill("Alex Moreau")
    page.locator("#id_company").fill("Northgate Retail")
    page.locator("#id_email").fill("alex@northgate")
    page.get_by_role("button", name="Send mandate").click()
    page.get_by_role("alert").wait_for()
    page.screenshot(path=FOLDER / "mandate-mistake.png")
    page.locator("#id_email").fill("alex@northgate.example")
    page.wait_for_timeout(7000)  # what comes faster is held as a program's
    page.get_by_role("button", name="Send mandate").click()
    page.get_by_role("heading", name="We have your mandate").wait_for()
    page.screenshot(path=FOLDER / "received.png")


def admin(browser: Browser, stack: Stack) -> None:
    """What a consultant sees; then what the CMS says to a question that another guide answers, and before a move."""
    page = logged_in(browser, stack, "consultant")
    ids = page_ids(stack)
    for name, path in ADMIN.items():
        page.goto(stack.url + path.format(**ids), wait_until="networkidle")
        page.screenshot(path=FOLDER / f"{name}.png")
    page.goto(f"{stack.url}/admin/pages/{ids['head']}/edit/", wait_until="networkidle")
    page.get_by_role("button", name="Toggle thread").click()
    page.locator("#id_target_question").fill("How to hire machine learning engineers")
    page.locator("[data-side-panel=thread]").get_by_text("answers the same question").first.wait_for()
    page.screenshot(path=FOLDER / "admin-thread.png")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("It has not been published").wait_for()
    page.screenshot(path=FOLDER / "admin-publish.png")
    page = logged_in(browser, stack, "reviewer")
    page.goto(f"{stack.url}/admin/pages/{ids['guide']}/move/{ids['data']}/confirm/", wait_until="networkidle")
    page.screenshot(path=FOLDER / "admin-move.png")


def logged_in(browser: Browser, stack: Stack, role: str) -> Page:
    """A browser in which one of the demo's people is logged in."""
    page: Page = browser.new_page(viewport={"width": 1360, "height": 1000})
    username, password = stack.login(role)
    page.goto(f"{stack.url}/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{stack.url}/admin/")
    return page


SLUGS = {
    "ml": "machine-learning",
    "data": "data-platforms",
    "guide": "machine-learning-engineer-hiring-guide",
    "head": "head-of-ai-hiring-guide",
}


def page_ids(stack: Stack) -> dict[str, str]:
    """The ids of the pages that the pictures show."""
    numbers = dict(stack.rows("SELECT slug, id FROM wagtailcore_page"))
    return {name: str(numbers[slug]) for name, slug in SLUGS.items()}


if __name__ == "__main__":
    main()
