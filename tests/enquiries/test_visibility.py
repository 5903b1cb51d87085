"""Who may see which mandates."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agency.models import BrandSettings, ConsultantPage, User
from enquiries.models import Mandate
from specialisms.models import SpecialismIndexPage, SpecialismPage
from tests import factories

ALL = {"on top", "in the family", "narrow", "elsewhere", "assigned to Ines", "of no field"}


@pytest.fixture
def tree(
    directory: SpecialismIndexPage, specialism: SpecialismPage, brand: BrandSettings
) -> dict[str, SpecialismPage]:
    """Three levels of one field, and another field whose path starts almost alike."""
    family = factories.SpecialismPageFactory(parent=specialism)
    return {
        "on top": specialism,
        "in the family": family,
        "narrow": factories.SpecialismPageFactory(parent=family),
        "elsewhere": factories.SpecialismPageFactory(parent=directory),
    }


@pytest.fixture
def mandates(tree: dict[str, SpecialismPage], consultant_user: User) -> None:
    """A mandate of each specialism, one that is assigned to Ines, and one of no specialism. Roles say which."""
    for role, page in tree.items():
        factories.mandate(role=role, specialism=page)
    factories.mandate(role="assigned to Ines", specialism=tree["elsewhere"], assigned_to=consultant_user)
    factories.mandate(role="of no field", specialism=None)


def seen(user: User | AnonymousUser) -> set[str]:
    """The roles of the mandates a user may see, asked for as a new request would."""
    fresh = User.objects.get(pk=user.pk) if user.pk else user
    return set(Mandate.objects.visible_to(fresh).values_list("role", flat=True))


def allow(user: User, *codenames: str) -> None:
    """Give an account permissions of its own."""
    user.user_permissions.add(*Permission.objects.filter(codename__in=codenames, content_type__app_label="enquiries"))


@pytest.mark.usefixtures("mandates")
class TestMatrix:
    """One account after the other."""

    def test_superuser(self) -> None:
        assert seen(factories.user("root", is_superuser=True)) == ALL

    def test_permission_to_see_all(self) -> None:
        user = factories.user("chief")
        allow(user, "view_mandate", "view_all_mandates")
        assert seen(user) == ALL

    def test_permission_to_see_all_without_the_one_to_see_any(self) -> None:
        user = factories.user("blind")
        allow(user, "view_all_mandates")
        assert seen(user) == set()

    @pytest.mark.parametrize(
        ("leads", "expected"),
        [
            ([], set()),
            (["on top"], {"on top", "in the family", "narrow"}),
            (["in the family"], {"in the family", "narrow"}),
            (["narrow"], {"narrow"}),
            (["elsewhere"], {"elsewhere"}),
            (["narrow", "elsewhere"], {"narrow", "elsewhere"}),
            (["on top", "narrow"], {"on top", "in the family", "narrow"}),
        ],
    )
    def test_consultant_sees_what_they_lead_and_what_is_under_it(self, tree, consultant_user, leads, expected) -> None:
        for name in leads:
            factories.lead(tree[name], consultant_user.consultant)
        assert seen(consultant_user) == expected | {"assigned to Ines"}

    def test_each_mandate_once(self, tree, consultant_user) -> None:
        for name in ("on top", "in the family", "narrow", "elsewhere"):
            factories.lead(tree[name], consultant_user.consultant)
        roles = list(Mandate.objects.visible_to(consultant_user).values_list("role", flat=True))
        assert sorted(roles) == sorted(ALL - {"of no field"})

    def test_consultant_whose_page_leads_nothing_any_more(self, tree, consultant_user) -> None:
        lead = factories.lead(tree["on top"], consultant_user.consultant)
        lead.delete()
        assert seen(consultant_user) == {"assigned to Ines"}

    def test_consultant_without_a_page(self, consultant_user) -> None:
        User.objects.filter(pk=consultant_user.pk).update(consultant=None)
        assert seen(consultant_user) == {"assigned to Ines"}

    def test_consultant_whose_page_was_deleted(self, tree, consultant_user) -> None:
        factories.lead(tree["on top"], consultant_user.consultant)
        ConsultantPage.objects.get().delete()
        assert seen(consultant_user) == {"assigned to Ines"}

    def test_in_no_group(self, tree, consultant_user) -> None:
        factories.lead(tree["on top"], consultant_user.consultant)
        consultant_user.groups.clear()
        assert seen(consultant_user) == set()

    def test_editor_who_is_linked_to_a_consultant(self, tree, consultant) -> None:
        factories.lead(tree["on top"], consultant)
        assert seen(factories.user("edith", group="Editors", consultant=consultant)) == set()

    @pytest.mark.parametrize("fields", [{}, {"is_superuser": True}])
    def test_inactive(self, tree, consultant_user, fields) -> None:
        factories.lead(tree["on top"], consultant_user.consultant)
        User.objects.filter(pk=consultant_user.pk).update(is_active=False, **fields)
        assert seen(consultant_user) == set()

    def test_anonymous(self) -> None:
        assert seen(AnonymousUser()) == set()

    def test_a_specialism_that_moves_takes_its_mandates_along(self, tree, consultant_user) -> None:
        factories.lead(tree["elsewhere"], consultant_user.consultant)
        tree["narrow"].move(SpecialismPage.objects.get(pk=tree["elsewhere"].pk), pos="last-child")
        assert seen(consultant_user) == {"elsewhere", "narrow", "assigned to Ines"}


def test_deciding_costs_the_same_for_any_number_of_mandates(tree, mandates, consultant_user: User) -> None:
    def cost() -> int:
        user = User.objects.get(pk=consultant_user.pk)
        with CaptureQueriesContext(connection) as queries:
            list(Mandate.objects.visible_to(user).for_inbox())
        return len(queries)

    for page in tree.values():
        factories.lead(page, consultant_user.consultant)
    few = cost()
    for _number in range(30):
        factories.mandate(specialism=tree["narrow"])
    assert cost() == few <= 4
