"""A consultant writes a hiring guide in the CMS, from its outline to paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from support_pages.kinds import Kind
from support_pages.outlines import OUTLINES
from tests.browser.conftest import ML
from tests.browser.editor import WATCH, pk
from tests.support.stack import Stack

TITLE = "Evaluation engineer hiring guide"
ADDRESS = f"{ML}evaluation-engineer-hiring-guide/"
LAID = OUTLINES[Kind.HIRING_GUIDE]
PATIENCE = 60_000
"""Milliseconds for what the CMS does in several steps."""
PROMPT = str(LAID[1][1]["text"])


@pytest.fixture
def administrator(browser: Browser, demo_stack: Stack) -> Iterator[Page]:
    """The browser of somebody who may publish."""
    context = browser.new_context(viewport={"width": 1360, "height": 1000})
    page = context.new_page()
    username, password = demo_stack.login("administrator")
    page.goto(f"{demo_stack.url}/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{demo_stack.url}/admin/")
    yield page
    context.close()


def prefix(block: str) -> str:
    """How the names of the fields of the first block of a kind begin."""
    return f"body-{[name for name, _value in LAID].index(block)}-value"


def field(page: Page, block: str, path: str) -> Locator:
    """A field of the first block of a name."""
    return page.locator(f'[name="{prefix(block)}{path}"]')


def open_outline(page: Page, specialism: str) -> None:
    """From the specialism in the explorer to the form of a new hiring guide."""
    page.goto(specialism)
    page.get_by_role("button", name="Actions").first.click()
    page.get_by_role("link", name="Add a guide").first.click()
    page.get_by_role("link", name="Hiring guide").click()
    expect(page.get_by_text("The body below is laid out as: Hiring guide")).to_be_visible(timeout=PATIENCE)
    expect(field(page, "note", "-text")).to_have_value(PROMPT)


def write_texts(page: Page) -> None:
    """Type into every block of running text."""
    for place, (name, _value) in enumerate(LAID):
        if name == "text":
            hidden = page.locator(f'input[name="body-{place}-value"]')
            hidden.locator("xpath=ancestor::*[.//*[@contenteditable='true']][1]//*[@contenteditable='true']").click()
            page.keyboard.type(f"Paragraph {place}: she owns what the evaluation says.")


def write_evidence(page: Page) -> None:
    """A figure, the pay of the specialism, and a picture at the end."""
    field(page, "facts", "-0-value-label").fill("Median time to offer")
    field(page, "facts", "-0-value-value").fill("47 days")
    field(page, "pay_table", "-caption").fill("Base pay by level")
    guide = page.locator("[data-contentpath='body']")
    guide.get_by_role("button", name="Insert a block").last.click()
    page.get_by_role("option", name="Image", exact=True).click()
    page.get_by_role("button", name="Choose an image").last.click()
    window = page.locator(".modal-dialog")
    window.locator("a.image-choice").first.click()
    window.wait_for(state="hidden")


def write_tools(page: Page) -> None:
    """What each step does, the checklist, a related guide, the call to action."""
    for number in range(4):
        field(page, "process_timeline", f"-steps-{number}-value-what").fill("Somebody does something.")
    field(page, "checklist", "-items-0-value").fill("One person can say yes")
    chooser = page.locator(f"#{prefix('related_guides')}-guides-0-value-chooser")
    chooser.get_by_role("button", name="Choose a page").click()
    window = page.locator(".modal-dialog")
    window.get_by_label("Search term").fill("Head of AI")
    expect(window.get_by_text(re.compile("There (is|are) .* match"))).to_be_visible(timeout=PATIENCE)
    window.get_by_role("link", name="Head of AI hiring guide").first.click()
    window.wait_for(state="hidden")
    field(page, "call_to_action", "-question").fill("Opening this seat now?")
    field(page, "call_to_action", "-invitation").fill("Tell us what it must achieve in a year.")


def name(page: Page, title: str) -> None:
    """Type the title; the address follows, and the form saves itself as a draft for the first time."""
    page.locator("html[data-watched]").wait_for()
    page.locator("#id_title").click()
    page.keyboard.type(title)
    page.keyboard.press("Tab")
    expect(page.locator("#id_slug")).not_to_have_value("")
    page.wait_for_url("**/edit/**", timeout=PATIENCE)


def choose(page: Page, action: str) -> None:
    """Do what the menu at the foot of the form offers, and wait for what comes of it."""
    footer = page.locator("footer")
    footer.get_by_role("button", name="More actions").click()
    with page.expect_navigation(wait_until="networkidle"):
        footer.get_by_role("button", name=action).click()


def save_draft(page: Page) -> None:
    """Save what is in the form, and wait until the editor is there again."""
    with page.expect_navigation(wait_until="networkidle"):
        page.locator("footer").get_by_role("button", name="Save draft").click()
    expect(page.get_by_text(f"Page '{TITLE}' has been updated")).to_be_visible(timeout=PATIENCE)
    page.locator("html[data-watched]").wait_for()


def test_consultant_writes_a_hiring_guide_from_its_outline(
    consultant: Page, administrator: Page, browser: Browser, demo_stack: Stack
) -> None:
    page, site = consultant, demo_stack.url
    page.add_init_script(WATCH)
    page.set_default_timeout(PATIENCE)
    administrator.set_default_timeout(PATIENCE)
    explorer = f"{site}/admin/pages/{pk(demo_stack, ML)}/"
    open_outline(page, explorer)
    name(page, TITLE)
    save_draft(page)

    # The preview beside the form shows the prompts to editors.
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", level=1)).to_have_text(TITLE, timeout=PATIENCE)
    expect(preview.get_by_text(PROMPT)).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Toggle preview").click()

    # Unfinished, it is refused, and the empty blocks say so.
    choose(page, "Submit to Review by the specialism’s reviewer")
    expect(page.get_by_text("The page could not be saved due to validation errors")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("This field is required.").nth(5)).to_be_attached(timeout=PATIENCE)

    write_texts(page)
    write_evidence(page)
    write_tools(page)
    save_draft(page)
    choose(page, "Submit to Review by the specialism’s reviewer")
    expect(page.get_by_text("has been submitted for moderation")).to_be_visible(timeout=PATIENCE)

    review = f"{site}/admin/pages/{pk(demo_stack, ADDRESS)}/edit/"
    administrator.goto(review, wait_until="networkidle")
    choose(administrator, "Approve and Publish")
    administrator.wait_for_url("**/admin/thread/publish/**", timeout=PATIENCE)
    administrator.get_by_role("button", name="Approve anyway").click()
    administrator.wait_for_url(explorer, timeout=PATIENCE)

    reader = browser.new_context().new_page()
    assert reader.goto(f"{site}{ADDRESS}").status == 200
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    article = reader.locator("article.prose")
    for shown in ("47 days", "From mandate to signed offer", "One person can say yes", "Read these next"):
        expect(article.get_by_text(shown).first).to_be_visible()
    expect(article.locator("figure.picture img")).to_be_attached()
    expect(article).not_to_contain_text("Note for editors")
    expect(article).not_to_contain_text(PROMPT)

    # On paper: the article without the page around it, the drawing in its colours.
    reader.emulate_media(media="print")
    assert not reader.locator(".bar").is_visible()
    assert not reader.locator(".cta").is_visible()
    assert article.locator(".timeline-drawing").is_visible()
    assert article.get_by_text("Somebody does something.").first.is_visible()
    assert len(reader.pdf()) > 10_000
    reader.context.close()
