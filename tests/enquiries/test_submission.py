"""A mandate from the link on a guide to the confirmation."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from agency.models import BrandSettings, User
from agency.models.delivery import DeliveryState
from agency.templatetags.components import mandate_url
from enquiries.models import Delivery, Mandate
from enquiries.models.consent import Purpose
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests.enquiries.submission import ADDRESS, fill, reminders, send, typed
from tests.support.client import ANSWERS

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def summer(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """A Tuesday in July, ten in the morning in London and nine in UTC."""
    moment = datetime(2026, 7, 14, 10, tzinfo=LONDON)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


def test_everything_the_client_said_is_stored(led: SpecialismPage, guide: SupportPage) -> None:
    response = send(fill(mandate_url(guide, "closing")))
    mandate = Mandate.objects.get()
    assert response.status_code == 302
    assert mandate.reference in Client().get(response["Location"]).content.decode()
    assert {name: getattr(mandate, name) for name in ANSWERS if name != "telephone"} == {
        name: value for name, value in ANSWERS.items() if name != "telephone"
    }
    assert mandate.telephone.as_e164 == "+442079460018"
    assert mandate.specialism == led
    assert (mandate.source_page_id, mandate.source_title, mandate.source_call) == (guide.pk, guide.title, "closing")


def test_what_follows_is_stored_with_it(led: SpecialismPage, guide: SupportPage, consultant_user: User) -> None:
    send(fill(mandate_url(guide, "closing"), marketing="on"))
    mandate = Mandate.objects.get()
    assert {consent.purpose: consent.granted for consent in mandate.consents.all()} == {
        Purpose.ANSWER: True,
        Purpose.MARKETING: True,
    }
    assert [event.kind for event in mandate.events.all()] == [EventKind.SUBMITTED]
    assert set(mandate.deliveries.values_list("kind", "recipient", "state")) == {
        (DeliveryKind.ACKNOWLEDGEMENT, "alex@northgate.example", DeliveryState.WAITING),
        (DeliveryKind.NOTIFICATION, consultant_user.email, DeliveryState.WAITING),
    }
    assert {task.task_result.args[0] for task in reminders()} == set(Delivery.objects.values_list("pk", flat=True))


def test_the_box_for_marketing_starts_unticked(brand: BrandSettings) -> None:
    assert "marketing" not in fill()


def test_after_sending_the_browser_is_somewhere_it_may_reload(brand: BrandSettings) -> None:
    client = Client()
    confirmation = send(fill())["Location"]
    assert [client.get(confirmation).status_code for _reload in range(3)] == [200, 200, 200]
    assert Mandate.objects.count() == 1


def test_the_promise_is_told_by_the_clock_of_the_office(brand: BrandSettings, summer: datetime) -> None:
    """Not by the server's: in July London is an hour ahead of UTC, and New York five behind London."""
    brand.reply_hours = 4
    brand.save()
    assert "By Tuesday 14 July, 14:00" in Client().get(ADDRESS).content.decode()
    response = send(typed())
    assert Mandate.objects.get().reply_due_at == datetime(2026, 7, 14, 14, tzinfo=LONDON)
    assert "Tuesday 14 July 2026, 14:00" in Client().get(response["Location"]).content.decode()
    brand.time_zone = "America/New_York"
    brand.save()
    assert "Tuesday 14 July 2026, 09:00" in Client().get(response["Location"]).content.decode()


def test_the_confirmation_names_those_who_read_it(led: SpecialismPage, consultant_user: User) -> None:
    consultant_user.first_name, consultant_user.last_name = "Ines", "Okafor"
    consultant_user.save()
    page = Client().get(send(fill(specialism=str(led.pk)))["Location"]).content.decode()
    assert "Ines Okafor will read it" in page
    assert led.title in page


def test_only_the_required_answers_are_enough(brand: BrandSettings) -> None:
    response = send(typed(telephone="", timing="", specialism=""))
    mandate = Mandate.objects.get()
    assert response.status_code == 302
    assert (str(mandate.telephone), mandate.timing, mandate.specialism, mandate.source_page) == ("", "", None, None)
