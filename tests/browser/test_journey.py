"""The main job: from the front page to a consultant's inbox."""

import re
import time

from playwright.sync_api import Page, expect

from tests.browser.conftest import GUIDE, ML
from tests.support.stack import Stack

READING = 7_000
"""Milliseconds that a person takes at least: what comes faster is held as a program's."""
NEED = "Own the ranking service end to end and cut inference cost by half."


def fill(page: Page, **changes: str) -> None:
    """Type the five answers."""
    answers = {
        "Which role do you need to fill?": "Machine Learning Engineer",
        "What should this person have achieved after a year?": NEED,
        "Your name": "Alex Moreau",
        "Company": "Northgate Retail",
        "Work email": "alex@northgate.example",
    }
    for label, answer in (answers | changes).items():
        page.get_by_label(label, exact=True).fill(answer)


def wait_for_mail(stack: Stack, reference: str, count: int, seconds: float = 90) -> list[str]:
    """The mails about a mandate, once the worker has sent that many; it may be busy with a PDF."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = [mail for mail in stack.mails() if reference in mail]
        if len(found) >= count:
            return found
        time.sleep(0.2)
    raise AssertionError(f"{len(found)} of {count} mails about {reference}\n{stack.logs()[-2000:]}")


def test_from_the_front_page_to_the_inbox(visitor: Page, consultant: Page, demo_stack: Stack) -> None:
    page, site = visitor, demo_stack.url
    page.goto(site)
    page.get_by_role("link", name="Machine Learning", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Machine Learning recruitment")
    page.get_by_role("main").get_by_role("link", name="Machine Learning Engineer", exact=True).click()
    expect(page).to_have_url(f"{site}{GUIDE}")

    # Sideways along the thread, and back up to the canonical page.
    rail = page.get_by_role("navigation", name="In this specialism")
    rail.get_by_role("link", name="Head of AI").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Head of AI hiring guide")
    page.get_by_role("navigation", name="In this specialism").get_by_role(
        "link", name="Machine Learning", exact=True
    ).click()
    expect(page).to_have_url(f"{site}{ML}")

    page.goto(f"{site}{GUIDE}")
    page.get_by_role("link", name="Discuss your hiring mandate").last.click()
    expect(page.get_by_text("You came from")).to_contain_text("Machine Learning Engineer hiring guide")
    expect(page.get_by_text("Your mandate goes to the Machine Learning team")).to_be_visible()
    fill(page)
    page.wait_for_timeout(READING)
    page.get_by_role("button", name="Send mandate").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("We have your mandate")
    reference = re.search(r"M-\w{4}-\w{4}", page.inner_text("main"))[0]
    assert "northgate" not in page.url.lower()
    assert "alex" not in page.url.lower()

    mails = wait_for_mail(demo_stack, reference, 3)
    to_client = next(mail for mail in mails if "To: alex@northgate.example" in mail)
    to_agency = next(mail for mail in mails if "To: ines.okafor@throughline.example" in mail)
    for mail in mails:
        assert NEED not in mail
        assert "Northgate Retail" not in mail
        assert "Alex Moreau" not in mail
    assert "replies in person by" in to_client
    inbox = re.search(r"http\S+/admin/mandates/\d+/", to_agency)[0]

    consultant.goto(inbox)
    main = consultant.get_by_role("main")
    expect(main).to_contain_text(NEED)
    expect(main).to_contain_text("alex@northgate.example")
    expect(main.get_by_role("link", name="Machine Learning Engineer hiring guide")).to_be_visible()
    consultant.locator("#id_status").select_option(label="In conversation")
    consultant.locator("#id_assigned_to").select_option(label="Ines Okafor")
    consultant.get_by_role("button", name="Save").click()
    expect(consultant.get_by_text(f"Mandate {reference} saved.")).to_be_visible()
    consultant.goto(f"{site}/admin/mandates/?q={reference}")
    expect(consultant.get_by_role("link", name=reference)).to_be_visible()


def test_mistakes_are_named_beside_the_field_and_nothing_is_lost(visitor: Page, site: str) -> None:
    visitor.goto(f"{site}{GUIDE}")
    visitor.get_by_role("link", name="Discuss a mandate").click()
    fill(visitor, **{"Work email": "alex@northgate", "Your name": ""})
    with visitor.expect_response(lambda response: response.request.method == "POST") as answer:
        visitor.get_by_role("button", name="Send mandate").click()
    assert answer.value.status == 422
    summary = visitor.get_by_role("alert")
    expect(summary).to_contain_text("2 answers need another look")
    expect(visitor.get_by_label("Company", exact=True)).to_have_value("Northgate Retail")
    expect(visitor.get_by_label("Work email")).to_have_value("alex@northgate")
    expect(visitor.get_by_text("You came from")).to_be_visible()
    summary.get_by_role("link", name="Enter your name").click()
    expect(visitor.get_by_label("Your name")).to_be_focused()
    fill(visitor)
    visitor.get_by_role("button", name="Send mandate").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("We have your mandate")


def test_a_reload_of_the_confirmation_sends_nothing_again(visitor: Page, demo_stack: Stack) -> None:
    visitor.goto(f"{demo_stack.url}/mandate/")
    fill(visitor)
    visitor.get_by_role("button", name="Send mandate").dblclick()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("We have your mandate")
    reference = re.search(r"M-\w{4}-\w{4}", visitor.inner_text("main"))[0]
    visitor.reload()
    assert re.search(r"M-\w{4}-\w{4}", visitor.inner_text("main"))[0] == reference


def test_the_whole_way_by_keyboard(visitor: Page, site: str) -> None:
    page = visitor
    page.goto(f"{site}{GUIDE}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    focus_by_tab(page, "In this specialism", "Machine Learning")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}{ML}")
    focus_by_tab(page, None, "Discuss your mandate")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Discuss your hiring mandate")
    typed = {
        "id_role": "Machine Learning Engineer",
        "id_need": NEED,
        "id_name": "Alex Moreau",
        "id_company": "Northgate Retail",
        "id_email": "alex@northgate.example",
    }
    page.locator("main").focus()
    for _press in range(40):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        name = focused.get_attribute("id") or ""
        if name in typed:
            page.keyboard.type(typed.pop(name))
        if not typed and focused.inner_text() == "Send mandate":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your mandate")


def focus_by_tab(page: Page, within: str | None, name: str) -> None:
    """Press Tab until the link of that name has the focus."""
    place = page.get_by_role("navigation", name=within) if within else page.get_by_role("main")
    link = place.get_by_role("link", name=name, exact=True).first
    for _press in range(80):
        page.keyboard.press("Tab")
        if page.locator(":focus").count() and link.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"{name} is out of the keyboard's reach")
