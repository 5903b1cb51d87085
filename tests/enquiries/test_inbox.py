"""The inbox: finding a mandate, reading everything about it, saying who answers."""

import re
from datetime import UTC, datetime

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agency.models import User
from agency.models.delivery import DeliveryState
from agency.templatetags.components import mandate_url
from enquiries.models import Mandate
from enquiries.models.event import EventKind
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.enquiries.submission import fill, send, work
from tests.support.client import ANSWERS

INBOX = "/admin/mandates/"


@pytest.fixture
def mandate(led: SpecialismPage, guide: SupportPage) -> Mandate:
    """A mandate as it comes in from a guide."""
    send(fill(mandate_url(guide, "closing"), marketing="on"))
    return Mandate.objects.get()


def listed(client: Client, query: str = "") -> list[str]:
    """The references in the list, from the top."""
    response = client.get(INBOX + query)
    assert response.status_code == 200
    return re.findall(r'<a href="/admin/mandates/\d+/"[^>]*>\s*(M-\w{4}-\w{4})', response.content.decode())


def page(mandate: Mandate) -> str:
    """The address of a mandate in the inbox."""
    return f"{INBOX}{mandate.pk}/"


def test_the_menu_leads_to_the_inbox(consultant_client: Client, mandate: Mandate) -> None:
    assert INBOX in consultant_client.get("/admin/").content.decode()


def test_the_list_shows_the_newest_first(consultant_client: Client, led: SpecialismPage) -> None:
    old, new, older = (
        factories.mandate(specialism=led, submitted_at=timezone.now() - timezone.timedelta(days=days))
        for days in (2, 1, 3)
    )
    assert listed(consultant_client) == [str(new), str(old), str(older)]


def test_the_list_shows_what_it_is_about(consultant_client: Client, mandate: Mandate) -> None:
    text = consultant_client.get(INBOX).content.decode()
    for shown in (mandate.reference, mandate.company, mandate.role, mandate.specialism.title, "New"):
        assert shown in text
    assert page(mandate) in text


@pytest.fixture
def three(led: SpecialismPage) -> dict[str, Mandate]:
    """Three mandates with nothing in common."""
    return {
        "north": factories.mandate(specialism=led, company="Northgate Retail", name="Alex Moreau", role="Engineer"),
        "south": factories.mandate(specialism=led, company="Southbank Labs", name="Robin Adeyemi", role="Scientist"),
        "zoo": factories.mandate(specialism=led, company="100%_Zoë & Söhne", name="Kim O'Neil", role="Keeper"),
    }


@pytest.mark.database
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("northgate+retail", ["north"]),
        ("Southbank+Labs", ["south"]),
        ("moreau", ["north"]),
        ("ADEYEMI", ["south"]),
        ("scientist", ["south"]),
        ("O%27Neil", ["zoo"]),
        ("Zo%C3%AB", ["zoo"]),
        ("100%25_", ["zoo"]),
        ("%25", ["zoo"]),
        ("nobody", []),
        ("%22%3E%3Cscript%3E", []),
    ],
)
def test_search(consultant_client: Client, three: dict[str, Mandate], query: str, found: list[str]) -> None:
    assert set(listed(consultant_client, f"?q={query}")) == {str(three[name]) for name in found}


def test_search_by_reference(consultant_client: Client, three: dict[str, Mandate]) -> None:
    for mandate in three.values():
        assert listed(consultant_client, f"?q={mandate.reference}") == [str(mandate)]
        assert listed(consultant_client, f"?q={mandate.reference[2:6].lower()}") == [str(mandate)]


def test_search_goes_over_what_the_user_may_see_only(
    consultant_client: Client, directory: SpecialismIndexPage, three
) -> None:
    other = factories.mandate(specialism=factories.SpecialismPageFactory(parent=directory), company="Northgate Retail")
    assert str(other) not in listed(consultant_client, "?q=northgate")
    assert listed(consultant_client, f"?q={other.reference}") == []
    assert str(other) not in consultant_client.get(f"{INBOX}results/?q=northgate").content.decode()


def test_filter_by_status(consultant_client: Client, three: dict[str, Mandate]) -> None:
    Mandate.objects.filter(pk=three["north"].pk).update(status="talking")
    Mandate.objects.filter(pk=three["zoo"].pk).update(status="closed")
    assert listed(consultant_client, "?status=talking") == [str(three["north"])]
    assert set(listed(consultant_client, "?status=talking&status=closed")) == {str(three["north"]), str(three["zoo"])}


@pytest.mark.database
def test_filter_by_specialism_with_the_narrower_ones(admin_client: Client, led: SpecialismPage, directory) -> None:
    family = factories.SpecialismPageFactory(parent=led)
    other = factories.SpecialismPageFactory(parent=directory)
    wide, narrow, elsewhere = (factories.mandate(specialism=place) for place in (led, family, other))
    assert set(listed(admin_client, f"?specialism={led.pk}")) == {str(wide), str(narrow)}
    assert listed(admin_client, f"?specialism={family.pk}") == [str(narrow)]
    assert listed(admin_client, f"?specialism={other.pk}") == [str(elsewhere)]


def test_filter_by_date(consultant_client: Client, led: SpecialismPage) -> None:
    march, april = (
        factories.mandate(specialism=led, submitted_at=datetime(2026, month, 10, 12, tzinfo=UTC)) for month in (3, 4)
    )
    assert listed(consultant_client, "?submitted_at_from=2026-04-01") == [str(april)]
    assert listed(consultant_client, "?submitted_at_to=2026-03-10") == [str(march)]
    assert listed(consultant_client, "?submitted_at_from=2026-03-11&submitted_at_to=2026-04-09") == []


def test_filter_by_who_answers(consultant_client: Client, consultant_user: User, three: dict[str, Mandate]) -> None:
    Mandate.objects.filter(pk=three["south"].pk).update(assigned_to=consultant_user)
    assert listed(consultant_client, f"?assigned_to={consultant_user.pk}") == [str(three["south"])]


NONSENSE = ["?q=%00", "?q=" + "x" * 5000, "?p=0", "?p=999", "?p=x", "?status=x", "?specialism=x", "?specialism=%C2%B2",
    "?specialism=99999999999999999999", "?assigned_to=0", "?submitted_at_from=yesterday", "?submitted_at_from=0001-01-01",
    "?ordering=need", "?ordering=-assigned_to__password", "?ordering=%00", "?q=%ED%A0%80"]  # fmt: skip


@pytest.mark.database
@pytest.mark.parametrize("query", NONSENSE)
def test_addresses_made_by_hand_are_no_fault(consultant_client: Client, mandate: Mandate, query: str) -> None:
    for address in (INBOX, f"{INBOX}results/"):
        assert consultant_client.get(address + query).status_code in {200, 404}


def test_the_list_costs_the_same_for_any_number_of_mandates(consultant_client: Client, led: SpecialismPage) -> None:
    people = [factories.user(f"user{number}", group="Consultants") for number in range(4)]
    places = [factories.SpecialismPageFactory(parent=led) for _number in range(4)]

    def cost(wanted: int) -> int:
        for number in range(wanted - Mandate.objects.count()):
            factories.mandate(specialism=places[number % 4], assigned_to=people[number % 4])
        consultant_client.get(INBOX)
        with CaptureQueriesContext(connection) as queries:
            assert len(listed(consultant_client)) == wanted
        return len(queries)

    assert cost(2) == cost(40)


def test_the_page_shows_everything_submitted(consultant_client: Client, mandate: Mandate, guide: SupportPage) -> None:
    text = consultant_client.get(page(mandate)).content.decode()
    for answer in (
        *(value for name, value in ANSWERS.items() if name not in {"telephone", "timing"}),
        "+44 20 7946 0018",
    ):
        assert answer in text
    for shown in ("Within three months", mandate.specialism.title, "Sending new guides", "Submitted by the client"):
        assert shown in text
    assert f'<a href="{guide.url}">{guide.title}</a> (closing)' in text


def test_the_page_shows_each_mail(consultant_client: Client, mandate: Mandate) -> None:
    text = consultant_client.get(page(mandate)).content.decode()
    for delivery in mandate.deliveries.all():
        assert re.search(rf"{delivery.recipient}</td>\s*<td>Waiting</td>", text)
        assert f"{page(mandate)}deliveries/{delivery.pk}/send-again/" in text


def test_status_and_assignment(consultant_client: Client, consultant_user: User, mandate: Mandate) -> None:
    response = consultant_client.post(page(mandate), {"status": "talking", "assigned_to": consultant_user.pk})
    assert response["Location"] == page(mandate)
    mandate.refresh_from_db()
    assert (mandate.status, mandate.assigned_to) == ("talking", consultant_user)
    history = mandate.events.values_list("kind", "actor__username", "detail")
    assert set(history) == {
        (EventKind.SUBMITTED, None, ""),
        (EventKind.STATUS, "ines", "In conversation"),
        (EventKind.REPLIED, "ines", ""),
        (EventKind.ASSIGNED, "ines", str(consultant_user)),
    }


def test_saving_without_a_change_leaves_no_history(consultant_client: Client, mandate: Mandate) -> None:
    consultant_client.post(page(mandate), {"status": "new", "assigned_to": ""})
    assert mandate.events.count() == 1


def test_only_those_who_can_open_the_inbox_can_be_assigned(consultant_client: Client, mandate: Mandate) -> None:
    editor = factories.user("edith", group="Editors")
    retired = factories.user("retired", group="Consultants", is_active=False)
    for user in (editor, retired):
        response = consultant_client.post(page(mandate), {"status": "talking", "assigned_to": user.pk})
        assert response.status_code == 422
    mandate.refresh_from_db()
    assert (mandate.status, mandate.assigned_to) == ("new", None)
    assert set(mandate.events.values_list("kind", flat=True)) == {EventKind.SUBMITTED, EventKind.OPENED}


def test_nothing_a_client_wrote_can_be_changed(consultant_client: Client, mandate: Mandate) -> None:
    before = Mandate.objects.values().get()
    changed = dict.fromkeys(["role", "need", "name", "company", "email", "reference", "submitted_at"], "changed")
    consultant_client.post(page(mandate), {"status": "new", "assigned_to": "", "specialism": "", **changed})
    assert Mandate.objects.values().get() == before


def test_whoever_hands_a_mandate_over_is_asked_first_and_led_back_to_the_list(
    consultant_client: Client, consultant_user: User, directory
) -> None:
    elsewhere = factories.SpecialismPageFactory(parent=directory)
    mandate = factories.mandate(specialism=elsewhere, assigned_to=consultant_user)
    colleague = factories.user("colleague", group="Consultants")
    handed_over = {"status": "new", "assigned_to": colleague.pk}
    response = consultant_client.post(page(mandate), handed_over)
    assert response.status_code == 422
    assert "You could no longer open this mandate" in response.content.decode()
    assert Mandate.objects.get().assigned_to == consultant_user
    response = consultant_client.post(page(mandate), handed_over | {"leave": "yes"})
    assert response["Location"] == INBOX
    assert consultant_client.get(page(mandate)).status_code == 404


def test_a_mail_can_be_sent_again(consultant_client: Client, mandate: Mandate) -> None:
    work()
    delivery = mandate.deliveries.get(kind="acknowledgement")
    response = consultant_client.post(f"{page(mandate)}deliveries/{delivery.pk}/send-again/")
    assert response["Location"] == f"{page(mandate)}#tab-mail"
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (DeliveryState.WAITING, 0)
    event = mandate.events.get(kind=EventKind.SENT_AGAIN)
    assert (event.actor.username, event.detail) == ("ines", "Acknowledgement to the client")
    work()
    assert [message.to for message in mail.outbox].count([ANSWERS["email"]]) == 2


def test_a_mandate_whose_pages_are_gone_still_opens(
    consultant_client: Client, consultant_user: User, mandate: Mandate, guide
) -> None:
    Mandate.objects.update(assigned_to=consultant_user)
    title = guide.title
    SpecialismPage.objects.get().delete()
    response = consultant_client.get(page(mandate))
    assert response.status_code == 200
    assert f"{title} (closing)" in response.content.decode()
