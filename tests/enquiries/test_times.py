"""The client's side of a call: the times in the room, picking one, and what is said when it cannot be had."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db.models import F
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from agency.models import User
from enquiries import links, slots
from enquiries.models import Mandate, Slot
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.calls import offered, room_of


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A mandate of the consultant's specialism."""
    return factories.mandate(specialism=led)


@pytest.fixture
def three(mandate: Mandate, consultant_user: User) -> list[Slot]:
    """Three times on offer."""
    return offered(mandate, consultant_user)


def send(mandate: Mandate, time: object, do: str = "pick") -> HttpResponse:
    """Press a button below the times."""
    return Client().post(f"{room_of(mandate)}times/", {"time": str(time), "do": do})


def shown(response: HttpResponse) -> BeautifulSoup:
    """The page."""
    return BeautifulSoup(response.content.decode(), "html.parser")


def picked(mandate: Mandate) -> list[Slot]:
    """What the client has picked."""
    return list(mandate.slots.picked())


@pytest.mark.parametrize("place", ["", "times/"])
def test_the_times_are_in_the_room_and_on_a_page_of_their_own(mandate, three, place: str) -> None:
    soup = shown(Client().get(room_of(mandate) + place))
    assert [radio["value"] for radio in soup.find_all("input", type="radio")] == [str(slot.pk) for slot in three]
    (form,) = soup.find_all("form", attrs={"data-once": True})
    assert form["action"] == f"{room_of(mandate)}times/"
    assert [button["value"] for button in form.find_all("button")] == ["pick"]
    assert "Europe/London time" in soup.get_text()


def test_each_time_is_machine_readable(mandate: Mandate, three: list[Slot]) -> None:
    soup = shown(Client().get(f"{room_of(mandate)}times/"))
    for slot, time in zip(three, soup.select("#room-times time"), strict=True):
        assert timezone.datetime.fromisoformat(time["datetime"]) == slot.starts_at


def test_times_are_shown_in_the_zone_of_the_office(mandate: Mandate, three: list[Slot], brand) -> None:
    brand.time_zone = "Asia/Tokyo"
    brand.save()
    text = shown(Client().get(room_of(mandate))).get_text()
    assert "Asia/Tokyo time" in text
    there = three[0].starts_at.astimezone(timezone.zoneinfo.ZoneInfo("Asia/Tokyo"))
    assert f"{there:%H:%M}" in text


def test_without_times_the_room_says_nothing_of_them(mandate: Mandate) -> None:
    assert shown(Client().get(room_of(mandate))).find(id="room-times") is None
    assert "No time is on offer" in shown(Client().get(f"{room_of(mandate)}times/")).get_text()


def test_picking(mandate: Mandate, three: list[Slot]) -> None:
    response = send(mandate, three[1].pk)
    assert (response.status_code, response["Location"]) == (302, f"{room_of(mandate)}#room-times")
    assert picked(mandate) == [three[1]]
    soup = shown(Client().get(room_of(mandate)))
    assert soup.find(id="room-times-title").get_text() == "Your call"
    assert soup.find("a", string="save it as a file")["href"].endswith(f"times/{three[1].pk}/call.ics")
    assert len(soup.find_all("input", type="radio")) == 2


def test_giving_back(mandate: Mandate, three: list[Slot]) -> None:
    send(mandate, three[0].pk)
    assert send(mandate, three[0].pk, "give_back").status_code == 302
    assert picked(mandate) == []
    assert len(shown(Client().get(room_of(mandate))).find_all("input", type="radio")) == 3


@pytest.mark.parametrize("time", ["", "x", "0", "99999999999999999999", "-1", "\x00", "²"])
@pytest.mark.parametrize("do", ["pick", "give_back", "", "x"])
def test_what_is_no_time(mandate: Mandate, three: list[Slot], time: str, do: str) -> None:
    response = send(mandate, time, do)
    assert response.status_code == 422
    assert shown(response).find(role="alert").get_text() == "Choose one of the times."
    assert picked(mandate) == []


def test_nobody_picks_a_time_of_another_mandate(mandate: Mandate, led, consultant_user: User) -> None:
    other = factories.mandate(specialism=led)
    theirs = offered(other, consultant_user)[0]
    assert send(mandate, theirs.pk).status_code == 422
    slots.pick(theirs)
    assert send(mandate, theirs.pk, "give_back").status_code == 422
    assert Client().get(f"{room_of(mandate)}times/{theirs.pk}/call.ics").status_code == 404
    assert picked(other) == [theirs]


class TestMeanwhile:
    """What happened while the page was open."""

    def refused(self, response: HttpResponse, words: str, others: int) -> None:
        """The reason is said, and the times that can be had are still there."""
        assert response.status_code == 409
        soup = shown(response)
        assert words in soup.find(role="alert").get_text()
        assert len(soup.find_all("input", type="radio")) == others

    def test_taken_back(self, mandate: Mandate, three: list[Slot], consultant_user: User) -> None:
        slots.take_back(three[0], consultant_user)
        self.refused(send(mandate, three[0].pk), "We can no longer make this time", 2)

    def test_passed(self, mandate: Mandate, three: list[Slot]) -> None:
        Slot.objects.filter(pk=three[0].pk).update(starts_at=timezone.now() - timedelta(minutes=5))
        self.refused(send(mandate, three[0].pk), "has passed", 2)

    def test_closed(self, mandate: Mandate, three: list[Slot]) -> None:
        Mandate.objects.update(status="closed")
        self.refused(send(mandate, three[0].pk), "is closed", 0)

    def test_what_was_picked_before_stays_picked(self, mandate, three: list[Slot], consultant_user: User) -> None:
        send(mandate, three[0].pk)
        slots.take_back(three[1], consultant_user)
        self.refused(send(mandate, three[1].pk), "no longer make", 1)
        assert picked(mandate) == [three[0]]

    def test_picked_in_another_window_it_is_picked(self, mandate: Mandate, three: list[Slot]) -> None:
        assert {send(mandate, three[0].pk).status_code for _window in range(2)} == {302}
        assert mandate.events.filter(kind="picked").count() == 1

    def test_the_call_began(self, mandate: Mandate, three: list[Slot]) -> None:
        send(mandate, three[0].pk)
        Slot.objects.filter(pk=three[0].pk).update(starts_at=timezone.now() - timedelta(minutes=5))
        response = send(mandate, three[0].pk, "give_back")
        assert response.status_code == 409
        assert "has begun" in shown(response).find(role="alert").get_text()


def test_a_call_that_is_over_is_shown_no_longer(mandate: Mandate, three: list[Slot]) -> None:
    send(mandate, three[0].pk)
    Slot.objects.update(starts_at=F("starts_at") - timedelta(days=5))
    assert shown(Client().get(room_of(mandate))).find(id="room-times") is None


@pytest.mark.parametrize("state", ["offered", "given back", "taken back"])
def test_there_is_a_file_only_of_the_call_that_is_picked(mandate, three, consultant_user: User, state: str) -> None:
    if state != "offered":
        slots.pick(three[0])
    if state == "given back":
        slots.give_back(three[0])
    if state == "taken back":
        slots.take_back(three[0], consultant_user)
    assert Client().get(f"{room_of(mandate)}times/{three[0].pk}/call.ics").status_code == 404


def test_without_a_link_that_works_there_is_nothing(mandate: Mandate, three: list[Slot]) -> None:
    slots.pick(three[0])
    room = room_of(mandate)
    links.revoke(mandate)
    for address in (f"{room}times/", f"{room}times/{three[0].pk}/call.ics"):
        assert Client().get(address).status_code == 404
    assert Client().post(f"{room}times/", {"time": three[1].pk, "do": "pick"}).status_code == 404
    assert picked(mandate) == [three[0]]


def test_a_search_engine_that_follows_links_picks_nothing(mandate: Mandate, three: list[Slot]) -> None:
    Client().get(f"{room_of(mandate)}times/?time={three[0].pk}&do=pick")
    assert picked(mandate) == []
