"""A consultant's own rights follow from who leads what and whose account is whose, at once."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from agency.models import ConsultantGroup, ConsultantPage, User
from agency.models.access import NAME_LENGTH
from specialisms import access
from specialisms.models import SpecialismLead, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.guards.attacks import filled, form_of

pytestmark = pytest.mark.django_db


def can(user: User, page: SpecialismPage | SupportPage) -> bool:
    """Whether somebody may edit, publish, lock and unlock a page and add to it, asked as a new request would."""
    rights = page.permissions_for_user(User.objects.get(pk=user.pk))
    answers = {rights.can_edit(), rights.can_publish(), rights.can_lock(), rights.can_unlock(), rights.can_unpublish()}
    assert len(answers) == 1
    return answers.pop()


@pytest.fixture
def led(specialism: SpecialismPage, consultant: ConsultantPage, consultant_user: User) -> SpecialismLead:
    """The consultant leads the specialism."""
    return factories.lead(specialism, consultant)


def test_lead_gives_everything_there_and_below_and_nothing_beside(
    led: SpecialismLead, consultant_user: User, specialism: SpecialismPage, guide: SupportPage
) -> None:
    narrower = factories.SpecialismPageFactory(parent=specialism)
    beside = factories.SpecialismPageFactory(parent=specialism.get_parent())
    assert can(consultant_user, specialism)
    assert can(consultant_user, guide)
    assert can(consultant_user, narrower)
    assert not can(consultant_user, beside)
    assert not can(consultant_user, consultant_user.consultant)
    assert not specialism.permissions_for_user(consultant_user).can_move_to(specialism.get_parent())


def test_lead_that_is_taken_away_takes_the_rights_along(
    led: SpecialismLead, consultant_user: User, specialism: SpecialismPage
) -> None:
    led.delete()
    assert not can(consultant_user, specialism)


def test_another_consultant_in_the_same_row(
    led: SpecialismLead, consultant_user: User, specialism: SpecialismPage
) -> None:
    other = factories.ConsultantPageFactory(parent=led.consultant.get_parent())
    successor = factories.user("successor", group="Consultants", consultant=other)
    led.consultant = other
    led.save()
    assert not can(consultant_user, specialism)
    assert can(successor, specialism)


def test_account_that_is_linked_or_no_longer(
    led: SpecialismLead, consultant_user: User, specialism: SpecialismPage
) -> None:
    page, consultant_user.consultant = consultant_user.consultant, None
    consultant_user.save()
    assert not can(consultant_user, specialism)
    consultant_user.consultant = page
    consultant_user.save()
    assert can(consultant_user, specialism)


def test_consultant_whose_page_goes_leaves_no_group(led: SpecialismLead, consultant_user: User) -> None:
    assert Group.objects.filter(name="Consultant: Ines Okafor").exists()
    consultant_user.consultant.delete()
    assert not Group.objects.filter(name__startswith="Consultant:").exists()
    assert not can(consultant_user, led.page)


def test_specialism_that_goes_takes_only_its_own_rights(led: SpecialismLead, consultant_user: User) -> None:
    other = factories.SpecialismPageFactory(parent=led.page.get_parent())
    factories.lead(other, led.consultant)
    SpecialismPage.objects.get(pk=led.page.pk).delete()
    assert can(consultant_user, SpecialismPage.objects.get(pk=other.pk))


def test_namesakes_renamed_and_very_long_names(led: SpecialismLead, consultant: ConsultantPage) -> None:
    twin = factories.ConsultantPageFactory(parent=consultant.get_parent(), title=consultant.title, slug="twin")
    factories.user("twin", consultant=twin)
    factories.lead(led.page, twin)
    assert str(twin.own_group) == f"Consultant: Ines Okafor ({twin.pk})"
    consultant.title = "Ines " + "Okafor" * 40
    consultant.save()
    name = Group.objects.get(of_consultant__consultant=consultant).name
    assert name.startswith("Consultant: Ines Okafor")
    assert len(name) == NAME_LENGTH


def test_members_and_rights_cannot_be_changed_by_hand(
    led: SpecialismLead, consultant_user: User, specialism: SpecialismPage
) -> None:
    group = consultant_user.consultant.own_group.group
    stranger = factories.user("stranger", group="Consultants")
    stranger.groups.add(group)
    group.user_set.add(stranger)
    assert not can(stranger, specialism)
    consultant_user.groups.set([Group.objects.get(name="Consultants")])
    assert can(consultant_user, specialism)
    group.user_set.clear()
    assert can(consultant_user, specialism)


def test_worker_mends_what_signals_did_not_see(led: SpecialismLead, consultant_user: User) -> None:
    beside = factories.SpecialismPageFactory(parent=led.page.get_parent())
    SpecialismLead.objects.bulk_create([SpecialismLead(page=beside, consultant=led.consultant)])
    SpecialismLead.objects.filter(pk=led.pk)._raw_delete("default")
    User.objects.filter(pk=factories.user("late").pk).update(consultant=led.consultant)
    access.keep_all()
    assert can(consultant_user, beside)
    assert can(User.objects.get(username="late"), beside)
    assert not can(consultant_user, led.page)


def test_looking_after_many_costs_no_more(led: SpecialismLead) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            access.keep_all()
        return len(queries)

    few = cost()
    for number in range(5):
        page = factories.ConsultantPageFactory(parent=led.consultant.get_parent())
        factories.lead(led.page, page)
        factories.user(f"user{number}", consultant=page)
    assert ConsultantGroup.objects.count() == 6
    assert cost() == few


def test_page_that_was_never_public_and_alias_make_nobody_a_lead(
    led: SpecialismLead, consultant_user: User, specialism: SpecialismPage
) -> None:
    """Whoever may copy a page but not publish it would give themselves that right."""
    copy = specialism.copy(update_attrs={"slug": "copy"}, keep_live=False, copy_revisions=False)
    alias = specialism.create_alias(update_slug="alias")
    rights = GroupPagePermission.objects.filter(group__of_consultant__isnull=False)
    assert SpecialismLead.objects.filter(page__in=[copy, alias]).count() == 2
    assert set(rights.values_list("page", flat=True)) == {specialism.pk}
    copy.save_revision().publish()
    assert can(consultant_user, SpecialismPage.objects.get(pk=copy.pk))


@pytest.mark.parametrize(("group", "taken"), [("Editors", False), ("Reviewers", True)])
def test_only_who_may_publish_says_who_leads_and_who_reviews(
    specialism: SpecialismPage, consultant: ConsultantPage, group: str, taken: bool
) -> None:
    client = Client()
    client.force_login(factories.user("somebody", group=group))
    SpecialismPage.objects.filter(pk=specialism.pk).update(live=False)
    edit = reverse("wagtailadmin_pages:edit", args=[specialism.pk])
    form = form_of(client, edit, SpecialismPage.objects.get(pk=specialism.pk))
    assert client.post(edit, filled(form, title="Renamed")).status_code == 302
    reviewer = {"reviewer": str(consultant.pk)}
    lead = {"leads-TOTAL_FORMS": "1", "leads-0-consultant": str(consultant.pk), "leads-0-ORDER": "1"}
    for fields in [lead | reviewer] if taken else [lead, reviewer]:
        changed = filled(form, title="Renamed", **fields)
        assert client.post(edit, changed).status_code == (302 if taken else 200)
    specialism.refresh_from_db()
    assert specialism.title == "Renamed"
    assert (specialism.reviewer == consultant) is taken
    assert specialism.leads.exists() is taken


def test_consultant_has_a_guide_listed_only_where_they_may_publish(
    led: SpecialismLead, consultant_client: Client, guide: SupportPage
) -> None:
    beside = factories.SpecialismPageFactory(parent=led.page.get_parent())
    edit = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    form = form_of(consultant_client, edit, guide)
    form["also_supports"] = str(beside.pk)
    assert "Only somebody who may publish under" in consultant_client.post(edit, form).content.decode()
    factories.lead(beside, led.consultant)
    assert consultant_client.post(edit, form).status_code == 302


def test_consultant_who_leads_nothing_finds_the_admin_and_no_page(
    consultant_client: Client, guide: SupportPage
) -> None:
    assert consultant_client.get(reverse("wagtailadmin_home")).status_code == 200
    assert consultant_client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).status_code == 302
    assert consultant_client.get(reverse("wagtailadmin_explore_root")).status_code == 302
    assert consultant_client.get(reverse("wagtailadmin_pages:search")).status_code in {200, 302}


def test_explorer_reads_from_an_api_that_does_nothing(
    led: SpecialismLead, consultant_client: Client, guide: SupportPage
) -> None:
    pages = "/admin/api/main/pages/"
    assert consultant_client.get(f"{pages}?child_of={led.page.pk}&for_explorer=1").json()["items"][0]["id"] == guide.pk
    assert consultant_client.get(f"{pages}{guide.pk}/").status_code == 200
    assert consultant_client.post(f"{pages}{guide.pk}/action/unpublish/").status_code == 404
