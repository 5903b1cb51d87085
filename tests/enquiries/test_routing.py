"""Who is told of a mandate."""

import pytest
from django.contrib.auth.models import Group, Permission

from agency.models import BrandSettings, ConsultantIndexPage, ConsultantPage, User
from enquiries.models import Mandate
from enquiries.routing import addresses_for, consultants_for, holders
from specialisms.models import SpecialismIndexPage, SpecialismPage
from tests import factories


@pytest.fixture
def family(specialism: SpecialismPage) -> SpecialismPage:
    """A specialism under the one on top."""
    return factories.SpecialismPageFactory(parent=specialism, title="Applied research")


@pytest.fixture
def narrow(family: SpecialismPage) -> SpecialismPage:
    """A specialism on the third level."""
    return factories.SpecialismPageFactory(parent=family, title="Ranking")


@pytest.fixture
def answering(home, brand: BrandSettings):
    """Makes a consultant with an account who leads a specialism."""
    people = ConsultantIndexPage.objects.first() or factories.ConsultantIndexPageFactory(parent=home)

    def answer(username: str, leads: SpecialismPage | None = None, **fields: object) -> User:
        consultant: ConsultantPage = factories.ConsultantPageFactory(parent=people, title=username)
        if leads:
            factories.lead(leads, consultant)
        return factories.user(username, **{"group": "Consultants", "consultant": consultant} | fields)

    return answer


def test_those_who_lead_the_specialism(answering, specialism: SpecialismPage, narrow: SpecialismPage, brand) -> None:
    answering("wide", specialism)
    one, two = answering("one", narrow), answering("two", narrow)
    assert consultants_for(narrow) == [one, two]
    assert addresses_for(Mandate(specialism=narrow), brand) == ["one@example.com", "two@example.com"]


def test_else_those_who_lead_the_nearest_wider_one(answering, specialism, family, narrow, brand) -> None:
    wide, wider = answering("wide", family), answering("wider", specialism)
    assert consultants_for(narrow) == consultants_for(family) == [wide]
    assert consultants_for(specialism) == [wider]


def test_never_those_of_a_narrower_or_another_field(
    answering, directory: SpecialismIndexPage, specialism, narrow, brand
) -> None:
    answering("narrow", narrow)
    answering("other", factories.SpecialismPageFactory(parent=directory))
    assert consultants_for(specialism) == []
    assert addresses_for(Mandate(specialism=specialism), brand) == [brand.mandate_email]


@pytest.mark.parametrize("unable", [{"is_active": False}, {"group": ""}, {"group": "Editors"}])
def test_accounts_that_could_not_read_it_are_passed_over(answering, specialism, narrow, brand, unable) -> None:
    answering("unable", narrow, **unable)
    wide = answering("wide", specialism)
    assert consultants_for(narrow) == [wide]


def test_a_lead_without_an_account_is_passed_over(answering, specialism, narrow, consultant, brand) -> None:
    factories.lead(narrow, consultant)
    wide = answering("wide", specialism)
    assert consultants_for(narrow) == [wide]


def test_two_accounts_of_one_consultant_are_both_told(answering, specialism, brand) -> None:
    first = answering("first", specialism)
    second = factories.user("second", group="Consultants", consultant=first.consultant)
    assert addresses_for(Mandate(specialism=specialism), brand) == [first.email, second.email]


def test_without_a_specialism_the_agency_is_told(answering, specialism, brand) -> None:
    answering("ines", specialism)
    assert consultants_for(None) == []
    assert addresses_for(Mandate(), brand) == [brand.mandate_email]


def test_leads_without_an_address_leave_it_to_the_agency(answering, specialism, brand) -> None:
    answering("silent", specialism, email="")
    assert addresses_for(Mandate(specialism=specialism), brand) == [brand.mandate_email]


def test_an_agency_without_an_address_tells_those_who_see_all(answering, specialism, brand) -> None:
    brand.mandate_email = ""
    answering("led-by-nobody")
    chief = answering("chief")
    chief.user_permissions.add(Permission.objects.get(codename="view_all_mandates"))
    retired = answering("retired", is_active=False)
    retired.user_permissions.add(Permission.objects.get(codename="view_all_mandates"))
    blind = factories.user("blind")
    blind.user_permissions.add(Permission.objects.get(codename="view_all_mandates"))
    root = factories.user("root", is_superuser=True)
    factories.user("nameless", is_superuser=True, email="")
    assert set(addresses_for(Mandate(specialism=specialism), brand)) == {chief.email, root.email}


def test_an_agency_where_nobody_can_be_told_still_takes_mandates(specialism, brand) -> None:
    brand.mandate_email = ""
    assert addresses_for(Mandate(specialism=specialism), brand) == []


def test_the_group_of_consultants_may_see_mandates_and_not_all_of_them(db) -> None:
    group = Group.objects.get(name="Consultants")
    held = set(group.permissions.filter(content_type__app_label="enquiries").values_list("codename", flat=True))
    assert held == {"view_mandate", "change_mandate", "view_privacynotice"}
    others = Group.objects.exclude(pk=group.pk).filter(permissions__content_type__app_label="enquiries")
    assert not others.filter(
        permissions__codename__in=["view_mandate", "change_mandate", "view_all_mandates"]
    ).exists()


@pytest.mark.parametrize("unable", [{"is_active": False}, {"group": ""}, {"group": "Editors"}])
class TestWhoLost:
    """Somebody answers a mandate, or is named on one, and may not open it any more."""

    def test_whoever_answers_is_passed_over(self, answering, specialism, brand, unable) -> None:
        lead, gone = answering("lead", specialism), answering("gone", **unable)
        mandate = factories.mandate(specialism=specialism, assigned_to=gone)
        assert addresses_for(mandate, brand) == [lead.email]
        assert holders(mandate) == [lead]

    def test_those_named_leave_a_confidential_one_to_those_who_see_all(
        self, answering, specialism, brand, unable
    ) -> None:
        answering("lead", specialism)
        root = factories.user("root", is_superuser=True)
        mandate = factories.mandate(specialism=specialism, confidential=True)
        mandate.people.set([answering("gone", **unable)])
        assert addresses_for(mandate, brand) == [root.email]
        assert holders(mandate) == []
