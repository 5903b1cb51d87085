"""Nobody gives what they do not have: who may change which account and which group.

Wagtail lets whoever may change accounts make anybody a superuser, set anybody's password and put anybody into any group.
Here somebody may only change accounts and groups whose every right they hold themselves. Otherwise the right to keep
accounts would be all rights at once, those on clients' mandates included.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from agency.models import User

Place = tuple[int, str]
"""A permission and the path of the page or collection under which it holds."""


@dataclass(frozen=True)
class Rights:
    """What an account or a group may do: permissions by number, and those that hold under a page or a collection."""

    everywhere: frozenset[int]
    pages: frozenset[Place]
    collections: frozenset[Place]

    def cover(self, other: "Rights") -> bool:
        """Whether these rights include all of the others."""
        return (
            other.everywhere <= self.everywhere
            and _cover(self.pages, other.pages)
            and _cover(self.collections, other.collections)
        )


def _cover(held: Iterable[Place], wanted: Iterable[Place]) -> bool:
    held = list(held)
    return all(any(named == name and path.startswith(above) for named, above in held) for name, path in wanted)


def rights_of(holder: User | Group) -> Rights:
    """Everything an account or a group may do; of an account, also what it could do if it were active again."""
    if isinstance(holder, Group):
        permissions, groups = Q(group=holder), Q(group=holder)
    else:
        permissions, groups = Q(group__user=holder) | Q(user=holder), Q(group__user=holder)
    pages = GroupPagePermission.objects.filter(groups).values_list("permission", "page__path")
    collections = GroupCollectionPermission.objects.filter(groups).values_list("permission", "collection__path")
    everywhere = Permission.objects.filter(permissions).values_list("pk", flat=True)
    return Rights(frozenset(everywhere), frozenset(pages), frozenset(collections))


def may_link(giver: User) -> bool:
    """Whether somebody may say whose account belongs to which consultant, which decides who reads whose mandates."""
    return giver.has_perm("agency.link_consultant")


def may_change_account(giver: User, account: User, held: Rights | None = None) -> bool:
    """Whether somebody who may change accounts may change this one; ``held`` is what they held before they did."""
    if giver.is_superuser:
        return True
    if account.is_superuser or (account.consultant_id and account.pk != giver.pk and not may_link(giver)):
        return False
    return (held or rights_of(giver)).cover(rights_of(account))


def may_change_group(giver: User, group: Group, held: Rights | None = None) -> bool:
    """Whether somebody who may change groups may change this one; nobody changes one that the site keeps."""
    if not editable_groups().filter(pk=group.pk).exists():
        return False
    return giver.is_superuser or (held or rights_of(giver)).cover(rights_of(group))


def editable_groups() -> QuerySet[Group]:
    """The groups that people make and fill: all but those of consultants, which the site keeps."""
    return Group.objects.filter(of_consultant__isnull=True).order_by("name")


def groups_to_give(giver: User) -> QuerySet[Group]:
    """The groups somebody may put accounts into."""
    if giver.is_superuser:
        return editable_groups()
    held = rights_of(giver)
    return editable_groups().filter(pk__in=[group.pk for group in editable_groups() if held.cover(rights_of(group))])
