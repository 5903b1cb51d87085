"""What a client tells us stays in the mandate: no cookie, no cache, no address, no log, no index, no history holds it."""

import logging
import smtplib

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision
from wagtail.search import index
from wagtail.search.models import IndexEntry

from agency.models import User
from agency.templatetags.components import mandate_url
from enquiries import models
from enquiries.models import Delivery, Mandate
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.enquiries.submission import ADDRESS, fill, opened, send, typed, work

SECRETS = {
    "role": "Confidential Role",
    "need": "Replace our quiet chief scientist.",
    "name": "Wilhelmina Secret",
    "company": "Undisclosed Holdings",
    "email": "wilhelmina@undisclosed.example",
    "telephone": "+44 20 7946 0999",
}
TRACES = [*SECRETS.values(), "wilhelmina", "Undisclosed", "79460999", "7946 0999"]


def traces(text: str) -> list[str]:
    """Which of the things a client told us a text gives away."""
    return [trace for trace in TRACES if trace.lower() in text.lower()]


@pytest.fixture
def mandate(led: SpecialismPage, guide: SupportPage) -> Mandate:
    """A mandate as it comes in."""
    send(fill(mandate_url(guide, "closing"), **SECRETS))
    return Mandate.objects.get()


def test_the_form_works_without_cookies_and_sets_none(led: SpecialismPage, guide: SupportPage) -> None:
    pages = [
        Client().get(mandate_url(guide)),
        send({}),
        send(typed(key="")),
        confirmation := send(fill(**SECRETS)),
        Client().get(confirmation["Location"]),
    ]
    assert [page.status_code for page in pages] == [200, 422, 409, 302, 200]
    assert [dict(page.cookies) for page in pages] == [{}] * 5


def test_no_answer_is_ever_cached(led: SpecialismPage) -> None:
    pages = [
        Client().get(ADDRESS),
        send({}),
        send(typed(key="")),
        confirmation := send(fill()),
        Client().get(confirmation["Location"]),
    ]
    for page in pages:
        assert {"private", "no-store"} <= {part.strip() for part in page["Cache-Control"].split(",")}


def test_a_request_from_elsewhere_needs_no_token_and_gives_no_access() -> None:
    """The signed key in the form stands for the token: without it nothing is stored."""
    strict = Client(enforce_csrf_checks=True, headers={"origin": "https://evil.example"})
    assert Mandate.objects.count() == 0
    assert strict.post(ADDRESS, typed(key="")).status_code == 409
    assert Mandate.objects.count() == 0


@pytest.fixture(autouse=True)
def _brand(brand) -> None:
    """Office hours and an address for mandates."""


def test_no_address_holds_anything_personal(mandate: Mandate, admin_client: Client) -> None:
    confirmation = send(fill(**SECRETS))["Location"]
    pages = [opened().links, Client().get(confirmation).content.decode()]
    assert traces(confirmation) == []
    assert traces(str(pages)) == []
    page = admin_client.get(f"/admin/mandates/{mandate.pk}/").content.decode()
    addresses = [part.split('"')[0] for part in page.split('href="')[1:] + page.split('action="')[1:]]
    assert (
        traces(" ".join(address for address in addresses if not address.startswith(("mailto:", "tel:")))) == []
    )  # the browser keeps those


def refuses(self: EmailMessage, *_args: object) -> int:
    """A mail server that repeats the address in its refusal, as they do."""
    recipient = self.recipients()[0]
    raise smtplib.SMTPRecipientsRefused({recipient: (550, f"<{recipient}>: no such {SECRETS['name']}".encode())})


def breaks(self: EmailMessage, *_args: object) -> int:
    raise smtplib.SMTPDataError(554, f"{self.recipients()[0]} refused".encode())


def falls(self: EmailMessage, *_args: object) -> int:
    raise ConnectionResetError(f"while talking about {self.recipients()[0]}")


@pytest.mark.parametrize("failure", [refuses, breaks, falls])
def test_no_log_holds_anything_personal(led, guide, admin_client, caplog, monkeypatch, failure) -> None:
    caplog.set_level(logging.DEBUG)
    send(fill(**SECRETS | {"email": "wilhelmina undisclosed"}))
    send(fill(**SECRETS | {"key": "x"}))
    form = fill(mandate_url(guide, "closing"), **SECRETS)
    for answers in (form, form, form | {"role": "Another Confidential Role"}):
        confirmation = send(answers)
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", failure)
        work()
    mandate = Mandate.objects.get()
    for delivery in Delivery.objects.all():
        admin_client.post(f"/admin/mandates/{mandate.pk}/deliveries/{delivery.pk}/send-again/")
        assert delivery.last_error
        assert traces(delivery.last_error) == []
    work()
    Client().get(f"/mandate/room/{mandate.reference}/received/")
    admin_client.get(f"/admin/mandates/{mandate.pk}/")
    admin_client.get("/admin/mandates/?q=Undisclosed")
    assert confirmation.status_code == 409
    records = [record for record in caplog.records if not record.name.startswith("django.db")]
    assert len(records) > 5
    assert [(record.name, trace) for record in records for trace in traces(str(record.__dict__))] == []


def test_a_body_that_is_too_long_is_not_logged(caplog) -> None:
    caplog.set_level(logging.DEBUG)
    send(typed(**SECRETS | {"need": SECRETS["need"] * 40_000}))
    Client().post(ADDRESS, f"--b\r\n{SECRETS['name']}", content_type="multipart/form-data; boundary=b")
    assert [trace for record in caplog.records for trace in traces(record.getMessage() + str(record.exc_text))] == []


def test_nothing_of_a_mandate_is_indexed_or_kept_in_wagtails_histories(
    mandate: Mandate, consultant_client: Client, consultant_user: User, django_capture_on_commit_callbacks
) -> None:
    page = f"/admin/mandates/{mandate.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        consultant_client.post(page, {"status": "talking", "assigned_to": consultant_user.pk})
        delivery = mandate.deliveries.first()
        consultant_client.post(f"{page}deliveries/{delivery.pk}/send-again/")
    assert mandate.events.count() == 5
    for model in (ModelLogEntry, PageLogEntry, Revision, IndexEntry):
        assert traces(str(list(model.objects.values()))) == []
    for model in vars(models).values():
        if isinstance(model, type):
            assert not issubclass(model, index.Indexed)
            assert not ReferenceIndex.is_indexed(model)
            assert not ModelLogEntry.objects.filter(content_type__model=model._meta.model_name).exists()
            assert not ReferenceIndex.objects.filter(base_content_type__model=model._meta.model_name).exists()


def test_the_guide_says_nothing_of_the_mandates_that_came_from_it(mandate: Mandate, guide: SupportPage) -> None:
    factories.user("edith", group="Editors")
    editor = Client()
    editor.force_login(User.objects.get(username="edith"))
    for address in (
        f"/admin/pages/usage/{guide.pk}/",
        f"/admin/pages/{guide.pk}/history/",
        f"/admin/pages/{guide.pk}/delete/",
    ):
        page = editor.get(address, follow=True).content.decode()
        assert traces(page) == []
        assert mandate.reference not in page


def test_names_of_records_name_nobody(mandate: Mandate) -> None:
    records = [mandate, *mandate.deliveries.all(), *mandate.consents.all(), *mandate.events.all()]
    assert traces(" ".join(f"{record} {record!r}" for record in records)) == []
