"""What each topic asks, and how it says that an answer needs another look."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.utils import timezone

from enquiries.brief.forms import PayForm, StartForm
from enquiries.models import Brief
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.brief.sitting import ANSWERS, ASKED, Sitting, request_sent
from tests.enquiries.submission import shown

pytestmark = pytest.mark.usefixtures("brand")

NEEDED = [("role", "role"), ("purpose", "need"), ("contact", "name"), ("contact", "company"), ("contact", "email")]


@pytest.fixture
def sitting(brand) -> Sitting:
    """A client who begins."""
    return Sitting(request_sent())


def message(response: HttpResponse, name: str) -> str:
    """What stands beside a field."""
    found = BeautifulSoup(response.content, "html.parser").find(id=f"id_{name}_error")
    return found.get_text(strip=True) if found else ""


@pytest.mark.parametrize("topic", ASKED, ids=lambda topic: topic.slug)
def test_every_question_has_a_label_and_nothing_is_called_optional(sitting: Sitting, topic) -> None:
    page = BeautifulSoup(sitting.get(f"{topic.slug}/").content, "html.parser")
    for name in topic.names:
        field = page.find(id=f"id_{name}")
        label = field.legend if field.name == "fieldset" else page.find("label", attrs={"for": f"id_{name}"})
        assert label.get_text(strip=True)
        for reference in field.get("aria-describedby", "").split():
            assert page.find(id=reference)
    assert "(optional)" not in page.get_text()


@pytest.mark.parametrize(("slug", "name"), NEEDED)
def test_what_a_mandate_needs_cannot_be_emptied(sitting: Sitting, slug: str, name: str) -> None:
    sitting.open(slug)
    before = Brief.objects.values().get()
    response = sitting.save(slug, {name: " \u200b "}, **{k: v for k, v in ANSWERS[slug].items() if k != name})
    assert response.status_code == 422
    assert message(response, name)
    assert f"id_{name}" in shown(response).links
    assert "<title>Error: " in response.content.decode()
    for typed, value in ANSWERS[slug].items():
        if typed != name and shown(response).controls[typed].get("type") != "radio":
            assert shown(response).values[typed] == value
    assert Brief.objects.values().get() == before


@pytest.mark.parametrize("topic", ASKED, ids=lambda topic: topic.slug)
def test_everything_else_can_be_left_out(sitting: Sitting, topic) -> None:
    needed = {name: ANSWERS[slug][name] for slug, name in NEEDED if slug == topic.slug}
    assert (
        sitting.post(f"{topic.slug}/", needed | {"shown": sitting.open(topic.slug).values["shown"]}).status_code == 302
    )


@pytest.mark.parametrize(
    ("slug", "answers", "name"),
    [
        ("role", {"headcount": "0"}, "headcount"),
        ("role", {"headcount": "many"}, "headcount"),
        ("role", {"headcount": "501"}, "headcount"),
        ("role", {"specialism": "999999999999999999999"}, "specialism"),
        ("role", {"seat": "stolen"}, "seat"),
        ("role", {"level": "god"}, "level"),
        ("role", {"role": "x" * 121}, "role"),
        ("must-haves", {"must_haves": "Patience\n" + "x" * 201}, "must_haves"),
        ("must-haves", {"nice_to_haves": "x" * 2001}, "nice_to_haves"),
        ("place", {"places": "x" * 201}, "places"),
        ("pay", {"pay_from": "a lot", "currency": "GBP"}, "pay_from"),
        ("pay", {"pay_to": "95-110k", "currency": "GBP"}, "pay_to"),
        ("pay", {"pay_from": "95k", "pay_to": "94k", "currency": "GBP"}, "pay_to"),
        ("pay", {"pay_from": "95", "currency": "GBP"}, "pay_from"),
        ("pay", {"pay_from": "95k"}, "currency"),
        ("pay", {"pay_from": "£95k", "pay_to": "€110k"}, "currency"),
        ("pay", {"pay_from": "£95k", "currency": "EUR"}, "currency"),
        ("pay", {"currency": "XXX"}, "currency"),
        ("start", {"start_on_0": "31", "start_on_1": "2", "start_on_2": "2028"}, "start_on"),
        ("start", {"start_on_0": "27", "start_on_1": "", "start_on_2": "2028"}, "start_on"),
        ("start", {"start_on_0": "x", "start_on_1": "y", "start_on_2": "z"}, "start_on"),
        ("start", {"start_on_0": "1", "start_on_1": "1", "start_on_2": "9999"}, "start_on"),
        ("start", {"start_on_0": "1", "start_on_1": "1", "start_on_2": "99999999999"}, "start_on"),
        ("contact", {"email": "nobody"}, "email"),
        ("contact", {"telephone": "call me"}, "telephone"),
    ],
)
def test_a_mistake_is_named_beside_its_field(sitting: Sitting, slug: str, answers: dict[str, str], name: str) -> None:
    response = sitting.save(slug, answers)
    form = shown(response)
    assert response.status_code == 422
    assert message(response, name)
    assert f"id_{name}" in form.links
    for typed, value in answers.items():
        if typed not in {"seat", "level", "specialism", "currency"}:
            assert form.values[typed] == value
    assert Brief.objects.get().saved_at is None


def test_an_amount_may_bring_its_currency(sitting: Sitting) -> None:
    sitting.save("pay", {"pay_from": "95 000 €", "pay_to": "120k"})
    brief = Brief.objects.get()
    assert (brief.pay_from, brief.pay_to, brief.currency) == (95_000, 120_000, "EUR")
    assert sitting.open("pay").values["pay_from"] == "95,000"


def test_a_day_rate_may_be_small_and_a_salary_of_another_currency_large(sitting: Sitting) -> None:
    sitting.save("pay", {"pay_from": "£650", "basis": "day_rate"})
    assert Brief.objects.get().pay_from == 650
    sitting.save("pay", {"pay_from": "2,400,000,000", "pay_to": "", "currency": "VND", "basis": "annual_base"})
    assert Brief.objects.get().pay_from == 2_400_000_000


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (("27", "3", "2028"), (2028, 3, 27)),
        (("01", "Sept", "28"), (2028, 9, 1)),
        (("29", "february", "2028"), (2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(sitting: Sitting, typed: tuple[str, ...], day: tuple[int, ...]) -> None:
    parts = dict(zip(["start_on_0", "start_on_1", "start_on_2"], typed, strict=True))
    assert sitting.save("start", parts).status_code == 302
    assert Brief.objects.get().start_on == datetime.date(*day)


@pytest.mark.parametrize(("days", "good"), [(-1, False), (0, True), (1, True)])
def test_a_start_lies_ahead(brand, days: int, good: bool) -> None:
    day = timezone.localdate() + datetime.timedelta(days=days)
    parts = {"start_on_0": day.day, "start_on_1": day.month, "start_on_2": day.year}
    assert StartForm(parts, instance=Brief(), brand=brand).is_valid() == good


def test_must_haves_are_lines_with_gaps_and_repeats_closed_up(sitting: Sitting) -> None:
    sitting.save("must-haves", {"must_haves": "a\r\n\r\n b\r\na\r\nc  d\r\n"})
    assert Brief.objects.get().must_haves == ["a", "b", "c d"]
    assert sitting.open("must-haves").values["must_haves"] == "a\nb\nc d"


def test_more_than_five_must_haves_are_given_back(sitting: Sitting) -> None:
    typed = "\n".join("abcdefg")
    response = sitting.save("must-haves", {"must_haves": typed})
    assert message(response, "must_haves") == "There is room for 5, one a line: leave out 2"
    assert shown(response).values["must_haves"] == typed


@pytest.mark.parametrize("topic", ASKED, ids=lambda topic: topic.slug)
def test_no_browser_cuts_what_is_pasted(sitting: Sitting, topic) -> None:
    _header, main, asked = sitting.read(f"{topic.slug}/").partition("<main")
    assert main
    assert "maxlength" not in asked


@pytest.mark.parametrize(
    ("slug", "name", "typed", "said"),
    [
        (
            "purpose",
            "why",
            "x" * 5004,
            "“Why are you hiring now?” is 1,004 characters too long: there is room for 4,000",
        ),
        ("place", "places", "y" * 201, "“Where is the work?” is 1 character too long: there is room for 200"),
        (
            "must-haves",
            "must_haves",
            f"Patience\n{'z' * 210}",
            f"“{'z' * 39}…” is 10 characters too long: there is room for 200",
        ),
    ],
)
def test_what_is_too_long_is_given_back_with_by_how_much(
    sitting: Sitting, slug: str, name: str, typed: str, said: str
) -> None:
    response = sitting.save(slug, {name: typed})
    assert response.status_code == 422
    assert message(response, name) == said
    assert shown(response).values[name] == typed


def test_likely_currencies_come_first(specialism: SpecialismPage, brand) -> None:
    factories.pay_band(specialism, role=factories.role(), currency="CHF", place="Zurich")
    form = PayForm(instance=Brief(), brand=brand)
    form.offer()
    groups = dict(list(form.fields["currency"].choices)[1:])
    likely, others = groups.values()
    assert [code for code, _name in likely] == ["CHF", "GBP", "EUR", "USD"]
    assert len(likely) + len(others) > 150


def test_the_page_of_pay_says_what_we_see_paid(led: SpecialismPage) -> None:
    role = factories.role(alternative_titles="ML Engineer")
    factories.pay_band(led, role=role)
    factories.pay_band(led, role=role, level="mid", place="Berlin", currency="EUR")
    sitting = Sitting(request_sent(role="ML engineer", specialism=str(led.pk)))
    assert "London, senior: £100,000 to £132,000" in sitting.read("pay/")
    assert "Berlin, mid" in sitting.read("pay/")
    sitting.save("place", {"places": "london or remote"})
    assert "Berlin, mid" not in sitting.read("pay/")
    sitting.save("role", {"role": "Something else"})
    assert "London, senior" not in sitting.read("pay/")


def test_expired_pay_is_not_shown(led: SpecialismPage) -> None:
    factories.pay_band(led, role=factories.role(), valid_until=timezone.localdate() - datetime.timedelta(days=1))
    assert "£100,000" not in Sitting(request_sent(specialism=str(led.pk))).read("pay/")


def test_a_confidential_replacement_leaves_no_choice_of_confidentiality(sitting: Sitting) -> None:
    sitting.save("role", {"seat": "confidential"})
    box = sitting.open("confidentiality").controls["confidential"]
    assert "checked" in box
    assert "disabled" in box
    sitting.save("confidentiality", {"discretion": "Call after six."})
    assert Brief.objects.get().confidential
