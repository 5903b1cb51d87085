"""What the CMS tells people about reviews and comments by mail never stands in the way of the work itself."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment, Page, PageSubscription, TaskState

from agency.models import User
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.guards.attacks import filled, form_of
from tests.support.letters import OUTAGES, Unusable, deliver
from tests.support.publishing import publish_anyway

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewed(specialism: SpecialismPage, consultant_user: User) -> SpecialismPage:
    """The specialism, reviewed by the consultant."""
    SpecialismPage.objects.filter(pk=specialism.pk).update(reviewer=consultant_user.consultant)
    return SpecialismPage.objects.get(pk=specialism.pk)


@pytest.fixture
def editor(home) -> User:
    """Somebody who writes and submits."""
    return factories.user("edith", group="Editors")


def browser(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def save(page: Page, user: User, **fields: str) -> int:
    """Send the editor's form; returns the status of the answer."""
    where = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client = browser(user)
    return client.post(
        where, filled(form_of(client, where, SupportPage.objects.get(pk=page.pk)), **fields)
    ).status_code


def decide(page: Page, user: User, action: str, comment: str) -> int:
    """Send what the window in the list sends, and confirm what is asked then; returns the status of the answer."""
    state = TaskState.objects.filter(workflow_state__object_id=str(page.pk)).latest("pk")
    where = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    client = browser(user)
    return publish_anyway(client, client.post(where, {"comment": comment})).status_code


def told() -> list[tuple[str, str]]:
    """Take the mail out: to whom, and what about."""
    mail.outbox.clear()
    deliver()
    return sorted((one.to[0], one.subject) for one in mail.outbox)


@pytest.mark.parametrize("outage", OUTAGES)
def test_a_review_goes_its_way_without_a_mail_server(
    reviewed: SpecialismPage,
    guide: SupportPage,
    editor: User,
    consultant_user: User,
    settings,
    monkeypatch: pytest.MonkeyPatch,
    outage: str,
) -> None:
    transport, settings.MAIL_TRANSPORT = settings.MAIL_TRANSPORT, "django.core.mail.backends.smtp.EmailBackend"
    server = Unusable(monkeypatch, OUTAGES[outage])

    def is_published() -> bool:
        return SupportPage.objects.get(pk=guide.pk).title == "Mended"

    def came_of_it() -> list[tuple[str, str]]:
        settings.MAIL_TRANSPORT = transport
        found = told()
        settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
        return found

    assert save(guide, editor, **{"title": "Mended", "action-submit": "1"}) == 302
    assert Page.objects.get(pk=guide.pk).workflow_in_progress
    assert [address for address, subject in came_of_it() if "submitted" in subject] == ["ines@example.com"]

    assert decide(guide, consultant_user, "reject", "Not yet.") == 302
    assert [address for address, subject in came_of_it() if "rejected" in subject] == ["edith@example.com"]
    assert "Not yet." in mail.outbox[0].body

    assert save(guide, editor, **{"title": "Mended", "action-submit": "1"}) == 302
    came_of_it()
    assert decide(guide, consultant_user, "approve", "Fine.") == 302
    assert is_published()
    assert [address for address, subject in came_of_it() if "approved" in subject] == ["edith@example.com"]
    assert server.asked == 0


def test_a_submission_that_does_not_happen_tells_nobody(
    reviewed: SpecialismPage, guide: SupportPage, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("wagtail.admin.views.pages.edit.EditView.redirect_away", broken)
    assert save(guide, editor, **{"action-submit": "1"}) == 500
    assert not Page.objects.get(pk=guide.pk).workflow_in_progress
    assert told() == []


def test_comments_are_told_of_by_the_worker(
    guide: SupportPage, editor: User, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Unusable(monkeypatch, OUTAGES["gaierror"])
    follower = factories.user("frida", group="Editors")
    PageSubscription.objects.create(page=guide, user=follower, comment_notifications=True)
    comment = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-text": "Is this still true?",
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-resolved": "",
        "comments-0-id": "",
        "comments-0-DELETE": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    transport, settings.MAIL_TRANSPORT = settings.MAIL_TRANSPORT, "django.core.mail.backends.smtp.EmailBackend"
    assert save(guide, editor, **comment) in {200, 302}
    assert Comment.objects.filter(page=guide).exists()
    assert server.asked == 0
    settings.MAIL_TRANSPORT = transport
    assert [address for address, _subject in told()] == ["frida@example.com"]
    assert "Is this still true?" in mail.outbox[0].body
