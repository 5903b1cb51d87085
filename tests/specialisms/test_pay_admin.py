"""Pay bands in the CMS: list, form, files."""

import datetime
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specialisms.models import Level, PayBand
from specialisms.pay import files
from tests import factories
from tests.specialisms.test_pay_files import ROW, file

pytestmark = pytest.mark.django_db

INDEX = reverse("pay_bands:index")
IMPORT = reverse("pay_bands:import")


def member(*rights: str) -> Client:
    """A browser of somebody who may enter the admin and has these rights on pay bands."""
    group = Group.objects.create(name="-".join(rights) or "none")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        group.permissions.add(Permission.objects.get(codename=f"{right}_payband"))
    client = Client()
    client.force_login(factories.user(group.name.replace("-", ""), group=group.name))
    return client


@pytest.fixture
def keeper(home) -> Client:
    """Somebody who may add and change."""
    return member("add", "change", "view")


@pytest.fixture
def ledger(specialism, consultant):
    """What the example row refers to."""
    factories.role("Machine Learning Engineer")
    return specialism


def upload(client: Client, data: bytes):
    """The answer to a file."""
    return client.post(IMPORT, {"file": SimpleUploadedFile("bands.csv", data, "text/csv")})


def token(response) -> str:
    """What confirms a preview."""
    return BeautifulSoup(response.content, "html.parser").find("input", {"name": "confirm"})["value"]


def listed(client: Client, **query: str) -> list[str]:
    """The places in the list."""
    bands = client.get(INDEX, query).context["object_list"]
    return sorted(band.place for band in bands)


def test_list_filters_and_search(keeper: Client, specialism, directory) -> None:
    family = factories.SpecialismPageFactory(parent=directory)
    narrow = factories.SpecialismPageFactory(parent=family)
    today = timezone.localdate()
    factories.pay_band(specialism, place="London")
    factories.pay_band(specialism, place="Berlin", currency="EUR", level=Level.HEAD)
    factories.pay_band(narrow, place="Paris", role=factories.role("Data Engineer"), currency="EUR")
    old = today - datetime.timedelta(days=10)
    factories.pay_band(specialism, place="Rome", as_of=old, valid_until=today - datetime.timedelta(days=1))
    assert listed(keeper) == ["Berlin", "London", "Paris", "Rome"]
    assert listed(keeper, specialism=str(family.pk)) == ["Paris"]
    assert listed(keeper, place="London") == ["London"]
    assert listed(keeper, level="head") == ["Berlin"]
    assert listed(keeper, currency="EUR") == ["Berlin", "Paris"]
    assert listed(keeper, expired="yes") == ["Rome"]
    assert listed(keeper, expired="no", currency="GBP") == ["London"]
    assert listed(keeper, q="data eng") == ["Paris"]


@pytest.mark.parametrize("value", ["9" * 40, "-1", "x", "\x00", "é"])
def test_filters_refuse_what_is_not_offered(keeper: Client, specialism, value: str) -> None:
    factories.pay_band(specialism)
    for name in ("specialism", "place", "level", "currency", "expired", "q", "p"):
        assert keeper.get(INDEX, {name: value}).status_code in {200, 404}


def test_list_costs_the_same_for_fifty_bands(keeper: Client, specialism, django_assert_max_num_queries) -> None:
    for number in range(50):
        factories.pay_band(specialism, place=f"Town {number}", role=factories.role(f"Role {number}"))
    with django_assert_max_num_queries(22):
        keeper.get(INDEX)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"p50": "99999"}, "p50"),
        ({"p75": "114999"}, "p75"),
        ({"currency": "GPB"}, "currency"),
        ({"valid_until": "2026-01-01"}, "valid_until"),
    ],
)
def test_form_says_what_is_wrong_beside_the_field(keeper: Client, ledger, consultant, fields, wrong) -> None:
    data = {
        "specialism": ledger.pk,
        "role": factories.role().pk,
        "level": "senior",
        "place": "London",
        "currency": "GBP",
        "basis": "annual_base",
        "p25": "100000",
        "p50": "115000",
        "p75": "132000",
        "source_name": "Placements",
        "as_of": "2026-09-30",
        "valid_until": "2027-03-31",
        "checked_on": "2026-10-01",
        "owner": consultant.pk,
    }
    response = keeper.post(reverse("pay_bands:add"), data | fields)
    assert response.status_code in {200, 422}
    assert list(response.context["form"].errors) == [wrong]
    page = BeautifulSoup(response.content, "html.parser")
    beside = page.find(id=f"panel-child-{wrong}-errors") or page.find(
        lambda tag: tag.get("id", "").endswith(f"{wrong}-errors")
    )
    assert beside.get_text(strip=True)
    assert keeper.post(reverse("pay_bands:add"), data).status_code == 302
    assert PayBand.objects.get().owner == consultant


def test_export_is_the_filtered_list_and_imports_as_nothing_new(keeper: Client, ledger, consultant) -> None:
    factories.pay_band(ledger, place="London", owner=consultant, bonus_note="=cmd()")
    factories.pay_band(ledger, place="Berlin", owner=consultant, currency="EUR")
    response = keeper.get(INDEX, {"export": "csv", "currency": "GBP"})
    assert response["Content-Type"].startswith("text/csv")
    assert "attachment" in response["Content-Disposition"]
    assert "'=cmd()" in response.content.decode()
    (line,) = files.read(response.content).lines
    assert (line.cells["place"], line.cells["bonus"], line.cells["owner"]) == ("London", "=cmd()", "ines-okafor")
    preview = upload(keeper, response.content)
    assert [change.kind for change in preview.context["plan"].changes] == ["unchanged"]
    assert b'name="confirm"' not in preview.content


def test_preview_stores_nothing_and_confirmation_stores_it(keeper: Client, ledger, consultant) -> None:
    existing = factories.pay_band(ledger, owner=consultant)
    preview = upload(keeper, file(ROW, ROW | {"place": "Leeds"}))
    assert preview.status_code == 200
    assert PayBand.objects.get() == existing
    text = BeautifulSoup(preview.content, "html.parser").get_text(" ", strip=True)
    assert "1 new, 1 changed, 0 unchanged" in text
    assert "bonus – becomes → 10–15% target" in text, text
    done = keeper.post(IMPORT, {"confirm": token(preview)}, follow=True)
    assert "1 pay band added, 1 changed." in done.content.decode()
    assert set(PayBand.objects.values_list("place", "bonus_note")) == {
        ("London", "10–15% target"),
        ("Leeds", "10–15% target"),
    }


def test_a_preview_is_confirmed_once(keeper: Client, ledger) -> None:
    first = token(upload(keeper, file(ROW)))
    second = token(upload(keeper, file(ROW | {"place": "Leeds"})))
    assert "Upload the file again" in keeper.post(IMPORT, {"confirm": first}, follow=True).content.decode()
    assert not PayBand.objects.exists()
    keeper.post(IMPORT, {"confirm": second})
    PayBand.objects.all().delete()
    keeper.post(IMPORT, {"confirm": second})
    assert not PayBand.objects.exists()


def test_somebody_elses_preview_cannot_be_confirmed(keeper: Client, ledger) -> None:
    confirm = token(upload(keeper, file(ROW)))
    other = Client()
    other.force_login(factories.user("root", is_superuser=True))
    other.post(IMPORT, {"confirm": confirm})
    assert not PayBand.objects.exists()


def test_bands_that_changed_since_the_preview_are_previewed_again(keeper: Client, ledger, consultant) -> None:
    band = factories.pay_band(ledger, owner=consultant)
    preview = upload(keeper, file(ROW))
    PayBand.objects.filter(pk=band.pk).update(p50=120_000)
    again = keeper.post(IMPORT, {"confirm": token(preview)})
    assert "changed since the preview" in again.content.decode()
    assert PayBand.objects.get().p50 == 120_000
    keeper.post(IMPORT, {"confirm": token(again)})
    assert PayBand.objects.get().p50 == 115_000


def test_problems_are_listed_by_line_and_column(keeper: Client, ledger) -> None:
    response = upload(keeper, file(ROW, ROW | {"place": "Leeds", "role": "<b>Nobody</b>"}))
    assert response.status_code == 422
    page = BeautifulSoup(response.content, "html.parser")
    cells = [cell.get_text() for cell in page.select_one(".pay-import table").select("tbody td")]
    assert cells == ["3", "role", "There is no role named “<b>Nobody</b>” in the ledger."]
    assert not page.find("input", {"name": "confirm"})
    assert not PayBand.objects.exists()


def test_large_and_missing_files_are_refused(keeper: Client, ledger) -> None:
    response = upload(keeper, b"x" * (files.LARGEST_FILE + 1))
    assert response.status_code == 422
    assert "2 MB" in response.content.decode()
    assert keeper.post(IMPORT).status_code == 422
    assert "empty" in upload(keeper, b"").content.decode()


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: file(ROW) + tail))
def test_any_file_is_answered(keeper: Client, ledger, data: bytes) -> None:
    assert upload(keeper, data).status_code in {200, 422}


def test_page_describes_every_column_and_offers_a_template(keeper: Client) -> None:
    page = keeper.get(IMPORT).content.decode()
    assert all(f"<code>{name}</code>" in page for name in files.NAMES)
    assert reverse("pay_bands:template") in page
    assert files.read(keeper.get(reverse("pay_bands:template")).content).lines


@pytest.mark.parametrize("rights", [("view",), ("add",), ("change",), ("add", "view", "delete")])
def test_only_those_who_may_add_and_change_import(home, ledger, rights) -> None:
    client = member(*rights)
    assert IMPORT not in client.get(INDEX).content.decode()
    for response in (client.get(IMPORT), upload(client, file(ROW)), client.get(reverse("pay_bands:template"))):
        assert response.status_code == 302
    assert not PayBand.objects.exists()


def test_nobody_without_rights_sees_the_list_or_exports_it(home, specialism) -> None:
    factories.pay_band(specialism)
    client = member()
    assert client.get(INDEX).status_code == 302
    assert client.get(INDEX, {"export": "csv"}).status_code == 302


def test_a_band_added_at_the_same_moment_stops_the_import(keeper: Client, ledger) -> None:
    preview = upload(keeper, file(ROW, ROW | {"place": "Leeds"}))
    create = PayBand.objects.bulk_create

    def somebody_was_faster(bands, **options):
        factories.pay_band(ledger, place="Leeds")
        return create(bands, **options)

    with mock.patch.object(PayBand.objects.__class__, "bulk_create", side_effect=somebody_was_faster):
        again = keeper.post(IMPORT, {"confirm": token(preview)})
    assert "changed since the preview" in again.content.decode()
    assert not PayBand.objects.filter(place="London").exists()
