"""The same before several pages leave at once."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.departures.conftest import Linking, fresh, mark_on, soup_of

pytestmark = pytest.mark.django_db


def where(action: str, *pages: Page) -> str:
    """The address of a bulk action on pages."""
    listing = reverse("wagtailadmin_explore", args=[pages[0].get_parent().pk])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?{ids}&next={listing}"


def words(response: HttpResponse) -> str:
    """What the screen says besides Wagtail's own."""
    return " ".join(soup_of(response).find(class_="departure").get_text(" ").split())


@pytest.fixture
def pair(specialism: SpecialismPage, plain: SupportPage) -> list[SupportPage]:
    """Two guides of the specialism."""
    return [plain, factories.SupportPageFactory(parent=fresh(specialism), title="Map", kind="market_map", body=[])]


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_pages_leave_together(
    admin: Client, specialism: SpecialismPage, pair: list[SupportPage], link: Linking, action: str
) -> None:
    link(pair[0], words="to the first")
    link(pair[1], words="to the second", live=False)
    pair[0].body = pair[0]._meta.get_field("body").stream_block.to_python([])
    shown = admin.get(where(action, *pair))
    assert "2 pages link here" in words(shown)
    assert "“Machine Learning” is left without: salary guide and market map." in words(shown)
    assert soup_of(shown).find("input", {"name": "target"})["value"] == str(specialism.pk)
    sent = {"shown": mark_on(shown), "target": specialism.pk}
    assert admin.post(where(action, *pair), sent).status_code == 302
    assert not Page.objects.filter(pk__in=[page.pk for page in pair], live=True).exists()
    for page in pair:
        answer = Client().get(page.url)
        assert (answer.status_code, answer.url) == (301 if action == "delete" else 302, specialism.url)


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_what_was_typed_is_kept(admin: Client, pair: list[SupportPage], action: str) -> None:
    sent = {"shown": mark_on(admin.get(where(action, *pair))), "target": pair[1].pk}
    response = admin.post(where(action, *pair), sent)
    assert response.status_code == 422
    field = soup_of(response).find(class_="departure-target")
    assert "This page leaves too" in field.get_text()
    assert field.find("input", {"name": "target"})["value"] == str(pair[1].pk)
    assert fresh(pair[0]).live


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_nothing_leaves_if_something_changed_since(
    admin: Client, pair: list[SupportPage], link: Linking, action: str
) -> None:
    sent = {"shown": mark_on(admin.get(where(action, *pair)))}
    link(pair[0], words="late")
    response = admin.post(where(action, *pair), sent)
    assert response.status_code == 422
    assert "“late”" in words(response)
    assert "Something has changed" in response.content.decode()
    assert fresh(pair[0]).live


def test_pages_move_together_once_the_place_has_been_looked_at(
    admin: Client, pair: list[SupportPage], data: SpecialismPage
) -> None:
    old = [page.url for page in pair]
    shown = admin.get(where("move", *pair))
    assert "becomes guide" not in words(shown)
    assert soup_of(shown).select_one("form button[type=submit]").get_text() == "Continue"
    looked = admin.post(where("move", *pair), {"shown": mark_on(shown), "chooser": data.pk})
    assert looked.status_code == 422
    assert "Nothing has moved yet" in looked.content.decode()
    assert "“Map” becomes guide number 2 of “Data”." in words(looked)
    assert fresh(pair[0]).url == old[0]
    sent = {"shown": mark_on(looked), "chooser": data.pk}
    assert admin.post(where("move", *pair), sent).status_code == 302
    for page, address in zip(pair, old, strict=True):
        answer = Client().get(address)
        assert (answer.status_code, answer.url) == (301, fresh(page).url)
        assert fresh(page).url.startswith(data.url)


def test_without_our_screen_wagtails_actions_work(
    admin: Client, pair: list[SupportPage], data: SpecialismPage
) -> None:
    assert admin.post(where("move", pair[0]), {"chooser": data.pk}).status_code == 302
    assert admin.post(where("unpublish", pair[0])).status_code == 302
    assert admin.post(where("delete", *pair)).status_code == 302
    assert not Page.objects.filter(pk__in=[page.pk for page in pair]).exists()
    assert not Redirect.objects.exists()


def test_pages_below_are_unpublished_too(
    admin: Client, specialism: SpecialismPage, pair: list[SupportPage], data: SpecialismPage
) -> None:
    shown = admin.get(where("unpublish", specialism))
    assert soup_of(shown).find("input", {"name": "include_descendants"})
    sent = {"shown": mark_on(shown), "target": data.pk, "include_descendants": "on"}
    admin.post(where("unpublish", specialism), sent)
    assert Redirect.objects.filter(redirect_page=data, is_permanent=False).count() == 3
    assert not soup_of(admin.get(where("unpublish", data))).find("input", {"name": "include_descendants"})


def test_many_pages_are_deleted_only_with_the_name_of_the_site(
    admin: Client, specialism: SpecialismPage, data: SpecialismPage
) -> None:
    for _number in range(10):
        factories.SupportPageFactory(parent=fresh(specialism), body=[])
    shown = admin.get(where("delete", specialism))
    sent = {"shown": mark_on(shown), "target": data.pk}
    assert soup_of(shown).find("input", {"name": "confirm_site_name"})
    admin.post(where("delete", specialism), sent | {"confirm_site_name": "Wrong"})
    assert Page.objects.filter(pk=specialism.pk).exists()
    admin.post(where("delete", specialism), sent | {"confirm_site_name": "Throughline"})
    assert Redirect.objects.filter(redirect_page=data, is_permanent=True).count() == 11


def test_refusals_hold(admin: Client, specialism: SpecialismPage) -> None:
    factories.mandate(specialism=specialism)
    sent = {"shown": mark_on(admin.get(where("delete", specialism))), "target": ""}
    admin.post(where("delete", specialism), sent)
    assert Page.objects.filter(pk=specialism.pk).exists()
