"""A guide with every block there is, as readers meet it.

Whether its HTML is valid in every detail is checked by hand, with Java and npm, against a running site:

    npm install --prefix /tmp/vnu vnu-jar
    curl -s http://localhost:8000/<address of the guide>/ > /tmp/vnu/guide.html
    java -jar /tmp/vnu/node_modules/vnu-jar/build/dist/vnu.jar --errors-only /tmp/vnu/guide.html
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ML
from tests.browser.test_pages import violations
from tests.support.stack import Stack

SLUG = "every-block"
EXTREME = "extreme-blocks"
MAKE = f"""
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests.support_pages.bodies import Library
from tests.support_pages.extremes import extreme_body
parent = SpecialismPage.objects.get(slug="machine-learning")
body = Library(parent).every_block()
parent.refresh_from_db()
page = parent.add_child(instance=SupportPage(title="Every block", slug="{SLUG}", kind="job_description", body=body))
page.save_revision().publish()
parent.refresh_from_db()
page = parent.add_child(instance=SupportPage(title="Extremes", slug="{EXTREME}", kind="market_map", body=extreme_body()))
page.save_revision().publish()
"""
FORGET = f"""
from specialisms.models import Fact, PayBand, Role
from wagtail.models import Page
for slug in ("{SLUG}", "{EXTREME}", "another-guide"):
    Page.objects.get(slug=slug).delete()
PayBand.objects.filter(role__name="Evaluation Engineer").delete()
Role.objects.filter(name="Evaluation Engineer").delete()
Fact.objects.filter(source_name="Searches completed by the agency").delete()
"""


@pytest.fixture(scope="module")
def address(demo_stack: Stack) -> Iterator[str]:
    """Where the guide is; it is gone again after these tests."""
    demo_stack.manage("shell", "--no-imports", "-c", MAKE)
    yield f"{demo_stack.url}{ML}{SLUG}/"
    demo_stack.manage("shell", "--no-imports", "-c", FORGET)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1360, 360, 320])
@pytest.mark.parametrize("slug", [SLUG, EXTREME])
def test_every_block_is_accessible_and_fits(
    browser: Browser, address: str, scheme: str, width: int, slug: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address.replace(SLUG, slug))
    for folded in page.locator("article details").all():
        folded.locator("summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_scorecard_stands_on_paper_and_text_to_copy_does_not(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    boxes = page.locator(".scorecard table")
    assert not boxes.is_visible()
    page.emulate_media(media="print")
    assert boxes.is_visible()
    assert not page.locator(".job-text").is_visible()
    page.context.close()


def test_job_description_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page: Page = context.new_page()
    page.goto(address)
    page.get_by_text("Copy as text").click()
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Senior Machine Learning Engineer\n")
    context.close()
