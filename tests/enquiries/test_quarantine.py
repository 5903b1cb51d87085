"""The quarantine: seen by those who see the mandates, left by one button, closed without being deleted."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from enquiries.models import Mandate
from enquiries.models.event import EventKind
from enquiries.models.mandate import Screening, Status
from specialisms.models import SpecialismIndexPage, SpecialismPage
from tests import factories
from tests.enquiries.calls import offered
from tests.enquiries.test_inbox import INBOX, listed

QUARANTINE = f"{INBOX}quarantine/"


@pytest.fixture
def spam(led: SpecialismPage) -> Mandate:
    """A mandate in quarantine that the consultant may see."""
    return factories.mandate(
        specialism=led,
        role="SEO services",
        screening=Screening.QUARANTINE,
        spam_score=115,
        spam_signals=[["honeypot", 80], ["no_role", 35], ["of an older version", 1]],
    )


def text(client: Client, address: str) -> str:
    """A page of the admin."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_it_is_not_in_the_inbox_but_in_the_quarantine(consultant_client: Client, spam: Mandate, led) -> None:
    clear = factories.mandate(specialism=led)
    waiting = factories.mandate(specialism=led, screening=Screening.PROOF)
    assert listed(consultant_client) == [clear.reference]
    assert QUARANTINE in text(consultant_client, INBOX)
    page = text(consultant_client, QUARANTINE)
    assert spam.reference in page
    assert waiting.reference in page
    assert clear.reference not in page
    for shown in (
        "115",
        "SEO services",
        "A field that people don’t see was filled in (80)",
        "of an older version (1)",
    ):
        assert shown in page


def test_nobody_sees_what_is_not_theirs(consultant_client: Client, led, directory: SpecialismIndexPage) -> None:
    other = factories.SpecialismPageFactory(parent=directory, title="Other")
    foreign = factories.mandate(specialism=other, screening=Screening.QUARANTINE)
    assert foreign.reference not in text(consultant_client, QUARANTINE)
    assert consultant_client.post(f"{INBOX}{foreign.pk}/release/").status_code == 404
    consultant_client.post(QUARANTINE, {"mandate": foreign.pk})
    foreign.refresh_from_db()
    assert (foreign.screening, foreign.status) == (Screening.QUARANTINE, Status.NEW)


def test_a_confidential_one_says_nothing_in_the_list(consultant_client: Client, consultant_user, led) -> None:
    secret = factories.mandate(specialism=led, screening=Screening.PROOF, confidential=True, role="Chief Spy")
    secret.people.add(consultant_user)
    page = text(consultant_client, QUARANTINE)
    assert secret.reference in page
    assert "Chief Spy" not in page


def test_its_page_says_why_and_has_the_button(consultant_client: Client, spam: Mandate) -> None:
    page = text(consultant_client, f"{INBOX}{spam.pk}/")
    assert "The screening gave it 115 points" in page
    assert f"{INBOX}{spam.pk}/release/" in page
    assert "The screening gave it" not in text(
        consultant_client, f"{INBOX}{factories.mandate(specialism=spam.specialism).pk}/"
    )


def test_one_button_releases_it(consultant_client: Client, consultant_user, spam: Mandate) -> None:
    for _time in range(2):
        response = consultant_client.post(f"{INBOX}{spam.pk}/release/")
        assert response["Location"] == f"{INBOX}{spam.pk}/"
    spam.refresh_from_db()
    assert spam.screening == Screening.CLEAR
    assert spam.events.get(kind=EventKind.RELEASED).actor == consultant_user
    assert sorted(spam.deliveries.values_list("kind", flat=True)) == ["acknowledgement", "notification"]
    assert listed(consultant_client) == [spam.reference]


def test_looking_is_not_releasing(client: Client, spam: Mandate) -> None:
    onlooker = factories.user("onlooker")
    rights = ["access_admin", "view_mandate", "view_all_mandates"]
    onlooker.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(onlooker)
    page = text(client, QUARANTINE)
    assert spam.reference in page
    assert "release/" not in page
    assert client.post(f"{INBOX}{spam.pk}/release/")["Location"] == "/admin/"  # Wagtail leads those who may not away
    client.post(QUARANTINE, {"mandate": spam.pk})
    spam.refresh_from_db()
    assert (spam.screening, spam.status) == (Screening.QUARANTINE, Status.NEW)


def test_closing_deletes_nothing(consultant_client: Client, consultant_user, spam: Mandate, led) -> None:
    clear = factories.mandate(specialism=led)
    kept = factories.mandate(specialism=led, screening=Screening.PROOF)
    ticked = [spam.pk, clear.pk, "x", "9" * 30, ""]
    consultant_client.post(QUARANTINE, {"mandate": ticked})
    assert {m.pk: m.status for m in Mandate.objects.all()} == {
        spam.pk: Status.CLOSED,
        clear.pk: Status.NEW,
        kept.pk: Status.NEW,
    }
    assert spam.events.get(kind=EventKind.STATUS).actor == consultant_user
    assert spam.reference not in text(consultant_client, QUARANTINE)
    assert spam.reference in text(consultant_client, f"{QUARANTINE}?closed")


def test_the_front_page_says_how_many(consultant_client: Client, spam: Mandate) -> None:
    page = text(consultant_client, "/admin/")
    assert "1 mandate in quarantine" in page
    assert "The oldest came in" not in page
    Mandate.objects.update(status=Status.CLOSED)
    assert "in quarantine" not in text(consultant_client, "/admin/")


@pytest.mark.parametrize("query", ["?page=2", "?page=0", "?page=x", "?closed&page=99"])
def test_pages_that_are_not_there(consultant_client: Client, spam: Mandate, query: str) -> None:
    assert consultant_client.get(QUARANTINE + query).status_code == 404


def test_many_cost_no_more_queries(consultant_client: Client, led, django_assert_max_num_queries) -> None:
    for _number in range(30):
        factories.mandate(specialism=led, screening=Screening.QUARANTINE, spam_signals=[["honeypot", 80]])
    consultant_client.get(QUARANTINE)
    with django_assert_max_num_queries(16):
        consultant_client.get(QUARANTINE)


def test_closing_takes_back_what_was_offered(consultant_client: Client, consultant_user, spam: Mandate) -> None:
    offered(spam, consultant_user)
    Mandate.objects.update(screening=Screening.QUARANTINE)
    consultant_client.post(QUARANTINE, {"mandate": spam.pk})
    assert not spam.slots.ahead().exists()


class TestWorkedOn:
    """Whoever works on a held mandate has released it: the client gets the usual mails, and it is in the inbox."""

    @pytest.mark.parametrize("path", ["replied/", "release/"])
    def test_replying_or_releasing(self, consultant_client: Client, spam: Mandate, path: str) -> None:
        consultant_client.post(f"{INBOX}{spam.pk}/{path}")
        self.check(spam)

    def test_offering_times(self, consultant_user, spam: Mandate) -> None:
        offered(spam, consultant_user)
        self.check(spam)

    def test_moving_on(self, consultant_client: Client, spam: Mandate) -> None:
        consultant_client.post(f"{INBOX}{spam.pk}/", {"status": "search"})
        self.check(spam)
        assert Mandate.objects.get().status == "search"

    def test_releasing_one_that_was_closed_opens_it(self, consultant_client: Client, spam: Mandate) -> None:
        consultant_client.post(QUARANTINE, {"mandate": spam.pk})
        consultant_client.post(f"{INBOX}{spam.pk}/release/")
        self.check(spam)
        assert Mandate.objects.get().status == "new"
        assert spam.events.filter(kind=EventKind.STATUS, detail="New").exists()

    def test_one_that_its_client_withdrew_stays_so(self, consultant_client: Client, spam: Mandate) -> None:
        Mandate.objects.update(status=Status.WITHDRAWN)
        consultant_client.post(f"{INBOX}{spam.pk}/release/")
        assert Mandate.objects.get().status == "withdrawn"
        assert not spam.deliveries.exists()

    def check(self, mandate: Mandate) -> None:
        """It is clear, and the client has been written to."""
        mandate.refresh_from_db()
        assert mandate.screening == Screening.CLEAR
        assert mandate.deliveries.filter(kind="acknowledgement").count() == 1
        assert mandate.deliveries.filter(kind="notification").exists()


def test_a_reference_that_is_read_out_finds_a_held_one(consultant_client: Client, spam: Mandate) -> None:
    found = text(consultant_client, f"{INBOX}?q={spam.reference.lower()}")
    assert spam.reference in found
    assert "In quarantine" in found
    assert spam.reference not in text(consultant_client, f"{INBOX}?q={spam.reference[:6]}")


def test_the_front_page_counts_what_is_held_however_far_it_has_come(consultant_client: Client, spam: Mandate) -> None:
    Mandate.objects.update(status=Status.TALKING)
    assert "1 mandate in quarantine" in text(consultant_client, "/admin/")
