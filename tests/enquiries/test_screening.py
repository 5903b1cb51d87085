"""Mandates are screened as they come in: stored whatever comes of it, and held or announced by the verdict."""

import re
import time
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from enquiries import forms
from enquiries.forms import new_key, read_key
from enquiries.models import Delivery, Mandate, Submission
from enquiries.models.delivery import DeliveryKind
from enquiries.models.mandate import Screening
from enquiries.spam import screening
from enquiries.spam.signals import Signal
from tests.enquiries.submission import ADDRESS, URLENCODED, fill, opened, send, typed, work
from tests.support.client import ANSWERS

BAIT = {
    "role": "SEO services",
    "need": "I visited your website and noticed it is not on the first page of Google. Free audit at https://rank.example/a",
}
DOUBTFUL = {"role": "Gardening", "need": "Tulips by spring, or write to bulbs@garden.example"}
"""Held for a proof: no role, and another address."""

pytestmark = pytest.mark.usefixtures("led", "_screened")


@pytest.fixture
def _screened(settings) -> None:
    settings.SCREENING = True


def after(seconds: float) -> str:
    """The key of a form that was shown so long ago."""
    return new_key(time.time() - seconds)


def submit(**answers: str) -> HttpResponse:
    """Send the form after a minute of typing."""
    return send(typed(key=after(60)) | answers)


def signals(mandate: Mandate) -> set[str]:
    """The names of the signals noted on a mandate."""
    return {name for name, _points in mandate.spam_signals}


def test_a_client_goes_through() -> None:
    response = submit()
    mandate = Mandate.objects.get()
    assert mandate.screening == Screening.CLEAR
    assert response["Location"].endswith("/received/")
    assert set(mandate.deliveries.values_list("kind", flat=True)) >= {DeliveryKind.ACKNOWLEDGEMENT}


def test_spam_is_stored_whole_and_nobody_is_told() -> None:
    response = submit(**BAIT)
    mandate = Mandate.objects.get()
    assert mandate.screening == Screening.QUARANTINE
    assert mandate.spam_score == sum(points for _name, points in mandate.spam_signals)
    assert Signal.SOLICITATION in signals(mandate)
    assert (mandate.role, mandate.need) == (BAIT["role"], BAIT["need"])
    assert Submission.objects.count() == 1
    assert Delivery.objects.count() == 0
    work()
    assert mail.outbox == []
    page = Client().get(response["Location"]).content.decode()
    assert "We have your mandate" in page  # and nothing tells a spammer from a client
    assert "quarantine" not in page.casefold()


def test_the_hidden_field_is_there_for_programs_only() -> None:
    field = opened().controls["subject"]
    assert (field["tabindex"], field["autocomplete"], field["type"]) == ("-1", "off", "text")
    page = Client().get(ADDRESS).content.decode()
    assert re.search(r'<div[^>]*class="unseen"[^>]*aria-hidden="true"|aria-hidden="true"[^>]*class="unseen"', page)
    submit(subject="cheap pills")
    mandate = Mandate.objects.get()
    assert Signal.HONEYPOT in signals(mandate)
    assert mandate.screening != Screening.CLEAR
    assert "cheap pills" not in str(list(Mandate.objects.values())) + str(list(Submission.objects.values()))


def test_the_form_knows_when_it_was_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    form = fill()
    now = time.time()
    monkeypatch.setattr(forms.time, "time", lambda: now + 2)
    send(form)
    assert Signal.HASTE in signals(Mandate.objects.get())


def test_a_form_that_came_back_with_a_mistake_counts_from_its_first_showing() -> None:
    form = typed(key=after(45), email="nobody")
    assert send(form).status_code == 422
    send(form | {"email": ANSWERS["email"]})
    assert Signal.HASTE not in signals(Mandate.objects.get())


def test_a_form_that_was_shown_filled_in_is_not_called_hasty() -> None:
    """It was open for longer than a day, or its key was lost: everything is typed already."""
    page = send(typed(key="lost")).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key
    read = read_key(key[1].replace("&amp;", "&"))
    assert read
    assert read.seconds is None
    send(typed(key=key[1]))
    assert signals(Mandate.objects.get()) == {Signal.NO_TIME, Signal.MANDATE}


def test_a_clock_that_goes_back_makes_nobody_hasty() -> None:
    read = read_key(new_key(time.time() + 100))
    assert read
    assert read.seconds == 0


def post_from(address: str, **answers: str) -> Mandate:
    """A mandate from a network address."""
    form = urlencode(typed(key=after(60)) | answers)
    Client(REMOTE_ADDR=address).post(ADDRESS, form, content_type=URLENCODED)
    return Mandate.objects.order_by("-pk")[0]


def test_many_from_one_block_are_noticed() -> None:
    mandates = [post_from(f"8.8.8.{number}", email=f"c{number}@firm{number}.example") for number in range(6)]
    assert [Signal.BLOCK in signals(mandate) for mandate in mandates] == [False] * 5 + [True]
    assert mandates[-1].screening == Screening.CLEAR
    assert Signal.BLOCK not in signals(post_from("8.8.4.4", email="d@other.example"))


def test_private_addresses_are_no_block() -> None:
    mandates = [post_from("172.18.0.3", email=f"c{number}@firm{number}.example") for number in range(7)]
    assert Signal.BLOCK not in signals(mandates[-1])


def test_many_from_one_company_are_noticed_but_not_from_a_public_provider() -> None:
    company = [post_from("8.8.8.8", email=f"c{number}@firm.example") for number in range(6)]
    assert Signal.DOMAIN in signals(company[-1])
    public = [post_from("8.8.4.4", email=f"c{number}@gmail.com") for number in range(6)]
    assert Signal.DOMAIN not in signals(public[-1])


def test_a_text_that_others_have_sent(led) -> None:
    text = "Get ten thousand visitors to your page this week, for a price that fits every purse. {}"
    first = post_from("8.8.8.8", need=text.format("http://a.example/1"), email="a@one.example")
    again = post_from("8.8.8.8", need=text.format("http://b.example/2"), email="A@one.example")
    other = post_from("8.8.8.8", need=text.format("www.c.example"), email="b@two.example")
    assert [Signal.REPEATED in signals(each) for each in (first, again, other)] == [False, False, True]


def test_without_a_cache_nobody_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_args: object, **_kwargs: object) -> None:
        raise ConnectionError

    for name in ("incr", "add", "get", "set"):
        monkeypatch.setattr(cache, name, away)
    for number in range(7):
        assert post_from("8.8.8.8", email=f"c{number}@firm.example").screening == Screening.CLEAR


def test_the_screening_costs_one_query() -> None:
    mandate = Mandate(**{name: ANSWERS[name] for name in ("role", "need", "name", "company", "email")})
    mandate.need = "Own the ranking service end to end within a year, and halve its cost."
    mandate.email_key, mandate.email_domain = mandate.email, "northgate.example"
    with CaptureQueriesContext(connection) as queries:
        screening.screen(mandate, screening.Circumstances(48))
    assert len(queries) == 1


def test_screening_can_be_turned_off(settings) -> None:
    settings.SCREENING = False
    submit(**BAIT)
    assert Mandate.objects.get().screening == Screening.CLEAR


def test_the_same_form_sent_twice_is_one_held_mandate() -> None:
    form = typed(key=after(60), **DOUBTFUL)
    first, second = send(form), send(form)
    assert Mandate.objects.count() == 1
    assert first["Location"] == second["Location"]
    assert Delivery.objects.filter(kind=DeliveryKind.CONFIRM).count() == 1


def test_no_page_or_log_names_the_signals(caplog) -> None:
    response = submit(**BAIT)
    room = response["Location"].removesuffix("received/")
    page = Client().get(room).content.decode()
    assert "solicitation" not in page
    assert "Sounds like somebody who sells" not in page
    assert BAIT["role"] not in caplog.text
