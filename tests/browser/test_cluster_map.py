"""The map of a cluster in a real browser: accessible, legible and reachable by keyboard at 1, 8 and 80 pages."""

import mimetypes
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import transaction
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, Route
from wagtail.models import Page as TreePage
from wagtail.models import Site

from specialisms.models import SpecialismIndexPage, SpecialismPage
from tests import factories
from tests.browser.test_pages import violations
from tests.support_pages.clusters import cluster, with_guest_draft_and_private

SIZES = (1, 8, 80)
ODD, LETTERS_ALONE = 20, "WMmw@%—OQGrtfil1obaé"
"""A cluster in which each title is one letter again and again."""
HOST = "http://cms.example"

OVERFLOWING = """() => {
  const map = document.querySelector(".thread-map-frame .thread-map"), box = map.viewBox.baseVal;
  const marks = [...map.querySelectorAll(".thread-map-mark, .thread-map-node")].map(node => node.getBoundingClientRect());
  return [...map.querySelectorAll("text")].filter(text => {
    const { x, width } = text.getBBox(), seen = text.getBoundingClientRect();
    const covered = !text.closest(".thread-map-mark") && marks.some(mark => mark.left < seen.right - 1
      && mark.right > seen.left + 1 && mark.top < seen.bottom - 3 && mark.bottom > seen.top + 3);
    return covered || (!text.closest("g[transform]") && (x < 0 || x + width > box.width));
  }).map(text => text.textContent);
}"""
LETTERS = """() => Math.min(...[...document.querySelectorAll(".thread-map-frame text")]
  .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
BRIGHT = """number => [...document.querySelectorAll(".thread-map-bright path")].every(line =>
  (getComputedStyle(line).visibility == "visible") ==
  !!line.closest(".thread-map-page").querySelector(`a[data-page="${number}"]`))"""
FOCUSED = """() => ({ page: document.activeElement.dataset.page,
  outline: getComputedStyle(document.activeElement.querySelector(".thread-map-box")).strokeWidth })"""


def answers(*, keep: bool) -> dict[int, dict[str, str]]:
    """What the CMS answers about clusters of each size, by address, the view of the cluster first."""
    found = {}
    databases = setup_databases(verbosity=0, interactive=False, keepdb=keep, serialized_aliases=[])
    try:
        with transaction.atomic():
            factories.SpecialismIndexPageFactory(parent=factories.site())
            client = Client()
            client.force_login(factories.user("root", is_superuser=True))
            elsewhere = cluster(SpecialismIndexPage.objects.get(), 2, title="Elsewhere")
            for size in (*SIZES, ODD):
                made = cluster(SpecialismIndexPage.objects.get(), size)
                if size == 8:
                    with_guest_draft_and_private(
                        SpecialismPage.objects.get(pk=made.pk), SpecialismPage.objects.get(pk=elsewhere.pk)
                    )
                if size == ODD:
                    for page, letter in zip(
                        TreePage.objects.get(pk=made.pk).get_descendants(inclusive=True), LETTERS_ALONE, strict=True
                    ):
                        TreePage.objects.filter(pk=page.pk).update(title=letter * 70)
                paths = [reverse("thread:cluster", args=[made.pk]), reverse("wagtailadmin_sprite")]
                found[size] = {path: client.get(path).content.decode() for path in paths}
            transaction.set_rollback(True)
    finally:
        teardown_databases(databases, verbosity=0, keepdb=keep)
    Site.clear_site_root_paths_cache()
    return found


@pytest.fixture(scope="module")
def answered(
    django_db_blocker, django_db_modify_db_settings, django_db_keepdb: bool, django_db_createdb: bool
) -> dict[int, dict[str, str]]:
    """The answers, from a thread of their own: the browser's keeps a loop running in which Django asks no database.

    The database is set up there too: pytest-django makes none for a run of tests that are not marked as using one.
    """
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as thread:
        return thread.submit(answers, keep=django_db_keepdb and not django_db_createdb).result()


@pytest.fixture
def look(browser: Browser, answered: dict[int, dict[str, str]]) -> Iterator[Callable[..., Page]]:
    """Open the cluster of a size in a browser; style sheets and scripts are the site's own."""
    contexts: list[BrowserContext] = []

    def open_(size: int, width: int = 1360, **options: object) -> Page:
        pages = answered[size]

        def answer(route: Route) -> None:
            path = urlsplit(route.request.url).path
            file = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
            if file:
                kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
                route.fulfill(body=Path(file).read_bytes(), content_type=kind)
            elif path in pages:
                route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")
            else:
                route.fulfill(status=404)

        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(HOST + next(iter(pages)))
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("size", "scheme"), [(1, "light"), (8, "light"), (8, "dark"), (80, "light")])
def test_axe_finds_nothing(look: Callable[..., Page], size: int, scheme: str) -> None:
    assert violations(look(size, color_scheme=scheme)) == []


@pytest.mark.parametrize("size", [*SIZES, ODD])
def test_titles_fit_and_are_large_enough_to_read(look: Callable[..., Page], size: int) -> None:
    page = look(size)
    for width in (1360, 768):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERFLOWING) == []
        assert page.evaluate(LETTERS) >= 10


@pytest.mark.parametrize("width", [360, 768, 1360, 1920])
def test_only_the_map_scrolls_sideways(look: Callable[..., Page], width: int) -> None:
    page = look(8, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    frame = page.locator(".thread-map-frame")
    inside, room = frame.evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert (inside > room) == (width == 360)
    assert frame.evaluate("node => node.getBoundingClientRect().right") <= width


def test_the_keyboard_goes_through_the_pages_in_order_and_on_to_their_rows(look: Callable[..., Page]) -> None:
    page = look(8)
    pages = page.locator(".thread-map-frame a").evaluate_all("all => all.map(node => node.dataset.page)")
    page.locator(".thread-map-frame").focus()
    for number in pages:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == {"page": number, "outline": "3px"}
        page.wait_for_function(BRIGHT, arg=number)
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#page-{pages[-1]}")
    assert page.locator(f"#page-{pages[-1]}").evaluate("row => row.matches(':target')")
    page.wait_for_function(
        "id => { const { top } = document.getElementById(id).getBoundingClientRect(); return top >= 0 && top < 900; }",
        arg=f"page-{pages[-1]}",
        timeout=10_000,
    )


def test_it_needs_no_script(look: Callable[..., Page]) -> None:
    page = look(8, java_script_enabled=False)
    page.get_by_role("link", name="Private notes, Interview guide, Private").first.click()
    assert "#page-" in page.url
    assert page.get_by_role("button", name="Check again").is_visible()


def test_it_prints_without_the_furniture_of_the_cms(look: Callable[..., Page]) -> None:
    page = look(8)
    page.emulate_media(media="print")
    assert not page.locator("#wagtail-sidebar").is_visible()
    assert not page.get_by_role("button", name="Check again").is_visible()
    assert page.locator(".thread-printed").is_visible()
    assert page.locator(".thread-map-frame .thread-map").is_visible()
