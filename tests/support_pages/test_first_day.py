"""What the handbook says of a consultant's first day is what the CMS does."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from agency.models import ConsultantPage, User
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def led(specialism: SpecialismPage, consultant: ConsultantPage, consultant_user: User) -> SpecialismPage:
    """Her specialism, with a guide."""
    factories.SupportPageFactory(parent=specialism, title="Her guide", body=[])
    factories.lead(specialism, consultant)
    return SpecialismPage.objects.get(pk=specialism.pk)


@pytest.fixture
def elsewhere(led: SpecialismPage, directory: SpecialismIndexPage) -> SupportPage:
    """A guide of a specialism that somebody else leads."""
    directory.refresh_from_db()
    other = factories.SpecialismPageFactory(parent=directory, title="Offshore Wind")
    return factories.SupportPageFactory(parent=other, title="Their guide", body=[])


def menu(client: Client) -> str:
    """The front page of the CMS, whose menu is data in it."""
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_menu_has_what_the_handbook_names(led: SpecialismPage, consultant_client: Client) -> None:
    shown = menu(consultant_client)
    for name in (
        "Mandates",
        "Guides",
        "Pages",
        "Evidence",
        "Images",
        "Documents",
        "Reports",
        "Help",
        "Cluster health",
    ):
        assert f'"label": "{name}"' in shown, name


def test_pages_open_at_the_specialism_she_leads_and_guides_are_hers(
    led: SpecialismPage, elsewhere: SupportPage, consultant_client: Client
) -> None:
    opened = consultant_client.get(reverse("wagtailadmin_explore_root"))
    assert opened.url == reverse("wagtailadmin_explore", args=[led.pk])
    listed = consultant_client.get(reverse("guide_list:index")).content.decode()
    assert "Her guide" in listed
    assert "Their guide" not in listed


def test_other_specialisms_are_read_on_the_site_and_seen_under_cluster_health(
    led: SpecialismPage, elsewhere: SupportPage, consultant_client: Client
) -> None:
    assert consultant_client.get(reverse("wagtailadmin_pages:edit", args=[elsewhere.pk])).status_code == 302
    assert consultant_client.get(elsewhere.url).status_code == 200
    assert "Offshore Wind" in consultant_client.get(reverse("thread:report")).content.decode()


def test_only_an_account_with_all_rights_connects_accounts_with_consultants(
    led: SpecialismPage, consultant_user: User
) -> None:
    edit = reverse("wagtailusers_users:edit", args=[consultant_user.pk])
    add = reverse("wagtailusers_users:add")
    offered = {}
    for name, fields in (("root", {"is_superuser": True}), ("ada", {"group": "Site administrators"})):
        client = Client()
        client.force_login(factories.user(name, **fields))
        assert (client.get(edit).status_code == 200) is (name == "root")
        form = BeautifulSoup(client.get(add).content, "html.parser")
        offered[name] = form.find("select", attrs={"name": "consultant"}) is not None
    assert offered == {"root": True, "ada": False}
