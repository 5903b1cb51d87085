"""One company or one person behind several mandates."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from agency.models import User
from enquiries.models import Mandate
from enquiries.relatives import Kinship, company_key, email_domain, relatives_of
from specialisms.models import SpecialismIndexPage, SpecialismPage
from tests import factories


@pytest.mark.parametrize(
    "names",
    [
        ("Acme Ltd", "ACME Limited", "acme", "Acme, Ltd.", "A.C.M.E. ltd", " Acme  LTD "),
        ("Müller & Söhne GmbH & Co. KG", "MULLER + SOHNE", "Müller und Söhne GmbH"),
        ("Société Générale S.A.", "Societe Generale SA", "SOCIÉTÉ GÉNÉRALE"),
        ("Łódź Energia Sp. z o.o.", "Lodz Energia sp. z o. o.", "Lodz Energia", "Łódź Energia Spółka z o.o."),
        ("L'Oréal", "L’Oréal S.A.", "LOREAL"),
        ("Blue River B.V.", "BlueRiver", "Blue-River BV"),
        ("Telefónica, S.L.", "Telefonica SL", "Telefónica Sociedad Limitada"),
        ("Tiffany & Co.", "Tiffany"),
        ("Ørsted A/S", "Orsted AS"),
        ("3M Company", "3M"),
        ("Ｆｕｌｌｗｉｄｔｈ Inc", "Fullwidth"),
    ],
)
def test_spellings_of_one_company_have_one_key(names: tuple[str, ...]) -> None:
    assert len({company_key(name) for name in names}) == 1, [company_key(name) for name in names]
    assert company_key(names[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Ltd", "Acne Ltd"),
        ("Volkswagen AG", "Volksbank AG"),
        ("Sage", "Agsa"),
        ("Meridian Health", "Meridian"),
        ("日本電気", "日本電産"),
        ("Ltd", "GmbH"),
        ("Casa", "Ca"),
    ],
)
def test_different_companies_have_different_keys(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


def test_a_company_named_like_a_legal_form_keeps_its_name() -> None:
    assert company_key("SE") == "se"
    assert company_key("AG Insurance") == "aginsurance"


def test_a_name_without_letters_has_no_key_and_a_long_one_fits_the_column() -> None:
    assert company_key("–") == company_key("") == ""
    assert len(company_key("ß" * 160)) == 160


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("dana@Example.COM", "example.com"),
        ("dana@münchen.example", "xn--mnchen-3ya.example"),
        ("dana@xn--mnchen-3ya.example", "xn--mnchen-3ya.example"),
        ('"a@b"@example.org', "example.org"),
        ("dana@example.com.", "example.com"),
        ("dana@[192.0.2.1]", "[192.0.2.1]"),
        ("nobody", ""),
        ("", ""),
        ("dana@" + "a" * 70 + ".example", "a" * 70 + ".example"),
    ],
)
def test_the_domain_of_an_address(address: str, domain: str) -> None:
    assert email_domain(address) == domain


def related(mandate: Mandate, user: User) -> dict[int, str]:
    """The relatives of a mandate, and why."""
    return {relative.mandate.pk: relative.kinship for relative in relatives_of(mandate, user)}


def stored(led: SpecialismPage, **fields: Any) -> Mandate:
    """A mandate with the columns that intake derives."""
    values = {"email": "dana@northgate.example", "company": "Northgate Retail Ltd"} | fields
    keys = {
        "company_key": company_key(values["company"]),
        "email_key": values["email"].casefold(),
        "email_domain": email_domain(values["email"]),
    }
    return factories.mandate(specialism=led, **values, **keys)


def test_who_belongs_together(led: SpecialismPage, consultant_user: User) -> None:
    one = stored(led, role="Data Engineer", telephone="+442079460018")
    duplicate = stored(led, role="data engineer", email="DANA@northgate.example")
    person = stored(led, role="CFO")
    number = stored(led, role="CFO", email="x@else.example", company="Else", telephone="+442079460018")
    name = stored(led, role="CFO", email="x@other.example", company="NORTHGATE RETAIL")
    colleague = stored(led, role="Data Engineer", email="li@northgate.example", company="NG")
    stored(led, email="x@far.example", company="Far", telephone="")
    assert related(one, consultant_user) == {
        duplicate.pk: Kinship.DUPLICATE,
        person.pk: Kinship.PERSON,
        number.pk: Kinship.PERSON,
        name.pk: Kinship.COMPANY,
        colleague.pk: Kinship.COMPANY,
    }


@pytest.mark.parametrize("domain", ["gmail.com", "mailinator.com"])
def test_a_public_provider_connects_nobody(led: SpecialismPage, consultant_user: User, domain: str) -> None:
    one = stored(led, email=f"a@{domain}", company="One")
    stored(led, email=f"b@{domain}", company="Two")
    assert related(one, consultant_user) == {}


def test_nothing_in_common_but_nothing(led: SpecialismPage, consultant_user: User) -> None:
    """Mandates without derived columns, and without a telephone number, are not all of one company."""
    one = factories.mandate(specialism=led, email_key="a@one.example")
    factories.mandate(specialism=led, email_key="b@two.example")
    assert related(one, consultant_user) == {}


def test_only_within_90_days(led: SpecialismPage, consultant_user: User) -> None:
    one = stored(led)
    near = stored(led, submitted_at=one.submitted_at - timedelta(days=89))
    far = stored(led, submitted_at=one.submitted_at - timedelta(days=91))
    later = stored(led, submitted_at=one.submitted_at + timedelta(days=89))
    assert set(related(one, consultant_user)) == {near.pk, later.pk}
    assert set(related(near, consultant_user)) == {one.pk, far.pk}


def test_only_what_the_user_may_see(
    led: SpecialismPage, directory: SpecialismIndexPage, consultant_user: User, django_assert_num_queries
) -> None:
    one = stored(led)
    stored(factories.SpecialismPageFactory(parent=directory))
    stored(led, confidential=True)
    consultant_user.has_perm("enquiries.view_mandate")
    with django_assert_num_queries(1):
        assert related(one, consultant_user) == {}


def test_the_mandates_page_shows_them(led: SpecialismPage, consultant_client: Client) -> None:
    one, other = stored(led), stored(led)
    page = consultant_client.get(f"/admin/mandates/{one.pk}/").content.decode()
    assert "Related mandates" in page
    assert f"/admin/mandates/{other.pk}/" in page
    assert "it looks like a duplicate" in page
