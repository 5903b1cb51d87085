"""What waits in a workflow is approved on the same screen, and from anywhere else only if there is nothing to say."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    PageLogEntry,
    TaskState,
    Workflow,
    WorkflowTask,
)

from agency.models import HomePage, User
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread import blocking
from support_pages.thread.rule import RULES
from tests import factories
from tests.support_pages.publishing.screen import buttons, gate, mark, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewers(live_page: SupportPage) -> Client:
    """The browser of somebody who approves the live_page but may not publish by themselves; a version waits for them."""
    group = Group.objects.create(name="Approvers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in Permission.objects.filter(codename__in=["change_page", "publish_page"]):
        GroupPagePermission.objects.create(group=group, page=live_page.get_parent(), permission=right)
    task = GroupApprovalTask.objects.create(name="Look")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="One look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    draft = stored(live_page)
    draft.title = "Submitted"
    draft.save_revision()
    workflow.start(stored(live_page), factories.user("writer"))
    client = Client()
    client.force_login(factories.user("approver", group="Approvers"))
    return client


def approve(client: Client, page: SupportPage, comment: str = "") -> HttpResponse:
    """What Wagtail's window sends."""
    state = stored(page).current_workflow_task_state
    return client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]), {"comment": comment}
    )


def draft(page: SupportPage, **fields: str) -> None:
    """Store a version with these fields in a workflow that waits already."""
    version = stored(page).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(version, name, value)
    version.save_revision()


def test_with_nothing_to_say_an_approval_publishes(reviewers: Client, live_page: SupportPage, wrong: dict) -> None:
    assert not approve(reviewers, live_page).url.startswith(gate(live_page))
    assert stored(live_page).title == "Submitted"


def test_warnings_ask_before_an_approval(reviewers: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["*"] = [("warning", "Thin.")]
    answer = approve(reviewers, live_page, "Fine, but watch the figures.")
    assert answer.url == gate(live_page)
    assert stored(live_page).title == "Guide"
    shown = reviewers.get(answer.url)
    assert "“Submitted” is not approved yet" in shown.content.decode()
    assert "Thin." in shown.content.decode()
    typed = BeautifulSoup(shown.content, "html.parser").find("textarea", {"name": "comment"}).get_text().strip()
    assert typed == "Fine, but watch the figures."
    reviewers.post(answer.url, {"shown": mark(shown), "comment": typed})
    assert stored(live_page).title == "Submitted"
    assert TaskState.objects.get().comment == typed
    assert "approval_comment" not in reviewers.session


def test_new_address_asks_before_an_approval(reviewers: Client, live_page: SupportPage, wrong: dict) -> None:
    draft(live_page, slug="renamed")
    answer = approve(reviewers, live_page)
    assert answer.url == gate(live_page)
    assert stored(live_page).slug == "guide"
    shown = reviewers.get(answer.url)
    assert "Its address changes" in shown.content.decode()
    reviewers.post(answer.url, {"shown": mark(shown)})
    assert stored(live_page).slug == "renamed"


def test_address_that_was_taken_meanwhile_is_named(reviewers: Client, live_page: SupportPage, wrong: dict) -> None:
    draft(live_page, slug="clash")
    factories.SupportPageFactory(parent=live_page.get_parent(), title="Quicker", slug="clash", body=[])
    answer = approve(reviewers, live_page)
    assert answer.url == gate(live_page)
    shown = reviewers.get(answer.url)
    words = shown.content.decode()
    assert "“Submitted” was not approved: it cannot be published as it is." in words
    assert "Its address is taken: “Quicker” ends in “clash” too." in words
    assert "still empty" not in words
    assert buttons(shown) == ["Back to editing"]
    assert reviewers.post(answer.url, {"shown": mark(shown)}).status_code == 422
    assert stored(live_page).slug == "guide"
    assert stored(live_page).workflow_in_progress


def test_approval_is_finished_on_the_screen(reviewers: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["*"] = [("warning", "Thin.")]
    shown = reviewers.get(gate(live_page))
    assert buttons(shown) == ["Approve anyway", "Back to editing"]
    assert reviewers.post(gate(live_page), {"shown": mark(shown)}).status_code == 302
    assert stored(live_page).title == "Submitted"
    assert stored(live_page).current_workflow_state is None


def test_approval_in_spite_of_errors(reviewers: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["*"] = [("error", "Broken.")]
    shown = reviewers.get(gate(live_page))
    assert buttons(shown) == ["Back to editing"]
    assert reviewers.post(gate(live_page), {"shown": mark(shown), "reason": "It has to be"}).status_code == 302
    assert stored(live_page).title == "Guide"
    User.objects.filter(username="approver").update(is_superuser=True)
    shown = reviewers.get(gate(live_page))
    assert buttons(shown) == ["Approve anyway", "Back to editing"]
    reviewers.post(gate(live_page), {"shown": mark(shown), "reason": "It has to be"})
    assert stored(live_page).title == "Submitted"
    assert (
        PageLogEntry.objects.get(page=live_page.pk, action="support_pages.override").data["reason"] == "It has to be"
    )


def test_errors_of_a_version_come_from_the_rules(live_page: SupportPage, specialism: SpecialismPage) -> None:
    SpecialismPage.objects.get(pk=specialism.pk).unpublish()
    found = blocking.problems_of_version(live_page.get_latest_revision_as_object())
    assert [problem.rule.code for problem in found if problem.is_error] == ["canonical-draft"]
    assert set(RULES) > {"canonical-draft"}


def test_pages_without_rules_have_no_errors(home: HomePage) -> None:
    assert blocking.problems_of_version(home.save_revision().as_object()) == []
