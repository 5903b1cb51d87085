"""kill -9 of web server and worker, again and again: whatever was acknowledged is there, and its mails arrive."""

import http.client
import itertools
import random
import re
import threading
from collections import defaultdict

import pytest

from tests.support.client import MandateClient
from tests.support.mail_server import Letter, MailServer
from tests.support.stack import Stack
from tests.support.waiting import until

KILLS = 24
CLIENTS = 3
LONGEST = 1.2
"""Seconds from the start of the servers to their end: a mandate and its mails take about half of that."""

pytestmark = pytest.mark.slow


class Crowd:
    """Clients who send mandates until told to stop, and note what they were told."""

    def __init__(self, url: str) -> None:
        self.told: dict[str, str] = {}
        self.unanswered: list[dict[str, str]] = []
        self._client = MandateClient(url, timeout=10)
        self._numbers = itertools.count(1)
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to send."""
        self._over.clear()
        self._threads = [threading.Thread(target=self._send_on) for _client in range(CLIENTS)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Finish what was begun."""
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _send_on(self) -> None:
        while not self._over.wait(0.05):
            try:
                form = self._client.fill(email=f"client-{next(self._numbers)}@example.com")
            except (OSError, http.client.HTTPException):
                continue  # nobody there; nothing was promised
            self.send(form)

    def send(self, form: dict[str, str]) -> None:
        """Send one form, and note under its address the reference that came back, if one did."""
        try:
            reply = self._client.send(form)
        except (OSError, http.client.HTTPException):
            self.unanswered.append(form)
            return
        if reply.acknowledged:
            self.told[form["email"]] = reply.acknowledged
        else:
            self.unanswered.append(form)


def kill_at_any_moment(site: Stack, chance: random.Random) -> None:
    """Kill both after a while, in either order, or one of them a little later."""
    threading.Event().wait(chance.uniform(0, LONGEST))
    first, second = chance.sample(["web", "worker"], 2)
    site.kill(first)
    threading.Event().wait(chance.choice([0, 0, chance.uniform(0, 0.3)]))
    site.kill(second)


def kill_with_a_letter_in_hand(site: Stack, mail_server: MailServer) -> None:
    """Kill the worker when the mail server has a mail and the worker does not know it yet; then the web server."""
    killed = threading.Event()

    def kill(_letter: Letter) -> None:
        if not killed.is_set():
            site.kill("worker")
            killed.set()

    mail_server.accepted = kill
    assert killed.wait(30)
    mail_server.accepted = lambda _letter: None
    site.kill("web")


def incomplete(site: Stack) -> list[tuple[object, ...]]:
    """Mandates that lack anything that was to be stored with them."""
    return site.rows(
        """
        SELECT reference FROM enquiries_mandate m WHERE
            (SELECT count(*) FROM enquiries_consent c WHERE c.mandate_id = m.id) != 2
            OR (SELECT count(*) FROM enquiries_mandateevent e WHERE e.mandate_id = m.id AND kind = 'submitted') != 1
            OR (SELECT count(*) FROM enquiries_delivery d WHERE d.mandate_id = m.id AND kind = 'acknowledgement') != 1
            OR (SELECT count(*) FROM enquiries_delivery d WHERE d.mandate_id = m.id AND kind = 'notification') != 1
        """
    )


def subject_reference(letter: Letter) -> str:
    """The reference in the subject of a mail."""
    found = re.search(r"M-\w{4}-\w{4}", letter.message["Subject"])
    return found.group() if found else ""


def test_no_acknowledged_mandate_is_lost(site: Stack, mail_server: MailServer) -> None:
    seed = random.SystemRandom().randrange(10**6)
    chance, crowd = random.Random(seed), Crowd(site.url)
    print(f"\nseed {seed}")
    for number in range(KILLS):
        if number:
            site.start()
        crowd.start()
        if number % 4 == 3:
            kill_with_a_letter_in_hand(site, mail_server)
        else:
            kill_at_any_moment(site, chance)
        crowd.stop()
    cut_off, acknowledged = len(crowd.unanswered), len(crowd.told)

    site.start()
    for form in [crowd.unanswered.pop() for _form in range(cut_off)]:
        crowd.send(form)  # whoever got no answer sends the form again
    assert crowd.unanswered == []
    until(
        lambda: not site.rows("SELECT 1 FROM enquiries_delivery WHERE state != 'sent' LIMIT 1"), "every mail sent", 90
    )

    stored = dict(site.rows("SELECT email, reference FROM enquiries_mandate WHERE email LIKE 'client-%'"))
    copies: dict[str, list[Letter]] = defaultdict(list)
    for letter in mail_server.letters:
        if subject_reference(letter) in stored.values():  # not a late copy of a mail of another test
            copies[letter.message["Message-ID"]].append(letter)
    repeated = sum(len(letters) - 1 for letters in copies.values())
    print(
        f"{2 * KILLS} processes killed in {KILLS} rounds; {acknowledged} mandates acknowledged meanwhile, {cut_off} requests "
        f"cut off and sent again; {len(stored)} mandates stored; {len(copies)} mails delivered, {repeated} times once more than needed"
    )
    assert acknowledged >= KILLS // 4
    assert crowd.told == stored
    assert len(set(stored.values())) == len(stored)
    assert incomplete(site) == []
    for letters in copies.values():
        assert len({(letter.text, letter.recipients) for letter in letters}) == 1
    arrived = sorted((subject_reference(letters[0]), *letters[0].recipients) for letters in copies.values())
    assert arrived == sorted(
        (reference, address)
        for email, reference in stored.items()
        for address in (email, "mandates@throughline.example")
    )
    assert repeated >= KILLS // 4  # as often as a worker died with a letter in hand
