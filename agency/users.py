"""Wagtail's user administration, with the link from an account to its consultant page."""

from django.forms import ModelChoiceField
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from agency.models import ConsultantPage, User


def consultant_field() -> ModelChoiceField:
    """The choice of a consultant page."""
    return ModelChoiceField(
        queryset=ConsultantPage.objects.order_by("title"),
        required=False,
        label=_("Consultant"),
        help_text=User._meta.get_field("consultant").help_text,
    )


class AccountCreationForm(UserCreationForm):
    """A new account."""

    consultant = consultant_field()

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"consultant"}


class AccountEditForm(UserEditForm):
    """An existing account."""

    consultant = consultant_field()

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"consultant"}


class UserViewSet(WagtailUserViewSet):
    """Wagtail's own, with our forms."""

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm]:
        """The form with the consultant field."""
        return AccountEditForm if for_update else AccountCreationForm
