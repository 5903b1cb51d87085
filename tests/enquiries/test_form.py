"""What the form asks, and how it says that an answer needs another look."""

import pytest

from agency.models import BrandSettings
from enquiries.models import Mandate
from tests.enquiries.submission import opened, send, shown, typed

CONTROLS = {
    "role": {"type": "text", "list": "roles"},
    "need": {"tag": "textarea", "rows": "4"},
    "name": {"type": "text", "autocomplete": "name"},
    "company": {"type": "text", "autocomplete": "organization"},
    "email": {"type": "email", "autocomplete": "email", "spellcheck": "false"},
    "telephone": {"type": "tel", "autocomplete": "tel"},
    "timing": {"tag": "select"},
    "specialism": {"tag": "select"},
    "marketing": {"type": "checkbox"},
}
REQUIRED = ["role", "need", "name", "company", "email"]

pytestmark = pytest.mark.usefixtures("brand")


@pytest.mark.parametrize("name", CONTROLS)
def test_each_answer_has_the_right_control_and_a_label(name: str) -> None:
    form = opened()
    assert CONTROLS[name].items() <= form.controls[name].items()
    assert form.labels[form.controls[name]["id"]].strip()


def test_what_is_pasted_is_not_cut_but_given_back_with_by_how_much_it_is_too_long() -> None:
    assert not [name for name, control in opened().controls.items() if "maxlength" in control]
    form = shown(send(typed(need="x" * 5004)))
    question = "What should this person have achieved after a year?"
    assert form.links["id_need"] == f"“{question}” is 1,004 characters too long: there is room for 4,000"
    assert form.values["need"] == "x" * 5004
    assert not Mandate.objects.exists()


def test_the_form_says_which_answers_it_needs() -> None:
    form = opened()
    assert [name for name, control in form.controls.items() if "required" in control] == REQUIRED
    for name in ("telephone", "timing", "specialism"):
        assert "(optional)" in form.labels[f"id_{name}"]


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_answer_is_asked_for_where_it_belongs(name: str) -> None:
    response = send(typed(**{name: "  "}))
    form = shown(response)
    assert response.status_code == 422
    assert list(form.links) == ["content", f"id_{name}"]
    assert form.links[f"id_{name}"].startswith(("Enter ", "Say "))
    assert form.controls[name]["aria-invalid"] == "true"
    assert f"id_{name}_error" in form.controls[name]["aria-describedby"].split()
    assert not Mandate.objects.exists()


def test_an_empty_form_lists_every_answer_it_needs() -> None:
    response = send({})
    assert list(shown(response).links)[1:] == [f"id_{name}" for name in REQUIRED]
    assert "5 answers need another look" in response.content.decode()
    assert "<title>Error: " in response.content.decode()


@pytest.mark.parametrize("wrong", [{}, {"email": "nobody"}, {"telephone": "call me"}])
def test_hints_and_errors_that_controls_point_to_exist(wrong: dict[str, str]) -> None:
    form = shown(send(typed(**wrong))) if wrong else opened()
    pointed = {
        name: control["aria-describedby"].split()
        for name, control in form.controls.items()
        if "aria-describedby" in control
    }
    assert {"need", "telephone", "specialism"} <= pointed.keys()
    assert {target for targets in pointed.values() for target in targets} <= form.ids
    assert set(form.links) <= form.ids


def test_what_was_typed_is_kept() -> None:
    answers = typed(
        email="nobody", need="First line\r\nsecond line", marketing="on", timing="later", name='<Alex> & "Co"'
    )
    assert shown(send(answers)).values.items() >= (answers | {"need": "First line\nsecond line"}).items()


@pytest.mark.database
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("email", "nobody"),
        ("email", "a@b"),
        ("email", "a@b.example, c@d.example"),
        ("email", "Alex <a@b.example>"),
        ("timing", "yesterday"),
        ("specialism", "0"),
        ("specialism", "²"),
        ("specialism", "9" * 30),
        ("specialism", "1" * 5000),
        ("specialism", "machine-learning"),
        ("role", "x" * 121),
        ("company", "x" * 161),
        ("need", "x" * 4001),
    ],
)
def test_an_answer_that_cannot_be_is_refused(name: str, value: str) -> None:
    response = send(typed(**{name: value}))
    assert response.status_code == 422
    assert list(shown(response).links) == ["content", f"id_{name}"]
    assert not Mandate.objects.exists()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("020 7946 0018", "+442079460018"),
        ("(020) 7946-0018", "+442079460018"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("07911 123456", "+447911123456"),
        ("+49 30 901820", "+4930901820"),
        ("0049 30 901820", "+4930901820"),
        ("+1 212 555 0123", "+12125550123"),
        ("０２０ ７９４６ ００１８", "+442079460018"),
    ],
)
def test_telephone_numbers_are_read_as_people_write_them(written: str, read: str) -> None:
    assert send(typed(telephone=written)).status_code == 302
    assert Mandate.objects.get().telephone.as_e164 == read


def test_an_extension_is_kept() -> None:
    send(typed(telephone="020 7946 0018 ext. 12"))
    assert str(Mandate.objects.get().telephone) == "+44 20 7946 0018 x12"


@pytest.mark.parametrize("nonsense", ["call me at five", "123", "+999 123456789", "0" * 40, "020 7946 00189999", "٣"])
def test_no_telephone_number_is_made_of_nonsense(nonsense: str) -> None:
    response = send(typed(telephone=nonsense))
    assert response.status_code == 422
    assert shown(response).links["id_telephone"].startswith("Enter a telephone number, like")
    assert shown(response).values["telephone"] == nonsense


def test_numbers_without_a_country_are_of_the_brands_country(brand: BrandSettings) -> None:
    brand.telephone_country = "DE"
    brand.save()
    send(typed(telephone="030 901820"))
    assert Mandate.objects.get().telephone.as_e164 == "+4930901820"


def test_without_a_country_only_international_numbers_are_read(brand: BrandSettings) -> None:
    brand.telephone_country = ""
    brand.save()
    assert send(typed(telephone="020 7946 0018")).status_code == 422
    assert send(typed(telephone="+44 20 7946 0018")).status_code == 302
