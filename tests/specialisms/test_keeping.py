"""What the ledger needs stays, what it says cannot be impossible, and what it exports runs nowhere."""

import csv
import datetime
import io

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowPage

from agency.models import ConsultantPage
from specialisms.admin.fact_forms import ConfirmForm
from specialisms.models import Fact, PayBand, Role, SpecialismPage
from specialisms.models.facts import shown
from support_pages.models import SupportPage
from tests import factories
from tests.specialisms.test_facts import using
from tests.specialisms.test_facts_admin import fields
from tests.specialisms.test_pay_table import with_tables
from tests.support.tasks import run_waiting

pytestmark = pytest.mark.django_db


def test_a_version_in_moderation_counts_as_use(guide: SupportPage, consultant_user) -> None:
    fact = factories.fact()
    workflow = Workflow.objects.get_or_create(name="Reviewers approval")[0]
    WorkflowPage.objects.update_or_create(page=guide.get_root(), defaults={"workflow": workflow})
    body = guide.body
    guide.body = using(fact)
    guide.save_revision()
    guide.get_workflow().start(guide, consultant_user)
    guide.body = body
    guide.save_revision()
    with pytest.raises(ProtectedError):
        fact.delete()


@pytest.mark.parametrize("slug", ["künstliche-intelligenz", "sécurité", "機械学習"])
def test_pay_of_a_field_with_any_slug(specialism: SpecialismPage, guide: SupportPage, slug: str) -> None:
    specialism.slug = slug
    specialism.save()
    guide.refresh_from_db()
    factories.pay_band(specialism)
    with_tables(guide, {})
    page = Client().get(guide.get_url())
    assert page.status_code == 200
    for kind in ("csv", "json"):
        address = reverse(f"pay_{kind}", args=[slug])
        assert address in page.content.decode()
        assert Client().get(address).status_code == 200


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("as_of", 1),
        ("checked_on", 1),
        ("valid_until", datetime.date(9999, 12, 31)),
        ("valid_until", 3_654),
    ],
)
def test_impossible_dates_are_refused_beside_the_field(
    specialism: SpecialismPage, consultant: ConsultantPage, field: str, day: datetime.date | int
) -> None:
    if isinstance(day, int):  # so many days from today, whenever that is
        day = timezone.localdate() + datetime.timedelta(days=day)
    for figure in (factories.fact(), factories.pay_band(specialism)):
        setattr(figure, field, day)
        figure.owner = consultant
        with pytest.raises(ValidationError) as refused:
            figure.full_clean()
        assert field in refused.value.message_dict


def test_a_fact_valid_for_ever_can_still_be_confirmed(root: Client) -> None:
    fact = factories.fact(valid_until=datetime.date(9999, 12, 31))
    assert root.get(reverse("facts:edit", args=[fact.pk])).status_code == 200
    proposal = ConfirmForm.proposal(fact)["valid_until"]
    assert ConfirmForm({"valid_until": proposal}).is_valid()
    assert "valid_until" in ConfirmForm({"valid_until": fact.valid_until}).errors


def test_a_role_that_is_named_stays(root: Client, specialism: SpecialismPage, guide: SupportPage) -> None:
    band = factories.pay_band(specialism)
    address = reverse("roles:delete", args=[band.role.pk])
    assert "1 pay bands and 0 pages name this role" in root.post(address, follow=True).content.decode()
    guide.role = band.role
    guide.save()
    run_waiting()
    band.delete()
    assert "0 pay bands and 1 pages name this role" in root.post(address, follow=True).content.decode()
    guide.role = None
    guide.save()
    run_waiting()
    root.post(address)
    assert not Role.objects.exists()


@pytest.mark.parametrize("bulk", [False, True])
def test_pages_the_ledger_needs_stay(
    root: Client,
    specialism: SpecialismPage,
    consultant: ConsultantPage,
    bulk: bool,
) -> None:
    def delete(page: Page) -> None:
        one, many = (
            reverse("wagtailadmin_pages:delete", args=[page.pk]),
            reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={page.pk}",
        )
        root.post(many if bulk else one)

    band = factories.pay_band(specialism, owner=consultant)
    delete(specialism)
    delete(specialism.get_parent())
    delete(consultant)
    assert PayBand.objects.get() == band
    assert ConsultantPage.objects.exists()
    band.delete()
    delete(consultant)
    delete(specialism)
    assert not ConsultantPage.objects.exists()
    assert not SpecialismPage.objects.exists()


def test_places_that_differ_in_capitals_are_one(specialism: SpecialismPage, consultant: ConsultantPage) -> None:
    band = factories.pay_band(specialism, owner=consultant)
    band.pk, band.place = None, "london"
    with pytest.raises(ValidationError, match="There is a band for this role"):
        band.full_clean()


def test_amounts_have_limits(specialism: SpecialismPage, consultant: ConsultantPage) -> None:
    band = factories.pay_band(specialism, owner=consultant, place="Hanoi", currency="VND", p75=2_400_000_000)
    band.full_clean()
    for field, amount in (("p25", 0), ("p75", 100_000_000_000)):
        setattr(band, field, amount)
        with pytest.raises(ValidationError) as refused:
            band.full_clean()
        assert field in refused.value.message_dict
        band.refresh_from_db()


@pytest.mark.parametrize("address", ["facts:index", "facts_by_due_date"])
def test_exports_hold_no_formula(root: Client, address: str) -> None:
    factories.fact(says='=HYPERLINK("http://x")', geography="@SUM(1)", source_name="+1")
    response = root.get(reverse(address), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    cells = [cell for row in rows[1:] for cell in row]
    assert '\'=HYPERLINK("http://x")' in cells
    assert not [cell for cell in cells if cell[:1] in "=+@" and cell]


def test_a_note_or_a_new_meaning_leaves_a_line(
    consultant_client: Client,
    consultant: ConsultantPage,
) -> None:
    consultant_client.post(reverse("facts:add"), fields(consultant))
    fact = Fact.objects.get()
    address = reverse("facts:edit", args=[fact.pk])
    consultant_client.post(address, fields(consultant, history_note="New survey replaces it"))
    consultant_client.post(address, fields(consultant, says="Median time to start", method="Counted"))
    consultant_client.post(address, fields(consultant, says="Median time to start", method="Counted"))
    assert [line.note for line in fact.history.all()] == [
        "Changed: what it says, method",
        "New survey replaces it",
        "",
    ]


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [("30", "45", "£k", "£30k–£45k"), ("5", "6", "€m", "€5m–€6m"), ("88", None, "£k", "£88k"), ("4", "6", "", "4–6")],
)
def test_ranges_of_money_say_their_size_twice(low: str, high: str | None, unit: str, text: str) -> None:
    fact = factories.fact(low=low, high=high, unit=unit)
    fact.refresh_from_db()
    assert fact.value == shown(fact.low, fact.high, unit) == text
