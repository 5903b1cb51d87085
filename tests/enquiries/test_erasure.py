"""Erasing a mandate: nothing of it is left in any table, and nobody else's is touched."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client

from agency.models import Letter, User
from enquiries.erasure import erase
from enquiries.models import Erasure, LinkRequest, Mandate
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.submission import mandate_of, send, token_in, typed, work
from tests.enquiries.test_privacy import SECRETS, traces
from tests.support.letters import deliver

pytestmark = pytest.mark.usefixtures("brand")


@pytest.fixture
def room(led: SpecialismPage) -> str:
    """The address of the room of a mandate full of secrets."""
    return f"/mandate/room/{token_in(send(typed(**SECRETS, specialism=str(led.pk))))}/"


def everything() -> str:
    """All rows of all tables, as text."""
    return str([(model.__name__, list(model._base_manager.values())) for model in apps.get_models()])


def test_nothing_is_left_but_the_reference_and_two_dates(room: str) -> None:
    mandate = Mandate.objects.get()
    LinkRequest.objects.create(email=SECRETS["email"].upper())
    assert traces(everything())
    response = Client().post(f"{room}erase/", {"sure": "on"})
    assert response.status_code == 302
    assert traces(everything()) == []
    assert traces(response["Location"]) == []
    erasure = Erasure.objects.get()
    assert (erasure.reference, erasure.submitted_on) == (mandate.reference, mandate.submitted_at.date())
    page = Client().get(response["Location"])
    assert mandate.reference in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer"


def test_it_asks_first(room: str) -> None:
    assert Client().get(f"{room}erase/").status_code == 200
    assert Client().head(f"{room}erase/").status_code == 200
    refused = Client().post(f"{room}erase/", {})
    assert refused.status_code == 422
    assert "Tick the box if you want everything erased" in refused.content.decode()
    assert Mandate.objects.count() == 1


def test_its_links_open_nothing_any_more_and_a_second_click_is_no_fault(room: str) -> None:
    for status in (302, 404, 404):
        assert Client().post(f"{room}erase/", {"sure": "on"}).status_code == status
    assert Client().get(room).status_code == 404
    assert Erasure.objects.count() == 1


def test_erased_by_two_at_once(room: str) -> None:
    mandate = Mandate.objects.get()
    assert erase(mandate)
    assert erase(Mandate(pk=mandate.pk)) is None


def test_mail_that_was_owed_is_not_sent_and_those_who_answer_are_told(room: str, consultant_user: User) -> None:
    reference = Mandate.objects.get().reference
    Client().post(f"{room}erase/", {"sure": "on"})
    assert work() == ["not claimed", "not claimed"]
    assert mail.outbox == []
    assert [letter.recipient for letter in Letter.objects.all()] == [consultant_user.email]
    deliver()
    (told,) = mail.outbox
    assert (told.to, reference in told.subject) == ([consultant_user.email], True)
    assert traces(f"{told.subject}{told.body}") == []


def test_other_mandates_stay(room: str) -> None:
    other = mandate_of(send(typed(role="Another", email="other@b.example")))
    Client().post(f"{room}erase/", {"sure": "on"})
    assert list(Mandate.objects.all()) == [other]
    assert other.events.count() == other.submissions.count() == 1
    assert other.deliveries.count() == 2


@pytest.mark.parametrize("signed", ["M-2222-2222", "M-2222-2222:x", ":", "\x00", "x" * 3000])
def test_nobody_learns_by_guessing_what_was_erased(db, signed: str) -> None:
    Erasure.objects.create(reference="M-2222-2222", submitted_on="2026-01-01")
    assert Client().get(f"/mandate/erased/{signed}/").status_code == 404


class TestByTheAgency:
    """At the request of a client who has no link at hand."""

    @pytest.fixture
    def eraser(self, room: str) -> Client:
        """Somebody who sees all mandates and may delete them."""
        user = factories.user("eraser", group="Consultants")
        user.user_permissions.add(*Permission.objects.filter(codename__in=["view_all_mandates", "delete_mandate"]))
        client = Client()
        client.force_login(user)
        return client

    def test_the_reference_is_asked_for(self, eraser: Client) -> None:
        mandate = Mandate.objects.get()
        address = f"/admin/mandates/{mandate.pk}/erase/"
        assert eraser.get(address).status_code == 200
        for wrong in ("", "M-2222-2222"):
            assert eraser.post(address, {"reference": wrong}).status_code == 422
        assert eraser.post(address, {"reference": f" {mandate.reference.lower()} "}).status_code == 302
        assert not Mandate.objects.exists()
        assert eraser.post(address, {"reference": mandate.reference}).status_code == 404

    def test_consultants_may_not(self, room: str, consultant_client: Client) -> None:
        mandate = Mandate.objects.get()
        address = f"/admin/mandates/{mandate.pk}/erase/"
        assert consultant_client.get(address).status_code == 302
        assert consultant_client.post(address, {"reference": mandate.reference}).status_code == 302
        assert Mandate.objects.exists()
