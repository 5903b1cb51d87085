"""The window in which editors choose a role."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet

from specialisms.keepers import ROLES


class RoleChooserViewSet(ChooserViewSet):
    """Lets editors choose a role and, if they may add roles, add the one that is missing."""

    model = "specialisms.Role"
    permission_policy = ROLES
    icon = "user"
    choose_one_text = _("Choose a role")
    choose_another_text = _("Choose another role")
    edit_item_text = _("Edit this role")
    creation_tab_label = _("New role")
    form_fields = ["name", "mission", "alternative_titles"]
    register_widget = False


role_chooser = RoleChooserViewSet("role_chooser")
