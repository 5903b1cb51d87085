"""Confidential mandates: to whom they exist, whatever is asked for; who opened them; and how people are named."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agency.models import User
from enquiries.citing import mandates_in_flight
from enquiries.models import Delivery, Mandate, MandateEvent, Slot
from enquiries.models.event import EventKind
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.enquiries.calls import offered

INBOX = "/admin/mandates/"
CLIENT = {"role": "Zebra keeper", "company": "Zebracorp", "name": "Quentin Zebedee", "need": "Count the zebras"}

Visitor = Callable[[Mandate, User], User]


def consultant(username: str, **fields: object) -> User:
    """Somebody in the group that answers mandates."""
    return factories.user(username, group="Consultants", **fields)


def named(mandate: Mandate, _lead: User) -> User:
    user = consultant("named")
    mandate.people.add(user)
    return user


def assigned(mandate: Mandate, _lead: User) -> User:
    user = consultant("assigned")
    Mandate.objects.filter(pk=mandate.pk).update(assigned_to=user)
    return user


def lead_of_the_field(_mandate: Mandate, lead: User) -> User:
    return lead


def colleague(_mandate: Mandate, _lead: User) -> User:
    return consultant("colleague")


def overseer(_mandate: Mandate, _lead: User) -> User:
    user = factories.user("overseer")
    rights = ["access_admin", "view_mandate", "change_mandate", "delete_mandate", "view_all_mandates"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    return user


def superuser(_mandate: Mandate, _lead: User) -> User:
    return factories.user("root", is_superuser=True)


def named_superuser(mandate: Mandate, _lead: User) -> User:
    user = factories.user("boss", is_superuser=True)
    mandate.people.add(user)
    return user


def named_who_left(mandate: Mandate, _lead: User) -> User:
    user = consultant("left", is_active=False)
    mandate.people.add(user)
    return user


def named_in_no_group(mandate: Mandate, _lead: User) -> User:
    user = factories.user("moved")
    mandate.people.add(user)
    return user


def named_editor(mandate: Mandate, _lead: User) -> User:
    user = factories.user("edith", group="Editors")
    mandate.people.add(user)
    return user


INSIDE = [named, assigned, named_superuser]
OUTSIDE = [lead_of_the_field, colleague, overseer, superuser, named_who_left, named_in_no_group, named_editor]


@pytest.fixture
def mandate(led: SpecialismPage, guide: SupportPage) -> Mandate:
    """An overdue confidential mandate in the field of Ines, on which only Kim is named, with a mail and times."""
    found = factories.mandate(
        specialism=led,
        source_page=guide.page_ptr,
        confidential=True,
        reply_due_at=timezone.now() - timedelta(hours=1),
        **CLIENT,
    )
    kim = consultant("kim")
    found.people.set([kim])
    Delivery.objects.create(mandate=found, kind="notification", recipient=kim.email)
    offered(found, kim)
    return found


def browser(user: User) -> Client:
    """A browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


def lists(mandate: Mandate) -> list[str]:
    """Every address that lists mandates, with whatever narrows a list down to this one."""
    found = [
        *("", "?q=Zebracorp", "?q=zebra", "?q=Quentin", f"?q={mandate.reference}", "?status=new", "?only=overdue"),
        *("?only=mine", f"?specialism={mandate.specialism_id}", "?ordering=-submitted_at", "?export=csv"),
        f"?assigned_to={mandate.assigned_to_id or ''}",
    ]
    return [f"{INBOX}{part}{query}" for part in ("", "results/") for query in found] + ["/admin/"]


def opening(mandate: Mandate) -> dict[str, dict[str, str]]:
    """Every address of the mandate itself, with a form that would do something there."""
    page = f"{INBOX}{mandate.pk}/"
    ahead = f"{timezone.now() + timedelta(days=9):%Y-%m-%d} 10:00"
    return {
        page: {"status": "closed", "assigned_to": ""},
        f"{page}replied/": {},
        f"{page}times/": {"time_1": ahead, "minutes": "30", "way": "I call you."},
        **{f"{page}times/{slot.pk}/take-back/": {} for slot in mandate.slots.all()},
        **{f"{page}deliveries/{mail.pk}/send-again/": {} for mail in mandate.deliveries.all()},
        f"{page}erase/": {"reference": mandate.reference},
    }


def state() -> list[list[tuple]]:
    """Everything there is about mandates."""
    return [list(model.objects.order_by("pk").values_list()) for model in (Mandate, Delivery, Slot, MandateEvent)]


class TestTable:
    """Visitor by visitor."""

    @pytest.mark.parametrize("visitor", INSIDE)
    def test_to_those_named_it_exists(self, mandate: Mandate, consultant_user: User, visitor: Visitor) -> None:
        client = browser(visitor(mandate, consultant_user))
        assert mandate.reference in client.get(INBOX).content.decode()
        assert mandate.reference in client.get(f"{INBOX}?q=Zebracorp").content.decode()
        page = client.get(f"{INBOX}{mandate.pk}/").content.decode()
        for answer in CLIENT.values():
            assert answer in page
        for address in list(opening(mandate))[1:-1]:
            assert client.post(address, opening(mandate)[address]).status_code == 302
        assert {slot.cancelled_at is None for slot in mandate.slots.filter(offered_by__username="kim")} == {False}

    @pytest.mark.parametrize("visitor", OUTSIDE)
    def test_to_others_it_does_not(self, mandate: Mandate, consultant_user: User, visitor: Visitor) -> None:
        user = visitor(mandate, consultant_user)
        client, before = browser(user), state()
        for address in lists(mandate):
            text = client.get(address, follow=True).content.decode()
            for word in (mandate.reference, *CLIENT.values()):
                assert word not in text or word in address, address  # a list shows what was searched for
            assert f"{INBOX}{mandate.pk}/" not in text, address
        for address, form in opening(mandate).items():
            for response in (client.get(address), client.post(address, form)):
                assert response.status_code in {302, 404, 405}, address
                assert response.status_code != 302 or response["Location"].startswith(("/admin/login/", "/admin/"))
                assert mandate.reference not in response.content.decode()
        assert state() == before

    @pytest.mark.parametrize("visitor", [lead_of_the_field, colleague, overseer, superuser])
    def test_others_learn_of_it_by_no_panel_and_no_citation(
        self, mandate: Mandate, consultant_user: User, visitor: Visitor
    ) -> None:
        user = visitor(mandate, consultant_user)
        assert "Mandates waiting" not in browser(user).get("/admin/").content.decode()
        citation = mandates_in_flight([mandate.source_page_id], User.objects.get(pk=user.pk))
        assert citation is not None
        assert not citation.references

    def test_those_named_learn_of_it_in_both(self, mandate: Mandate) -> None:
        kim = User.objects.get(username="kim")
        assert "Mandates waiting" in browser(kim).get("/admin/").content.decode()
        assert len(mandates_in_flight([mandate.source_page_id], kim).references) == 1

    def test_the_list_says_no_more_than_that_it_is_confidential(self, mandate: Mandate) -> None:
        text = browser(User.objects.get(username="kim")).get(INBOX).content.decode()
        assert mandate.reference in text
        for answer in CLIENT.values():
            assert answer not in text
        soup = BeautifulSoup(text, "html.parser")
        assert [cell.get_text(strip=True) for cell in soup.select("#listing-results td")][1:3] == ["Confidential"] * 2


class TestWhenNobodyIsLeft:
    """Nobody named can open it any more: then those who see all mandates can, so that no client waits in vain."""

    @pytest.fixture(params=["inactive", "without the right", "nobody named", "account deleted"])
    def deserted(self, request: pytest.FixtureRequest, mandate: Mandate) -> Mandate:
        """The mandate after Kim has gone."""
        kim = User.objects.get(username="kim")
        if request.param == "inactive":
            User.objects.filter(pk=kim.pk).update(is_active=False)
        elif request.param == "without the right":
            kim.groups.clear()
        elif request.param == "nobody named":
            mandate.people.clear()
        else:
            kim.delete()
        return mandate

    @pytest.mark.parametrize("visitor", [overseer, superuser])
    def test_those_who_see_all_see_it(self, deserted: Mandate, consultant_user: User, visitor: Visitor) -> None:
        client = browser(visitor(deserted, consultant_user))
        assert client.get(f"{INBOX}{deserted.pk}/").status_code == 200

    @pytest.mark.parametrize("visitor", [lead_of_the_field, colleague])
    def test_and_nobody_else(self, deserted: Mandate, consultant_user: User, visitor: Visitor) -> None:
        client = browser(visitor(deserted, consultant_user))
        assert client.get(f"{INBOX}{deserted.pk}/").status_code == 404

    def test_while_somebody_answers_who_can_they_do_not(self, deserted: Mandate, consultant_user: User) -> None:
        assigned(deserted, consultant_user)
        client = browser(superuser(deserted, consultant_user))
        assert client.get(f"{INBOX}{deserted.pk}/").status_code == 404


class TestOpenings:
    """Who has read it is noted, and seen by those named."""

    def openings(self, mandate: Mandate) -> list[str]:
        """Who has opened it."""
        return list(mandate.events.filter(kind=EventKind.OPENED).values_list("actor__username", flat=True))

    def test_each_visit_is_noted_once(self, mandate: Mandate) -> None:
        kim = browser(User.objects.get(username="kim"))
        for _look in range(3):
            kim.get(f"{INBOX}{mandate.pk}/")
        assert self.openings(mandate) == ["kim"]
        MandateEvent.objects.update(happened_at=timezone.now() - timedelta(minutes=11))
        kim.get(f"{INBOX}{mandate.pk}/")
        assert self.openings(mandate) == ["kim", "kim"]

    def test_each_reader_is_noted(self, mandate: Mandate, consultant_user: User) -> None:
        for user in (named(mandate, consultant_user), User.objects.get(username="kim")):
            browser(user).get(f"{INBOX}{mandate.pk}/")
        assert self.openings(mandate) == ["named", "kim"]

    @pytest.mark.parametrize("part", ["", "times/"])
    def test_a_form_that_is_shown_again_is_reading_too(self, mandate: Mandate, part: str) -> None:
        response = browser(User.objects.get(username="kim")).post(f"{INBOX}{mandate.pk}/{part}", {"status": "x"})
        assert response.status_code == 422
        assert CLIENT["need"] in response.content.decode()
        assert self.openings(mandate) == ["kim"]

    def test_lists_and_panels_are_no_reading(self, mandate: Mandate) -> None:
        client = browser(User.objects.get(username="kim"))
        for address in lists(mandate):
            client.get(address)
        assert self.openings(mandate) == []

    def test_whoever_is_turned_away_is_not_noted(self, mandate: Mandate, consultant_user: User) -> None:
        browser(consultant_user).get(f"{INBOX}{mandate.pk}/")
        assert self.openings(mandate) == []

    def test_those_named_see_who_opened_it(self, mandate: Mandate, consultant_user: User) -> None:
        User.objects.filter(username="kim").update(first_name="Kim", last_name="Adeyemi")
        browser(User.objects.get(username="kim")).get(f"{INBOX}{mandate.pk}/")
        page = browser(named(mandate, consultant_user)).get(f"{INBOX}{mandate.pk}/").content
        soup = BeautifulSoup(page, "html.parser")
        shown = soup.find(attrs={"aria-labelledby": "openings-title"}).get_text()
        assert "Kim Adeyemi" in shown
        assert "The client sees this list" in shown


class TestNaming:
    """Who is named, and by whom."""

    def save(self, user: User, mandate: Mandate, **fields: object) -> int:
        """Send the form of the page; returns the status of the answer."""
        data = {"status": "new", "assigned_to": "", **fields}
        return browser(user).post(f"{INBOX}{mandate.pk}/", data).status_code

    def test_people_are_chosen(self, mandate: Mandate) -> None:
        kim, lee = User.objects.get(username="kim"), consultant("lee")
        assert self.save(kim, mandate, confidential="on", people=[kim.pk, lee.pk]) == 302
        assert set(mandate.people.all()) == {kim, lee}
        assert mandate.events.get(kind=EventKind.NAMED).actor == kim

    def test_only_those_who_can_open_the_inbox(self, mandate: Mandate) -> None:
        kim, edith = User.objects.get(username="kim"), factories.user("edith", group="Editors")
        assert self.save(kim, mandate, confidential="on", people=[kim.pk, edith.pk]) == 422
        assert list(mandate.people.all()) == [kim]

    def test_whoever_leaves_it_to_others_is_asked_first(self, mandate: Mandate) -> None:
        kim, lee = User.objects.get(username="kim"), consultant("lee")
        handed = {"confidential": "on", "people": [lee.pk]}
        assert self.save(kim, mandate, **handed) == 422
        assert list(mandate.people.all()) == [kim]
        assert not mandate.events.filter(kind=EventKind.NAMED).exists()
        assert self.save(kim, mandate, leave="yes", **handed) == 302
        assert list(mandate.people.all()) == [lee]
        assert browser(kim).get(f"{INBOX}{mandate.pk}/").status_code == 404

    def test_nobody_chosen_is_those_who_lead_the_field(self, mandate: Mandate, consultant_user: User) -> None:
        kim = User.objects.get(username="kim")
        assert self.save(kim, mandate, confidential="on", leave="yes") == 302
        assert list(mandate.people.all()) == [consultant_user]

    def test_nobody_chosen_is_whoever_answers(self, mandate: Mandate, consultant_user: User) -> None:
        kim = User.objects.get(username="kim")
        assert self.save(kim, mandate, confidential="on", assigned_to=kim.pk) == 302
        assert not mandate.people.exists()
        assert browser(consultant_user).get(f"{INBOX}{mandate.pk}/").status_code == 404

    def test_made_confidential_those_who_lead_the_field_are_named(self, led, consultant_user: User) -> None:
        mandate = factories.mandate(specialism=led)
        assert self.save(consultant_user, mandate, confidential="on") == 302
        assert list(mandate.people.all()) == [consultant_user]
        kinds = set(mandate.events.values_list("kind", flat=True))
        assert kinds == {EventKind.CONFIDENTIAL, EventKind.NAMED}

    def test_people_count_only_while_it_is_confidential(self, mandate: Mandate) -> None:
        kim = User.objects.get(username="kim")
        assert self.save(kim, mandate, people=[kim.pk], assigned_to=kim.pk) == 302
        mandate.refresh_from_db()
        assert not mandate.confidential
        assert not mandate.people.exists()
        assert not mandate.events.filter(kind=EventKind.NAMED).exists()
        assert mandate.events.get(kind=EventKind.CONFIDENTIAL).detail == "No longer confidential"

    def test_an_overseer_who_makes_it_confidential_is_told_that_it_closes(self, led, consultant_user: User) -> None:
        mandate = factories.mandate(specialism=led)
        chief = overseer(mandate, consultant_user)
        assert self.save(chief, mandate, confidential="on") == 422
        assert not Mandate.objects.get().confidential
        assert self.save(chief, mandate, confidential="on", people=[chief.pk]) == 302
        assert browser(chief).get(f"{INBOX}{mandate.pk}/").status_code == 200


def test_the_specialism_stays_while_a_confidential_mandate_belongs_to_it(mandate: Mandate, admin_client) -> None:
    """That there is one is all that somebody learns who wants to delete the page."""
    delete = reverse("wagtailadmin_pages:delete", args=[mandate.specialism_id])
    text = admin_client.post(delete, follow=True).content.decode()
    assert "1 open mandates belong here" in text
    assert mandate.reference not in text
    assert SpecialismPage.objects.filter(pk=mandate.specialism_id).exists()
