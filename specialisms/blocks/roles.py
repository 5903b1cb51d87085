"""The choice of a role."""

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChooserBlock

from specialisms.admin.role_chooser import role_chooser

if TYPE_CHECKING:
    from specialisms.models import Role


def example() -> "Role":
    """A role that exists nowhere, for the preview in the editor."""
    return apps.get_model("specialisms", "Role")(name=_now("Machine Learning Engineer"))


class RoleChooserBlock(ChooserBlock):
    """One of the roles the agency recruits for."""

    target_model = "specialisms.Role"

    class Meta:
        icon = "user"
        label = _("Role")
        description = _("A role of the ledger, by the name the agency uses.")
        template = "blocks/role.html"
        preview_value = staticmethod(example)

    @cached_property
    def widget(self) -> Any:
        """The window that lists the roles."""
        return role_chooser.widget_class()


class RoleByNumberBlock(RoleChooserBlock):
    """A role that pages only compare by its number: it costs no query until somebody wants to know more about it."""

    def to_python(self, value: int | None) -> "Role | None":
        """A role of which only the number is loaded; it may be gone."""
        return None if value is None else self.model_class.from_db(None, ["id"], [value])

    def bulk_to_python(self, values: list[int | None]) -> list["Role | None"]:
        """One by one, since none costs anything."""
        return [self.to_python(value) for value in values]

    def existing(self, value: "Role | None") -> "Role | None":
        """The role, unless it is gone."""
        return value and self.model_class.objects.filter(pk=value.pk).first()

    def get_form_state(self, value: "Role | None") -> Any:
        """The role's name for the editor."""
        return super().get_form_state(self.existing(value))

    def render_basic(self, value: "Role | None", context: dict[str, Any] | None = None) -> str:
        """The role's name where revisions are compared."""
        return super().render_basic(self.existing(value) or "", context)
