"""kill -9 of the worker at any moment: every event arrives at least once, each time with the same id."""

import random
import threading
from collections import defaultdict
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from tests.support.client import MandateClient
from tests.support.receiver import Receiver, answering
from tests.support.stack import Stack
from tests.support.waiting import until

ROUNDS = 5
LONGEST = 1.0
"""Seconds from the start of the worker to its end at a random moment: it starts in about half of that."""

pytestmark = pytest.mark.slow

SET_UP = """
from enquiries.models import WebhookEndpoint
from enquiries.webhooks import signing
crm = WebhookEndpoint.objects.create(name="CRM", url={url!r}, events=["mandate.submitted"])
print(signing.secret_of(signing.renew(crm)))
"""


@pytest.fixture
def receiver(site: Stack) -> Iterator[Receiver]:
    """A receiver that the site tells of every mandate."""
    with Receiver() as receiver:
        receiver.secrets.append(site.manage("shell", "--no-imports", "-c", SET_UP.format(url=receiver.url)).strip())
        yield receiver
        site.rows(
            "UPDATE enquiries_webhookendpoint SET is_active = false RETURNING id"
        )  # other tests go on without it


class Assassin:
    """Kills the worker when the receiver has an event in hand: before it answers, or when the answer has gone out."""

    def __init__(self, site: Stack, *, answers_first: bool) -> None:
        self.site, self.answers_first, self.done = site, answers_first, threading.Event()

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer the receiver's first event in this way, and all others as they should be."""
        if self.done.is_set():
            answering(204)(handler)
            return
        if self.answers_first:
            answering(204)(handler)
        self.site.kill("worker")
        self.done.set()


def test_every_event_arrives_with_one_id(site: Stack, client: MandateClient, receiver: Receiver) -> None:
    seed = random.SystemRandom().randrange(10**6)
    chance, told = random.Random(seed), []
    print(f"\nseed {seed}")
    for number in range(ROUNDS):
        if "worker" not in site.processes:
            site.start("worker")
        told += [client.send(client.fill(email=f"{number}-{each}@example.com")).acknowledged for each in range(2)]
        if number % 3:
            assassin = Assassin(site, answers_first=number % 3 == 2)
            receiver.answer = assassin
            assert assassin.done.wait(30)
            receiver.answer = answering(204)
        else:
            threading.Event().wait(chance.uniform(0, LONGEST))
            site.kill("worker")
    site.start("worker")
    until(lambda: not site.rows("SELECT 1 FROM enquiries_webhookdelivery WHERE state != 'sent'"), "all sent", 60)

    assert all(told)
    assert receiver.forged == 0
    ids: dict[str, set[str]] = defaultdict(set)
    for message in receiver.messages:
        ids[message.event["data"]["reference"]].add(message.id)
    stored = dict(site.rows("SELECT reference, message_id FROM enquiries_webhookdelivery"))
    assert set(stored) == set(told)
    assert ids == {reference: {message} for reference, message in stored.items()}
    repeated = len(receiver.messages) - len(stored)
    print(f"{ROUNDS} workers killed; {len(stored)} events arrived, {repeated} times once more than needed")
    assert repeated >= ROUNDS // 2  # as often as a worker died with one in hand
