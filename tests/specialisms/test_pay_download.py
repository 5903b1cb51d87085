"""Pay bands at their public addresses."""

import csv
import io

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from specialisms.pay.download import FIELDS
from tests import factories

pytestmark = pytest.mark.django_db


def test_csv(specialism) -> None:
    factories.pay_band(specialism, bonus_note="=1+1")
    response = Client().get("/pay/machine-learning.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    (row,) = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
    assert list(row) == list(FIELDS)
    assert (row["role"], row["place"], row["p50"]) == ("Machine Learning Engineer", "London", "115000")
    assert (row["bonus"], row["expired"], row["illustrative"]) == ("'=1+1", "no", "no")


def test_json_explains_its_fields(specialism) -> None:
    factories.pay_band(specialism, sample_size=None)
    response = Client().get("/pay/machine-learning.json")
    found = response.json()
    assert response["Content-Type"] == "application/json"
    assert found["specialism"]["url"] == f"http://testserver{specialism.url}"
    (band,) = found["bands"]
    assert list(band) == list(found["fields"])
    assert (band["p25"], band["currency"], band["basis"], band["sample"]) == (100_000, "GBP", "annual_base", None)
    assert band["as_of"] < band["valid_until"]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_unchanged_files_are_not_sent_twice(specialism, kind: str) -> None:
    band = factories.pay_band(specialism)
    address = f"/pay/machine-learning.{kind}"
    first = Client().get(address)
    assert first["Cache-Control"] == "public, no-cache"
    assert not first.cookies
    again = Client().get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    type(band).objects.update(p75=140_000)
    assert Client().get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_only_public_specialisms(specialism, directory, kind: str) -> None:
    draft = factories.SpecialismPageFactory(parent=directory, live=False, slug="draft")
    secret = factories.SpecialismPageFactory(parent=directory, slug="secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    for page in (draft, secret):
        factories.pay_band(page)
        assert Client().get(f"/pay/{page.slug}.{kind}").status_code == 404
    assert Client().get(f"/pay/nowhere.{kind}").status_code == 404
    assert Client().post(f"/pay/machine-learning.{kind}").status_code == 405
    assert Client().get(f"/pay/machine-learning.{kind}").status_code == 200


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_cost_does_not_grow(specialism, kind: str, django_assert_max_num_queries) -> None:
    for number in range(40):
        factories.pay_band(specialism, place=f"Town {number}", role=factories.role(f"Role {number}"))
    with django_assert_max_num_queries(6):
        Client().get(f"/pay/machine-learning.{kind}")


def test_specialisms_that_share_a_slug_share_the_file(specialism, directory) -> None:
    family = factories.SpecialismPageFactory(parent=directory)
    twin = factories.SpecialismPageFactory(parent=family, slug=specialism.slug)
    factories.pay_band(specialism, place="London")
    factories.pay_band(twin, place="Leeds")
    found = Client().get("/pay/machine-learning.json").json()["bands"]
    assert {band["place"] for band in found} == {"London", "Leeds"}
