"""What a first visit takes, from production's settings: few requests, few bytes, pictures that fit, and the next page ahead."""

import re
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.wire import PAGES, visit
from tests.browser import test_pages
from tests.browser.conftest import GUIDE, ML, Window
from tests.support.production import Production
from tests.support.stack import Stack
from tests.support.waiting import until

PICTURE = PAGES["guide with a picture"]


@pytest.fixture(scope="module")
def production(demo_stack: Stack) -> Iterator[Production]:
    """The demo agency, served as in production."""
    with Production(demo_stack) as site:
        yield site


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    """A reader's browser; the test fails if it complains."""
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    window = Window(context)
    yield window
    assert window.complaints == []
    context.close()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_first_visit_stays_within_its_limits(browser: Browser, production: Production, path: str) -> None:
    seen = visit(browser, production.url, path)
    assert {"page", "style"} <= {transfer.kind for transfer in seen.transfers}
    assert seen.faults() == []


def test_every_page_type_is_measured() -> None:
    assert set(test_pages.PAGES.values()) <= set(PAGES.values())


def test_static_files_come_compressed_and_are_kept(browser: Browser, production: Production) -> None:
    for transfer in visit(browser, production.url, GUIDE).transfers:
        if transfer.kind in {"style", "script", "rules"}:
            assert transfer.encoding == "br", transfer
            for encoding in ("br", "gzip"):
                request = urllib.request.Request(transfer.url, headers={"Accept-Encoding": encoding})
                with urllib.request.urlopen(request) as answer:
                    assert answer.headers["Content-Encoding"] == encoding
                    assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"


def attempts(page: Page) -> list[dict[str, Any]]:
    """What the browser may fetch ahead of the page that is loaded next; grows as it finds more."""
    found: list[dict[str, Any]] = []
    session = page.context.new_cdp_session(page)
    session.on(
        "Preload.preloadingAttemptSourcesUpdated", lambda event: found.extend(event["preloadingAttemptSources"])
    )
    session.send("Preload.enable")
    return found


@pytest.mark.parametrize("path", [GUIDE, ML], ids=["guide", "specialism"])
def test_the_next_page_of_a_cluster_is_fetched_when_a_reader_is_about_to_follow_a_link(
    window: Window, production: Production, path: str
) -> None:
    page = window.page
    found = attempts(page)
    page.goto(f"{production.url}{path}", wait_until="networkidle")
    link = page.locator(f".rail a[href^='{ML}']:not([aria-current]), .cluster a[href^='{ML}']").last
    link.scroll_into_view_if_needed()
    target = f"{production.url}{link.get_attribute('href')}"
    with page.expect_request(target) as ahead:
        link.hover()
    assert "prefetch" in ahead.value.headers["sec-purpose"]
    assert {attempt["key"]["action"] for attempt in found} == {"Prefetch"}


@pytest.mark.parametrize("name", ["sector", "specialism", "guide", "salary guide"])
def test_nothing_is_fetched_ahead_but_pages_of_clusters(window: Window, production: Production, name: str) -> None:
    found = attempts(window.page)
    window.page.goto(f"{production.url}{PAGES[name]}", wait_until="networkidle")
    assert found
    for attempt in found:
        path = attempt["key"]["url"].removeprefix(production.url)
        assert re.fullmatch(r"/specialisms/[a-z0-9/-]+/", path), path


@pytest.fixture
def made(demo_stack: Stack) -> None:
    """The worker has made the pictures of the demo."""
    lacking = "SELECT 1 FROM django_tasks_database_dbtaskresult WHERE status <> 'SUCCESSFUL' AND task_path = '{}'"
    until(lambda: not demo_stack.rows(lacking.format("agency.renditions.make")), "pictures in all sizes")


@pytest.mark.parametrize(
    ("width", "density", "wanted"), [(360, 2, 680), (768, 2, 1600), (1360, 1, 680), (1360, 2, 1600)]
)
def test_a_picture_comes_in_the_size_it_is_shown_in(
    browser: Browser, made: None, production: Production, width: int, density: int, wanted: int
) -> None:
    """As wide as the text, in AVIF, from a file of about as many pixels, which browsers keep."""
    context = browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=density)
    page = context.new_page()
    page.goto(f"{production.url}{PICTURE}", wait_until="networkidle")
    picture = page.locator(".picture img").first
    picture.scroll_into_view_if_needed()
    until(lambda: picture.evaluate("picture => picture.complete && picture.currentSrc"), "the picture")
    shown = picture.evaluate("picture => picture.getBoundingClientRect().width")
    column = page.locator(".picture").first.evaluate("figure => figure.getBoundingClientRect().width")
    assert shown == pytest.approx(column, abs=1)
    address = picture.evaluate("picture => picture.currentSrc")
    assert address.endswith(".avif")
    with urllib.request.urlopen(address) as answer:
        assert set(answer.headers["Cache-Control"].split(", ")) == {"public", "max-age=31536000", "immutable"}
        assert answer.headers["Content-Type"] == "image/avif"
    assert f"width-{wanted}." in address
    context.close()
