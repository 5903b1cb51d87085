"""The inbox over raw addresses: what each account gets, whatever it asks for."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import NoReverseMatch, reverse

from agency.models import User
from enquiries.models import Delivery, Mandate, MandateEvent
from enquiries.models.event import EventKind
from specialisms.models import SpecialismIndexPage, SpecialismPage
from tests import factories
from tests.enquiries.submission import send, typed

INBOX = "/admin/mandates/"
CHANGE = {"status": "closed", "assigned_to": ""}


@pytest.fixture
def mine(led: SpecialismPage) -> Mandate:
    """A mandate of the consultant's specialism."""
    send(typed(specialism=str(led.pk)))
    return Mandate.objects.get(specialism=led)


@pytest.fixture
def theirs(led: SpecialismPage, directory: SpecialismIndexPage) -> Mandate:
    """A mandate of another field."""
    other = factories.SpecialismPageFactory(parent=directory)
    send(typed(specialism=str(other.pk)))
    return Mandate.objects.get(specialism=other)


def addresses(mandate: Mandate) -> list[str]:
    """Every address of a mandate in the inbox."""
    return [
        f"{INBOX}{mandate.pk}/",
        *(f"{INBOX}{mandate.pk}/deliveries/{mail.pk}/send-again/" for mail in mandate.deliveries.all()),
    ]


def state() -> tuple[object, ...]:
    """Everything about mandates that could be changed; that somebody opened one is noted and changes nothing."""
    MandateEvent.objects.filter(kind=EventKind.OPENED).delete()
    return tuple(list(model.objects.order_by("pk").values()) for model in (Mandate, Delivery, MandateEvent))


def logged_in(user: User) -> Client:
    """A browser in which the user is logged in."""
    client = Client()
    client.force_login(user)
    return client


def test_a_stranger_is_sent_to_the_login(mine: Mandate) -> None:
    before = state()
    for address in (INBOX, f"{INBOX}results/", *addresses(mine)):
        for response in (Client().get(address), Client().post(address, CHANGE)):
            assert response.status_code == 302
            assert response["Location"].startswith("/admin/login/?next=")
    assert state() == before


def test_a_consultant_opens_and_changes_what_is_theirs(consultant_client: Client, mine: Mandate) -> None:
    detail, *again = addresses(mine)
    assert consultant_client.get(detail).status_code == 200
    for address in again:
        assert consultant_client.post(address)["Location"].partition("#")[0] == detail
    assert consultant_client.post(detail, CHANGE)["Location"] == detail
    mine.refresh_from_db()
    assert mine.status == "closed"


def test_to_a_consultant_the_mandates_of_others_do_not_exist(
    consultant_client: Client, mine: Mandate, theirs: Mandate
) -> None:
    before = state()
    for address in addresses(theirs):
        assert consultant_client.post(address, CHANGE).status_code == 404
    assert consultant_client.get(addresses(theirs)[0]).status_code == 404
    assert state() == before
    listed = consultant_client.get(INBOX).content.decode()
    assert mine.reference in listed
    assert theirs.reference not in listed


def test_a_mail_is_reached_through_its_own_mandate_only(
    consultant_client: Client, mine: Mandate, theirs: Mandate
) -> None:
    before = state()
    for mail in theirs.deliveries.all():
        assert consultant_client.post(f"{INBOX}{mine.pk}/deliveries/{mail.pk}/send-again/").status_code == 404
    assert state() == before


@pytest.mark.parametrize("number", ["0", "999999", "99999999999999999999", "-1", "x", "%00", "1%20OR%201"])
def test_numbers_that_are_no_mandate(consultant_client: Client, mine: Mandate, number: str) -> None:
    for address in (f"{INBOX}{number}/", f"{INBOX}{number}/deliveries/1/send-again/"):
        assert consultant_client.post(address, CHANGE).status_code == 404
        assert consultant_client.get(address).status_code in {404, 405}


def test_the_permission_to_read_is_not_the_permission_to_change(
    led: SpecialismPage, consultant_user: User, mine: Mandate
) -> None:
    reader = factories.user("reader", consultant=consultant_user.consultant)
    reader.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "view_mandate"]))
    client, before = logged_in(reader), state()
    detail, *again = addresses(mine)
    text = client.get(detail).content.decode()
    assert mine.name in text
    assert 'name="status"' not in text
    assert "send-again" not in text
    for address in (detail, *again):
        assert (
            client.post(address, CHANGE)["Location"] == "/admin/"
        )  # Wagtail's way of saying no, with a message there
        assert client.post(address, CHANGE, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    assert state() == before


@pytest.mark.parametrize("group", ["Editors", "Reviewers"])
def test_those_who_edit_the_site_get_nothing(mine: Mandate, group: str) -> None:
    client, before = logged_in(factories.user("edith", group=group)), state()
    assert INBOX not in client.get("/admin/").content.decode()
    for address in (INBOX, f"{INBOX}results/", *addresses(mine)):
        for response in (client.get(address), client.post(address, CHANGE)):
            assert response.status_code in {302, 403, 404, 405}
            assert response.status_code != 302 or response["Location"] == "/admin/"
            assert mine.reference not in response.content.decode()
    assert state() == before


def test_the_permission_to_change_without_the_one_to_read_opens_nothing(mine: Mandate) -> None:
    odd = factories.user("odd")
    odd.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "change_mandate", "view_all_mandates"])
    )
    client, before = logged_in(odd), state()
    for address in addresses(mine):
        assert client.post(address, CHANGE).status_code == 404
    assert mine.reference not in client.get(INBOX).content.decode()
    assert state() == before


def test_whoever_leaves_the_agency_gets_nothing(
    consultant_client: Client, consultant_user: User, mine: Mandate
) -> None:
    User.objects.filter(pk=consultant_user.pk).update(is_active=False)
    for address in (INBOX, addresses(mine)[0]):
        response = consultant_client.get(address)
        assert response.status_code == 302
        assert "/login/" in response["Location"]


def test_a_forged_form_changes_nothing(consultant_user: User, mine: Mandate) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(consultant_user)
    before = state()
    for address in addresses(mine):
        assert strict.post(address, CHANGE).status_code == 403
    assert state() == before


VIEWS = ["add", "edit", "delete", "copy", "history", "history_results", "usage", "unpublish", "revisions_compare"]


def test_nothing_adds_copies_deletes_or_lists_the_past_of_mandates(admin_client: Client, mine: Mandate) -> None:
    for name in VIEWS:
        for arguments in ([], [mine.pk]):
            with pytest.raises(NoReverseMatch):
                reverse(f"mandates:{name}", args=arguments)
        for address in (f"{name}/", f"{mine.pk}/{name}/", f"{name}/{mine.pk}/", f"{name}/multiple/"):
            assert admin_client.get(INBOX + address).status_code == 404


@pytest.mark.parametrize("export", ["csv", "xlsx", "json", "x"])
def test_nobody_downloads_the_list(admin_client: Client, mine: Mandate, export: str) -> None:
    for address in (INBOX, f"{INBOX}results/"):
        response = admin_client.get(f"{address}?export={export}")
        assert response["Content-Type"].startswith("text/html")
        assert "Content-Disposition" not in response
    page = admin_client.get(INBOX).content.decode()
    assert "export=" not in page
    assert "Download" not in page


def test_sending_again_takes_a_post(consultant_client: Client, mine: Mandate) -> None:
    before = state()
    for address in addresses(mine)[1:]:
        assert consultant_client.get(address).status_code == 405
    assert state() == before


def test_every_answer_of_the_inbox_is_private(consultant_client: Client, mine: Mandate, theirs: Mandate) -> None:
    for address in (INBOX, f"{INBOX}results/", addresses(mine)[0]):
        assert "no-store" in consultant_client.get(address)["Cache-Control"]
