"""What consultants may do to pages: everything within the specialisms they lead, narrower ones included, nothing else.

Wagtail gives rights on pages to groups. Each consultant who leads a specialism and has an account gets a group of their
own, which the site keeps: its rights follow from who leads what, its members from whose account is whose. Signals do it at
once and a job of the worker makes sure (``keep_all``). Who leads a specialism is for those to say who may publish there
(``specialisms.forms``); so nobody gains rights here that nobody gave.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.models import GroupPagePermission

from agency.models import ConsultantGroup, ConsultantPage, User
from agency.models.access import name_of_group
from specialisms.models import SpecialismLead, SpecialismPage

RIGHTS = ("add_page", "change_page", "lock_page", "publish_page", "unlock_page")
Membership = User.groups.through


def keep_all() -> None:
    """Bring the groups of all consultants in line; a constant number of queries if they are."""
    keep(ConsultantPage.objects.values_list("pk", flat=True))


def keep(consultants: Iterable[int | None]) -> None:
    """Bring the groups of these consultants in line with who leads what and whose account is whose."""
    pks = [pk for pk in consultants if pk]
    if not pks:
        return
    with transaction.atomic():
        _one_at_a_time()
        led, accounts = _led(pks), _accounts(pks)
        wanted = {pk for pk in pks if led[pk] and accounts[pk]}
        groups = _groups(pks, wanted)
        _keep_rights({group: led[pk] if pk in wanted else set() for pk, group in groups.items()})
        _keep_members({group: accounts[pk] for pk, group in groups.items()})


def _one_at_a_time() -> None:
    """Have whoever else is about to keep groups wait until this transaction is through.

    Two at once would both make a consultant's group; and one that has read who leads what, before somebody else's change
    was stored, would undo what follows from the change. All wait for the same row, so that no two wait for each other. It
    is the one that stands for the table of the groups: nobody changes it, and it is there when the table is empty.
    """
    table = {"app_label": ConsultantGroup._meta.app_label, "model": ConsultantGroup._meta.model_name}
    list(ContentType.objects.select_for_update(no_key=True).filter(**table))


def _led(consultants: Iterable[int]) -> dict[int, set[int]]:
    """The specialisms each consultant leads. A page that was never public, and an alias, make nobody a lead."""
    leads = SpecialismLead.objects.filter(consultant__in=consultants, page__alias_of__isnull=True)
    leads = leads.filter(Q(page__live=True) | Q(page__first_published_at__isnull=False))
    found: dict[int, set[int]] = defaultdict(set)
    for consultant, page in leads.values_list("consultant", "page"):
        found[consultant].add(page)
    return found


def _accounts(consultants: Iterable[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for consultant, account in User.objects.filter(consultant__in=consultants).values_list("consultant", "pk"):
        found[consultant].add(account)
    return found


def _groups(consultants: Iterable[int], wanted: set[int]) -> dict[int, int]:
    """The group of each consultant who has or needs one, called by the consultant's name."""
    kept = {row.pk: row.group_id for row in ConsultantGroup.objects.filter(consultant__in=consultants)}
    names = dict(Group.objects.values_list("pk", "name"))
    for page in ConsultantPage.objects.only("title").filter(pk__in={*kept, *wanted}).order_by("pk"):
        number = kept.get(page.pk)
        name = name_of_group(page, [other for pk, other in names.items() if pk != number])
        if number is None:
            group = Group.objects.create(name=name)
            ConsultantGroup.objects.create(consultant=page, group=group)
            kept[page.pk] = number = group.pk
        elif names[number] != name:
            Group.objects.filter(pk=number).update(name=name)
        names[number] = name
    return kept


def _keep_rights(led: dict[int, set[int]]) -> None:
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=RIGHTS
    )
    numbers = list(permissions.values_list("pk", flat=True))
    wanted = {(group, page, number) for group, pages in led.items() for page in pages for number in numbers}
    held = GroupPagePermission.objects.filter(group__in=led)
    extra = [pk for pk, *right in held.values_list("pk", "group", "page", "permission") if tuple(right) not in wanted]
    GroupPagePermission.objects.filter(pk__in=extra).delete()
    missing = wanted - set(held.values_list("group", "page", "permission"))
    GroupPagePermission.objects.bulk_create(
        (
            GroupPagePermission(group_id=group, page_id=page, permission_id=number)
            for group, page, number in sorted(missing)
        ),
        ignore_conflicts=True,
    )


def _keep_members(accounts: dict[int, set[int]]) -> None:
    wanted = {(group, user) for group, users in accounts.items() for user in users}
    there = Membership.objects.filter(group__in=accounts)
    extra = [pk for pk, *member in there.values_list("pk", "group", "user") if tuple(member) not in wanted]
    Membership.objects.filter(pk__in=extra).delete()
    missing = wanted - set(there.values_list("group", "user"))
    Membership.objects.bulk_create(
        (Membership(group_id=group, user_id=user) for group, user in sorted(missing)), ignore_conflicts=True
    )


def lead_changed(instance: SpecialismLead, raw: bool = False, **_signal: Any) -> None:
    """Somebody leads a specialism, or no longer does. A row that names another consultant now takes it from the former."""
    if not raw:
        holders = GroupPagePermission.objects.filter(page=instance.page_id).values("group")
        former = ConsultantGroup.objects.filter(group__in=holders).values_list("consultant", flat=True)
        keep({instance.consultant_id, *former})


def specialism_published(instance: SpecialismPage, **_signal: Any) -> None:
    """From the day a specialism is public, those who lead it may write there."""
    keep(SpecialismLead.objects.filter(page=instance.pk).values_list("consultant", flat=True))


def account_changed(instance: User, raw: bool = False, update_fields: Any = None, **_signal: Any) -> None:
    """An account is linked to a consultant, or no longer is."""
    if raw or (update_fields is not None and "consultant" not in update_fields):
        return
    former = ConsultantGroup.objects.filter(group__user=instance).values_list("consultant", flat=True)
    keep({instance.consultant_id, *former})


def consultant_renamed(instance: ConsultantPage, raw: bool = False, **_signal: Any) -> None:
    """The group goes by the consultant's name."""
    if not raw and ConsultantGroup.objects.filter(consultant=instance.pk).exists():
        keep([instance.pk])


def members_changed(instance: User | Group, pk_set: set[int] | None, action: str, **_signal: Any) -> None:
    """Whoever puts accounts into a consultant's group or takes them out changes nothing: its members follow the link."""
    if not action.startswith("post_"):
        return
    if isinstance(instance, Group):
        kept = ConsultantGroup.objects.filter(group=instance)
        keep(kept.values_list("consultant", flat=True))
    else:
        kept = ConsultantGroup.objects.filter(group__in=pk_set or ())
        keep({instance.consultant_id, *kept.values_list("consultant", flat=True)})
