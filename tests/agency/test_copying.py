"""Whoever copies a page gets a draft, whatever the form is sent: before it is published, it is looked at like any draft."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(home) -> Client:
    """The browser of somebody who may do everything."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client


def test_form_offers_nothing_that_goes_live(root: Client, guide: SupportPage, home) -> None:
    for page in (guide, guide.get_parent(), factories.PlainPageFactory(parent=home)):
        shown = BeautifulSoup(root.get(reverse("wagtailadmin_pages:copy", args=[page.pk])).content, "html.parser")
        assert not shown.select("[name=publish_copies], [name=alias]")
        assert "The copy is a draft until you publish it." in shown.get_text()


@pytest.mark.parametrize("asked", ["publish_copies", "alias"])
def test_copies_are_drafts(root: Client, guide: SupportPage, specialism: SpecialismPage, asked: str) -> None:
    before = set(Page.objects.values_list("pk", flat=True))
    where = {"new_title": "Twin", "new_slug": "twin", "new_parent_page": specialism.get_parent().pk}
    sent = where | {"copy_subpages": "on", asked: "on"}
    assert root.post(reverse("wagtailadmin_pages:copy", args=[specialism.pk]), sent).status_code == 302
    copies = Page.objects.exclude(pk__in=before)
    assert [(page.slug, page.live, page.alias_of_id) for page in copies.order_by("path")] == [
        ("twin", False, None),
        (guide.slug, False, None),
    ]


def test_an_alias_becomes_a_page_of_its_own_out_of_sight(root: Client, guide: SupportPage, directory) -> None:
    other = factories.SpecialismPageFactory(parent=type(directory).objects.get(), title="Another")
    alias = guide.create_alias(parent=other)
    address = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    answer = root.post(address, follow=True)
    assert "Unpublish it first" in answer.content.decode()
    assert Page.objects.get(pk=alias.pk).alias_of_id == guide.pk
    Page.objects.get(pk=alias.pk).unpublish()
    assert root.post(address).status_code == 302
    converted = Page.objects.get(pk=alias.pk)
    assert (converted.alias_of_id, converted.live) == (None, False)
