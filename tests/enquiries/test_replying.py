"""Replying to a mandate: saying so, what is overdue, and what somebody else did meanwhile."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from agency.models import User
from enquiries.models import Mandate
from enquiries.models.event import EventKind
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.test_inbox import listed, page


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A mandate of the consultant's specialism whose reply is overdue."""
    return factories.mandate(specialism=led, reply_due_at=timezone.now() - timedelta(hours=1))


def events(mandate: Mandate) -> list[tuple[str, str]]:
    """What happened besides reading, and what was noted with it."""
    return list(mandate.events.exclude(kind=EventKind.OPENED).values_list("kind", "detail"))


class TestReplied:
    """“I have replied”."""

    def test_it_moves_a_new_mandate_on(self, consultant_client: Client, consultant_user: User, mandate) -> None:
        assert consultant_client.post(f"{page(mandate)}replied/")["Location"] == page(mandate)
        mandate.refresh_from_db()
        assert mandate.status == "talking"
        assert timezone.now() - mandate.replied_at < timedelta(minutes=1)
        assert events(mandate) == [(EventKind.REPLIED, ""), (EventKind.STATUS, "In conversation")]
        assert mandate.events.first().actor == consultant_user

    def test_it_leaves_the_status_of_others(self, consultant_client: Client, mandate: Mandate) -> None:
        Mandate.objects.update(status="search")
        consultant_client.post(f"{page(mandate)}replied/")
        mandate.refresh_from_db()
        assert mandate.status == "search"
        assert events(mandate) == [(EventKind.REPLIED, "")]

    def test_the_first_reply_counts(self, consultant_client: Client, mandate: Mandate) -> None:
        consultant_client.post(f"{page(mandate)}replied/")
        first = Mandate.objects.get().replied_at
        response = consultant_client.post(f"{page(mandate)}replied/", follow=True)
        assert "was noted before" in response.content.decode()
        assert Mandate.objects.get().replied_at == first
        assert len(events(mandate)) == 2

    def test_the_button_is_there_until_then(self, consultant_client: Client, mandate: Mandate) -> None:
        assert "I have replied" in consultant_client.get(page(mandate)).content.decode()
        consultant_client.post(f"{page(mandate)}replied/")
        assert "I have replied" not in consultant_client.get(page(mandate)).content.decode()

    def test_it_takes_a_post(self, consultant_client: Client, mandate: Mandate) -> None:
        assert consultant_client.get(f"{page(mandate)}replied/").status_code == 405


class TestNotReplied:
    """“Not replied after all”."""

    def test_the_client_waits_again(self, consultant_client: Client, consultant_user: User, mandate: Mandate) -> None:
        consultant_client.post(f"{page(mandate)}replied/")
        response = consultant_client.post(f"{page(mandate)}not-replied/", follow=True)
        assert "Taken back." in response.content.decode()
        mandate.refresh_from_db()
        assert (mandate.status, mandate.replied_at, mandate.is_overdue) == ("new", None, True)
        assert events(mandate)[2:] == [(EventKind.UNREPLIED, ""), (EventKind.STATUS, "New")]
        assert mandate.events.last().actor == consultant_user

    @pytest.mark.parametrize("status", ["search", "closed", "withdrawn"])
    def test_once_more_has_come_of_it_it_stays(self, consultant_client: Client, mandate: Mandate, status: str) -> None:
        when = timezone.now()
        Mandate.objects.update(status=status, replied_at=when)
        assert "Not replied after all" not in consultant_client.get(page(mandate)).content.decode()
        response = consultant_client.post(f"{page(mandate)}not-replied/", follow=True)
        assert "no reply to take back" in response.content.decode()
        assert Mandate.objects.get().replied_at == when

    def test_twice_is_once(self, consultant_client: Client, mandate: Mandate) -> None:
        consultant_client.post(f"{page(mandate)}replied/")
        for _click in range(2):
            consultant_client.post(f"{page(mandate)}not-replied/")
        assert [kind for kind, _detail in events(mandate)].count(EventKind.UNREPLIED) == 1

    def test_the_button_is_there_after_a_reply(self, consultant_client: Client, mandate: Mandate) -> None:
        assert "Not replied after all" not in consultant_client.get(page(mandate)).content.decode()
        consultant_client.post(f"{page(mandate)}replied/")
        assert "Not replied after all" in consultant_client.get(page(mandate)).content.decode()

    def test_only_whoever_may_change_mandates(self, consultant_client: Client, consultant_user: User, mandate) -> None:
        Mandate.objects.update(replied_at=timezone.now())
        consultant_user.groups.get(name="Consultants").permissions.filter(codename="change_mandate").delete()
        assert consultant_client.get(f"{page(mandate)}not-replied/").status_code == 405
        assert consultant_client.post(f"{page(mandate)}not-replied/")["Location"].startswith("/admin/")
        assert Mandate.objects.get().replied_at


class TestOverdue:
    """What has waited longer than we promised."""

    def test_it_is_marked(self, consultant_client: Client, mandate: Mandate) -> None:
        for address in ("/admin/mandates/", page(mandate)):
            soup = BeautifulSoup(consultant_client.get(address).content, "html.parser")
            assert [mark.get_text() for mark in soup.select(".thread-mark--error")] == ["Overdue"]

    @pytest.mark.parametrize(
        "fields", [{"replied_at": timezone.now()}, {"status": "talking"}, {"status": "withdrawn"}]
    )
    def test_only_as_long_as_the_client_waits(self, consultant_client, mandate, fields: dict[str, object]) -> None:
        Mandate.objects.update(**fields)
        assert "thread-mark--error" not in consultant_client.get("/admin/mandates/").content.decode()
        assert listed(consultant_client, "?only=overdue") == []

    def test_filters(self, consultant_client: Client, consultant_user: User, led, mandate: Mandate) -> None:
        early = factories.mandate(specialism=led, assigned_to=consultant_user)
        late = factories.mandate(
            specialism=led, assigned_to=consultant_user, reply_due_at=timezone.now() - timedelta(1)
        )
        assert set(listed(consultant_client, "?only=overdue")) == {str(mandate), str(late)}
        assert set(listed(consultant_client, "?only=mine")) == {str(early), str(late)}
        assert listed(consultant_client, "?only=mine&only=overdue") == [str(late)]

    def test_the_front_page_counts_what_waits(self, consultant_client: Client, led, mandate: Mandate) -> None:
        factories.mandate(specialism=led)
        text = consultant_client.get("/admin/").content.decode()
        assert "2 mandates" in text
        assert "1 should have been answered" in text
        Mandate.objects.filter(pk=mandate.pk).update(replied_at=timezone.now())
        text = consultant_client.get("/admin/").content.decode()
        assert "1 mandate<" in text
        assert "should have been answered" not in text


class TestMeanwhile:
    """Two people have the page open."""

    def form(self, client: Client, mandate: Mandate) -> dict[str, object]:
        """What a browser sends if nothing is changed."""
        soup = BeautifulSoup(client.get(page(mandate)).content, "html.parser").find("form", class_="mandate-state")
        status = soup.find("select", attrs={"name": "status"}).find("option", selected=True)["value"]
        return {
            "status": status,
            "assigned_to": "",
            "seen": soup.find("input", attrs={"name": "seen"})["value"],
        }

    def test_what_the_client_did_is_not_undone_by_saving_something_else(
        self, consultant_client: Client, consultant_user: User, mandate: Mandate
    ) -> None:
        form = self.form(consultant_client, mandate)
        Mandate.objects.update(status="withdrawn")
        response = consultant_client.post(page(mandate), form | {"assigned_to": consultant_user.pk})
        assert response.status_code == 302
        mandate.refresh_from_db()
        assert (mandate.status, mandate.assigned_to) == ("withdrawn", consultant_user)
        assert [kind for kind, _detail in events(mandate)] == [EventKind.ASSIGNED]

    def test_who_changes_the_same_is_asked(self, consultant_client: Client, mandate: Mandate) -> None:
        form = self.form(consultant_client, mandate)
        Mandate.objects.update(status="withdrawn")
        response = consultant_client.post(page(mandate), form | {"status": "talking"})
        assert response.status_code == 422
        assert "it is “Withdrawn by the client”" in response.content.decode()
        mandate.refresh_from_db()
        assert mandate.status == "withdrawn"
        seen = BeautifulSoup(response.content, "html.parser").find("input", attrs={"name": "seen"})["value"]
        assert consultant_client.post(page(mandate), form | {"status": "talking", "seen": seen}).status_code == 302
        mandate.refresh_from_db()
        assert mandate.status == "talking"

    def test_a_form_shown_again_does_not_undo_it_either(
        self, consultant_client: Client, consultant_user: User, mandate: Mandate
    ) -> None:
        form = self.form(consultant_client, mandate)
        colleague = factories.user("lee", group="Consultants")
        Mandate.objects.update(status="search", assigned_to=colleague)
        response = consultant_client.post(page(mandate), form | {"assigned_to": consultant_user.pk})
        assert response.status_code == 422
        soup = BeautifulSoup(response.content, "html.parser").find("form", class_="mandate-state")
        chosen = [option["value"] for option in soup.find_all("option", selected=True)]
        assert chosen == ["search", str(consultant_user.pk)]

    def test_what_is_no_choice_any_more_was_left_alone(
        self, consultant_client: Client, consultant_user: User, mandate: Mandate
    ) -> None:
        gone = factories.user("gone", group="Consultants")
        Mandate.objects.update(status="withdrawn", assigned_to=gone)
        form = self.form(consultant_client, mandate) | {"assigned_to": gone.pk}
        Mandate.objects.update(status="new")
        gone.delete()
        assert consultant_client.post(page(mandate), form).status_code == 302
        form |= {"assigned_to": consultant_user.pk}
        assert consultant_client.post(page(mandate), form).status_code == 422  # somebody else changed that: asked
        mandate.refresh_from_db()
        assert (mandate.status, mandate.assigned_to) == ("new", None)

    @pytest.mark.parametrize("seen", ["", "{", "[]", "null", '"x"', json.dumps({"status": []}), "\x00", "{}" * 3000])
    def test_whatever_the_form_remembers_is_no_fault(self, consultant_client, mandate, seen: str) -> None:
        data = {"status": "talking", "assigned_to": "", "seen": seen}
        assert consultant_client.post(page(mandate), data).status_code in {302, 422}

    def test_that_a_client_withdrew_is_not_for_us_to_say(self, consultant_client: Client, mandate: Mandate) -> None:
        response = consultant_client.post(page(mandate), {"status": "withdrawn", "assigned_to": ""})
        assert response.status_code == 422

    def test_whoever_answered_stays_on_offer_after_they_left(self, consultant_client, mandate: Mandate) -> None:
        left = factories.user("left", group="Consultants", is_active=False)
        Mandate.objects.update(assigned_to=left)
        response = consultant_client.post(page(mandate), {"status": "talking", "assigned_to": left.pk})
        assert response.status_code == 302
        assert EventKind.ASSIGNED not in dict(events(mandate))


def test_one_clock_for_the_promise(consultant_client: Client, consultant_user: User, mandate: Mandate) -> None:
    UserProfile.get_for_user(consultant_user)
    UserProfile.objects.update(current_time_zone="America/New_York")
    Mandate.objects.update(reply_due_at=datetime(2030, 7, 1, 9, 30, tzinfo=UTC))
    for address in ("/admin/", "/admin/mandates/", page(mandate)):
        shown = consultant_client.get(address).content.decode()
        assert "10:30" in shown, address
        assert "05:30" not in shown
