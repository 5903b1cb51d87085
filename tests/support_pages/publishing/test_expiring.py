"""Whoever publishes a page that will expire sees first who notices, and says where its readers go then."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from agency.maintenance import publish_scheduled
from agency.models import HomePage, PlainPage
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support.publishing import publish_anyway
from tests.support.tasks import run_waiting
from tests.support_pages.departures.conftest import body_of, text_linking_to
from tests.support_pages.departures.screen import follow
from tests.support_pages.publishing.screen import buttons, gate, mark, press_publish, stored

pytestmark = pytest.mark.django_db
SOON = timezone.now().replace(second=0, microsecond=0) + datetime.timedelta(days=3)


def typed(moment: datetime.datetime) -> str:
    """A moment as somebody types it."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def press(client: Client, page: Page, moment: datetime.datetime | None = SOON, **fields: str) -> HttpResponse:
    """Publish with an expiry date."""
    return press_publish(client, page, expire_at=typed(moment) if moment else "", **fields)


def offered(screen: HttpResponse) -> str:
    """The title of the page that a screen offers to send readers to; empty if none, and if it is not asked."""
    field = BeautifulSoup(screen.content, "html.parser").find("input", {"name": "target"})
    return Page.objects.get(pk=field["value"]).title if field and field.get("value") else ""


@pytest.fixture
def linked(live_page: SupportPage, specialism: SpecialismPage) -> SupportPage:
    """A guide to which another one links."""
    specialism.refresh_from_db()
    body = body_of(text_linking_to(live_page, words="how to hire"))
    factories.SupportPageFactory(parent=specialism, title="Linking", slug="linking", body=body)
    run_waiting()
    return live_page


def test_screen_shows_who_notices_and_offers_a_page(client: Client, linked: SupportPage, wrong: dict) -> None:
    answer = press(client, linked)
    assert answer.url.startswith(gate(linked))
    assert stored(linked).expire_at is None
    screen = client.get(answer.url)
    words = " ".join(BeautifulSoup(screen.content, "html.parser").find(class_="publish-gate").get_text(" ").split())
    assert "Readers see it until" in words
    assert "1 page links here" in words
    assert "“how to hire”" in words
    assert "It no longer stands among the related pages of: Linking" in words
    assert offered(screen) == "Linking"
    assert b"js/page-chooser" in screen.content
    assert {"Publish", "Back to editing"} <= set(buttons(screen))


def test_chosen_page_gets_the_readers_when_the_time_comes(
    client: Client, linked: SupportPage, specialism: SpecialismPage, wrong: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = press(client, linked)
    sent = {"shown": mark(client.get(answer.url)), "target": specialism.pk}
    assert client.post(answer.url, sent).status_code == 302
    assert stored(linked).expire_at == SOON
    publish_scheduled()
    assert stored(linked).live
    monkeypatch.setattr(timezone, "now", lambda: SOON + datetime.timedelta(minutes=1))
    publish_scheduled()
    assert stored(linked).expired
    assert follow(linked.url) == [(specialism.url, 302)]


def test_same_date_is_not_asked_about_again(client: Client, live_page: SupportPage, wrong: dict) -> None:
    assert publish_anyway(client, press(client, live_page)).status_code == 302
    assert "/thread/" not in press(client, live_page, title="Once more").url
    assert stored(live_page).title == "Once more"
    later = SOON + datetime.timedelta(days=1)
    assert press(client, live_page, later).url.startswith(gate(live_page))
    assert "/thread/" not in press(client, live_page, None, title="For ever").url
    assert stored(live_page).expire_at is None


def test_other_date_offers_what_was_chosen_before(
    client: Client, linked: SupportPage, home: HomePage, wrong: dict
) -> None:
    answer = press(client, linked)
    other = factories.PlainPageFactory(parent=home, title="Other")
    client.post(answer.url, {"shown": mark(client.get(answer.url)), "target": other.pk})
    later = SOON + datetime.timedelta(days=1)
    assert offered(client.get(press(client, linked, later).url)) == "Other"
    Page.objects.filter(pk=other.pk).update(live=False)
    assert offered(client.get(gate(linked))) == "Linking"


@pytest.mark.parametrize("wrong_target", ["itself", "draft", "nonsense"])
def test_target_that_cannot_be_is_refused_beside_the_field(
    client: Client, live_page: SupportPage, home: HomePage, wrong: dict, wrong_target: str
) -> None:
    draft = factories.PlainPageFactory(parent=home, live=False)
    answer = press(client, live_page)
    target = {"itself": live_page.pk, "draft": draft.pk, "nonsense": "x"}[wrong_target]
    again = client.post(answer.url, {"shown": mark(client.get(answer.url)), "target": target})
    assert again.status_code == 422
    field = BeautifulSoup(again.content, "html.parser").find(class_="departure-target")
    assert "Choose another" in field.find(class_="w-field__errors").get_text()
    assert stored(live_page).expire_at is None


def test_what_changes_meanwhile_is_looked_at_first(
    client: Client, live_page: SupportPage, specialism: SpecialismPage, wrong: dict
) -> None:
    answer = press(client, live_page)
    sent = {"shown": mark(client.get(answer.url)), "target": specialism.pk}
    specialism.refresh_from_db()
    body = body_of(text_linking_to(live_page, words="late"))
    factories.SupportPageFactory(parent=specialism, title="Late", slug="late", body=body)
    run_waiting()
    again = client.post(answer.url, sent)
    assert again.status_code == 422
    assert "“late”" in again.content.decode()
    assert offered(again) == specialism.title
    assert stored(live_page).expire_at is None


def test_page_that_goes_live_later_asks_now(
    client: Client,
    live_page: SupportPage,
    specialism: SpecialismPage,
    wrong: dict,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Page.objects.filter(pk=live_page.pk).update(live=False, first_published_at=None, live_revision=None)
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    answer = press(client, live_page, go_live_at=typed(tomorrow))
    screen = client.get(answer.url)
    assert offered(screen) == specialism.title
    assert "Schedule" in buttons(screen)
    client.post(answer.url, {"shown": mark(screen), "target": specialism.pk})
    assert stored(live_page).status_string == "scheduled"
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: tomorrow + datetime.timedelta(minutes=1))
        publish_scheduled()
    assert stored(live_page).live
    assert "/thread/" not in press(client, live_page, go_live_at="").url


def test_page_that_is_made_with_an_end_asks(chief: Client, home: HomePage) -> None:
    add = reverse("wagtailadmin_pages:add", args=["agency", "plainpage", home.pk])
    data = {"title": "Fair", "slug": "fair", "body-count": "0", "expire_at": typed(SOON), "action-publish": "1"}
    answer = chief.post(add, data)
    page = PlainPage.objects.get(slug="fair")
    assert answer.url.startswith(gate(page))
    assert not page.live
    assert publish_anyway(chief, answer).status_code == 302
    page.refresh_from_db()
    assert page.live
    assert page.expire_at == SOON


def test_approval_asks_too(live_page: SupportPage, specialism: SpecialismPage, chief: Client, wrong: dict) -> None:
    task = GroupApprovalTask.objects.create(name="Look")
    task.groups.add(Group.objects.create(name="Approvers"))
    workflow = Workflow.objects.create(name="One look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    draft = stored(live_page)
    draft.expire_at = SOON
    draft.save_revision()
    workflow.start(stored(live_page), factories.user("writer"))
    state = stored(live_page).current_workflow_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[live_page.pk, "approve", state.pk])
    assert chief.post(approve, {"comment": ""}).url == gate(live_page)
    assert stored(live_page).current_workflow_state
    screen = chief.get(gate(live_page))
    assert "Approve" in buttons(screen)
    assert chief.post(gate(live_page), {"shown": mark(screen), "target": specialism.pk}).status_code == 302
    assert stored(live_page).expire_at == SOON
    assert stored(live_page).current_workflow_state is None


def test_pages_that_expire_are_published_one_by_one(client: Client, live_page: SupportPage, wrong: dict) -> None:
    draft = stored(live_page)
    draft.title, draft.expire_at = "Ending", SOON
    draft.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for chosen, more in ((live_page, {}), (live_page.get_parent(), {"include_descendants": "on"})):
        Page.objects.filter(pk=live_page.pk).update(live=not more)
        answer = client.post(f"{address}?id={chosen.pk}&next=/admin/pages/{chosen.pk}/", more, follow=True)
        assert (
            "publish each by itself, where you can say where its readers go then: Ending." in answer.content.decode()
        )
        assert stored(live_page).title == "Guide"
    Page.objects.filter(pk=live_page.pk).update(live=True)
    screen = client.get(gate(live_page))
    client.post(gate(live_page), {"shown": mark(screen), "target": ""})
    draft.title = "Ended"
    draft.save_revision()
    client.post(f"{address}?id={live_page.pk}&next=/admin/pages/", {})
    assert stored(live_page).title == "Ended"


def test_specialism_expires_alone(
    client: Client, specialism: SpecialismPage, linked: SupportPage, wrong: dict
) -> None:
    """Wagtail's schedule takes nothing along that stands below."""
    linked.body = body_of(text_linking_to(specialism, words="the field"))
    linked.save()
    run_waiting()
    specialism.refresh_from_db()
    specialism.expire_at = SOON
    specialism.save_revision()
    screen = client.get(gate(specialism)).content.decode()
    assert "These guides stay live" in screen
    assert "“the field”" in screen
    assert "“how to hire”" not in screen
    assert offered(client.get(gate(specialism))) == specialism.get_parent().title
