"""One form is one mandate: double clicks, reloads, going back, and forms left open."""

import uuid

import pytest
from django.core import signing
from django.http import HttpResponse
from django.test import Client

from enquiries import links
from enquiries.forms import KEY_SALT, KEY_SECONDS
from enquiries.models import Consent, Delivery, Mandate, MandateEvent
from enquiries.models.consent import Purpose
from enquiries.models.link import LinkPurpose
from tests.enquiries.submission import fill, opened, reminders, send, shown, typed

pytestmark = pytest.mark.usefixtures("brand")


def stored() -> tuple[int, ...]:
    """How many rows there are of each kind."""
    return *(model.objects.count() for model in (Mandate, Consent, MandateEvent, Delivery)), len(reminders())


def test_every_form_has_a_key_of_its_own() -> None:
    assert len({opened().values["key"] for _form in range(3)}) == 3


def test_the_same_form_twice_is_one_mandate_and_one_confirmation() -> None:
    form = fill()
    first, second = send(form), send(form)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert stored() == (1, 2, 1, 2, 2)


def test_the_same_form_again_leads_to_no_newer_link() -> None:
    """Going back and sending again, on a computer that is not theirs, lets nobody in after the links were closed."""
    form = fill()
    room = send(form)["Location"]
    links.revoke(Mandate.objects.get())
    links.issue(Mandate.objects.get(), LinkPurpose.ROOM)
    assert send(form)["Location"] == room
    assert Client().get(room).status_code == 404


def test_two_forms_with_the_same_answers_are_two_mandates() -> None:
    assert send(fill())["Location"] != send(fill())["Location"]
    assert Mandate.objects.count() == 2


CHANGES = [
    ("role", "Head of Data"),
    ("need", "Something else."),
    ("name", "Alexandra Moreau"),
    ("company", "Southgate"),
    ("email", "alexandra@northgate.example"),
    ("telephone", "020 7946 0019"),
    ("timing", "now"),
    ("marketing", "on"),
]


@pytest.mark.parametrize(("name", "value"), CHANGES)
def test_the_same_form_with_another_answer_is_not_lost_and_not_mixed_up(name: str, value: str) -> None:
    form = fill()
    send(form)
    before = stored()
    response = send(form | {name: value})
    assert response.status_code == 409
    assert f"You have sent this form already, as {Mandate.objects.get().reference}" in response.content.decode()
    assert stored() == before
    assert Mandate.objects.get().consents.get(purpose=Purpose.MARKETING).granted is False
    again = shown(response).values
    assert again[name] == value
    assert again["key"] != form["key"]
    assert send(again).status_code == 302
    assert Mandate.objects.count() == 2


def test_changed_specialism_counts_as_another_answer(specialism) -> None:
    form = fill()
    send(form)
    assert send(form | {"specialism": str(specialism.pk)}).status_code == 409


def test_the_same_telephone_number_written_otherwise_is_no_change() -> None:
    form = fill(telephone="020 7946 0018")
    send(form)
    assert send(form | {"telephone": "+44 20 7946 0018"}).status_code == 302
    assert Mandate.objects.count() == 1


def old_key(seconds: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """A key signed so many seconds ago."""
    with monkeypatch.context() as patch:
        now = signing.time.time()
        patch.setattr(signing.time, "time", lambda: now - seconds)
        return signing.dumps(uuid.uuid4().hex, salt=KEY_SALT)


def accepted_on_second_try(response: HttpResponse, answers: dict[str, str]) -> bool:
    """Whether everything typed is still there, with a key that works."""
    assert response.status_code == 409
    assert "This form was open for a long time" in response.content.decode()
    assert not Mandate.objects.exists()
    again = shown(response).values
    kept = all(again[name] == value for name, value in answers.items() if name != "key")
    return kept and send(again).status_code == 302 and Mandate.objects.count() == 1


def test_a_form_may_stay_open_for_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    assert send(typed(key=old_key(KEY_SECONDS - 60, monkeypatch))).status_code == 302


def test_a_form_open_for_longer_is_shown_again(monkeypatch: pytest.MonkeyPatch) -> None:
    form = typed(key=old_key(KEY_SECONDS + 60, monkeypatch))
    assert accepted_on_second_try(send(form), form)


FOREIGN_KEYS = {
    "empty": "",
    "unsigned": uuid.uuid4().hex,
    "other salt": signing.dumps(uuid.uuid4().hex, key="x" * 50, salt="mandate-context"),
    "other key": signing.dumps(uuid.uuid4().hex, key="x" * 50, salt=KEY_SALT),
    "oversized": "A" * 100_000,
    "control characters": "\0\r\n",
    "not ASCII": "ключ:подпись",
}


@pytest.mark.parametrize("kind", FOREIGN_KEYS)
def test_a_key_that_is_not_ours_is_replaced(kind: str) -> None:
    form = typed(key=FOREIGN_KEYS[kind])
    assert accepted_on_second_try(send(form), form)


@pytest.mark.parametrize("content", ["not a uuid", 7, None, ["x"], {"a": 1}])
def test_a_signed_key_that_is_no_uuid_is_replaced(content: object) -> None:
    form = typed(key=signing.dumps(content, salt=KEY_SALT))
    assert accepted_on_second_try(send(form), form)


def test_a_form_without_a_key_is_shown_again() -> None:
    form = typed()
    del form["key"]
    assert accepted_on_second_try(send(form), form)


def test_a_mistake_in_a_form_without_a_key_costs_one_round_only() -> None:
    response = send(typed(key="", email="nobody"))
    assert response.status_code == 422
    assert send(shown(response).values | {"email": "alex@northgate.example"}).status_code == 302


def test_a_mistake_keeps_the_key() -> None:
    """Or a double click on a form that was wrong at first would be two mandates."""
    form = fill(email="nobody")
    assert shown(send(form)).values["key"] == form["key"]
