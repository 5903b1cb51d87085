"""Webhooks in the CMS: set up by administrators, secrets shown once, a log to look into and to send again from."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, ReferenceIndex

from agency.models import User
from enquiries.models import Mandate, WebhookDelivery, WebhookEndpoint
from enquiries.models.webhook import SwitchedOff, WebhookEvent
from enquiries.webhooks import endpoints, outbox
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.hooks import endpoint, secret

pytestmark = pytest.mark.django_db

FORM = {"name": "CRM", "url": "https://crm.example/hooks", "events": ["mandate.submitted", "mandate.erased"]}


def browser(user: User) -> Client:
    """A browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def sam(brand) -> Client:
    """The browser of a site administrator, who sees no mandates."""
    return browser(factories.user("sam", group="Site administrators", email="sam@example.com"))


@pytest.fixture
def root(brand) -> Client:
    """A superuser's."""
    return browser(factories.user("root", is_superuser=True))


def address(name: str, *arguments: int) -> str:
    """An address of ours."""
    return reverse(f"webhooks:{name}", args=arguments)


def test_the_rights_are_those_of_site_administrators() -> None:
    rights = Permission.objects.filter(content_type__model__startswith="webhook")
    assert {right.codename for right in rights} == {
        f"{action}_webhookendpoint" for action in ("view", "add", "change", "delete")
    }
    for right in rights:
        assert list(right.group_set.all()) == [Group.objects.get(name="Site administrators")]


def test_the_menu_leads_there(sam: Client) -> None:
    assert address("index") in sam.get("/admin/").content.decode()


def test_setting_one_up(sam: Client) -> None:
    response = sam.post(address("add"), FORM)
    crm = WebhookEndpoint.objects.get()
    assert response["Location"] == address("inspect", crm.pk)
    assert (crm.events, crm.full, crm.is_active) == (FORM["events"], False, True)
    page = sam.get(response["Location"]).content.decode()
    assert "Show the secret, once" in page
    assert secret(crm) not in page
    assert secret(crm).removeprefix("whsec_") not in page


def test_the_secret_is_shown_once(sam: Client, root: Client) -> None:
    crm = endpoint()
    assert sam.get(address("secret", crm.pk)).status_code == 405
    first = sam.post(address("secret", crm.pk))
    assert secret(crm) in first.content.decode()
    assert "no-store" in first["Cache-Control"]
    for client in (sam, root):
        again = client.post(address("secret", crm.pk))
        assert again.status_code == 409
        assert secret(crm) not in again.content.decode()
    assert "Show the secret, once" not in sam.get(address("inspect", crm.pk)).content.decode()
    everything = [sam.get(address(name, crm.pk)).content.decode() for name in ("edit", "inspect", "history")]
    assert secret(crm) not in "".join(everything)


def test_a_new_secret(sam: Client) -> None:
    crm = endpoint()
    old = secret(crm)
    sam.post(address("secret", crm.pk))
    sam.post(address("renew", crm.pk))
    new = secret(crm)
    assert new != old
    assert new in sam.post(address("secret", crm.pk)).content.decode()
    assert "A new secret was made" in sam.get(address("history", crm.pk)).content.decode()
    assert old not in str(list(ModelLogEntry.objects.values()))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("url", "http://crm.example/", "must begin with https://"),
        ("url", "https://127.0.0.1/hooks", "not on the public internet"),
        ("url", "https://user:word@crm.example/", "must hold no user name"),
        ("url", "crm.example", "Write the whole address"),
        ("url", "https://" + "x" * 600, "at most 500 characters"),
        ("name", "", "This field is required"),
        ("events", [], "This field is required"),
        ("events", ["ping"], "ping is not one of the available choices"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(sam: Client, field: str, value: object, message: str) -> None:
    response = sam.post(address("add"), FORM | {field: value})
    assert message in response.content.decode()
    assert not WebhookEndpoint.objects.exists()


def test_whoever_sees_no_mandates_sends_none_out(sam: Client, root: Client) -> None:
    """A site administrator must not reach what clients wrote by way of a webhook."""
    sam.post(address("add"), FORM | {"full": "on"})
    crm = WebhookEndpoint.objects.get()
    assert not crm.full
    sam.post(address("edit", crm.pk), FORM | {"full": "on"})
    crm.refresh_from_db()
    assert not crm.full
    root.post(address("edit", crm.pk), FORM | {"full": "on"})
    crm.refresh_from_db()
    assert crm.full
    sam.post(address("edit", crm.pk), FORM | {"full": "on", "url": "https://elsewhere.example/", "name": "Renamed"})
    crm.refresh_from_db()
    assert (crm.url, crm.name, crm.full) == (FORM["url"], "Renamed", True)


def test_a_test_event(sam: Client) -> None:
    crm = endpoint()
    sam.post(address("test", crm.pk))
    assert crm.deliveries.get().event_type == WebhookEvent.PING
    sam.post(address("switch", crm.pk))
    assert "Switch it on first" in sam.post(address("test", crm.pk), follow=True).content.decode()
    assert crm.deliveries.count() == 1


def test_switching_off_and_on(sam: Client) -> None:
    crm = endpoint()
    sam.post(address("test", crm.pk))
    for _click in range(2):
        sam.post(address("switch", crm.pk), {"to": "off"})
    crm.refresh_from_db()
    assert (crm.is_active, crm.off_because) == (False, SwitchedOff.HERE)
    assert crm.deliveries.get().state == "failed"
    assert "Switched off here" in sam.get(address("index")).content.decode()
    for _click in range(2):
        sam.post(address("switch", crm.pk), {"to": "on"})
    crm.refresh_from_db()
    assert (crm.is_active, crm.off_since, crm.off_because) == (True, None, "")


def test_one_that_is_gone_says_so(sam: Client) -> None:
    crm = endpoint()
    endpoints.switch_off(crm, SwitchedOff.GONE)
    assert "Answered that it is gone" in sam.get(address("index")).content.decode()
    assert "This webhook answered that it is gone (410)" in sam.get(address("inspect", crm.pk)).content.decode()


def logged(client: Client, query: str = "") -> set[int]:
    """The numbers of the deliveries in the list."""
    page = client.get(reverse("webhook_deliveries:index") + query).content.decode()
    return {int(number) for number in re.findall(r'href="/admin/webhook-deliveries/(\d+)/"', page)}


@pytest.mark.database
def test_the_log(sam: Client) -> None:
    crm, other = endpoint(), endpoint(name="Other")
    mandate = factories.mandate()
    outbox.announce(mandate, WebhookEvent.SUBMITTED)
    outbox.ping(crm)
    told, elsewhere, ping = WebhookDelivery.objects.order_by("pk")
    WebhookDelivery.objects.filter(pk=told.pk).update(state="failed", last_error="HTTP 500")
    assert (told.endpoint, elsewhere.endpoint) == (crm, other)
    assert logged(sam) == {told.pk, elsewhere.pk, ping.pk}
    assert logged(sam, f"?endpoint={other.pk}") == {elsewhere.pk}
    assert logged(sam, "?state=failed") == {told.pk}
    assert logged(sam, "?event_type=ping") == {ping.pk}
    assert logged(sam, f"?q={mandate.reference}") == {told.pk, elsewhere.pk}
    for nonsense in ("?endpoint=x", "?endpoint=99999999999999999999", "?state=x", "?p=x", "?q=%00", "?ordering=x"):
        assert sam.get(reverse("webhook_deliveries:index") + nonsense).status_code in {200, 404}


def test_of_a_confidential_mandate_the_log_says_no_more_than_what_happened(sam: Client) -> None:
    """Those who look after webhooks see whether they work, not which mandates they are about."""
    crm, mandate = endpoint(), factories.mandate(confidential=True)
    mandate.people.add(factories.user("kim", group="Consultants"))
    outbox.announce(mandate, WebhookEvent.SUBMITTED)
    told = WebhookDelivery.objects.get()
    pages = [reverse("webhook_deliveries:index"), address("inspect", crm.pk)]
    for page in [*pages, reverse("webhook_deliveries:inspect", args=[told.pk])]:
        text = sam.get(page).content.decode()
        assert told.event_type in text or told.get_event_type_display() in text
        assert mandate.reference not in text
    assert logged(sam, f"?q={mandate.reference}") == set()
    assert logged(sam, f"?q={told.message_id}") == {told.pk}
    Mandate.objects.update(confidential=False)
    assert mandate.reference in sam.get(pages[0]).content.decode()
    assert logged(sam, f"?q={mandate.reference}") == {told.pk}


def test_the_log_costs_the_same_for_any_number(sam: Client) -> None:
    hooks = [endpoint(name=f"Hook {number}") for number in range(4)]

    def cost(wanted: int) -> int:
        for number in range(wanted - WebhookDelivery.objects.count()):
            WebhookDelivery.objects.create(endpoint=hooks[number % 4], event_type=WebhookEvent.PING)
        sam.get(reverse("webhook_deliveries:index"))
        with CaptureQueriesContext(connection) as queries:
            assert len(logged(sam)) == wanted
        return len(queries)

    assert cost(2) == cost(40)


def test_a_delivery_and_sending_it_again(sam: Client) -> None:
    delivery = outbox.ping(endpoint())
    page = reverse("webhook_deliveries:inspect", args=[delivery.pk])
    again = reverse("webhook_deliveries:replay", args=[delivery.pk])
    assert again not in sam.get(page).content.decode()
    assert "on its way already" in sam.post(again, follow=True).content.decode()
    WebhookDelivery.objects.update(state="sent", attempts=3)
    delivery.log.create(status=500, milliseconds=12)
    delivery.log.create(failure="timeout", milliseconds=10_000)
    delivery.log.create()
    shown = sam.get(page).content.decode()
    for words in (again, delivery.message_id, "HTTP 500", "No answer in time", "Cut off"):
        assert words in shown
    sam.post(again)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == ("waiting", 0)
    WebhookDelivery.objects.update(state="failed")
    WebhookEndpoint.objects.update(is_active=False)
    assert "switched off" in sam.post(again, follow=True).content.decode()
    delivery.refresh_from_db()
    assert delivery.state == "failed"


def test_nobody_else_gets_in(consultant_client: Client, consultant_user: User) -> None:
    crm = endpoint()
    delivery = outbox.ping(crm)
    WebhookDelivery.objects.update(state="sent")
    before = list(WebhookEndpoint.objects.values()), list(crm.secrets.values()), list(WebhookDelivery.objects.values())
    viewer = factories.user("viewer")
    viewer.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_webhookendpoint"]))
    for client in (consultant_client, browser(viewer)):
        for name in ("secret", "renew", "test", "switch", "edit", "delete"):
            assert client.post(address(name, crm.pk), FORM).status_code in {302, 403}
        client.post(address("add"), FORM)
        client.post(reverse("webhook_deliveries:replay", args=[delivery.pk]))
    after = list(WebhookEndpoint.objects.values()), list(crm.secrets.values()), list(WebhookDelivery.objects.values())
    assert before == after
    assert browser(viewer).get(address("inspect", crm.pk)).status_code == 200
    for name in ("index", "inspect"):
        arguments = [crm.pk] if name == "inspect" else []
        assert consultant_client.get(address(name, *arguments)).status_code in {302, 403}
    assert consultant_client.get(reverse("webhook_deliveries:index")).status_code in {302, 403}


def test_a_mandate_shows_what_became_of_its_events(consultant_client: Client, led: SpecialismPage) -> None:
    mandate = factories.mandate(specialism=led)
    page = reverse("mandates:inspect", args=[mandate.pk])
    assert "Webhooks" not in consultant_client.get(page).content.decode()
    endpoint("https://crm.example/hooks/s3cret", name="The CRM")
    outbox.announce(mandate, WebhookEvent.SUBMITTED)
    WebhookDelivery.objects.update(state="failed", attempts=13, last_error="HTTP 503")
    shown = consultant_client.get(page).content.decode()
    assert "<td>A mandate was submitted</td><td>The CRM</td><td>Given up</td>" in shown
    assert "HTTP 503" in shown
    assert "s3cret" not in shown
    assert "crm.example" not in shown


def test_deleting_one_takes_its_log_along(sam: Client) -> None:
    crm = endpoint()
    outbox.ping(crm)
    sam.post(address("delete", crm.pk))
    assert not WebhookEndpoint.objects.exists()
    assert not WebhookDelivery.objects.exists()


def test_nothing_of_it_is_in_the_reference_index() -> None:
    for model in (WebhookEndpoint, WebhookDelivery):
        assert not ReferenceIndex.is_indexed(model)
