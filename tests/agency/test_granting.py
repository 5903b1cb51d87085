"""Nobody gives what they do not have: the right to keep accounts is not all rights at once."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from agency.models import ConsultantPage, User
from tests import factories

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-phrase-for-tests"


@pytest.fixture
def sam(home) -> User:
    """A site administrator, who is no superuser."""
    return factories.user("sam", group="Site administrators")


@pytest.fixture
def client(sam: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(sam)
    return client


def edit(account: User) -> str:
    return reverse("wagtailusers_users:edit", args=[account.pk])


def answers(account: User, *groups: str, **fields: object) -> dict[str, object]:
    """The form of an account, filled in."""
    known = {"username": account.username, "email": account.email, "first_name": "A", "last_name": "B"}
    chosen = [group.pk for group in Group.objects.filter(name__in=groups)]
    return {**known, "groups": chosen, "is_active": "on", **fields}


def groups_of(account: User) -> set[str]:
    return set(account.groups.values_list("name", flat=True))


def test_site_administrator_makes_and_changes_the_accounts_they_cover(client: Client) -> None:
    new = User(username="new", email="new@example.com")
    form = answers(new, "Editors", password1=PASSWORD, password2=PASSWORD)
    assert client.post(reverse("wagtailusers_users:add"), form).status_code == 302
    made = User.objects.get(username="new")
    assert groups_of(made) == {"Editors"}
    given = answers(made, "Reviewers", "Site administrators")
    assert client.post(edit(made), given).status_code == 302
    assert groups_of(made) == {"Reviewers", "Site administrators"}


def test_nobody_makes_a_superuser_but_a_superuser(client: Client, sam: User) -> None:
    somebody = factories.user("somebody")
    for account in (somebody, sam):
        client.post(edit(account), answers(account, "Site administrators", is_superuser="on"))
    form = answers(User(username="new", email="n@example.com"), is_superuser="on")
    client.post(reverse("wagtailusers_users:add"), form | {"password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.filter(username="new").exists()
    assert not User.objects.filter(is_superuser=True).exists()
    assert client.get(edit(somebody)).context["form"].fields["is_superuser"].disabled


@pytest.mark.parametrize("active", [True, False])
def test_accounts_with_further_rights_are_left_alone(
    client: Client, consultant_user: User, consultant: ConsultantPage, active: bool
) -> None:
    """Whoever sets somebody's password or address can be that person."""
    root = factories.user("root", is_superuser=True)
    linked = factories.user("linked", consultant=consultant)
    for account in (root, consultant_user, linked):
        User.objects.filter(pk=account.pk).update(is_active=active)
        taken = answers(account, email="mine@example.com", password1=PASSWORD, password2=PASSWORD)
        assert client.get(edit(account)).status_code == 302
        assert client.post(edit(account), taken).url == reverse("wagtailadmin_home")
        client.post(reverse("wagtailusers_users:delete", args=[account.pk]))
        for action, data in (("delete", {}), ("set_active_state", {"mark_as_active": str(not active)})):
            together(client, action, account, **data)
        account.refresh_from_db()
        assert account.email != "mine@example.com"
        assert account.is_active is active
        assert not account.check_password(PASSWORD)


def together(client: Client, action: str, *accounts: User, **data: object) -> None:
    """A bulk action on accounts."""
    where = reverse("wagtail_bulk_action", args=["agency", "user", action])
    client.post(f"{where}?{'&'.join(f'id={account.pk}' for account in accounts)}", data)


def test_groups_with_further_rights_are_not_given(client: Client, sam: User) -> None:
    somebody = factories.user("somebody")
    offered = client.get(edit(somebody)).context["form"].fields["groups"].queryset
    assert {group.name for group in offered} == {"Editors", "Reviewers", "Site administrators"}
    role = Group.objects.get(name="Consultants")
    for account in (somebody, sam):
        assert client.post(edit(account), answers(account, "Consultants")).status_code == 200
        together(client, "assign_role", account, role=role.pk)
        assert "Consultants" not in groups_of(account)
    together(client, "assign_role", somebody, role=Group.objects.get(name="Editors").pk)
    assert groups_of(somebody) == {"Editors"}


def test_link_to_a_consultant_is_a_right_of_its_own(client: Client, sam: User, consultant: ConsultantPage) -> None:
    somebody = factories.user("somebody")
    assert "consultant" not in client.get(edit(somebody)).context["form"].fields
    client.post(edit(sam), answers(sam, "Site administrators", consultant=consultant.pk))
    sam.refresh_from_db()
    assert sam.consultant is None
    sam.user_permissions.add(Permission.objects.get(codename="link_consultant"))
    client.post(edit(somebody), answers(somebody, consultant=consultant.pk))
    somebody.refresh_from_db()
    assert somebody.consultant == consultant


def test_who_keeps_accounts_gains_no_pages_by_a_link(home, consultant: ConsultantPage) -> None:
    """A link brings the rights of a lead along; whoever lacks those cannot take them that way."""
    specialism = factories.specimen(type(factories.SpecialismPageFactory._meta.model()))
    factories.lead(specialism, consultant)
    keeper = factories.user("keeper")
    names = ("access_admin", "change_user", "link_consultant")
    keeper.user_permissions.add(*Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(keeper)
    assert client.post(edit(keeper), answers(keeper, consultant=consultant.pk)).status_code == 302
    keeper.refresh_from_db()
    assert keeper.consultant is None
    assert not keeper.groups.exists()


def group_form(name: str, *permissions: str, page: Page | None = None) -> dict[str, object]:
    """The form of a group: its own permissions, and publishing under one page."""
    chosen = Permission.objects.filter(codename__in=permissions).values_list("pk", flat=True)
    prefixes = ("page_permissions", "collection_permissions", "image_permissions", "document_permissions")
    form: dict[str, object] = {"name": name, "permissions": list(chosen)}
    for prefix in prefixes:
        form |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
    if page:
        form |= {"page_permissions-TOTAL_FORMS": 1, "page_permissions-0-page": page.pk}
        form["page_permissions-0-permissions"] = ["publish_page"]
    return form


def test_group_is_given_no_more_than_its_maker_has(client: Client, sam: User, home) -> None:
    add = reverse("wagtailusers_groups:add")
    client.post(add, group_form("Readers", "access_admin", page=home))
    assert Group.objects.filter(name="Readers").exists()
    client.post(add, group_form("Spies", "access_admin", "view_all_mandates"))
    assert not Group.objects.filter(name="Spies").exists()
    mine = reverse("wagtailusers_groups:edit", args=[Group.objects.get(name="Site administrators").pk])
    client.post(mine, group_form("Site administrators", "access_admin", "view_all_mandates"))
    assert not Group.objects.filter(permissions__codename="view_all_mandates").exists()
    GroupPagePermission.objects.filter(group__name="Site administrators").delete()
    client.post(add, group_form("Publishers", "access_admin", page=home))
    assert not Group.objects.filter(name="Publishers").exists()


def test_groups_with_further_rights_stay(client: Client) -> None:
    consultants = Group.objects.get(name="Consultants")
    for view in ("edit", "delete"):
        where = reverse(f"wagtailusers_groups:{view}", args=[consultants.pk])
        assert client.get(where).status_code == 302
        client.post(where, group_form("Consultants"))
    assert Group.objects.filter(name="Consultants", permissions__codename="view_mandate").exists()


def test_group_with_rights_on_a_collection_elsewhere(client: Client, sam: User) -> None:
    right = Permission.objects.get(codename="add_image", content_type__app_label="wagtailimages")
    GroupCollectionPermission.objects.filter(group__name="Site administrators").delete()
    group = Group.objects.create(name="Painters")
    GroupCollectionPermission.objects.create(
        group=group, collection=Collection.get_first_root_node(), permission=right
    )
    assert client.get(reverse("wagtailusers_groups:edit", args=[group.pk])).status_code == 302


def test_a_consultants_own_group_is_nobodys_to_edit(specialism, consultant_user: User) -> None:
    factories.lead(specialism, consultant_user.consultant)
    group = consultant_user.consultant.own_group.group
    root = factories.user("root", is_superuser=True)
    client = Client()
    client.force_login(root)
    assert group not in client.get(reverse("wagtailusers_groups:index")).context["object_list"]
    for view in ("edit", "delete"):
        assert client.post(reverse(f"wagtailusers_groups:{view}", args=[group.pk])).status_code == 302
    assert group not in client.get(edit(consultant_user)).context["form"].fields["groups"].queryset
    client.post(edit(consultant_user), answers(consultant_user, consultant=consultant_user.consultant_id))
    assert groups_of(consultant_user) == {group.name}
