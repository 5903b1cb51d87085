"""Text meant to break something, in every question of the brief: stored as it was seen, shown as text, in no mail header."""

import unicodedata
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.forms import CharField, MultiValueField
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumber_field.formfields import PhoneNumberField

from enquiries.brief.fields import AmountField, DayField, LinesField
from enquiries.fields import AddressField, LineField, ProseField
from enquiries.models import Brief, Mandate, MandateEvent, Submission
from specialisms.models import SpecialismPage
from tests.enquiries.brief.sitting import ASKED, Sitting, request_sent
from tests.enquiries.submission import EXAMPLES, URLENCODED, work
from tests.enquiries.test_hostile_text import HOSTILE, INVISIBLE, NOTHING, SEEN, markup

FIELDS = {
    "must-haves": ["must_haves", "nice_to_haves"],
    "place": ["places"],
    "companies": ["not_to_approach"],
    "contact": ["name", "company"],
}
"""One of every kind of text there is; that there are no others is a test."""
ADDED = {"form", "input", "button", "details", "summary", "br", "b", "span", "dl", "dt", "dd", "div"}
"""What the check page is made of when there is something to send."""

pytestmark = pytest.mark.usefixtures("brand")


def stored(name: str) -> str:
    """An answer of the only draft."""
    brief = Brief.objects.get()
    return " ".join(brief.must_haves) if name == "must_haves" else getattr(brief, name)


@pytest.mark.parametrize("topic", ASKED, ids=lambda topic: topic.slug)
def test_every_text_is_read_by_a_field_that_knows_what_strangers_type(topic) -> None:
    careful = (LineField, ProseField, AddressField, LinesField, DayField, AmountField, PhoneNumberField)
    for name in topic.names:
        field = topic.form.base_fields[name]
        assert isinstance(field, careful) or not isinstance(field, CharField | MultiValueField)


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_stored_as_it_was_typed_and_shown_as_text(
    led: SpecialismPage, consultant_client: Client, kind: str
) -> None:
    mandate = request_sent(specialism=str(led.pk))
    sitting = Sitting(mandate)
    plain = " ".join(unicodedata.normalize("NFC", HOSTILE[kind]).split())
    harmless = {each[0] for each in markup(sitting.get("check/"))} | ADDED
    for slug, names in FIELDS.items():
        assert sitting.save(slug, dict.fromkeys(names, HOSTILE[kind])).status_code == 302
        assert {stored(name) for name in names} == {plain}
        assert [" ".join(sitting.open(slug).values[name].split()) for name in names] == [plain] * len(names)
    found = markup(sitting.get("check/"))
    assert {each[0] for each in found} <= harmless
    assert not [each for each in found if any(name.startswith("on") for name in each[1:])]
    sitting.send()
    assert consultant_client.get(f"/admin/mandates/{mandate.pk}/").status_code == 200
    assert sitting.client.get(sitting.room).status_code == 200
    work()
    assert not [message for message in mail.outbox if HOSTILE[kind] in message.subject + message.body]


@pytest.mark.parametrize("kind", INVISIBLE)
def test_what_nobody_sees_is_left_out(kind: str) -> None:
    sitting = Sitting(request_sent())
    lines = {"must-haves": ["must_haves"], "place": ["places", "languages"], "contact": ["name", "reach_when"]}
    for slug, names in lines.items():
        assert sitting.save(slug, dict.fromkeys(names, INVISIBLE[kind])).status_code == 302
        assert {stored(name) for name in names} == {SEEN[kind]}


@pytest.mark.parametrize("nothing", NOTHING)
def test_blanks_are_no_answer(nothing: str) -> None:
    sitting = Sitting(request_sent())
    assert sitting.save("companies", {"not_to_approach": nothing}).status_code == 302
    assert sitting.save("must-haves", {"must_haves": nothing}).status_code == 302
    assert sitting.save("role", {"role": nothing}).status_code == 422
    brief = Brief.objects.get()
    assert (brief.not_to_approach, brief.must_haves, brief.role) == ("", [], "Machine Learning Engineer")


@settings(EXAMPLES, max_examples=40)
@given(data=st.data())
def test_whatever_is_posted_is_answered(data: st.DataObject) -> None:
    mandate = Mandate.objects.first() or request_sent()
    sitting = Sitting(mandate)
    topic = data.draw(st.sampled_from(ASKED))
    names = [*topic.form.base_fields, *(f"{name}_{n}" for name in topic.names for n in range(3)), "later"]
    form = data.draw(
        st.dictionaries(st.sampled_from(names), st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    )
    response = sitting.post(f"{topic.slug}/", form)
    assert response.status_code in {302, 409, 422}
    assert sitting.post("check/", form).status_code in {302, 409}


@pytest.mark.parametrize("body", ["", "%00=%00", "shown=%FF%FE", "=&&=", "role=%ED%A0%80", "a" * 5000])
@pytest.mark.parametrize("part", ["role/", "check/"])
def test_bodies_that_no_browser_sends_are_answered(part: str, body: str) -> None:
    sitting = Sitting(request_sent())
    assert sitting.client.post(f"{sitting.brief}{part}", body, content_type=URLENCODED).status_code in {302, 409, 422}
    answers = urlencode({"role": "x"}).encode("utf-16")
    response = sitting.client.generic("POST", f"{sitting.brief}{part}", answers, f"{URLENCODED}; charset=utf-16")
    assert response.status_code in {302, 409, 422}


def test_no_answer_reaches_the_history() -> None:
    sitting = Sitting(request_sent())
    sitting.save("companies", {"not_to_approach": "Planted-Company"})
    sitting.save("contact", {"email": "planted@example.com"})
    sitting.send()
    said = " ".join(MandateEvent.objects.values_list("detail", flat=True))
    assert "lanted" not in said
    assert Submission.objects.count() == 2
