"""The short request takes a minute: five people of different speed type it, key by key, on five browsers at once."""

import asyncio
import os
import statistics
import threading
import time
from dataclasses import dataclass

from playwright.async_api import Browser, async_playwright, expect

from tests.support.client import FormReader, MandateClient
from tests.support.stack import Stack

PAUSE = 1.5
"""Seconds to read a question before answering it."""
MINUTE = 60
REQUIRED = 5


@dataclass(frozen=True)
class Person:
    """How many words of five letters somebody types a minute, and what they have to say."""

    words_a_minute: int
    answers: tuple[str, str, str, str, str]

    @property
    def delay(self) -> float:
        """Milliseconds from key to key."""
        return 60_000 / (self.words_a_minute * 5)


PEOPLE = [
    Person(
        34,
        (
            "SRE lead",
            "Calm nights: half the pages, and a rota people accept.",
            "Jo Lindqvist",
            "Fenwick",
            "jo@fenwick.example",
        ),
    ),
    Person(
        38,
        (
            "Machine Learning Engineer",
            "Own the ranking service and halve its cost.",
            "Alex Moreau",
            "Northgate Retail",
            "alex@northgate.example",
        ),
    ),
    Person(
        40,
        (
            "Head of Process Safety",
            "Pass the audit and rebuild the team after two leavers.",
            "Dr Ayesha Rahman",
            "Calder Chemicals",
            "a.rahman@calder.example",
        ),
    ),
    Person(
        48,
        (
            "Finance Director",
            "First clean year-end after the merger, with a team that stays for the next one too.",
            "Margaret Oyelaran-Smith",
            "Oyelaran Smith & Partners",
            "margaret@oyelaran-smith.example",
        ),
    ),
    Person(
        62,
        (
            "Principal Offshore Wind Geotechnical Engineer",
            "Sign off the foundations of two sites and bring up three juniors who can do the third without help.",
            "Søren Kjærgaard Nielsen",
            "Vesterhav Foundations",
            "skn@vesterhav.example",
        ),
    ),
]


async def fill_in(browser: Browser, site: str, person: Person) -> float:
    """Type and send the short request as the person does, with the keyboard alone; returns the seconds it took."""
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{site}/mandate/")
    began = time.monotonic()
    await page.get_by_label("Which role do you need to fill?").focus()
    for answer in person.answers:
        await asyncio.sleep(PAUSE)
        await page.keyboard.type(answer, delay=person.delay)
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("We have your mandate")
    took = time.monotonic() - began
    await context.close()
    return took


async def all_at_once(site: str) -> list[float]:
    """The seconds each took."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        times = await asyncio.gather(*(fill_in(browser, site, person) for person in PEOPLE))
        await browser.close()
        return times


def test_the_short_request_takes_a_minute(demo_stack: Stack) -> None:
    times: list[float] = []
    other = threading.Thread(target=lambda: times.extend(asyncio.run(all_at_once(demo_stack.url))))
    other.start()  # Playwright's other tests have an event loop of their own in this one
    other.join()
    print("\nseconds:", *(f"{seconds:.1f}" for seconds in sorted(times)), f"median: {statistics.median(times):.1f}")
    assert len(times) == len(PEOPLE)
    assert statistics.median(times) < MINUTE


def test_five_answers_are_enough(demo_stack: Stack) -> None:
    form = FormReader(MandateClient(demo_stack.url).request("GET", "/mandate/").body)
    required = [name for name, control in form.controls.items() if "required" in control]
    assert len(required) <= REQUIRED
    assert required == ["role", "need", "name", "company", "email"]
