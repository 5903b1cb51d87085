"""Publishing several pages at once."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry, Revision

from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.bodies import body
from tests.support_pages.publishing.screen import buttons, mark, stored
from tests.support_pages.thread.writing import index_references, prose, text, to

pytestmark = pytest.mark.django_db


def bulk(client: Client, *pages: Page, **sent: str) -> HttpResponse:
    """Publish pages together."""
    ids = "&".join(f"id={page.pk}" for page in pages)
    listing = reverse("wagtailadmin_explore", args=[pages[0].get_parent().pk])
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{where}?{ids}&next={listing}", sent)


def test_several_pages_with_errors_are_listed_and_none_is_published(
    client: Client, live_page: SupportPage, wrong: dict
) -> None:
    other = factories.SupportPageFactory(parent=live_page.get_parent(), title="Other", live=False, body=[])
    wrong["Guide"] = [("error", "Broken.")]
    wrong["Other"] = [("warning", "Thin.")]
    response = bulk(client, live_page, other)
    assert response.status_code == 422
    words = response.content.decode()
    assert "Nothing was published" in words
    assert "<strong>Guide:</strong> Broken." in words
    assert "<strong>Other:</strong> Thin." in words
    assert buttons(response) == ["Go back"]
    bulk(client, live_page, other, shown=mark(response))
    assert not stored(other).live


def test_several_pages_with_warnings_are_published_once_confirmed(
    client: Client, live_page: SupportPage, wrong: dict
) -> None:
    below = factories.SupportPageFactory(parent=live_page.get_parent(), title="Below", live=False, body=[])
    specialism = SpecialismPage.objects.get(pk=live_page.get_parent().pk)
    wrong["Below"] = [("warning", "Thin.")]
    assert bulk(client, specialism, include_descendants="").status_code == 302
    response = bulk(client, specialism, include_descendants="on")
    assert response.status_code == 422
    assert buttons(response) == ["Publish anyway", "Go back"]
    assert not stored(below).live
    assert bulk(client, specialism, include_descendants="on", shown=mark(response)).status_code == 302
    assert stored(below).live


def redrafted(page: SupportPage, **fields: Any) -> SupportPage:
    """A page with a version that waits."""
    version = stored(page).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(version, name, value)
    version.save_revision()
    return stored(page)


def words(response: HttpResponse) -> str:
    """What the screen says."""
    return " ".join(BeautifulSoup(response.content, "html.parser").find(class_="publish-gate").get_text(" ").split())


def test_new_addresses_are_shown_with_who_links(client: Client, live_page: SupportPage, wrong: dict) -> None:
    linking = factories.SupportPageFactory(
        parent=live_page.get_parent(), title="Linking", slug="linking", body=body(text(to(live_page, "read on")))
    )
    index_references()
    page = redrafted(live_page, slug="renamed")
    response = bulk(client, page)
    assert response.status_code == 422
    said = words(response)
    assert "The address of “Guide” changes" in said
    assert f"{page.url} → {page.url.replace('guide', 'renamed')}" in said
    assert linking.title in said
    assert "read on" in said
    assert stored(page).slug == "guide"
    assert bulk(client, page, shown=mark(response)).status_code == 302
    assert stored(page).slug == "renamed"
    assert Client().get(page.url).status_code == 301


def test_address_that_is_taken_is_named(client: Client, live_page: SupportPage, wrong: dict) -> None:
    page = redrafted(live_page, slug="clash")
    factories.SupportPageFactory(parent=page.get_parent(), title="Quicker", slug="clash", body=[])
    response = bulk(client, page)
    assert response.status_code == 422
    assert "Its address is taken: “Quicker” ends in “clash” too." in words(response)
    assert "still empty" not in words(response)
    assert buttons(response) == ["Go back"]
    assert bulk(client, live_page, shown=mark(response)).status_code == 422
    assert stored(live_page).slug == "guide"


def test_alias_follows_its_original(client: Client, live_page: SupportPage, wrong: dict) -> None:
    alias = live_page.create_alias(update_slug="alias")
    response = bulk(client, alias)
    assert response.status_code == 422
    assert "It is an alias: publish “Guide”, and it follows." in response.content.decode()


def test_two_that_want_the_same_address_are_named(client: Client, live_page: SupportPage, wrong: dict) -> None:
    other = factories.SupportPageFactory(parent=live_page.get_parent(), title="Other", slug="other", body=[])
    response = bulk(client, *(redrafted(page, slug="same") for page in (live_page, other)))
    assert response.status_code == 422
    assert "ends in “same” too" in words(response)
    assert (stored(live_page).slug, stored(other).slug) == ("guide", "other")


@pytest.fixture
def launch(specialism: SpecialismPage) -> list[Page]:
    """A specialism with two guides that link to each other, all drafts."""
    specialism.refresh_from_db()
    field = factories.SpecialismPageFactory(parent=specialism, title="Quantum", slug="quantum", live=False, body=[])
    made = []
    for number, kind in enumerate([Kind.HIRING_GUIDE, Kind.SALARY_GUIDE]):
        blocks = body(text(prose(seed=number), to(field), *(to(guide) for guide in made)))
        made.append(factories.SupportPageFactory(parent=field, title=kind.label, kind=kind, live=False, body=blocks))
    return [field, *made]


@pytest.mark.parametrize("with_drafts", [False, True], ids=["chosen", "below"])
def test_specialism_goes_live_with_its_guides(client: Client, launch: list[Page], with_drafts: bool) -> None:
    """Each is judged as if the others were live."""
    chosen, sent = (launch[:1], {"include_descendants": "on"}) if with_drafts else (launch, {})
    before = [model.objects.count() for model in (Revision, PageLogEntry, DBTaskResult)]
    response = bulk(client, *chosen, **sent)
    assert response.status_code == 422
    codes = {problem.rule.code for problem in response.context["problems"]}
    assert "no-reviewer" in codes
    assert not codes & {"canonical-draft", "no-hiring-guide", "no-pay-evidence", "unpublished-link"}
    assert not Page.objects.filter(pk__in=[page.pk for page in launch], live=True).exists()
    assert [model.objects.count() for model in (Revision, PageLogEntry, DBTaskResult)] == before
    assert bulk(client, *chosen, **sent, shown=mark(response)).status_code == 302
    assert Page.objects.filter(pk__in=[page.pk for page in launch], live=True).count() == len(launch)


def test_guide_without_its_specialism_has_an_error(client: Client, launch: list[Page]) -> None:
    response = bulk(client, *launch[1:])
    assert "canonical-draft" in {problem.rule.code for problem in response.context["problems"]}
    assert buttons(response) == ["Go back"]


def test_pages_that_go_live_together_are_compared(client: Client, launch: list[Page]) -> None:
    twin = factories.SupportPageFactory(parent=launch[0], title="Twin", live=False, body=stored(launch[1]).body)
    response = bulk(client, *launch, twin)
    alike = [problem.page.pk for problem in response.context["problems"] if problem.rule.code == "near-duplicate"]
    assert set(alike) == {launch[1].pk, twin.pk}
