"""Accounts, and their link to a consultant's page, which decides whose mandates they see."""

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from agency.models import ConsultantPage, User
from tests import factories

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-phrase-for-tests"


@pytest.fixture
def administrator(consultant: ConsultantPage) -> Client:
    """A browser in which a superuser is logged in."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client


def answers(**fields: object) -> dict[str, object]:
    """What an administrator fills in."""
    return {"username": "ines", "email": "ines@example.com", "first_name": "Ines", "last_name": "Okafor"} | fields


def test_administrator_links_an_account_to_its_consultant(administrator: Client, consultant: ConsultantPage) -> None:
    form = answers(password1=PASSWORD, password2=PASSWORD, consultant=consultant.pk, is_active="on")
    assert administrator.post(reverse("wagtailusers_users:add"), form).status_code == 302
    user = User.objects.get(username="ines")
    assert user.consultant == consultant
    edit = reverse("wagtailusers_users:edit", args=[user.pk])
    shown = BeautifulSoup(administrator.get(edit).content, "html.parser")
    assert shown.find("select", {"name": "consultant"}).find("option", selected=True)["value"] == str(consultant.pk)
    assert administrator.post(edit, answers(consultant="", is_active="on")).status_code == 302
    user.refresh_from_db()
    assert user.consultant is None


def test_editor_of_the_consultants_page_cannot_change_the_link(consultant: ConsultantPage) -> None:
    client = Client()
    client.force_login(factories.user("edith", group="Editors"))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[consultant.pk])).status_code == 200
    assert client.get(reverse("wagtailusers_users:index")).status_code == 302
    assert "accounts" not in consultant.get_edit_handler().get_form_class().base_fields


def test_consultant_does_not_link_themselves_to_another(
    consultant_client: Client, consultant_user: User, consultant: ConsultantPage
) -> None:
    other = factories.ConsultantPageFactory(parent=consultant.get_parent())
    consultant_client.post(
        reverse("wagtailadmin_account"), {"consultant": other.pk, "name_email-email": "x@example.com"}
    )
    consultant_user.refresh_from_db()
    assert consultant_user.consultant == consultant


def test_account_stays_when_its_consultants_page_goes(consultant_user: User, consultant: ConsultantPage) -> None:
    consultant.delete()
    consultant_user.refresh_from_db()
    assert consultant_user.consultant is None


@pytest.mark.database
def test_two_accounts_cannot_share_an_address(consultant_user: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.user("second", email=consultant_user.email)


@pytest.mark.parametrize("weak", ["short", "password1234", "123456789012", "ines-ines-ines"])
def test_weak_passwords_are_refused(administrator: Client, weak: str) -> None:
    form = answers(password1=weak, password2=weak, username="ines-ines-ines", is_active="on")
    assert administrator.post(reverse("wagtailusers_users:add"), form).status_code == 200
    assert not User.objects.filter(username="ines-ines-ines").exists()


def test_account_is_called_by_its_name(consultant_user: User) -> None:
    assert str(consultant_user) == "ines"
    consultant_user.first_name, consultant_user.last_name = "Ines", "Okafor"
    assert str(consultant_user) == "Ines Okafor"
