"""Wagtail's administration of accounts and groups: with consultants, and so that nobody gives what they do not have."""

from typing import Any, cast

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import groups, users

from agency.granting import (
    editable_groups,
    groups_to_give,
    may_change_account,
    may_change_group,
    may_link,
    rights_of,
)
from agency.models import ConsultantPage, User


def consultant_field() -> ModelChoiceField:
    """The choice of a consultant page."""
    return ModelChoiceField(
        queryset=ConsultantPage.objects.order_by("title"),
        required=False,
        label=_("Consultant"),
        help_text=User._meta.get_field("consultant").help_text,
    )


class GivingMixin(forms.ModelForm):
    """Offers nothing that ``giver``, who fills in the form, cannot give."""

    def __init__(self, *args: Any, giver: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelMultipleChoiceField, self.fields["groups"]).queryset = groups_to_give(giver)
        if "is_superuser" in self.fields:
            self.fields["is_superuser"].disabled = not giver.is_superuser
        if not may_link(giver):
            del self.fields["consultant"]


class AccountCreationForm(GivingMixin, UserCreationForm):
    """A new account."""

    consultant = consultant_field()

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"consultant"}


class AccountEditForm(GivingMixin, UserEditForm):
    """An existing account."""

    consultant = consultant_field()

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"consultant"}


class OwnRightsMixin:
    """A view that changes accounts: only those that have no right its user lacks, neither before nor after."""

    request: HttpRequest
    object: User | None

    @property
    def giver(self) -> User:
        """Who changes the account."""
        return cast(User, self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse accounts with further rights."""
        account = getattr(self, "object", None)
        if account is not None and not may_change_account(self.giver, account):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form who fills it in."""
        return {**super().get_form_kwargs(), "giver": self.giver}  # type: ignore[misc]

    def save_instance(self) -> User:
        """Save, unless the account would then have more rights than its user had before."""
        held = rights_of(self.giver)
        with transaction.atomic():
            account: User = super().save_instance()  # type: ignore[misc]
            if not may_change_account(self.giver, account, held):
                raise PermissionDenied
        return account


class AccountCreateView(OwnRightsMixin, users.CreateView):
    """A new account."""


class AccountEditView(OwnRightsMixin, users.EditView):
    """An account."""


class UserViewSet(users.UserViewSet):
    """Wagtail's own, with our forms."""

    add_view_class = AccountCreateView
    edit_view_class = AccountEditView
    copy_view_enabled = False  # nobody needs a second account like another's

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm]:
        """The form with the consultant field."""
        return AccountEditForm if for_update else AccountCreationForm


class GroupIndexView(groups.IndexView):
    """The groups that people make and fill."""

    def get_base_queryset(self) -> QuerySet[Group]:
        """Without those of consultants, which the site keeps."""
        return editable_groups()


class OwnGroupsMixin:
    """A view that changes groups: only those that have no right its user lacks, neither before nor after."""

    request: HttpRequest

    def get_object(self, *args: Any, **kwargs: Any) -> Group:
        """Refuse groups with further rights, and those the site keeps."""
        group: Group = super().get_object(*args, **kwargs)  # type: ignore[misc]
        if not may_change_group(cast(User, self.request.user), group):
            raise PermissionDenied
        return group

    def process_form(self) -> HttpResponse:
        """Save permissions of every sort, unless the group would then have more than its user had before."""
        giver = cast(User, self.request.user)
        held = rights_of(giver)
        with transaction.atomic():
            response: HttpResponse = super().process_form()  # type: ignore[misc]
            group = self.object  # type: ignore[attr-defined]
            if group.pk and not may_change_group(giver, group, held):
                raise PermissionDenied
        return response


class GroupCreateView(OwnGroupsMixin, groups.CreateView):
    """A new group."""


class GroupEditView(OwnGroupsMixin, groups.EditView):
    """A group."""


class GroupDeleteView(OwnGroupsMixin, groups.DeleteView):
    """A group that goes."""


class GroupViewSet(groups.GroupViewSet):
    """Wagtail's own, with our views."""

    index_view_class = GroupIndexView
    add_view_class = GroupCreateView
    edit_view_class = GroupEditView
    delete_view_class = GroupDeleteView
