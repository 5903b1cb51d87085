"""Offering times on the page of a mandate: what a consultant types, in the zone of the office."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from agency.models import User
from enquiries import slots
from enquiries.admin.slots import OfferForm
from enquiries.models import Mandate, Slot
from enquiries.models.event import EventKind
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.calls import offered

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A mandate of the consultant's specialism."""
    return factories.mandate(specialism=led)


def page(mandate: Mandate) -> str:
    """The address of a mandate in the inbox."""
    return f"/admin/mandates/{mandate.pk}/"


def typed(days: int, clock: str = "10:00") -> str:
    """A date and a time as somebody in the office types them."""
    day = (timezone.now().astimezone(LONDON) + timedelta(days=days)).date()
    return f"{day:%Y-%m-%d} {clock}"


def offer(client: Client, mandate: Mandate, *times: str, **fields: str) -> HttpResponse:
    """Send the form."""
    rows = {f"time_{number}": time for number, time in enumerate(times, 1)}
    return client.post(f"{page(mandate)}times/", {"minutes": "45", "way": "I call you.", **rows, **fields})


def messages(response: HttpResponse) -> dict[str, str]:
    """What the form says, by the field beside which it stands."""
    form = response.context["offer_form"]
    return {name: " ".join(errors) for name, errors in form.errors.items()}


def test_the_page_has_the_form(consultant_client: Client, mandate: Mandate) -> None:
    soup = BeautifulSoup(consultant_client.get(page(mandate)).content, "html.parser")
    form = soup.find("form", action=f"{page(mandate)}times/")
    assert {control["name"] for control in form.find_all(["input", "select"])} == {
        *("csrfmiddlewaretoken", "time_1", "time_2", "time_3", "minutes", "way")
    }
    assert "Europe/London time" in form.get_text()


def test_times_are_those_of_the_office(consultant_client: Client, consultant_user: User, mandate: Mandate) -> None:
    profile = UserProfile.get_for_user(consultant_user)
    profile.current_time_zone = "Asia/Tokyo"
    profile.save()
    response = offer(consultant_client, mandate, typed(3), typed(5, "16:30"))
    assert response["Location"] == page(mandate)
    found = [f"{slot.starts_at.astimezone(LONDON):%Y-%m-%d %H:%M}" for slot in mandate.slots.all()]
    assert found == [typed(3), typed(5, "16:30")]
    assert {(slot.minutes, slot.way, slot.offered_by) for slot in mandate.slots.all()} == {
        (45, "I call you.", consultant_user)
    }
    text = consultant_client.get(page(mandate)).content.decode()
    assert text.count("10:00</strong>") == 1
    assert "16:30</strong>" in text


@pytest.mark.parametrize(
    ("rows", "place", "words"),
    [
        ((), "time_1", "Enter a time"),
        (("", "", ""), "time_1", "Enter a time"),
        ((-1,), "time_1", "has passed"),
        ((2, -3), "time_2", "has passed"),
        ((2, "", 2), "time_3", "offered already"),
        ((200,), "time_1", "half a year"),
        (("soon",), "time_1", "valid date"),
        (("9999-12-31 23:59",), "time_1", "half a year"),
        (("0001-01-01 00:00",), "time_1", ""),
        (("2026-13-01 10:00",), "time_1", "valid date"),
        (("\x00",), "time_1", ""),
    ],
)
def test_what_is_no_time_is_said_beside_it(consultant_client, mandate, rows, place: str, words: str) -> None:
    times = [typed(row) if isinstance(row, int) else row for row in rows]
    response = offer(consultant_client, mandate, *times)
    assert response.status_code == 422
    assert list(messages(response)) == [place]
    assert words in messages(response)[place]
    soup = BeautifulSoup(response.content, "html.parser")
    kept = [soup.find("input", attrs={"name": f"time_{number}"}).get("value", "") for number in (1, 2, 3)]
    assert [value for value in kept if value] == [time for time in times if time]
    assert soup.find(id="offer").has_attr("open")
    assert not mandate.slots.exists()


@pytest.mark.parametrize(
    ("fields", "place"),
    [({"way": ""}, "way"), ({"way": "x" * 201}, "way"), ({"minutes": "7"}, "minutes"), ({"minutes": "²"}, "minutes")],
)
def test_how_and_how_long(consultant_client: Client, mandate: Mandate, fields: dict[str, str], place: str) -> None:
    response = offer(consultant_client, mandate, typed(2), **fields)
    assert response.status_code == 422
    assert list(messages(response)) == [place]


def test_too_many_are_said_above_the_form(consultant_client, consultant_user: User, mandate: Mandate) -> None:
    offered(mandate, consultant_user, 1, 2, 3, 4, 5)
    response = offer(consultant_client, mandate, typed(2), typed(3))
    assert response.status_code == 422
    assert "at most 6 times" in messages(response)["__all__"]


class TestWhenTheClocksChange:
    """Hours that are not there, and hours that come twice."""

    @pytest.mark.parametrize(
        ("zone", "text"),
        [
            ("Europe/London", "2031-03-30 01:30"),
            ("Europe/London", "2031-10-26 01:30"),
            ("America/New_York", "2031-03-09 02:30"),
            ("America/New_York", "2031-11-02 01:30"),
            ("Australia/Lord_Howe", "2031-10-05 02:10"),
        ],
    )
    def test_an_hour_that_is_no_hour(self, brand, zone: str, text: str) -> None:
        brand.time_zone = zone
        form = OfferForm({"time_1": text, "minutes": "30", "way": "I call you."}, brand=brand)
        assert not form.is_valid()
        assert "clocks change" in form.errors["time_1"][0]

    @pytest.mark.parametrize(
        ("text", "instant"),
        [
            ("2031-03-30 00:59", datetime(2031, 3, 30, 0, 59, tzinfo=UTC)),
            ("2031-03-30 02:00", datetime(2031, 3, 30, 1, 0, tzinfo=UTC)),
            ("2031-10-26 00:59", datetime(2031, 10, 25, 23, 59, tzinfo=UTC)),
            ("2031-10-26 02:00", datetime(2031, 10, 26, 2, 0, tzinfo=UTC)),
        ],
    )
    def test_the_hours_beside_it(self, brand, text: str, instant: datetime) -> None:
        form = OfferForm({"time_1": text, "minutes": "30", "way": "I call you."}, brand=brand)
        assert form.is_valid()
        assert form.cleaned_data["time_1"] == instant

    def test_a_zone_without_changes_has_every_hour(self, brand) -> None:
        brand.time_zone = "UTC"
        form = OfferForm({"time_1": "2031-03-30 01:30", "minutes": "30", "way": "x y"}, brand=brand)
        assert form.is_valid()


class TestTakingBack:
    """What is offered, and taken back."""

    def test_it_is_gone(self, consultant_client: Client, consultant_user: User, mandate: Mandate) -> None:
        slot, *_others = offered(mandate, consultant_user)
        slots.pick(slot)
        assert "Picked" in consultant_client.get(page(mandate)).content.decode()
        response = consultant_client.post(f"{page(mandate)}times/{slot.pk}/take-back/")
        assert response["Location"] == page(mandate)
        slot.refresh_from_db()
        assert slot.cancelled_at
        assert mandate.events.get(kind=EventKind.UNPICKED).actor == consultant_user

    def test_what_has_come_stays(self, consultant_client: Client, consultant_user: User, mandate: Mandate) -> None:
        slot, *_others = offered(mandate, consultant_user)
        Slot.objects.filter(pk=slot.pk).update(starts_at=timezone.now() - timedelta(minutes=1))
        response = consultant_client.post(f"{page(mandate)}times/{slot.pk}/take-back/", follow=True)
        assert "has come" in response.content.decode()
        slot.refresh_from_db()
        assert not slot.cancelled_at

    def test_only_through_its_own_mandate(self, consultant_client, consultant_user: User, mandate, led) -> None:
        slot, *_others = offered(factories.mandate(specialism=led), consultant_user)
        assert consultant_client.post(f"{page(mandate)}times/{slot.pk}/take-back/").status_code == 404
        slot.refresh_from_db()
        assert not slot.cancelled_at


def test_an_entry_that_is_overtaken_is_not_sent_again(consultant_client, consultant_user: User, mandate) -> None:
    slot, *_others = offered(mandate, consultant_user)
    slots.pick(slot)
    mandate.deliveries.update(state="sent")
    slots.give_back(slot)
    old = mandate.deliveries.get(kind="invitation")
    address = f"{page(mandate)}deliveries/{old.pk}/send-again/"
    assert address not in consultant_client.get(page(mandate)).content.decode()
    assert "has changed since" in consultant_client.post(address, follow=True).content.decode()
    old.refresh_from_db()
    assert old.state == "sent"


def test_closing_a_mandate_calls_off_what_was_arranged(consultant_client, consultant_user: User, mandate) -> None:
    slot, *_others = offered(mandate, consultant_user)
    slots.pick(slot)
    mandate.deliveries.update(state="sent")
    consultant_client.post(page(mandate), {"status": "closed", "assigned_to": ""})
    assert not mandate.slots.ahead().exists()
    assert set(mandate.deliveries.filter(state="waiting").values_list("kind", flat=True)) == {
        "cancellation",
        "call_off",
    }
