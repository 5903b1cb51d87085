"""What clients agreed to: every answer an event that can be proven, the newest of each purpose holds."""

import hashlib

import pytest
from bs4 import BeautifulSoup
from django.core.signing import Signer
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from agency.models import BrandSettings, PlainPage
from enquiries import privacy
from enquiries.models import Consent, Mandate, PrivacyNotice
from enquiries.models.append_only import UnchangeableError
from enquiries.models.consent import How, Purpose
from enquiries.models.event import EventKind
from enquiries.privacy import Answer
from tests import factories
from tests.enquiries.notices import choose, publish
from tests.enquiries.submission import ADDRESS, fill, send, typed

ROOM = "/mandate/room/"
YES = Answer(Purpose.MARKETING, True, "Send me new guides.")


def consents() -> list[Consent]:
    """Every row, in order."""
    return list(Consent.objects.order_by("pk"))


@pytest.fixture
def mandate(brand: BrandSettings) -> Mandate:
    """A mandate without any consents."""
    return factories.mandate()


def test_consents_keep_the_words_and_the_version_shown(notice_page: PlainPage) -> None:
    page = Client().get(ADDRESS).content.decode()
    send(fill())
    answer, marketing = Mandate.objects.get().consents.order_by("purpose")
    assert (answer.granted, marketing.granted) == (True, False)
    for consent in (answer, marketing):
        assert consent.notice == PrivacyNotice.objects.get()
        assert consent.wording in page
        assert f'<a href="/mandate/privacy/{consent.notice_version}/">Privacy notice</a>, version 1.' in page


def test_each_says_where_how_and_in_what_language_it_was_asked(notice_page: PlainPage) -> None:
    send(fill())
    text = PrivacyNotice.objects.get().text
    for consent in consents():
        assert (consent.page, consent.how, consent.locale) == ("/mandate/", How.FORM, "en-gb")
        assert consent.wording_hash == hashlib.sha256(consent.wording.encode()).hexdigest()
        assert consent.notice_hash == hashlib.sha256(text.encode()).hexdigest()


def test_a_version_published_while_the_client_types_is_not_the_one_they_saw(notice_page: PlainPage) -> None:
    form = fill()
    publish(notice_page, "We keep it for ten years.")
    send(form)
    assert {consent.notice.number for consent in consents()} == {1}


def test_a_form_shown_again_names_the_version_of_that_moment(notice_page: PlainPage) -> None:
    form = fill(email="nobody")
    publish(notice_page, "We keep it for ten years.")
    again = BeautifulSoup(send(form).content, "html.parser")
    assert "version 2" in again.find("form", class_="mandate-form").get_text()
    seal = again.find("input", {"name": "notice"})["value"]
    send(form | {"email": "alex@northgate.example", "notice": seal})
    assert {consent.notice.number for consent in consents()} == {2}


@pytest.mark.parametrize("seal", ["", "1", "1:forged", "\x00", "x" * 500, Signer(salt="elsewhere").sign("1")])
def test_a_form_that_does_not_say_which_gets_the_version_that_holds(notice_page: PlainPage, seal: str) -> None:
    form = fill()
    publish(notice_page, "We keep it for ten years.")
    assert send(form | {"notice": seal}).status_code == 302
    assert {consent.notice.number for consent in consents()} == {2}


def test_without_a_notice_consents_say_so(brand: BrandSettings) -> None:
    assert "version" not in Client().get(ADDRESS).content.decode()
    send(fill())
    assert {(consent.notice, consent.notice_version, consent.notice_hash) for consent in consents()} == {
        (None, "", "")
    }


def test_a_notice_that_is_no_longer_chosen_is_not_named(notice_page: PlainPage) -> None:
    choose(None)
    send(fill())
    assert {consent.notice for consent in consents()} == {None}


def test_the_newest_answer_of_each_purpose_holds(mandate: Mandate) -> None:
    other = factories.mandate()
    assert privacy.standing(mandate) == {}
    privacy.record(mandate, [Answer(Purpose.ANSWER, True, "To answer you."), YES], How.FORM, ADDRESS)
    privacy.record(other, [Answer(Purpose.MARKETING, False, YES.wording)], How.FORM, ADDRESS)
    assert privacy.standing(mandate) == {Purpose.ANSWER: True, Purpose.MARKETING: True}
    privacy.withdraw(mandate, Purpose.MARKETING, How.ROOM, ROOM)
    assert privacy.standing(mandate) == {Purpose.ANSWER: True, Purpose.MARKETING: False}
    privacy.record(mandate, [YES], How.ROOM, ROOM)
    with CaptureQueriesContext(connection) as queries:
        assert privacy.standing(mandate) == {Purpose.ANSWER: True, Purpose.MARKETING: True}
    assert len(queries) == 1
    assert privacy.standing(other) == {Purpose.MARKETING: False}
    assert [(row.purpose, row.granted) for row in consents() if row.mandate_id == mandate.pk] == [
        (Purpose.ANSWER, True),
        (Purpose.MARKETING, True),
        (Purpose.MARKETING, False),
        (Purpose.MARKETING, True),
    ]


def test_withdrawing_is_an_event_with_the_words_shown(mandate: Mandate, notice_page: PlainPage) -> None:
    privacy.record(mandate, [YES], How.FORM, ADDRESS)
    assert privacy.withdraw(mandate, Purpose.MARKETING, How.ROOM, ROOM) is True
    row = consents()[-1]
    assert (row.granted, row.how, row.page, row.notice.number) == (False, How.ROOM, ROOM, 1)
    assert row.wording == "Stop sending me new guides."
    event = mandate.events.get()
    assert (event.kind, event.actor, event.detail) == (EventKind.CONSENT, None, "Withdrawn: Sending new guides")


@pytest.mark.parametrize("given", [True, False])
def test_withdrawing_what_does_not_stand_adds_nothing(mandate: Mandate, given: bool) -> None:
    if given:
        privacy.record(mandate, [YES], How.FORM, ADDRESS)
        privacy.withdraw(mandate, Purpose.MARKETING, How.LINK, ADDRESS)
    before = len(consents()), mandate.events.count()
    assert privacy.withdraw(mandate, Purpose.MARKETING, How.LINK, ADDRESS) is False
    assert (len(consents()), mandate.events.count()) == before


@pytest.mark.parametrize(
    "page",
    [
        "/mandate/room/Zk3vQd1x/",
        "/mandate/stop/abcdefghijklmnopqrstuvwxyz/",
        "/mandate/?ctx=1",
        "https://a.example/",
        "",
    ],
)
def test_no_row_names_an_address_that_could_hold_a_token(mandate: Mandate, page: str) -> None:
    with pytest.raises(ValueError, match="without tokens"):
        privacy.record(mandate, [YES], How.ROOM, page)
    assert consents() == []


def test_the_language_is_the_one_in_use_unless_another_is_named(mandate: Mandate) -> None:
    with override("de"):
        privacy.record(mandate, [YES], How.ROOM, ROOM)
    privacy.record(mandate, [YES], How.ROOM, ROOM, locale="fr")
    assert [row.locale for row in consents()] == ["de", "fr"]


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.save(),
        lambda row: row.save(update_fields=["granted"]),
        lambda row: row.mandate.consents.update(granted=True),
        lambda row: Consent.objects.bulk_update([row], ["granted"]),
        lambda row: Consent.objects.update_or_create(pk=row.pk, defaults={"granted": True}),
    ],
)
def test_a_row_is_never_changed(mandate: Mandate, change) -> None:
    privacy.record(mandate, [Answer(Purpose.MARKETING, False, YES.wording)], How.FORM, ADDRESS)
    row = consents()[0]
    row.granted = True
    with pytest.raises(UnchangeableError), transaction.atomic():
        change(row)
    assert consents()[0].granted is False


def test_consents_go_with_their_mandate_and_leave_the_notice(notice_page: PlainPage) -> None:
    send(fill())
    Mandate.objects.get().delete()
    assert consents() == []
    assert PrivacyNotice.objects.count() == 1


def test_the_same_form_sent_again_after_withdrawing_brings_nothing_back(brand: BrandSettings) -> None:
    form = typed(marketing="on")
    first = send(form)
    mandate = Mandate.objects.get()
    privacy.withdraw(mandate, Purpose.MARKETING, How.ROOM, ROOM)
    assert send(form)["Location"] == first["Location"]
    assert Mandate.objects.count() == 1
    assert privacy.standing(mandate)[Purpose.MARKETING] is False
    assert send(form | {"marketing": ""}).status_code == 409  # the form, not what holds now, says what was sent


def test_consultants_see_each_consent_and_its_proof(notice_page: PlainPage, admin_client: Client) -> None:
    send(fill(marketing="on"))
    mandate = Mandate.objects.get()
    privacy.withdraw(mandate, Purpose.MARKETING, How.LINK, "/mandate/stop/")
    page = BeautifulSoup(admin_client.get(f"/admin/mandates/{mandate.pk}/").content, "html.parser")
    table = page.find(id="consents-title").find_next("table")
    rows = [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in table.select("tbody tr")]
    assert [(row[0], row[1]) for row in rows] == [
        ("Answering the mandate", "Agreed"),
        ("Sending new guides", "Agreed (no longer)"),
        ("Sending new guides", "Not agreed"),
    ]
    assert "By a link in a mail /mandate/stop/, en-gb" in rows[2][3]
    for row, consent in zip(rows, consents(), strict=True):
        assert consent.wording_hash[:12] in row[4]
        assert consent.notice_hash[:12] in row[5]
    assert {link["href"] for link in table.find_all("a")} == {"/mandate/privacy/1/"}


def test_versions_typed_by_hand_stay_readable(mandate: Mandate, admin_client: Client) -> None:
    old = {"purpose": Purpose.ANSWER, "granted": True, "wording": "Old words.", "how": How.FORM, "page": ADDRESS}
    Consent.objects.create(mandate=mandate, notice_version="2026-11", **old)
    assert "2026-11" in admin_client.get(f"/admin/mandates/{mandate.pk}/").content.decode()


class TestTold:
    """Clients who say by telephone or mail that they no longer agree."""

    def test_it_is_written_down_with_who_was_told(self, mandate: Mandate, consultant_client, consultant_user) -> None:
        other = factories.mandate(email=mandate.email.upper())
        privacy.record(other, [Answer(Purpose.MARKETING, True, "Send me guides.")], How.FORM, ADDRESS)
        privacy.record(mandate, [Answer(Purpose.MARKETING, True, "Send me guides.")], How.FORM, ADDRESS)
        Mandate.objects.update(assigned_to=consultant_user)
        address = f"/admin/mandates/{mandate.pk}/"
        assert "Note that they want no new guides" in consultant_client.get(address).content.decode()
        assert consultant_client.post(f"{address}consent/", {"purpose": "marketing"})["Location"] == address
        assert "Note that they want no new guides" not in consultant_client.get(address).content.decode()
        assert not privacy.wants_marketing(mandate)
        newest = mandate.consents.last()
        assert (newest.granted, newest.how, newest.page) == (False, How.TOLD, "")
        assert newest.wording == str(privacy.WITHDRAWALS[Purpose.MARKETING])
        event = mandate.events.get(kind=EventKind.CONSENT)
        assert event.actor == consultant_user
        mandate.refresh_from_db()
        assert mandate.status == "new"

    def test_without_leave_to_answer_the_mandate_is_withdrawn(
        self, mandate, consultant_client, consultant_user
    ) -> None:
        Mandate.objects.update(assigned_to=consultant_user)
        privacy.record(mandate, [Answer(Purpose.ANSWER, True, "Answer me.")], How.FORM, ADDRESS)
        for _click in range(2):
            consultant_client.post(f"/admin/mandates/{mandate.pk}/consent/", {"purpose": "answer"})
        mandate.refresh_from_db()
        assert mandate.status == "withdrawn"
        assert mandate.consents.filter(how=How.TOLD).count() == 1

    @pytest.mark.parametrize("purpose", ["", "other"])
    def test_no_such_purpose(self, mandate: Mandate, consultant_client, consultant_user, purpose: str) -> None:
        Mandate.objects.update(assigned_to=consultant_user)
        assert (
            consultant_client.post(f"/admin/mandates/{mandate.pk}/consent/", {"purpose": purpose}).status_code == 400
        )
        assert not mandate.consents.filter(how=How.TOLD).exists()

    def test_of_mandates_one_may_not_see_nothing_is_taken_back(self, mandate: Mandate, consultant_client) -> None:
        assert (
            consultant_client.post(f"/admin/mandates/{mandate.pk}/consent/", {"purpose": "answer"}).status_code == 404
        )
        assert not mandate.consents.filter(how=How.TOLD).exists()
