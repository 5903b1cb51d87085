"""What a guide or the ledger knows of the role a client needs."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from agency.templatetags.components import mandate_url
from enquiries.models import Mandate
from specialisms.models import Role
from support_pages.models import SupportPage
from tests import factories
from tests.enquiries.submission import ADDRESS, fill, opened, send

pytestmark = pytest.mark.usefixtures("brand")


@pytest.fixture
def role() -> Role:
    """A role of ours."""
    return factories.role("Machine Learning Engineer", alternative_titles="ML Engineer")


def test_the_role_of_the_guide_is_filled_in_and_can_be_changed(guide: SupportPage, role: Role) -> None:
    SupportPage.objects.update(role=role)
    guide.refresh_from_db()
    assert opened(mandate_url(guide)).values["role"] == role.name
    send(fill(mandate_url(guide), role="Head of AI"))
    mandate = Mandate.objects.get()
    assert (mandate.role, mandate.known_role) == ("Head of AI", None)


def test_a_guide_without_a_role_fills_in_none(guide: SupportPage) -> None:
    assert opened(mandate_url(guide)).values["role"] == ""


def test_a_role_that_is_gone_fills_in_none(guide: SupportPage, role: Role) -> None:
    SupportPage.objects.update(role=role)
    guide.refresh_from_db()
    address = mandate_url(guide)
    role.delete()
    assert opened(address).values["role"] == ""


def test_a_mandate_for_a_role_of_ours_says_so_to_the_consultant(role: Role) -> None:
    send(fill(role="ml  engineer"))
    mandate = Mandate.objects.get()
    assert (mandate.role, mandate.known_role) == ("ml engineer", role)
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    assert "our role: Machine Learning Engineer" in " ".join(
        client.get(reverse("mandates:inspect", args=[mandate.pk])).content.decode().split()
    )


def test_the_form_suggests_our_roles(role: Role) -> None:
    soup = BeautifulSoup(Client().get(ADDRESS).content, "html.parser")
    suggested = soup.find(id=soup.find("input", {"name": "role"})["list"])
    assert [option["value"] for option in suggested.find_all("option")] == [role.name]


def test_deleting_a_role_keeps_the_mandate(role: Role) -> None:
    send(fill(role=role.name))
    role.delete()
    assert Mandate.objects.get().known_role is None
