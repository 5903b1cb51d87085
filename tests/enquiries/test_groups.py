"""The groups that a migration makes, on a new installation and on one that was there before."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, Task, Workflow, WorkflowPage

from agency.granting import rights_of
from agency.models import ConsultantGroup, User
from enquiries.models import Mandate
from specialisms.models import SpecialismPage
from support_pages.models import SpecialismReviewTask
from tests import factories

pytestmark = pytest.mark.django_db

migration = import_module("enquiries.migrations.0004_groups")
OURS = {"Editors", "Reviewers", "Consultants", "Site administrators"}


def on_root(group: str) -> set[str]:
    """The rights a group has on all pages."""
    rights = GroupPagePermission.objects.filter(group__name=group, page__depth=1)
    return set(rights.values_list("permission__codename", flat=True))


def test_new_installation_has_four_groups() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == OURS
    assert on_root("Editors") == {"add_page", "change_page"}
    assert on_root("Reviewers") == on_root("Editors") | {"publish_page", "lock_page", "unlock_page"}
    assert on_root("Consultants") == set()
    assert on_root("Site administrators") == on_root("Reviewers") | {"bulk_delete_page"}


def test_who_may_publish_in_spite_of_errors() -> None:
    holders = Group.objects.filter(permissions__codename="override_thread").values_list("name", flat=True)
    assert set(holders) == {"Reviewers", "Site administrators"}


def test_site_administrators_hold_what_editors_and_reviewers_hold() -> None:
    held = rights_of(Group.objects.get(name="Site administrators"))
    for name in ("Editors", "Reviewers"):
        assert held.cover(rights_of(Group.objects.get(name=name)))
    assert not held.cover(rights_of(Group.objects.get(name="Consultants")))


@pytest.mark.parametrize("group", ["Editors", "Reviewers", "Site administrators"])
def test_mandates_are_for_consultants_only(specialism: SpecialismPage, consultant, group: str) -> None:
    factories.lead(specialism, consultant)
    mandate = factories.mandate(specialism=specialism)
    user = factories.user("somebody", group=group, consultant=consultant)
    client = Client()
    client.force_login(user)
    assert not Mandate.objects.visible_to(user).exists()
    assert client.get(reverse("mandates:inspect", args=[mandate.pk])).status_code in {302, 404}


@pytest.fixture
def before(specialism: SpecialismPage, consultant_user: User) -> User:
    """An installation as it was: the groups of before, a consultant who leads something, a moderator."""
    factories.user("mo", group="Reviewers")
    factories.lead(specialism, consultant_user.consultant)
    backwards()
    return consultant_user


def backwards() -> None:
    migration.unmake_workflow(apps, None)
    migration.let_consultants_write_everywhere(apps, None)
    migration.unmake_groups(apps, None)


def forwards() -> None:
    migration.make_groups(apps, None)
    migration.give_consultants_their_own(apps, None)
    migration.make_workflow(apps, None)


def test_back_again_everything_is_as_it_was(before: User) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {"Editors", "Moderators", "Consultants"}
    assert on_root("Consultants") == {"add_page", "change_page"}
    assert not Group.objects.filter(permissions__codename="override_thread").exists()
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Moderators approval"]
    assert [task.name for task in Task.objects.all()] == ["Moderators approval"]
    assert not ConsultantGroup.objects.exists()


def test_installation_that_was_there_keeps_members_and_workflow(before: User, specialism: SpecialismPage) -> None:
    forwards()
    assert set(Group.objects.exclude(of_consultant__isnull=False).values_list("name", flat=True)) == OURS
    assert User.objects.get(username="mo").groups.get().name == "Reviewers"
    step = Task.objects.get(name="Reviewers approval").specific
    assert [group.name for group in step.groups.all()] == ["Reviewers"]
    assert WorkflowPage.objects.get(page__depth=1).workflow.name == "Reviewers approval"
    assert on_root("Consultants") == set()
    assert [group.name for group in SpecialismReviewTask.objects.get().groups.all()] == ["Reviewers"]
    assert specialism.get_workflow().workflow_tasks.get().task.specific == SpecialismReviewTask.objects.get()


def test_consultant_of_before_has_their_specialism_and_nothing_else(before: User, specialism: SpecialismPage) -> None:
    forwards()
    user = User.objects.get(pk=before.pk)
    assert specialism.permissions_for_user(user).can_publish()
    assert not specialism.get_parent().permissions_for_user(user).can_edit()


def test_directory_with_a_workflow_of_its_own_keeps_it(before: User, specialism: SpecialismPage) -> None:
    own = Workflow.objects.create(name="Our own")
    WorkflowPage.objects.create(page=Page.objects.get(pk=specialism.get_parent().pk), workflow=own)
    forwards()
    assert specialism.get_workflow() == own


def test_group_that_is_called_reviewers_already_is_that_group(before: User) -> None:
    Group.objects.create(name="Reviewers")
    forwards()
    assert on_root("Reviewers") >= {"publish_page"}
    assert Group.objects.filter(name="Moderators").exists()


def test_groups_that_somebody_had_renamed_are_made_anew_and_can_work(before: User) -> None:
    """As on an installation whose editors and moderators are called something else."""
    for name in ("Editors", "Moderators"):
        Group.objects.filter(name=name).update(name=f"Our {name}")
    forwards()
    for name in ("Editors", "Reviewers"):
        client = Client()
        client.force_login(factories.user(f"new-{name}".lower(), group=name))
        assert client.get(reverse("wagtailadmin_home")).status_code == 200
        assert client.get(reverse("wagtailimages:index")).status_code == 200
        assert client.get(reverse("wagtailadmin_explore_root")).status_code == 200
    assert rights_of(Group.objects.get(name="Site administrators")).cover(rights_of(Group.objects.get(name="Editors")))
