"""A site that has taken mandates since before rooms and briefs is brought up to date, and back."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from agency.models import BrandSettings, User
from enquiries import links, relatives
from enquiries.models import Mandate
from enquiries.models.link import LinkPurpose
from specialisms.models import SpecialismPage
from tests import factories

BEFORE, AFTER = "0005_own_evidence", "0008_old_mandates"
REPLIED = datetime(2026, 3, 4, 8, tzinfo=UTC)
WORDING = "We use what you tell us to answer you."
STATES = {
    "new": "will reply in person by",
    "talking": "We are talking to you about it",
    "search": "The search is on",
    "closed": "This mandate is closed",
}
"""Where such a mandate stands, as its client reads it."""

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


def migrated_to(name: str) -> Apps:
    """The models as they are after a migration, with the database to match."""
    executor = MigrationExecutor(connection)
    return executor.migrate([("enquiries", name)]).apps


def submitted(before: Apps, number: int, status: str, specialism_pk: int, user_pk: int) -> None:
    """A mandate of that time, with its mails, consents and history."""
    mandate = before.get_model("enquiries", "Mandate").objects.create(
        reference=f"M-OLD{number}-OLD{number}",
        idempotency_key=f"00000000-0000-4000-8000-00000000000{number}",
        status=status,
        assigned_to_id=user_pk if status != "new" else None,
        submitted_at=datetime(2026, 3, number, 9, tzinfo=UTC),
        reply_due_at=datetime(2030 if status == "new" else 2026, 3, number, 17, tzinfo=UTC),
        role=f"Role {number}",
        need="First line\nsecond line",
        timing="quarter" if number % 2 else "",
        name="Åsa Ström",
        company="Ström & Söner AB",
        email=f"Asa{number}@Strom.example",
        telephone="+46701234567" if number % 2 else "",
        specialism_id=specialism_pk if number % 2 else None,
    )
    for purpose in ("answer", "marketing"):
        mandate.consents.create(purpose=purpose, granted=True, notice_version="2025-11", wording=WORDING)
    mandate.deliveries.create(kind="acknowledgement", recipient=mandate.email, state="sent", attempts=1)
    mandate.events.create(kind="submitted")
    if status == "search":
        mandate.events.create(kind="status", detail="In search", happened_at=REPLIED)


def test_old_mandates_have_a_room_a_receipt_and_relatives() -> None:
    home = factories.site()
    factories.brand()
    directory = factories.SpecialismIndexPageFactory(parent=home)
    specialism = factories.SpecialismPageFactory(parent=directory, title="Data & AI")
    ines = factories.user("ines", is_superuser=True)
    try:
        before = migrated_to(BEFORE)
        for number, status in enumerate(STATES, start=1):
            submitted(before, number, status, specialism.pk, ines.pk)
        migrated_to(AFTER)
    finally:
        call_command("migrate", verbosity=0)
    check_kept(specialism)
    for mandate in Mandate.objects.order_by("pk"):
        check_rooms(mandate, ines)
    assert BrandSettings.load()


def check_kept(specialism: SpecialismPage) -> None:
    """Nothing was lost, and what is new is filled in."""
    first, second, *_others = Mandate.objects.order_by("pk")
    assert Mandate.objects.count() == len(STATES)
    assert first.submissions.get().submitted_at == first.submitted_at
    assert [(answer["label"], answer["value"]) for answer in first.submissions.get().topics[0]["answers"]] == [
        ("Which role do you need to fill?", "Role 1"),
        ("What should this person have achieved after a year?", "First line\nsecond line"),
        ("Your name", "Åsa Ström"),
        ("Company", "Ström & Söner AB"),
        ("Work email", "Asa1@Strom.example"),
        ("Telephone", "+46 70 123 45 67"),
        ("When do you need them?", "Within three months"),
        ("Field", specialism.title),
    ]
    assert len(second.submissions.get().topics[0]["answers"]) == 5
    assert (first.company_key, first.email_key, first.email_domain) == (
        relatives.company_key(first.company),
        "asa1@strom.example",
        "strom.example",
    )
    assert (first.screening, first.confidential, first.replied_at) == ("clear", False, None)
    assert Mandate.objects.get(status="search").replied_at == REPLIED
    for consent in first.consents.all():
        assert (consent.notice_version, consent.notice, consent.how, consent.page) == (
            "2025-11",
            None,
            "form",
            "/mandate/",
        )
        assert consent.wording_hash == hashlib.sha256(WORDING.encode()).hexdigest()


def check_rooms(mandate: Mandate, ines: User) -> None:
    """The client's room and the consultant's page show it; a brief can be begun while it is open."""
    room = f"/mandate/room/{links.token_of(links.current(mandate, LinkPurpose.ROOM))}/"
    page = Client().get(room)
    assert page.status_code == 200
    assert STATES[mandate.status] in page.content.decode()
    for part in ("receipt/", "mandate.json", "brief/check/", "consent/", "files/", "erase/"):
        assert Client().get(f"{room}{part}").status_code == 200, part
    consultant = Client()
    consultant.force_login(ines)
    shown = consultant.get(f"/admin/mandates/{mandate.pk}/").content.decode()
    assert "Ström &amp; Söner AB" in shown
    assert "2025-11" in shown
