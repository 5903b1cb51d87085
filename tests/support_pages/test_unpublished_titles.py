"""Cluster health and pages that are not published: named to those who may open them, and to nobody else."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.cluster import cluster_of
from support_pages.models import SupportPage
from tests import factories
from tests.support.tasks import run_waiting
from tests.support_pages.clusters import cluster, linking, with_guest_draft_and_private

pytestmark = pytest.mark.django_db


@pytest.fixture
def eight(directory: SpecialismIndexPage) -> SpecialismPage:
    """A cluster of eight pages, with a guest, a draft and a private guide besides."""
    made = cluster(directory, 8)
    elsewhere = factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), title="Elsewhere", body=[])
    with_guest_draft_and_private(SpecialismPage.objects.get(pk=made.pk), elsewhere)
    run_waiting()
    return SpecialismPage.objects.get(pk=made.pk)


@pytest.fixture
def editor(home) -> Client:
    """The browser of an editor, who may open everything."""
    client = Client()
    client.force_login(factories.user("edith", group="Editors"))
    return client


def may_change(title: str, name: str) -> Client:
    """The browser of somebody who works on one page, as a consultant does."""
    account = factories.user(name)
    group = account.groups.create(name=f"Of {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    page = Page.objects.get(title=title)
    group.page_permissions.create(page=page, permission=Permission.objects.get(codename="change_page"))
    client = Client()
    client.force_login(account)
    return client


def shown(specialism: SpecialismPage, client: Client) -> BeautifulSoup:
    """The view of a cluster, parsed."""
    response = client.get(reverse("thread:cluster", args=[specialism.pk]))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_what_is_not_published_is_named_only_to_those_who_may_open_it(
    eight: SpecialismPage, editor: Client, consultant
) -> None:
    lead_elsewhere = may_change("Elsewhere", "ines")
    draft = SupportPage.objects.get(title="Draft to come")
    SupportPage.objects.filter(pk=draft.pk).update(title="Secret draft", reviewer=consultant)
    first = cluster_of(eight).pages[0]
    first.body = linking(eight, draft)
    first.save()
    run_waiting()
    html = str(shown(eight, lead_elsewhere))
    assert "Secret draft" not in html
    assert consultant.title not in html
    node = shown(eight, lead_elsewhere).select_one(f'.thread-map a[data-page="{draft.pk}"]')
    assert node["aria-label"].startswith("Not published yet, ")
    assert "leads to a page that is not published" in html
    theirs = str(shown(eight, editor))
    assert "Secret draft" in theirs
    assert consultant.title in theirs


def test_a_specialism_that_is_not_published_is_there_for_those_who_may_open_it(
    eight: SpecialismPage, editor: Client
) -> None:
    lead_elsewhere = may_change("Elsewhere", "ines")
    SpecialismPage.objects.filter(pk=eight.pk).update(live=False, title="Secret field")
    report, view = reverse("thread:report"), reverse("thread:cluster", args=[eight.pk])
    for client, status in ((editor, 200), (lead_elsewhere, 404)):
        assert client.get(view).status_code == client.post(view, follow=True).status_code == status
        listed = client.get(report)
        assert listed.status_code == 200
        assert ("Secret field" in listed.content.decode()) is (status == 200)
    guest = SupportPage.objects.get(title="Guest from elsewhere")
    SpecialismPage.objects.filter(title="Elsewhere").update(live=False, title="Elsewhere, secret")
    SpecialismPage.objects.filter(pk=eight.pk).update(live=True)
    client = may_change(cluster_of(eight).pages[0].title, "otto")
    row = shown(eight, client).find(id=f"page-{guest.pk}").get_text()
    assert "Elsewhere, secret" not in row
    assert "It supports a specialism that is not published, and is checked there." in row
    assert "Elsewhere, secret" in shown(eight, editor).find(id=f"page-{guest.pk}").get_text()
