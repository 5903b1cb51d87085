"""The brief in several sittings: on two browsers, with JavaScript and without, by mouse and by keyboard."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import GUIDE, Window
from tests.browser.test_journey import READING, fill, wait_for_mail
from tests.browser.test_pages import violations
from tests.browser.test_room import open_room
from tests.support.stack import Stack

PAGES = {
    "light": ["role", "must-haves", "place", "pay", "start", "confidentiality", "contact", "files", "check", "wrong"],
    "dark": ["role", "must-haves", "files", "wrong"],
}
"""Topics whose controls differ, the check page, and a topic with mistakes; in the dark only the colours differ."""


@pytest.fixture
def device(browser: Browser) -> Iterator[Callable[[bool], Page]]:
    """Makes browsers that know nothing of each other; the test fails if one complains or holds a cookie."""
    windows: list[Window] = []

    def make(javascript: bool) -> Page:
        context = browser.new_context(java_script_enabled=javascript, viewport={"width": 1280, "height": 900})
        windows.append(Window(context))
        return windows[-1].page

    yield make
    for window in windows:
        assert window.complaints == []
        assert window.page.context.cookies() == []
        window.page.context.close()


def heading(page: Page) -> Locator:
    """The main heading."""
    return page.get_by_role("heading", level=1)


def go_on(page: Page) -> None:
    """Save and continue."""
    page.get_by_role("button", name="Save and continue").click()


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the control has the focus."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"{target} is out of the keyboard's reach")


def test_three_sittings_on_two_browsers(device, consultant: Page, demo_stack: Stack) -> None:
    reference, link = first_sitting(device(True), demo_stack)
    second_sitting(device(False), link)
    third_sitting(device(True), link)

    mails = wait_for_mail(demo_stack, reference, 5)
    to_agency = next(mail for mail in mails if f"Brief for mandate {reference}" in mail)
    for mail in mails:
        for secret in ("retires in May", "Warsaw", "Northgate Retail", "Fluent in Polish"):
            assert secret not in mail
    consultant.goto(re.search(r"http\S+/admin/mandates/\d+/", to_agency)[0])
    main = consultant.get_by_role("main")
    for said in ("The head of data retires in May.", "Warsaw or London", "95,000", "Fluent in Polish", "team.txt"):
        expect(main).to_contain_text(said)


def first_sitting(page: Page, stack: Stack) -> tuple[str, str]:
    """At the office: the short request from a guide, two topics, then lunch. Returns the reference and the mailed link."""
    page.goto(f"{stack.url}{GUIDE}")
    page.get_by_role("link", name="Discuss a mandate").click()
    fill(page)
    page.wait_for_timeout(READING)
    page.get_by_role("button", name="Send mandate").click()
    reference = re.search(r"M-\w{4}-\w{4}", page.inner_text("main"))[0]
    page.get_by_role("link", name="Add detail now").click()
    expect(heading(page)).to_have_text("The role")
    expect(page.get_by_label("Role", exact=True)).to_have_value("Machine Learning Engineer")
    expect(page.get_by_label("Field")).to_contain_text("Machine Learning")
    page.get_by_label("Level").select_option("Senior")
    page.get_by_label("A replacement", exact=True).check()
    go_on(page)
    expect(page.get_by_text("Topic 2 of 12").last).to_be_visible()
    page.get_by_label("Why are you hiring now?").fill("The head of data retires in May.")
    page.get_by_role("button", name="Save and come back later").click()
    expect(page.get_by_role("status")).to_contain_text("Your draft is kept.")
    acknowledgement = next(mail for mail in wait_for_mail(stack, reference, 3) if "To: alex@northgate.example" in mail)
    return reference, re.search(r"http\S+/mandate/room/\S+/", acknowledgement)[0]


def second_sitting(page: Page, link: str) -> None:
    """On the train, without JavaScript: the link in the mail, must-haves skipped, a mistake in the pay, a file."""
    page.goto(link)
    page.get_by_role("link", name="Go on with your brief").click()
    expect(heading(page)).to_have_text("Must-haves")
    page.get_by_role("button", name="Skip without saving").click()
    expect(heading(page)).to_have_text("Place and languages")
    page.get_by_label("Where is the work?").fill("Warsaw or London")
    go_on(page)
    expect(page.get_by_text("what the middle half of the market is paid")).to_be_visible()
    page.get_by_label("From").fill("quite a lot")
    page.get_by_label("To", exact=True).fill("£120k")
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("Enter one amount, like 95,000 or 95k")
    expect(page.get_by_label("To", exact=True)).to_have_value("£120k")
    page.get_by_label("From").fill("95k")
    go_on(page)
    expect(heading(page)).to_have_text("Start and deadlines")
    page.goto(f"{link}brief/files/")
    page.get_by_label("Files").set_input_files(
        {"name": "team.txt", "mimeType": "text/plain", "buffer": b"Eight people"}
    )
    go_on(page)
    expect(page.get_by_role("link", name="team.txt")).to_be_visible()
    page.get_by_role("link", name="Start and deadlines").click(force=True)


def third_sitting(page: Page, link: str) -> None:
    """At home, by keyboard only: what was left out, a look at everything, and off it goes."""
    page.goto(f"{link}brief/check/")
    tab_to(page, page.get_by_role("link", name="Add: Must-haves"))
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Must-haves")
    tab_to(page, page.get_by_label("They must have"))
    page.keyboard.type("Has run a ranking service")
    page.keyboard.press("Enter")
    page.keyboard.type("Fluent in Polish")
    tab_to(page, page.get_by_role("button", name="Save and continue"))
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Check your answers")
    main = page.get_by_role("main")
    for said in ("The head of data retires in May.", "Warsaw or London", "120,000", "Fluent in Polish", "team.txt"):
        expect(main).to_contain_text(said)
    tab_to(page, page.get_by_role("link", name="Change: The role"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("A replacement", exact=True))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("A confidential replacement")).to_be_checked()
    page.keyboard.press("Enter")
    expect(main).to_contain_text("Your mandate becomes confidential")
    tab_to(page, page.get_by_role("button", name="Send brief"))
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("We have your brief")
    page.get_by_role("link", name="Go to your mandate").press("Enter")
    expect(page.get_by_text("Your brief was sent on")).to_be_visible()


def test_two_windows_ask_instead_of_overwriting(device, site: str) -> None:
    mine, theirs = device(True), device(False)
    room = open_room(mine, site)
    for page in (mine, theirs):
        page.goto(f"{room}brief/companies/")
    theirs.get_by_label("Which companies").fill("Tesco")
    go_on(theirs)
    mine.get_by_label("Which companies").fill("Ocado")
    with mine.expect_response(lambda response: response.request.method == "POST") as answer:
        go_on(mine)
    assert answer.value.status == 409
    expect(mine.get_by_role("alert")).to_contain_text("Tesco")
    expect(mine.get_by_label("Which companies")).to_have_value("Ocado")
    go_on(mine)
    expect(heading(mine)).to_have_text("Confidentiality")
    theirs.goto(f"{room}brief/companies/")
    expect(theirs.get_by_label("Which companies")).to_have_value("Ocado")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, site: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1360, "height": 900})
    page = context.new_page()
    brief = f"{open_room(page, site)}brief/"
    page.goto(f"{brief}place/")
    page.get_by_label("Where is the work?").fill("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3)
    go_on(page)
    for slug in PAGES[scheme]:
        page.goto(f"{brief}{'pay' if slug == 'wrong' else slug}/")
        if slug == "wrong":
            page.get_by_label("From").fill("quite a lot")
            go_on(page)
            page.get_by_role("alert").wait_for()
        for width in (1360, 768, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (slug, width)
        assert violations(page) == [], slug
        page.set_viewport_size({"width": 1360, "height": 900})
    page.goto(f"{brief}check/")
    assert violations(page) == []
    page.get_by_role("button", name="Send brief").click()
    expect(heading(page)).to_have_text("We have your brief")
    assert violations(page) == []
    context.close()
