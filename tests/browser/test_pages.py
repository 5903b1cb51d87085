"""Every page type as readers meet it: accessible, light and dark, at any width, and on paper."""

import re
import urllib.request
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from wagtail.models import get_page_models

from tests.browser.conftest import GUIDE, ML, Window
from tests.support.stack import Stack

PAGES = {
    "HomePage": "/",
    "SpecialismIndexPage": "/specialisms/",
    "sector": "/specialisms/technology/",
    "SpecialismPage": ML,
    "SupportPage": GUIDE,
    "ConsultantIndexPage": "/consultants/",
    "ConsultantPage": "/consultants/ines-okafor/",
    "PlainPage": "/how-a-search-works/",
    "mandate form": "/mandate/",
    "search": "/search/",
    "search with results": "/search/?q=enginer+London&kind=hiring_guide",
    "search without results": "/search/?q=xyzzy",
    "not found": "/no-such-page/",
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(params=["light", "dark"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A reader's browser in each colour scheme."""
    context = browser.new_context(color_scheme=request.param, viewport={"width": 1360, "height": 900})
    yield context.new_page()
    context.close()


def violations(page: Page, within: str | None = None) -> list[str]:
    """What axe finds on the page once all of it is there, or in the part that a selector names, a line each."""
    page.wait_for_load_state()
    results = Axe().run(page, context=within, options=RULES)
    return [
        f"{found['id']}: {node['html'][:160]}" for found in results.response["violations"] for node in found["nodes"]
    ]


def test_these_are_all_page_types() -> None:
    ours = {model.__name__ for model in get_page_models() if model.__module__.split(".")[0] != "wagtail"}
    assert ours <= set(PAGES)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(reader: Page, site: str, path: str) -> None:
    reader.goto(f"{site}{path}")
    assert violations(reader) == []


def test_axe_finds_nothing_in_errors_and_confirmation(reader: Page, site: str) -> None:
    reader.goto(f"{site}/mandate/")
    reader.get_by_role("button", name="Send mandate").click()
    reader.get_by_role("alert").wait_for()
    assert violations(reader) == []
    for label in ("Which role do you need to fill?", "What should this person have achieved after a year?"):
        reader.get_by_label(label).fill("Platform lead")
    reader.get_by_label("Your name").fill("Alex")
    reader.get_by_label("Company").fill("Northgate")
    reader.get_by_label("Work email").fill("alex@northgate.example")
    reader.get_by_role("button", name="Send mandate").click()
    reader.get_by_role("heading", name="We have your mandate").wait_for()
    assert violations(reader) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1360, 2400])
def test_nothing_scrolls_sideways(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in PAGES.values():
        page.goto(f"{site}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_targets_are_large_enough(browser: Browser, site: str) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels; links inside sentences are exempt."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    for path in PAGES.values():
        page.goto(f"{site}{path}")
        small = page.evaluate(
            """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
            .filter(node => node.checkVisibility() && !node.closest('.prose p, .prose li, .prose dd, .meta, .skip, p'))
            .filter(node => { const box = node.getBoundingClientRect(); return box.width && (box.height < 24 || box.width < 24) })
            .map(node => node.outerHTML.slice(0, 120))"""
        )
        assert small == [], path
    context.close()


def test_wide_screens_show_the_thread_without_a_click(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 1360, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{GUIDE}")
    rail = page.get_by_role("navigation", name="In this specialism")
    assert rail.get_by_role("link", name="Machine Learning", exact=True).is_visible()
    context.close()


def test_small_screens_fold_the_thread(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{GUIDE}")
    rail = page.get_by_role("navigation", name="In this specialism")
    assert not rail.get_by_role("link", name="Machine Learning", exact=True).is_visible()
    rail.get_by_text("In this specialism").first.click()
    assert rail.get_by_role("link", name="Machine Learning", exact=True).is_visible()
    context.close()


@pytest.mark.parametrize("way", ["address", "rail"])
def test_a_section_is_found_although_little_above_it_is_laid_out(browser: Browser, site: str, way: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site}{GUIDE}")
    pay = page.locator(".prose > .pay").first
    assert pay.evaluate("block => block.checkVisibility({contentVisibilityAuto: true})")
    assert not pay.locator("table").first.evaluate("table => table.checkVisibility({contentVisibilityAuto: true})")
    section = page.locator(".sections a").last.get_attribute("href")
    if way == "rail":
        page.locator(".fold > summary").click()
        page.locator(".sections a").last.click()
    else:
        page.goto("about:blank")
        page.goto(f"{site}{GUIDE}{section}")
    found = page.locator(f"h2{section}")
    expect(found).to_be_in_viewport()
    for _frame in range(3):  # what comes near is laid out now, and moves nothing
        page.evaluate("() => new Promise(requestAnimationFrame)")
        assert 0 <= found.evaluate("heading => heading.getBoundingClientRect().top") < 60
    page.close()


def test_a_guide_prints_as_a_document(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}{GUIDE}")
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert not page.locator(".cta").is_visible()
    assert page.get_by_text("Reviewed").is_visible()
    rail = page.get_by_role("navigation", name="In this specialism")
    assert rail.get_by_text("Head of AI").is_visible()
    link = page.locator(".prose p a[href^='/']").first
    assert link.evaluate("node => getComputedStyle(node, '::after').content").find("/specialisms/") > 0
    context.close()


def test_browsers_have_nothing_to_complain_about(browser: Browser, site: str) -> None:
    context = browser.new_context()
    window = Window(context)
    for name, path in PAGES.items():
        if name != "not found":
            window.page.goto(f"{site}{path}", wait_until="networkidle")
    assert window.complaints == []
    context.close()


def test_every_internal_link_of_the_demo_answers(demo_stack: Stack) -> None:
    """A crawl from the front page."""
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        with urllib.request.urlopen(demo_stack.url + path) as answer:
            assert answer.status == 200, path
            if answer.headers.get_content_type() != "text/html":
                continue  # a PDF, pay bands or a document
            html = answer.read().decode()
        found = re.findall(r'<a [^>]*href="(/[^"#?]*)', html)
        waiting += [link for link in found if not link.startswith(("/mandate/", "/admin/"))]
        for target in re.findall(r'href="#([^"]+)"', html):
            assert f'id="{target}"' in html, (path, target)
    assert len(seen) >= 60


COVERED = """() => {
  const bar = document.querySelector(".reach").getBoundingClientRect();
  const points = Array.from({ length: 32 }, (_, n) => [bar.left + (n + 0.5) * bar.width / 32, bar.top + bar.height / 2]);
  return points.filter(([x, y]) => !document.elementFromPoint(x, y)?.closest(".reach")).length;
}"""


def test_nothing_lies_over_the_bar_at_the_foot(browser: Browser, demo_stack: Stack) -> None:
    """Columns that stay in sight while a table scrolls sideways pass under it."""
    context = browser.new_context(viewport={"width": 768, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{demo_stack.url}{ML}european-machine-learning-market-map/")
    top = page.locator(".market").first.evaluate("map => map.getBoundingClientRect().top + scrollY")
    for offset in range(0, 600, 60):
        page.evaluate("y => window.scrollTo(0, y)", top - 900 + offset)
        assert page.evaluate(COVERED) == 0
    context.close()
