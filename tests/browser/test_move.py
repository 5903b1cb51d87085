"""A consultant moves a guide to another specialism: nobody who reads meanwhile finds nothing."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.moving import LINKING, PASSWORD
from tests.support.stack import Stack

READERS = 3
PATIENCE = 60_000


@dataclass
class Moving:
    """The running site, and a guide in it that moves."""

    stack: Stack
    guide: int
    title: str
    to: int
    old: str
    links: list[tuple[int, str, str]]

    @property
    def new(self) -> str:
        """Where the guide will be."""
        return self.old.replace("/machine-learning/", "/data/")


@pytest.fixture(scope="module")
def movings(tmp_path_factory: pytest.TempPathFactory, database_server: str) -> Iterator[list[Moving]]:
    """A site of its own, since it is changed, and the two guides that move in it."""
    stack = Stack(tmp_path_factory.mktemp("moving"), database_server)
    try:
        stack.manage("migrate", "--verbosity", "0")
        host = urlsplit(stack.url)
        build = f"from tests.browser.moving import build; build({host.hostname!r}, {host.port})"
        printed = stack.manage("shell", "--no-imports", "-c", build)
        known = json.loads(printed.strip().splitlines()[-1])
        stack.start("web")
        yield [Moving(stack, **guide) for guide in known]
    finally:
        stack.stop()


def answer(url: str) -> tuple[int, str]:
    """The status of an address and where it leads, not followed."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=20)
    try:
        connection.request("GET", parts.path)
        response = connection.getresponse()
        response.read()
        return response.status, response.headers.get("Location", "")
    finally:
        connection.close()


@dataclass
class Readers:
    """Readers who keep asking for addresses, following redirects, and note what they got: pairs of address and status."""

    urls: list[str]
    seen: list[tuple[str, int]] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def read(self) -> None:
        """Ask for each in turn until it is over."""
        while not self.done.is_set():
            for url in self.urls:
                try:
                    with urllib.request.urlopen(url, timeout=20) as response:
                        self.seen.append((url, response.status))
                except urllib.error.HTTPError as error:
                    self.seen.append((url, error.code))

    @contextmanager
    def reading(self) -> Iterator["Readers"]:
        """As long as the block lasts."""
        threads = [threading.Thread(target=self.read) for _reader in range(READERS)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self.done.set()
            for thread in threads:
                thread.join(timeout=60)

    def statuses(self, url: str) -> list[int]:
        """What was got at an address, in order."""
        return [status for seen, status in self.seen if seen == url]


def log_in(page: Page, site: str) -> None:
    """Into the CMS."""
    page.goto(f"{site}/admin/")
    page.get_by_label("Username").fill("ines")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site}/admin/")


def choose_place(page: Page, moving: Moving) -> None:
    """From the explorer through Wagtail's window to the screen before the move."""
    site = moving.stack.url
    page.goto(f"{site}/admin/pages/{moving.guide}/move/")
    page.locator(".page-chooser").get_by_role("button", name="Actions").click()
    page.get_by_role("button", name="Choose another page").click()
    window = page.locator(".modal-dialog")
    window.get_by_role("link", name="Data", exact=True).first.click()  # it stands in the list that opens
    window.wait_for(state="hidden")
    page.get_by_role("button", name="Confirm").click()


@pytest.mark.parametrize("number", [0, 1], ids=["javascript", "no javascript"])
def test_consultant_moves_a_guide_and_no_reader_finds_nothing(
    browser: Browser, movings: list[Moving], number: int
) -> None:
    moving, scripted = movings[number], number == 0
    site = moving.stack.url
    old, new = f"{site}{moving.old}", f"{site}{moving.new}"
    context = browser.new_context(java_script_enabled=scripted, viewport={"width": 1360, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    log_in(page, site)
    if scripted:
        choose_place(page, moving)
    else:  # Wagtail chooses pages with scripts; the screen itself needs none
        page.goto(f"{site}/admin/pages/{moving.guide}/move/{moving.to}/confirm/")

    # The screen lists who links, with the words of the link and the way to their editors.
    expect(page.get_by_role("heading", name=f"{LINKING} pages link here")).to_be_visible()
    rows = page.locator(".departure-links li")
    expect(rows).to_have_count(LINKING)
    for pk, _url, words in moving.links:
        link = rows.filter(has_text=f"“{words}”").get_by_role("link")
        expect(link).to_have_attribute("href", f"/admin/pages/{pk}/edit/")
    expect(page.get_by_text("“Machine Learning” is left without: ", exact=False)).to_be_visible()

    pdfs = [f"{old}guide.pdf", f"{new}guide.pdf"]
    assert answer(pdfs[0]) == (200, "")
    with Readers([old, new, pdfs[0]]).reading() as readers:
        page.get_by_role("button", name="Yes, move this page").click()
        page.wait_for_url(f"**/admin/pages/{moving.to}/")
        expect(page.get_by_text("Its old addresses lead to the new ones")).to_be_visible()
        asked = len(readers.seen)
        while len(readers.seen) < asked + 30:
            page.wait_for_timeout(20)

    # While it happened, the old address always led to the guide; the new one did from one moment on.
    assert set(readers.statuses(old)) == {200}
    assert len(readers.statuses(old)) > 10
    assert set(readers.statuses(new)) <= {200, 404}
    assert readers.statuses(new)[-1] == 200
    assert set(readers.statuses(pdfs[0])) == {200}

    assert answer(old) == (301, moving.new)
    assert answer(new) == (200, "")
    assert answer(pdfs[0]) == (301, f"{moving.new}guide.pdf")
    assert answer(pdfs[1]) == (200, "")
    check_links(moving, site)
    check_thread(page, moving)
    context.close()


def check_links(moving: Moving, site: str) -> None:
    """The links in the bodies of the twelve follow."""
    for _pk, url, words in moving.links:
        with urllib.request.urlopen(f"{site}{url}") as response:
            html = response.read().decode()
        assert f'<a href="{moving.new}">{words}</a>' in html
        assert moving.old not in html


def check_thread(page: Page, moving: Moving) -> None:
    """The guide's way up, rail, canonical address and siblings are those of the new specialism."""
    site = moving.stack.url
    page.goto(f"{site}{moving.new}")
    crumbs = page.get_by_role("navigation", name="Breadcrumb")
    expect(crumbs.get_by_role("link", name="Data")).to_be_visible()
    expect(crumbs.get_by_role("link", name="Machine Learning")).to_have_count(0)
    rail = page.get_by_role("navigation", name="In this specialism")
    expect(rail.get_by_role("link", name="Data", exact=True)).to_have_attribute("href", "/specialisms/data/")
    expect(rail.get_by_role("link", name="Linking 0")).to_be_visible()
    assert page.locator('link[rel="canonical"]').get_attribute("href") == f"{site}{moving.new}"
    page.goto(f"{site}/specialisms/machine-learning/")
    expect(page.get_by_role("link", name="Linking 1")).not_to_have_count(0)
    expect(page.get_by_role("link", name=moving.title)).to_have_count(0)
