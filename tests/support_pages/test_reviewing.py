"""Who reviews what is submitted, and what becomes of it."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from agency.models import ConsultantPage, User
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.admin import publication
from support_pages.models import SpecialismReviewTask, SupportPage
from support_pages.reviewing import reviewers_of
from support_pages.thread.rule import RULES, Cure, Problem
from tests import factories
from tests.guards.attacks import filled, form_of
from tests.support.letters import deliver
from tests.support.publishing import publish_anyway

pytestmark = pytest.mark.django_db

REVIEW = "Review by the specialism’s reviewer"


@pytest.fixture
def editor(home) -> User:
    """Somebody who writes and submits."""
    return factories.user("edith", group="Editors")


@pytest.fixture
def reviewed(specialism: SpecialismPage, consultant: ConsultantPage, consultant_user: User) -> SpecialismPage:
    """The specialism, reviewed by the consultant, who does not lead it."""
    SpecialismPage.objects.filter(pk=specialism.pk).update(reviewer=consultant)
    return SpecialismPage.objects.get(pk=specialism.pk)


def submit(page: Page, user: User) -> WorkflowState:
    """Submit a new version of a page as the editor's button does."""
    page = Page.objects.get(pk=page.pk).specific
    page.title = f"{page.title}, revised"
    page.save_revision(user=user)
    return page.get_workflow().start(page, user)


def is_live(page: Page) -> bool:
    """Whether readers see the version that was submitted."""
    return Page.objects.get(pk=page.pk).title.endswith("revised")


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def decide(page: Page, user: User, action: str = "approve", **headers: str):
    """What the window in the list sends."""
    state = TaskState.objects.filter(workflow_state__object_id=str(page.pk)).latest("pk")
    where = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return browser(user).post(where, {"comment": "Fine."}, headers=headers)


def approve(page: Page, user: User) -> None:
    """Approve, whatever is asked first."""
    publish_anyway(browser(user), decide(page, user))


def waiting(user: User) -> set[str]:
    """The titles of what waits for somebody."""
    states = TaskState.objects.reviewable_by(User.objects.get(pk=user.pk))
    return {state.workflow_state.content_object.title for state in states}


def test_nearest_specialism_that_names_somebody_who_can_log_in(
    reviewed: SpecialismPage, consultant_user: User
) -> None:
    family = factories.SpecialismPageFactory(parent=reviewed)
    narrow = factories.SpecialismPageFactory(parent=family)
    guide = factories.SupportPageFactory(parent=narrow)
    beside = factories.SpecialismPageFactory(parent=reviewed.get_parent())
    other = factories.ConsultantPageFactory(parent=consultant_user.consultant.get_parent())

    def found() -> list[list[User]]:
        pages = [reviewed, family, guide, beside]
        with CaptureQueriesContext(connection) as queries:
            by_page = reviewers_of(pages)
        assert len(queries) <= 2
        return [by_page[page.pk] for page in pages]

    assert found() == [[consultant_user], [consultant_user], [consultant_user], []]
    SpecialismPage.objects.filter(pk=narrow.pk).update(reviewer=other)
    assert found()[2] == [consultant_user]  # nobody has an account yet
    account = factories.user("other", consultant=other)
    assert found()[2] == [consultant_user]  # which cannot open the CMS
    account.groups.add(Group.objects.get(name="Consultants"))
    assert found() == [[consultant_user], [consultant_user], [account], []]
    User.objects.filter(pk=account.pk).update(is_active=False)
    assert found()[2] == [consultant_user]


def test_directory_takes_the_workflow_when_it_is_made_and_other_pages_keep_theirs(specialism: SpecialismPage) -> None:
    assert specialism.get_workflow().name == REVIEW
    assert specialism.get_parent().get_parent().specific.get_workflow().name == "Reviewers approval"
    directory = WorkflowPage.objects.get(page=specialism.get_parent())
    directory.delete()
    SpecialismIndexPage.objects.get().save()
    assert not WorkflowPage.objects.filter(page=specialism.get_parent()).exists()


def test_reviewer_approves_and_gains_nothing_else(
    reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    submit(guide, editor)
    assert waiting(consultant_user) == {guide.title}
    edit = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    assert browser(consultant_user).get(edit).status_code == 200
    rights = guide.permissions_for_user(consultant_user)
    assert {rights.can_publish(), rights.can_unpublish(), rights.can_delete(), rights.can_move()} == {False}
    assert not reviewed.permissions_for_user(consultant_user).can_edit()
    client = browser(consultant_user)
    form = form_of(client, edit, SupportPage.objects.get(pk=guide.pk))
    assert client.post(edit, filled(form, **{"action-publish": "1"})).status_code == 302
    assert not is_live(guide)
    approve(guide, consultant_user)
    assert is_live(guide)
    assert waiting(consultant_user) == set()
    assert browser(consultant_user).get(edit).status_code == 302


def test_nobody_else_decides_or_writes_meanwhile(
    reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    submit(guide, editor)
    stranger, reviewer = factories.user("otto", group="Consultants"), factories.user("rhea", group="Reviewers")
    for user in (stranger, reviewer, editor):
        decide(guide, user)
        assert waiting(user) == set()
        assert Page.objects.get(pk=guide.pk).get_lock().for_user(user)
    assert not is_live(guide)
    root = factories.user("root", is_superuser=True)
    assert waiting(root) == {guide.title}
    approve(guide, root)
    assert is_live(guide)


def test_without_a_reviewer_the_group_decides(guide: SupportPage, editor: User, consultant_user: User) -> None:
    reviewer = factories.user("rhea", group="Reviewers")
    submit(guide, editor)
    assert waiting(reviewer) == {guide.title}
    assert waiting(consultant_user) == set()
    decide(guide, consultant_user)
    assert not is_live(guide)
    approve(guide, reviewer)
    assert is_live(guide)


def test_another_reviewer_takes_over_what_waits(
    reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    submit(guide, editor)
    page = factories.ConsultantPageFactory(parent=consultant_user.consultant.get_parent())
    successor = factories.user("successor", group="Consultants", consultant=page)
    SpecialismPage.objects.filter(pk=reviewed.pk).update(reviewer=page)
    assert (waiting(consultant_user), waiting(successor)) == (set(), {guide.title})


def test_page_that_somebody_locked_is_unlocked_for_its_reviewer(
    reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    for holder, stays in ((editor, False), (consultant_user, True)):
        Page.objects.filter(pk=guide.pk).update(locked=True, locked_by=holder)
        state = submit(guide, editor)
        assert Page.objects.get(pk=guide.pk).locked is stays
        state.cancel(user=editor)


def test_requested_changes_come_back_to_the_same_reviewer(
    reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    state = submit(guide, editor)
    decide(guide, consultant_user, "reject")
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    state.resume(editor)
    assert waiting(consultant_user) == {guide.title}


def test_mail_goes_to_who_reviews_and_holds_titles_and_links(
    reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    factories.user("rhea", group="Reviewers")
    factories.user("root", is_superuser=True)
    submit(guide, editor)
    deliver()
    assert sorted(address for one in mail.outbox for address in one.to if "submitted" in one.subject) == [
        "ines@example.com",
        "root@example.com",
        "root@example.com",  # of the step, and of the workflow it stands in
    ]
    told = next(one for one in mail.outbox if one.to == ["ines@example.com"])
    assert guide.title in told.subject
    assert reverse("wagtailadmin_pages:edit", args=[guide.pk]) in told.body
    assert guide.standfirst not in told.body
    SpecialismPage.objects.filter(pk=reviewed.pk).update(reviewer=None)
    mail.outbox.clear()
    submit(factories.SupportPageFactory(parent=reviewed), editor)
    deliver()
    assert ["rhea@example.com"] in [one.to for one in mail.outbox]


def test_what_waits_is_found_in_as_many_queries_for_many_pages(
    reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    def cost() -> int:
        user = User.objects.get(pk=consultant_user.pk)
        with CaptureQueriesContext(connection) as queries:
            list(SpecialismReviewTask.objects.get().get_task_states_user_can_moderate(user))
        return len(queries)

    submit(guide, editor)
    few = cost()
    for _number in range(4):
        submit(factories.SupportPageFactory(parent=reviewed), editor)
    assert cost() == few <= 8


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every version has an error."""
    error = RULES["canonical-draft"]
    found = [Problem(error, SupportPage(title="Any"), "Broken.", Cure("Mend it", "/mend/"))]
    monkeypatch.setattr(publication, "problems_of_version", lambda *_version: found)


def test_errors_of_the_thread_stop_an_approval(
    broken: None, reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    gate = reverse("thread:publish", args=[guide.pk])
    submit(guide, editor)
    response = decide(guide, consultant_user)
    assert response.url == gate
    asked = decide(guide, consultant_user, **{"x-requested-with": "XMLHttpRequest"})
    assert asked.json() == {"step": "success", "redirect": gate}
    assert not is_live(guide)
    assert waiting(consultant_user) == {guide.title}


def test_what_the_reviewer_changed_in_the_same_form_stays(
    broken: None, reviewed: SpecialismPage, guide: SupportPage, editor: User, consultant_user: User
) -> None:
    submit(guide, editor)
    edit = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    client = browser(consultant_user)
    approving = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    form = form_of(client, edit, SupportPage.objects.get(pk=guide.pk))
    response = client.post(edit, filled(form, title="Mended", **approving))
    assert response.url == reverse("thread:publish", args=[guide.pk])
    page = SupportPage.objects.get(pk=guide.pk)
    assert page.get_latest_revision_as_object().title == "Mended"
    assert page.workflow_in_progress
    assert page.title != "Mended"


def test_errors_stop_an_approval_of_any_kind_of_step(broken: None, guide: SupportPage) -> None:
    step = GroupApprovalTask.objects.create(name="Look")
    workflow = Workflow.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=step)
    WorkflowPage.objects.create(page=guide.page_ptr, workflow=workflow)
    root = factories.user("root", is_superuser=True)
    submit(guide, root)
    assert decide(guide, root).url == reverse("thread:publish", args=[guide.pk])
    assert not is_live(guide)


def test_reviewer_does_not_make_themselves_a_lead_by_approving(
    reviewed: SpecialismPage, editor: User, consultant_user: User
) -> None:
    submit(reviewed, editor)
    edit = reverse("wagtailadmin_pages:edit", args=[reviewed.pk])
    client = browser(consultant_user)
    form = form_of(client, edit, reviewed)
    lead = {"leads-TOTAL_FORMS": "1", "leads-0-consultant": str(consultant_user.consultant_id), "leads-0-ORDER": "1"}
    approving = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    response = client.post(edit, filled(form, **lead, **approving))
    assert "Only somebody who may publish here names" in response.content.decode()
    assert not is_live(reviewed)
