"""Who keeps the ledger: whose right it is to add and change roles, facts and pay bands, and which of them.

The right to *change* them is about all of them. The right to *add* some is about those of the specialisms in which somebody
may publish, narrower ones included: what the ledger says is public at once. So consultants keep what belongs to the
specialisms they lead, and read the rest. This is Wagtail's ``OwnershipPermissionPolicy`` with a specialism for the owner.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permissions import ModelPermissionPolicy, page_permission_policy

from agency.models import User

KEEPING = ("add", "change")
"""What is decided by specialism; the other actions (view, delete) are rights on the whole ledger."""


class LedgerPermissionPolicy(ModelPermissionPolicy):
    """For what belongs to a specialism, such as pay bands."""

    def keeps(self, user: User, figure: Any) -> bool:
        """Whether it is theirs to change: it belongs to a specialism in which they may publish."""
        return figure.specialism is not None and page_permission_policy.user_has_permission_for_instance(
            user, "publish", figure.specialism
        )

    def may_add(self, user: User, figure: Any) -> bool:
        """Whether they may add it, or move it to where it now belongs."""
        return self.keeps(user, figure)

    def kept(self, user: User) -> Q:
        """The same as ``keeps`` for a query."""
        pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
        return Q(specialism__in=pages.values("pk"))

    def may_keep_some(self, user: User) -> bool:
        """Whether there can be anything that is theirs."""
        return page_permission_policy.user_has_permission(user, "publish")

    def holds(self, user: User, action: str) -> bool:
        """Whether their groups give them the right itself."""
        return super().user_has_permission(user, action)

    def user_has_permission(self, user: User, action: str) -> bool:
        """On some or all of them."""
        if action not in KEEPING:
            return self.holds(user, action)
        keeps_all = self.holds(user, "change")
        if action == "change" and keeps_all:
            return True
        return self.holds(user, "add") and (keeps_all or self.may_keep_some(user))

    def user_has_permission_for_instance(self, user: User, action: str, instance: Any) -> bool:
        """On this one; as it is to be, if it is to be added."""
        if not self.user_has_permission(user, action):
            return False
        if action not in KEEPING or self.holds(user, "change"):
            return True
        return self.keeps(user, instance) if action == "change" else self.may_add(user, instance)

    def instances_user_has_any_permission_for(self, user: User, actions: Collection[str]) -> QuerySet:
        """All, none, or those they keep."""
        figures = self.model._default_manager.all()
        able = [action for action in actions if self.user_has_permission(user, action)]
        if not able:
            return figures.none()
        everywhere = self.holds(user, "change") or any(action not in KEEPING for action in able)
        return figures if everywhere else figures.filter(self.kept(user))

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet:
        """Those who can have it on some or all of them."""
        return super().users_with_any_permission({*actions, "add"} if "change" in actions else actions)

    def users_with_any_permission_for_instance(self, actions: Collection[str], instance: Any) -> QuerySet:
        """Those who have it on this one."""
        users = self.users_with_any_permission(actions)
        able = [user.pk for user in users if self.user_has_any_permission_for_instance(user, actions, instance)]
        return users.filter(pk__in=able)


class FactPermissionPolicy(LedgerPermissionPolicy):
    """A fact is also its owner's, who is reminded of it. One without a specialism is added by whoever will own it."""

    def _owns(self, user: User, fact: Any) -> bool:
        return user.consultant_id is not None and fact.owner_id == user.consultant_id

    def keeps(self, user: User, figure: Any) -> bool:
        """In their specialisms, or their own."""
        return super().keeps(user, figure) or self._owns(user, figure)

    def may_add(self, user: User, figure: Any) -> bool:
        """In their specialisms; or in none, as their own."""
        return super().keeps(user, figure) or (figure.specialism is None and self._owns(user, figure))

    def kept(self, user: User) -> Q:
        """In their specialisms, or their own."""
        return super().kept(user) | Q(owner=user.consultant_id, owner__isnull=False)

    def may_keep_some(self, user: User) -> bool:
        """Whoever is a consultant may own facts."""
        return super().may_keep_some(user) or user.consultant_id is not None


class RolePermissionPolicy(LedgerPermissionPolicy):
    """Roles are words that all share: whoever may add some adds one to no specialism, too, which others then keep."""

    def may_add(self, user: User, figure: Any) -> bool:
        """In their specialisms, or in none."""
        return figure.specialism is None or self.keeps(user, figure)

    def may_keep_some(self, user: User) -> bool:
        """Anybody may add to what all share."""
        return True


FACTS = FactPermissionPolicy("specialisms.Fact")
PAY_BANDS = LedgerPermissionPolicy("specialisms.PayBand")
ROLES = RolePermissionPolicy("specialisms.Role")
