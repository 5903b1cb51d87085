"""Another specialism lists a guide only if somebody who may publish there has chosen that, whoever publishes the guide."""

import pytest
from django.test import Client
from django.urls import reverse

from agency.models import ConsultantPage, User
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.guards.attacks import filled, form_of
from tests.support_pages.test_reviewing import browser, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(specialism: SpecialismPage) -> SpecialismPage:
    """A specialism of somebody else."""
    return factories.SpecialismPageFactory(parent=specialism.get_parent(), title="Elsewhere", slug="elsewhere")


@pytest.fixture
def editor(home) -> User:
    """Somebody who writes everywhere and publishes nowhere."""
    return factories.user("edith", group="Editors")


def send(client: Client, guide: SupportPage, *hosts: SpecialismPage, **buttons: str) -> str:
    """Send the guide's form with these specialisms ticked; the reason if it is refused."""
    page = SupportPage.objects.get(pk=guide.pk)
    edit = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    form = filled(form_of(client, edit, page), **buttons)
    form.setlist("also_supports", [str(host.pk) for host in hosts])
    response = client.post(edit, form)
    return "" if response.status_code == 302 else response.context["form"].errors["also_supports"][0]


def hosts(guide: SupportPage) -> list[SpecialismPage]:
    """Who lists the guide by its latest version."""
    return list(SupportPage.objects.get(pk=guide.pk).get_latest_revision_as_object().also_supports.all())


REFUSED = "Only somebody who may publish under “Elsewhere” can have it list a guide. Ask them to."


def test_named_reviewer_does_not_add_one_while_approving(
    specialism: SpecialismPage,
    elsewhere: SpecialismPage,
    guide: SupportPage,
    consultant: ConsultantPage,
    consultant_client: Client,
    editor: User,
) -> None:
    SpecialismPage.objects.filter(pk=specialism.pk).update(reviewer=consultant)
    submit(guide, editor)
    approval = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    assert send(consultant_client, guide, elsewhere, **approval) == REFUSED
    assert not elsewhere.guests.exists()
    assert hosts(guide) == []


def test_what_a_lead_publishes_holds_none_that_an_editor_chose(
    specialism: SpecialismPage, elsewhere: SpecialismPage, guide: SupportPage, consultant: ConsultantPage, editor: User
) -> None:
    factories.lead(specialism, consultant)
    assert send(browser(editor), guide, elsewhere) == REFUSED
    assert hosts(guide) == []


def test_one_that_a_reviewer_chose_stays_when_others_write_and_publish(
    specialism: SpecialismPage,
    elsewhere: SpecialismPage,
    guide: SupportPage,
    consultant: ConsultantPage,
    consultant_client: Client,
    editor: User,
) -> None:
    factories.lead(specialism, consultant)
    assert not send(browser(factories.user("rhea", group="Reviewers")), guide, elsewhere)
    for client in (browser(editor), consultant_client):
        assert not send(client, guide, elsewhere)
        assert hosts(guide) == [elsewhere]
    assert not send(consultant_client, guide)
    assert hosts(guide) == []


def test_a_copy_is_listed_by_nobody_else(
    specialism: SpecialismPage, elsewhere: SpecialismPage, guide: SupportPage, consultant: ConsultantPage, root: Client
) -> None:
    assert not send(root, guide, elsewhere)
    guide = SupportPage.objects.get(pk=guide.pk)
    guide.get_latest_revision().publish()
    factories.lead(specialism, consultant)
    copying = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": specialism.pk, "publish_copies": "on"}
    assert root.post(reverse("wagtailadmin_pages:copy", args=[guide.pk]), copying).status_code == 302
    copy = SupportPage.objects.get(slug="copy")
    assert list(elsewhere.guests.all()) == [guide]
    assert hosts(copy) == []
    for revision in copy.revisions.all():
        assert revision.content["also_supports"] == []


@pytest.fixture
def root(home) -> Client:
    """The browser of a superuser."""
    return browser(factories.user("root", is_superuser=True))
