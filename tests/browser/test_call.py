"""A call: a consultant offers times in the CMS, the client picks one with the keyboard, and calendars can read it."""

import email
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.test_journey import READING, fill, wait_for_mail
from tests.support.stack import Stack

LONDON = ZoneInfo("Europe/London")


def events(mail: str) -> list[tuple[str, datetime]]:
    """The calendar entries in a mail: what each does and when its call starts."""
    found = []
    for part in email.message_from_string(mail).walk():
        if part.get_content_type() == "text/calendar":
            calendar = Calendar.from_ical(part.get_payload(decode=True))
            found += [(str(calendar["method"]), event.start) for event in calendar.walk("VEVENT")]
    return found


def press_tab_to(page: Page, control: str) -> None:
    """Go on with the keyboard until the control has the focus."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.locator(control).first.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{control} cannot be reached with the keyboard")


def test_a_call_is_offered_picked_and_called_off(visitor: Page, consultant: Page, demo_stack: Stack) -> None:
    site = demo_stack.url
    visitor.goto(f"{site}/mandate/")
    fill(visitor)
    visitor.locator("#id_specialism").select_option(label="– – Machine Learning")
    visitor.wait_for_timeout(READING)
    visitor.get_by_role("button", name="Send mandate").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("We have your mandate")
    reference = re.search(r"M-\w{4}-\w{4}", visitor.inner_text("main"))[0]

    # The consultant finds it, offers two times and sees that people are chosen only while it is confidential.
    consultant.goto(f"{site}/admin/mandates/?q={reference}")
    consultant.get_by_role("link", name=reference).click()
    page = consultant.url
    expect(consultant.locator(".mandate-people")).to_be_hidden()
    consultant.locator("#id_confidential").check()
    expect(consultant.locator(".mandate-people")).to_be_visible()
    consultant.locator("#id_confidential").uncheck()
    wanted = [(datetime.now(LONDON) + timedelta(days=days)).replace(hour=11, minute=30) for days in (3, 4)]
    for number, time in enumerate(wanted, 1):
        consultant.locator(f"#id_time_{number}").fill(f"{time:%Y-%m-%d %H:%M}")
        consultant.get_by_role("heading", name="Call", exact=True).click()  # closes the calendar
    consultant.locator("#id_way").fill("I call you.")
    consultant.get_by_role("button", name="Offer these times").click()
    expect(consultant.get_by_text("The times are offered.")).to_be_visible()

    # The client follows the link in the mail and picks the second one by keyboard alone.
    offer = next(mail for mail in wait_for_mail(demo_stack, reference, 4) if "Times for a call" in mail)
    visitor.goto(re.search(r"http\S+/mandate/room/\S+", offer)[0])
    press_tab_to(visitor, "input[type=radio]")
    visitor.keyboard.press("Space")
    visitor.keyboard.press("ArrowDown")
    visitor.keyboard.press("Tab")
    expect(visitor.get_by_role("button", name="Pick this time")).to_be_focused()
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_role("heading", name="Your call")).to_be_visible()
    with visitor.expect_download() as download:
        visitor.get_by_role("link", name="save it as a file").click()
    start = wanted[1].replace(second=0, microsecond=0)
    calendar = Calendar.from_ical(download.value.path().read_bytes())
    assert [event.start for event in calendar.walk("VEVENT")] == [start]
    mails = wait_for_mail(demo_stack, reference, 6)
    assert [events(mail) for mail in mails if events(mail)] == [[("REQUEST", start)]] * 2

    # The consultant takes it back; both calendars are told.
    consultant.goto(page)
    consultant.locator(".mandate-times li", has_text="Picked").get_by_role("button", name="Take back").click()
    expect(consultant.get_by_text("The time is taken back.")).to_be_visible()
    mails = wait_for_mail(demo_stack, reference, 8)
    assert sorted(events(mail)[0][0] for mail in mails if events(mail)) == ["CANCEL"] * 2 + ["REQUEST"] * 2
    visitor.reload()
    expect(visitor.get_by_role("heading", name="A time for a call")).to_be_visible()
    expect(visitor.get_by_role("radio")).to_have_count(1)
